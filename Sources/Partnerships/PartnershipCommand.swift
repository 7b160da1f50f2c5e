package import Procedures
package import WorkingDays

/// What somebody asks of a partnership.
///
/// New names come with the command.
package enum PartnershipCommand: Hashable, Sendable {
    case found(name: String, procedure: String, variation: String?)
    case addPerson(Person)
    case describePerson(Person)
    case grant(Membership)
    case endMembership(EntryID, until: Day, reason: String)
    case nameDeputy(Deputy)
    case endDeputy(EntryID, until: Day, reason: String)
    case addAgency(Agency)
    case describeAgency(Agency)
    case closeAgency(AgencyID, reason: String)
    /// A mail without case content goes there; of the token of its link only the hash is known, 64 hexadecimal digits.
    case checkAddress(String, token: String)
    /// It answered a mail without case content.
    case confirmAddress(String)
    case allowAddress(String, reason: String)
    /// Ends what an answer or a yes brought; a listed domain still covers the address.
    case withdrawTrust(in: String, reason: String)
    case listDomain(String, reason: String)
    case unlistDomain(String, reason: String)
    case closeDay(Day, reason: String)
    case openDay(Day, reason: String)
    case putToUse(Edition)
    /// A text of a letter that ships, written after the newest text that its writer saw, 0 for none.
    case writeLetter(LetterDefinition, after: Int, instead: LetterDefinition)
    /// From now on the letter goes in this text, 0 for the one that ships, instead of the one that went.
    case putLetterToUse(String, number: Int, instead: Int)
    case exclude(
        EntryID,
        from: CaseReference,
        person: PersonID?,
        name: String,
        email: String,
        reason: String
    )
    case endExclusion(EntryID, reason: String)
    /// For a reset made in another partnership, with who made it there.
    case resetFactor(PersonID, askedBy: PersonID? = nil)
    case confirm(PersonID)
    case askToBreakGlass(EntryID, of: CaseReference, for: PersonID, reason: String)
    case breakGlass(EntryID)
    case seeNotices(count: Int)
    case handleKeys(PartnershipEvent.KeysHandled.What)
}

/// Why a partnership does not take a command.
package enum PartnershipRefusal: Error, Hashable, Sendable {
    case alreadyFounded
    case notFounded
    /// Something that must be written was left empty.
    case missing(Part)
    case unknownPerson(PersonID)
    case alreadyThere(PersonID)
    case emailTaken(by: PersonID)
    case unknownEntry(EntryID)
    case alreadyEnded(EntryID)
    case noRoles
    case endsBeforeItBegins(from: Day, until: Day)
    /// Access of reviewers, advisers and observers ends on a day.
    case mustEnd(Capacity)
    case standsInForHerself
    case lastOf(Capacity)
    case unknownAgency(AgencyID)
    /// At least one.
    case agencyFaults([AgencyFault])
    /// No open agency has it.
    case unknownAddress(String)
    case alreadyTrusted(String)
    case notTrustedItself(String)
    case noSuchDomain(String, MailDomain.Fault)
    case alreadyListed(MailDomain)
    case notListed(String)
    case alreadyClosed(Day)
    case notClosed(Day)
    case sameEdition
    case unknownLetter(String)
    /// At least one.
    case letterFaults([LetterFault])
    /// Somebody else wrote, or put to use, the text of this number meanwhile.
    case letterOvertaken(by: Int)
    /// Nothing differs from the text of this number, 0 for the one that ships.
    case sameLetter(Int)
    case alreadyExcluded(EntryID)
    case concernsHerself
    case notReset(PersonID)
    /// Whoever reset it, or whose it is, cannot confirm it.
    case notByHer(PersonID)
    case excluded
    case lapsed(EntryID)
    case alreadyOpen(EntryID)
    /// One of the two must be a delegated safeguarding partner.
    case needsPartner
    case needsSecondPerson
    case notAllowed(Capacity?)

    package enum Part: String, Hashable, Sendable {
        case name, email = "e-mail address", reason
    }
}
