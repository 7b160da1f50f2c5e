import CaseFiles
import CaseStores
import Foundation
import Partnerships
import Procedures

/// Whether two children, as two cases tell of them, may be one.
///
/// A number in common is enough, and so are two names in common, or one name and the birth date. Whether it is so,
/// people decide.
func mayBeSame(_ one: CaseAbout.Child, _ other: CaseAbout.Child) -> Bool {
    if !numbers(one).isDisjoint(with: numbers(other)) { return true }
    let shared = words(one).intersection(words(other))
    if shared.count >= 2 {
        // Two who were born on different known days are two, whatever they are called.
        guard let born = one.born, let otherBorn = other.born else { return true }
        return born == otherBorn
    }
    return shared.count == 1 && one.born != nil && one.born == other.born
}

/// However they were typed.
private func numbers(_ child: CaseAbout.Child) -> Set<String> {
    Set((child.numbers ?? []).map { $0.uppercased().filter { $0.isLetter || $0.isNumber } })
}

private func words(_ child: CaseAbout.Child) -> Set<String> {
    Set(([child.name] + child.aliases).flatMap { searchWords(in: $0) }.filter { $0.count > 1 })
}

extension CaseDesk {
    /// The other cases of the partnership that may concern a child of this one.
    func matches(
        of about: CaseAbout,
        but reference: CaseReference,
        in id: PartnershipID
    ) async throws(DeskError) -> [OpenedCase] {
        let names = about.children.flatMap { [$0.name] + $0.aliases + ($0.numbers ?? []) }
        let candidates = try await keeping { () async throws(StoreError) in
            try await store.cases(naming: names, in: id)
        }
        var found: [OpenedCase] = []
        for candidate in candidates where candidate != reference {
            guard let opened = try? await unguarded(candidate, of: id) else { continue }
            let isMatch = opened.file.about.children.contains { other in
                about.children.contains { mayBeSame($0, other) }
            }
            if isMatch { found.append(opened) }
        }
        return found
    }
}

extension CaseDesk {
    /// What is told to other cases of the partnership in the same act.
    struct Told {
        let append: Act.Append
        let row: CaseRow
    }

    /// Looks for the children of a case that was opened or described anew in every other case.
    ///
    /// The case itself records that it was done, and each case that matches records whom to speak to.
    func sameChild(
        _ events: [CaseEvent],
        _ file: CaseFile,
        under procedure: Procedure,
        _ asking: Asking
    ) async throws(DeskError) -> (looked: [CaseEvent], told: [Told]) {
        let isAsked = events.contains { event in
            switch event {
            case .caseOpened, .caseDescribed: true
            default: false
            }
        }
        guard isAsked else { return ([], []) }
        let found = try await matches(
            of: file.about,
            but: file.reference,
            in: asking.partnership
        )
        let new = found.filter { !file.matches.contains($0.file.reference) }
        let held = file.people.filter { person in
            person.isOn(asking.today)
                && person.roles.contains { procedure.capacity(ofPart: $0) == .coordinator }
        }.map(\.person)
        // It is recorded each time, so that nobody reads from the log whether anything was found.
        let looked = CaseEvent.SameChildLookedFor(
            matches: Set(file.matches + found.map(\.file.reference)).sorted()
        )
        return ([.sameChildLookedFor(looked)], new.map { tell($0, heldBy: held, file, asking) })
    }

    private func tell(
        _ other: OpenedCase,
        heldBy held: [PersonID],
        _ file: CaseFile,
        _ asking: Asking
    ) -> Told {
        let suspected = CaseEvent.sameChildSuspected(
            CaseEvent.SameChildSuspected(
                entry: EntryID(between: other.file.reference, and: file.reference),
                other: file.reference,
                heldBy: held
            )
        )
        var after = other.file
        evolve(&after, by: suspected, recorded: asking.time, actor: .person(asking.person))
        return Told(
            append: Act.Append(
                reference: other.file.reference,
                after: other.file.version,
                payloads: [EventCodec.encode(suspected)]
            ),
            row: caseRow(
                of: after,
                under: other.procedure,
                of: other.partnership,
                today: asking.today
            )
        )
    }
}

extension EntryID {
    /// The name of what one case is told of another: the same whenever it is told.
    fileprivate init(between one: CaseReference, and other: CaseReference) {
        guard let name = EntryID(number: one.number * CaseReference.count + other.number) else {
            preconditionFailure("two references of 30 bits are a name of 60")
        }
        self = name
    }
}
