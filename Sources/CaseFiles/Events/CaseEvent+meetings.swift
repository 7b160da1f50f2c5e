package import Partnerships
package import WorkingDays

/// What a calendar invitation says; the raw values are stored.
package enum InvitationKind: String, CaseIterable, Hashable, Sendable, Codable {
    case invitation, change, cancellation
}

/// What is noted of an item besides what was said; the raw values are stored.
package enum MeetingPointKind: String, CaseIterable, Hashable, Sendable, Codable {
    case decision, action
}

extension CaseEvent {
    /// A meeting is to be held.
    package struct MeetingArranged: Hashable, Sendable, Codable {
        /// The name of the meeting.
        package let entry: EntryID
        /// The meeting step, by id.
        package let step: String
        package let time: MeetingTime
        /// A room, or how it is held.
        package let place: String
        package let chair: MeetingChair
        /// One of those that the procedure lists; nil where it lists none.
        package let convenedAs: String?
        package let people: [MeetingPerson]
        package let agenda: [MeetingItem]
        /// The meeting that it takes up again, for want of a quorum there or on new grounds.
        package let reconvenes: EntryID?
        /// Why it lies outside the window; empty where it does not.
        package let outside: String
        /// The first day of the window that was shown.
        package internal(set) var opensShown: Day?
        /// The last.
        package internal(set) var dueShown: Day?

        package init(
            entry: EntryID,
            step: String,
            time: MeetingTime,
            place: String,
            chair: MeetingChair,
            convenedAs: String?,
            people: [MeetingPerson],
            agenda: [MeetingItem],
            reconvenes: EntryID?,
            outside: String,
            opensShown: Day? = nil,
            dueShown: Day? = nil
        ) {
            self.entry = entry
            self.step = step
            self.time = time
            self.place = place
            self.chair = chair
            self.convenedAs = convenedAs
            self.people = people
            self.agenda = agenda
            self.reconvenes = reconvenes
            self.outside = outside
            self.opensShown = opensShown
            self.dueShown = dueShown
        }
    }

    /// A meeting is held at another time, elsewhere or under another chair.
    package struct MeetingChanged: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let time: MeetingTime
        package let place: String
        package let chair: MeetingChair
        package let convenedAs: String?
        package let reason: String
        /// Why it now lies outside the window; empty where it does not.
        package let outside: String
        package internal(set) var opensShown: Day?
        package internal(set) var dueShown: Day?

        package init(
            meeting: EntryID,
            time: MeetingTime,
            place: String,
            chair: MeetingChair,
            convenedAs: String?,
            reason: String,
            outside: String,
            opensShown: Day? = nil,
            dueShown: Day? = nil
        ) {
            self.meeting = meeting
            self.time = time
            self.place = place
            self.chair = chair
            self.convenedAs = convenedAs
            self.reason = reason
            self.outside = outside
            self.opensShown = opensShown
            self.dueShown = dueShown
        }
    }

    /// A meeting is not held.
    package struct MeetingCancelled: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let reason: String

        package init(
            meeting: EntryID,
            reason: String
        ) {
            self.meeting = meeting
            self.reason = reason
        }
    }

    /// Who is to be at a meeting.
    package struct MeetingPeopleChanged: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let added: [MeetingPerson]
        package let removed: [EntryID]
        package let reason: String

        package init(
            meeting: EntryID,
            added: [MeetingPerson],
            removed: [EntryID],
            reason: String
        ) {
            self.meeting = meeting
            self.added = added
            self.removed = removed
            self.reason = reason
        }
    }

    /// What a meeting discusses, in order.
    package struct MeetingAgendaChanged: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let agenda: [MeetingItem]

        package init(
            meeting: EntryID,
            agenda: [MeetingItem]
        ) {
            self.meeting = meeting
            self.agenda = agenda
        }
    }

    /// A calendar invitation, a change or the cancellation of one, to one person.
    package struct InvitationQueued: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        package let person: EntryID
        package let kind: InvitationKind
        /// 0 for the first, one more for each change.
        package let sequence: Int
        package let email: String
        /// A person sends it: no mail leaves here, or nobody vouches for the address.
        package let byHand: Bool

        package init(
            entry: EntryID,
            meeting: EntryID,
            person: EntryID,
            kind: InvitationKind,
            sequence: Int,
            email: String,
            byHand: Bool
        ) {
            self.entry = entry
            self.meeting = meeting
            self.person = person
            self.kind = kind
            self.sequence = sequence
            self.email = email
            self.byHand = byHand
        }
    }

    /// What somebody said who was invited.
    package struct InvitationAnswered: Hashable, Sendable, Codable {
        package let meeting: EntryID
        package let person: EntryID
        package let isComing: Bool
        /// Why not, and who comes instead.
        package let words: String

        package init(
            meeting: EntryID,
            person: EntryID,
            isComing: Bool,
            words: String
        ) {
            self.meeting = meeting
            self.person = person
            self.isComing = isComing
            self.words = words
        }
    }

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

    /// Minutes as they read from now on.
    package struct MinutesPutForward: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        package let parts: [Part]
        /// 64 hexadecimal digits.
        package let digest: String

        package init(
            entry: EntryID,
            meeting: EntryID,
            parts: [Part],
            digest: String
        ) {
            self.entry = entry
            self.meeting = meeting
            self.parts = parts
            self.digest = digest
        }
    }

    /// Minutes were sent round by people.
    package struct MinutesCirculated: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        /// Of the minutes that went.
        package let version: EntryID
        /// By name.
        package let to: [String]
        package let day: Day
        package let minute: Minute?
        package let how: String
        /// Who of the people of the meeting; nil in entries made before that was kept.
        package let people: [EntryID]?

        package init(
            entry: EntryID,
            meeting: EntryID,
            version: EntryID,
            to: [String],
            day: Day,
            minute: Minute?,
            how: String,
            people: [EntryID]? = nil
        ) {
            self.entry = entry
            self.meeting = meeting
            self.version = version
            self.to = to
            self.day = day
            self.minute = minute
            self.how = how
            self.people = people
        }
    }

    /// A message that minutes were sent round, to one of those to whom they were; it holds nothing of them.
    package struct MinutesMailQueued: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        /// Of the entry that records the sending round.
        package let circulation: EntryID
        package let person: EntryID
        package let email: String
        /// A person tells her: no mail leaves here, or nobody vouches for the address.
        package let byHand: Bool

        package init(
            entry: EntryID,
            meeting: EntryID,
            circulation: EntryID,
            person: EntryID,
            email: String,
            byHand: Bool
        ) {
            self.entry = entry
            self.meeting = meeting
            self.circulation = circulation
            self.person = person
            self.email = email
            self.byHand = byHand
        }
    }

    /// Minutes were approved.
    package struct MinutesApproved: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        package let version: EntryID
        package let by: String
        /// The later meeting that approved them; nil where whoever chaired did.
        package let at: EntryID?
        package let day: Day
        package let words: String

        package init(
            entry: EntryID,
            meeting: EntryID,
            version: EntryID,
            by: String,
            at: EntryID?,
            day: Day,
            words: String
        ) {
            self.entry = entry
            self.meeting = meeting
            self.version = version
            self.by = by
            self.at = at
            self.day = day
            self.words = words
        }
    }

    /// What is put right after the minutes were approved; they stay as they were.
    package struct MinutesAddedTo: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        package let text: String

        package init(
            entry: EntryID,
            meeting: EntryID,
            text: String
        ) {
            self.entry = entry
            self.meeting = meeting
            self.text = text
        }
    }
}
