package import CaseFiles
package import CaseStores
package import Partnerships

/// Why the desk could not do what it was asked.
package enum DeskError: Error, Hashable, Sendable {
    /// The partnership says no.
    case refused(PartnershipRefusal)
    /// The case says no.
    case caseRefused(CaseRefusal)
    /// The person may not, or there is no such case: nobody can tell which.
    case nothingHere
    /// May see the case and not do this to it.
    case notPermitted(CaseAct, CaseStage)
    /// Somebody else was first; what has changed since the version that the person saw.
    case overtaken([RecordedCaseEvent])
    /// A later program wrote this entry of the log: the case is read with that program.
    case unreadable(EventStream, version: Int, UnreadableEvent)
    /// The edition that the case is run by is not kept here.
    case unknownEdition(String)
    /// Nobody coordinates the partnership today: what is sent would be read by nobody.
    case nobodyReceives
    case store(StoreError)
}
