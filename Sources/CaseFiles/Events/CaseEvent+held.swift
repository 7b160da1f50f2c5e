package import Partnerships
package import WorkingDays

/// What is noted of an item besides what was said; the raw values are stored.
package enum MeetingPointKind: String, CaseIterable, Hashable, Sendable, Codable {
    case decision, action
}

extension CaseEvent {
    /// A meeting began.
    package struct MeetingBegun: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let day: Day
        package let minute: Minute

        package init(
            meeting: EntryID,
            day: Day,
            minute: Minute
        ) {
            self.meeting = meeting
            self.day = day
            self.minute = minute
        }
    }

    /// Somebody came.
    package struct MeetingAttended: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let person: EntryID
        package let minute: Minute
        /// In what capacity, where that is another than she was invited in.
        package let words: String

        package init(
            meeting: EntryID,
            person: EntryID,
            minute: Minute,
            words: String
        ) {
            self.meeting = meeting
            self.person = person
            self.minute = minute
            self.words = words
        }
    }

    /// Somebody left.
    package struct MeetingLeft: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let person: EntryID
        package let minute: Minute

        package init(
            meeting: EntryID,
            person: EntryID,
            minute: Minute
        ) {
            self.meeting = meeting
            self.person = person
            self.minute = minute
        }
    }

    /// When somebody was there, put right.
    package struct AttendanceCorrected: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let person: EntryID
        /// Empty for somebody who was not there.
        package let presences: [Presence]
        package let reason: String

        package init(
            meeting: EntryID,
            person: EntryID,
            presences: [Presence],
            reason: String
        ) {
            self.meeting = meeting
            self.person = person
            self.presences = presences
            self.reason = reason
        }
    }

    /// A decision or an action of a meeting.
    package struct MeetingPointNoted: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        /// Of the agenda, by id; nil for the meeting as a whole.
        package let item: String?
        package let kind: MeetingPointKind
        package let words: String
        /// Whose action it is; empty for a decision.
        package let who: String
        /// By which day.
        package let by: Day?
        /// Whoever it is among the people of the partnership; nil for anybody else.
        package let person: PersonID?

        package init(
            entry: EntryID,
            meeting: EntryID,
            item: String?,
            kind: MeetingPointKind,
            words: String,
            who: String,
            by: Day?,
            person: PersonID? = nil
        ) {
            self.entry = entry
            self.meeting = meeting
            self.item = item
            self.kind = kind
            self.words = words
            self.who = who
            self.by = by
            self.person = person
        }
    }

    /// A decision or an action noted in error.
    package struct MeetingPointStruck: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let point: EntryID
        package let reason: String

        package init(
            meeting: EntryID,
            point: EntryID,
            reason: String
        ) {
            self.meeting = meeting
            self.point = point
            self.reason = reason
        }
    }

    /// A meeting ended; whether it was quorate a person states.
    package struct MeetingEnded: Hashable, Sendable, Codable {
        /// The name of the entry by which the step is done.
        package let entry: EntryID
        package let meeting: EntryID
        package let minute: Minute
        /// Nil where the procedure asks for no quorum.
        package let isQuorate: Bool?
        /// Whoever chaired; empty where nothing is stated.
        package let statedBy: String
        /// Why it is stated against the count; empty where it is not.
        package let reason: String
        /// What Sightline counted from the attendance.
        package internal(set) var counted: Bool?

        package init(
            entry: EntryID,
            meeting: EntryID,
            minute: Minute,
            isQuorate: Bool?,
            statedBy: String,
            reason: String,
            counted: Bool? = nil
        ) {
            self.entry = entry
            self.meeting = meeting
            self.minute = minute
            self.isQuorate = isQuorate
            self.statedBy = statedBy
            self.reason = reason
            self.counted = counted
        }
    }
}
