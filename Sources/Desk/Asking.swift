package import Partnerships
package import WorkingDays

/// Who asks for something, in which partnership, and when.
package struct Asking: Hashable, Sendable {
    /// Under this name drafts are kept; of somebody at an agency it is that of her seat, and nobody's who signs in.
    package let person: PersonID
    package let partnership: PartnershipID
    package let time: Timestamp
    /// As the log tells it.
    package let actor: Actor

    package init(person: PersonID, partnership: PartnershipID, time: Timestamp) {
        self.person = person
        self.partnership = partnership
        self.time = time
        actor = .person(person)
    }

    /// Somebody at an agency, who came by a link.
    package init(seat: EntryID, partnership: PartnershipID, time: Timestamp) {
        person = .ofSeat(seat)
        self.partnership = partnership
        self.time = time
        actor = .invited(seat)
    }

    /// Sightline itself: it sends and reminds, and is on no case.
    package init(systemOf partnership: PartnershipID, time: Timestamp) {
        person = .nobody
        self.partnership = partnership
        self.time = time
        actor = .system
    }

    package var today: Day { time.localTime.day }
}

extension PersonID {
    /// Under which drafts of somebody at an agency are kept.
    package static func ofSeat(_ seat: EntryID) -> PersonID {
        guard let person = PersonID(number: seat.number) else {
            preconditionFailure("both count as far")
        }
        return person
    }

    fileprivate static let nobody: PersonID = {
        guard let person = PersonID(number: 0) else { preconditionFailure("it is in range") }
        return person
    }()
}
