import CaseFiles
package import Chronologies
package import Pages
package import Partnerships

/// The returns of one case whose rows were compared.
struct ComparedReturns: Hashable, Sendable {
    let partnership: PartnershipID
    let reference: CaseReference
    let versions: [EntryID]
}

extension CaseDesk {
    /// Which rows look alike: worked out once for the same returns, and kept.
    package func resemblances(
        of chronology: CaseChronology,
        in reference: CaseReference,
        for asking: Asking
    ) -> Resemblances {
        let key = ComparedReturns(
            partnership: asking.partnership,
            reference: reference,
            versions: chronology.versions
        )
        if let kept = compared.value(key) { return kept }
        let found = chronology.merged.resemblances()
        compared.keep(found, key)
        return found
    }
}
