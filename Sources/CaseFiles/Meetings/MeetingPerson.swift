package import Partnerships
package import WorkingDays

/// When a meeting is to be held, by the clock on the wall.
package struct MeetingTime: Hashable, Sendable, Codable {
    package let day: Day
    package let from: Minute
    package let until: Minute

    package init(day: Day, from: Minute, until: Minute) {
        self.day = day
        self.from = from
        self.until = until
    }
}

/// Who chairs a meeting.
package struct MeetingChair: Hashable, Sendable, Codable {
    package let name: String
    /// Somebody else than the procedure names.
    package let isOther: Bool
    /// Who agreed to the other chair; empty where there is none.
    package let agreedBy: String
    package let reason: String

    package init(name: String, isOther: Bool = false, agreedBy: String = "", reason: String = "") {
        self.name = name
        self.isOther = isOther
        self.agreedBy = agreedBy
        self.reason = reason
    }
}

/// Somebody who is to be at a meeting.
package struct MeetingPerson: Hashable, Sendable, Codable {
    package let entry: EntryID
    package let name: String
    /// What she is, and where: `Detective Inspector, Marl Police`.
    package let role: String
    /// Empty where she is told otherwise.
    package let email: String
    package let part: Part
    /// Whom of the procedure she stands for: partners, roles and groups, by id.
    package let standsFor: [String]

    /// As what somebody comes; the raw values are stored.
    package enum Part: String, CaseIterable, Hashable, Sendable, Codable {
        case chair, member
        /// For an agency that is neither a partner nor a member.
        case agency
        /// Worked with the child or the family, and leaves before thresholds are discussed.
        case practitioner
        case adviser
        case minuteTaker = "minute-taker"
        case observer
    }

    package init(
        entry: EntryID,
        name: String,
        role: String,
        email: String,
        part: Part,
        standsFor: [String] = []
    ) {
        self.entry = entry
        self.name = name
        self.role = role
        self.email = email
        self.part = part
        self.standsFor = standsFor
    }
}

/// Something that a meeting discusses.
package struct MeetingItem: Hashable, Sendable, Codable {
    /// The same while the meeting lives, wherever on the agenda it moves.
    package let id: String
    package let item: String
    /// Of the procedure; empty for an item of the partnership's own.
    package let clauses: [String]
    /// Who has left before it, by part: `practitioners`, or a role's or group's id.
    package let without: [String]

    package init(id: String, item: String, clauses: [String] = [], without: [String] = []) {
        self.id = id
        self.item = item
        self.clauses = clauses
        self.without = without
    }

    /// Whether somebody has left before it.
    package func isWithout(_ person: MeetingPerson) -> Bool {
        without.contains { gone in
            gone == "practitioners" ? person.part == .practitioner : person.standsFor.contains(gone)
        }
    }
}

/// A stretch of a meeting during which somebody was there.
package struct Presence: Hashable, Sendable, Codable {
    package let from: Minute
    /// Nil while she is there.
    package internal(set) var until: Minute?

    package init(from: Minute, until: Minute? = nil) {
        self.from = from
        self.until = until
    }

    package func covers(_ minute: Minute) -> Bool {
        from <= minute && until.map { minute <= $0 } ?? true
    }
}
