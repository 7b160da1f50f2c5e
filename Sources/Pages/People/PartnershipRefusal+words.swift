package import Partnerships
import Procedures
import WorkingDays

extension PartnershipRefusal {
    /// What to do, in a sentence without its stop.
    package func words(in partnership: Partnership) -> String {
        func name(_ person: PersonID) -> String {
            partnership.people[person]?.name ?? "That person"
        }
        return switch self {
        case .alreadyFounded: "The partnership is there already"
        case .notFounded: "There is no such partnership"
        case .missing(let part): "Enter the \(part.rawValue)"
        case .unknownPerson: "That person does not belong to this partnership"
        case .alreadyThere(let person): "\(name(person)) is among the people already"
        case .emailTaken(let person): "That address is the one of \(name(person)) already"
        case .unknownEntry: "That entry is not there"
        case .alreadyEnded: "That has ended already"
        case .noRoles: "Choose a role"
        case .endsBeforeItBegins(let from, let until):
            "The last day, \(DayWording.words(until)), lies before the first, \(DayWording.words(from))"
        case .mustEnd(let capacity):
            "For the role of \(capacity.words) enter the last day: such access ends"
        case .standsInForHerself: "Nobody stands in for themselves: choose another person"
        case .lastOf(let capacity):
            "There would be no \(capacity.words) left: give somebody else that role first"
        case .unknownAgency: "That agency is not there"
        case .agencyFaults(let faults): faults.map(\.words).joined(separator: ". ")
        case .unknownAddress(let address): "No agency in the directory has the address \(address)"
        case .alreadyTrusted(let address): "\(address) is trusted already"
        case .notTrustedItself(let address):
            "\(address) has neither answered nor been allowed: there is nothing to withdraw"
        case .noSuchDomain(let typed, let fault): fault.words(typed)
        case .alreadyListed(let domain): "\(domain.text) is on the list already"
        case .notListed(let domain): "\(domain) is not on the list"
        case .alreadyClosed(let day): "\(DayWording.words(day)) is a closure day already"
        case .notClosed(let day): "\(DayWording.words(day)) is no closure day"
        case .sameEdition: "That edition is in use already"
        case .unknownLetter: "There is no such letter, or no such version of it"
        case .letterFaults(let faults): faults.map(\.words).joined(separator: ". ")
        case .letterOvertaken(let number):
            number == 0
                ? "Somebody else went back to the text that ships meanwhile"
                : "Somebody else was first: version \(number) is there now"
        case .sameLetter(let number):
            number == 0
                ? "Nothing differs from the text that ships"
                : "Nothing differs from version \(number)"
        case .alreadyExcluded: "That person is excluded from the case already"
        case .concernsHerself: "This is about you: somebody else must do it"
        case .notReset(let person): "\(name(person)) has nothing to be confirmed"
        case .notByHer:
            "Neither the person concerned nor whoever did it can do this: somebody else must"
        case .excluded: "That cannot be done for this person"
        case .lapsed: "Nobody approved it in time: ask anew"
        case .alreadyOpen: "It is open already"
        case .needsPartner: "One of the two must be a safeguarding partner"
        case .needsSecondPerson: "Somebody else must approve it"
        case .notAllowed(let capacity?): "Only a \(capacity.words) can do this"
        case .notAllowed(nil): "You cannot do this"
        }
    }

    /// Beside which question; nil for the form as a whole.
    package var field: String? {
        switch self {
        case .missing(let part): part == .email ? "email" : part.rawValue
        case .emailTaken, .alreadyThere: "email"
        case .endsBeforeItBegins, .mustEnd: "until"
        case .noRoles: "role"
        case .agencyFaults(let faults): faults.first?.field
        case .noSuchDomain, .alreadyListed: "domain"
        case .unknownAddress, .alreadyTrusted, .notTrustedItself, .notListed: "reason"
        case .alreadyClosed: "day"
        default: nil
        }
    }
}
