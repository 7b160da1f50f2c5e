package import Partnerships
package import WorkingDays

extension CaseEvent {
    /// An action that a meeting decided was done.
    package struct ActionDone: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let point: EntryID
        package let day: Day
        /// What shows it.
        package let evidence: String

        package init(meeting: EntryID, point: EntryID, day: Day, evidence: String) {
            self.meeting = meeting
            self.point = point
            self.day = day
            self.evidence = evidence
        }
    }

    /// An action is to be done by another day; the days before stay beside it.
    package struct ActionMoved: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let point: EntryID
        package let by: Day
        package let agreedBy: String
        package let reason: String

        package init(
            meeting: EntryID,
            point: EntryID,
            by: Day,
            agreedBy: String,
            reason: String
        ) {
            self.meeting = meeting
            self.point = point
            self.by = by
            self.agreedBy = agreedBy
            self.reason = reason
        }
    }

    /// An action is somebody else's from now on.
    package struct ActionGiven: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let point: EntryID
        package let who: String
        /// Whoever it is among the people of the partnership; nil for anybody else.
        package let person: PersonID?
        package let reason: String

        package init(
            meeting: EntryID,
            point: EntryID,
            who: String,
            person: PersonID?,
            reason: String
        ) {
            self.meeting = meeting
            self.point = point
            self.who = who
            self.person = person
            self.reason = reason
        }
    }

    /// Something that came later makes an action needless.
    package struct ActionOvertaken: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let point: EntryID
        package let reason: String

        package init(meeting: EntryID, point: EntryID, reason: String) {
            self.meeting = meeting
            self.point = point
            self.reason = reason
        }
    }

    /// An action is open again that was recorded as done or overtaken.
    package struct ActionReopened: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let point: EntryID
        package let reason: String

        package init(meeting: EntryID, point: EntryID, reason: String) {
            self.meeting = meeting
            self.point = point
            self.reason = reason
        }
    }
}
