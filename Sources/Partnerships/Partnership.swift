package import Procedures
package import WorkingDays

/// Who belongs to a partnership and what they may do there: the fold of its own log.
package struct Partnership: Hashable, Sendable {
    /// How many events it is made of.
    package internal(set) var version = 0
    package internal(set) var name = ""
    /// The procedure it follows, by id.
    package internal(set) var procedure = ""
    package internal(set) var variation: String?
    package internal(set) var people: [PersonID: Person] = [:]
    package internal(set) var memberships: [Membership] = []
    package internal(set) var deputies: [Deputy] = []
    package internal(set) var agencies: [AgencyID: Agency] = [:]
    /// Domains whose addresses are trusted, in the order in which they were listed.
    package internal(set) var domains: [ListedDomain] = []
    package internal(set) var addresses: [MailAddress: KnownAddress] = [:]
    package internal(set) var closures: [Day: String] = [:]
    /// The calendar with the days on which the partnership is closed.
    package internal(set) var calendar = WorkingCalendar.standard
    /// The closure days as they stood until each change of them, in order.
    package internal(set) var earlierClosures: [EarlierClosures] = []
    /// Counts up with every closure day that comes or goes.
    package internal(set) var calendarVersion = 1
    package internal(set) var editions: [Edition] = []
    /// Letters of which it has texts of its own, by id.
    package internal(set) var letters: [String: KeptLetter] = [:]
    package internal(set) var exclusions: [Exclusion] = []
    package internal(set) var resets: [FactorReset] = []
    package internal(set) var brokenGlass: [BrokenGlass] = []
    package internal(set) var notices: [Notice] = []

    package init() {}

    package var isFounded: Bool { version > 0 }

    /// The days on which the partnership was closed, as they stood until a moment.
    package struct EarlierClosures: Hashable, Sendable {
        package let until: Timestamp
        package let days: [Day: String]
    }
}

package struct Person: Hashable, Sendable, Codable {
    package let person: PersonID
    package let name: String
    package let email: String
    package let agency: AgencyID?

    package init(person: PersonID, name: String, email: String, agency: AgencyID?) {
        self.person = person
        self.name = name
        self.email = email
        self.agency = agency
    }
}

/// What somebody is in the partnership, from one day to another.
package struct Membership: Hashable, Sendable, Codable {
    package let entry: EntryID
    package let person: PersonID
    package let roles: [HeldRole]
    package let from: Day
    /// The last day; nil where no end is set.
    package internal(set) var until: Day?

    package init(entry: EntryID, person: PersonID, roles: [HeldRole], from: Day, until: Day?) {
        self.entry = entry
        self.person = person
        self.roles = roles
        self.from = from
        self.until = until
    }

    package func isOn(_ day: Day) -> Bool {
        from <= day && until.map { day <= $0 } ?? true
    }
}

/// A role as somebody holds it.
package struct HeldRole: Hashable, Sendable, Codable {
    /// The procedure's role, by id; nil where only the capacity matters.
    package let role: String?
    package let capacity: Capacity

    package init(role: String?, capacity: Capacity) {
        self.role = role
        self.capacity = capacity
    }
}

extension Capacity: Codable {}

/// Somebody who stands in for another from one day to another, and is then what that other is.
package struct Deputy: Hashable, Sendable, Codable {
    package let entry: EntryID
    package let person: PersonID
    package let standsInFor: PersonID
    package let from: Day
    package internal(set) var until: Day

    package init(
        entry: EntryID,
        person: PersonID,
        standsInFor: PersonID,
        from: Day,
        until: Day
    ) {
        self.entry = entry
        self.person = person
        self.standsInFor = standsInFor
        self.from = from
        self.until = until
    }

    package func isOn(_ day: Day) -> Bool { from <= day && day <= until }
}

/// A human being who is kept from a case, whatever account she comes by.
package struct Exclusion: Hashable, Sendable, Codable {
    package let entry: EntryID
    package let reference: CaseReference
    /// Every account that is hers, as far as it is known.
    package internal(set) var people: [PersonID]
    package let name: String
    package let email: String
    package let reason: String
    package internal(set) var isEnded: Bool

    package init(
        entry: EntryID,
        reference: CaseReference,
        people: [PersonID],
        name: String,
        email: String,
        reason: String,
        isEnded: Bool = false
    ) {
        self.entry = entry
        self.reference = reference
        self.people = people
        self.name = name
        self.email = email
        self.reason = reason
        self.isEnded = isEnded
    }
}

/// A second factor that somebody else reset: until another confirms who she is, the person's cases stay shut.
package struct FactorReset: Hashable, Sendable {
    package let person: PersonID
    package let by: Actor
    /// Who made it, where that was done in another partnership.
    package let askedBy: PersonID?
    package let at: Timestamp

    /// Whether somebody made it, here or elsewhere.
    package func isBy(_ actor: Actor) -> Bool {
        by == actor || askedBy != nil && askedBy == actor.person
    }
}

/// A case opened in an emergency to somebody who is not on it.
package struct BrokenGlass: Hashable, Sendable {
    package let entry: EntryID
    package let reference: CaseReference
    package let person: PersonID
    package let reason: String
    package let askedBy: PersonID
    package let asked: Timestamp
    /// Nil until a second person approved.
    package internal(set) var approvedBy: PersonID?
    package internal(set) var opened: Timestamp?

    /// A request that nobody approved within two hours lapses.
    package static let lapsesAfterHours: Int64 = 2
    package static let openForHours: Int64 = 24

    package func isOpen(at now: Timestamp) -> Bool {
        opened.map { $0 <= now && now < $0.advanced(byHours: Self.openForHours) } ?? false
    }
}

/// Something that coordinators are shown until one of them has seen it.
package struct Notice: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case personAdded(PersonID)
        case membershipGranted(EntryID)
        case deputyNamed(EntryID)
        case factorReset(PersonID)
        /// Somebody's name or address is that of a person excluded from a case.
        case possibleMatch(PersonID, exclusion: EntryID)
        case keysHandled(PartnershipEvent.KeysHandled.What)
        /// Addresses that an agency was given, to which nothing goes yet.
        case addressesEntered(AgencyID, [String])
        /// A letter goes out in another text; 0 for the one that ships.
        case letterPutToUse(String, number: Int)
    }

    package let what: What
    package let at: Timestamp
    package let by: Actor
    package internal(set) var seenBy: Actor?
}
