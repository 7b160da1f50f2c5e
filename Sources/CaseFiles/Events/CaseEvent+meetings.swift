package import Partnerships
package import WorkingDays

/// What a calendar invitation says; the raw values are stored.
package enum InvitationKind: String, CaseIterable, Hashable, Sendable, Codable {
    case invitation, change, cancellation
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
}
