package import Partnerships
package import WorkingDays

/// One meeting of a case: arranged, held, minuted.
package struct Meeting: Hashable, Sendable {
    package let entry: EntryID
    /// The meeting step, by id.
    package let step: String
    package let arranged: Timestamp
    package let by: Actor
    package let reconvenes: EntryID?
    package internal(set) var time: MeetingTime
    package internal(set) var place: String
    package internal(set) var chair: MeetingChair
    package internal(set) var convenedAs: String?
    package internal(set) var people: [MeetingPerson]
    package internal(set) var agenda: [MeetingItem]
    /// Why it lies outside the window; empty where it does not.
    package internal(set) var outside: String
    /// How often what is in people's calendars was changed.
    package internal(set) var sequence = 0
    package internal(set) var invitations: [Invitation] = []
    /// What people said who were invited, by person.
    package internal(set) var answers: [EntryID: CaseEvent.InvitationAnswered] = [:]
    package internal(set) var cancelled: String?
    package internal(set) var begun: LocalTime?
    /// By person.
    package internal(set) var presences: [EntryID: [Presence]] = [:]
    /// In what other capacity somebody came, by person.
    package internal(set) var cameAs: [EntryID: String] = [:]
    package internal(set) var points: [Point] = []
    package internal(set) var ended: CaseEvent.MeetingEnded?
    package internal(set) var minutes: [MinutesVersion] = []
    package internal(set) var circulations: [CaseEvent.MinutesCirculated] = []
    package internal(set) var minutesMails: [MinutesMail] = []
    package internal(set) var approved: CaseEvent.MinutesApproved?
    package internal(set) var addenda: [Addendum] = []

    package struct Invitation: Hashable, Sendable {
        package let queued: CaseEvent.InvitationQueued
        package let at: Timestamp
        /// What became of the message, as last known.
        package internal(set) var settled: CaseEvent.MessageSettled?
    }

    package struct MinutesMail: Hashable, Sendable {
        package let queued: CaseEvent.MinutesMailQueued
        package let at: Timestamp
        /// What became of the message, as last known.
        package internal(set) var settled: CaseEvent.MessageSettled?
    }

    package struct Point: Hashable, Sendable {
        package let noted: CaseEvent.MeetingPointNoted
        package internal(set) var isStruck = false
        package internal(set) var done: CaseEvent.ActionDone?
        package internal(set) var overtaken: CaseEvent.ActionOvertaken?
        /// Each further day, in the order in which they were set.
        package internal(set) var moves: [CaseEvent.ActionMoved] = []
        package internal(set) var given: CaseEvent.ActionGiven?

        /// Whether nothing is left to be done.
        package var isSettled: Bool { done != nil || overtaken != nil }

        /// Whose action it is now.
        package var who: String { given?.who ?? noted.who }
        package var person: PersonID? { given.map(\.person) ?? noted.person }

        /// By which day it is to be done now; nil where none was set.
        package var due: Day? { moves.last?.by ?? noted.by }

        package func isOverdue(on today: Day) -> Bool {
            !isSettled && due.map { $0 < today } ?? false
        }
    }

    package struct MinutesVersion: Hashable, Sendable {
        package let put: CaseEvent.MinutesPutForward
        package let at: Timestamp
        package let by: Actor
    }

    package struct Addendum: Hashable, Sendable {
        package let added: CaseEvent.MinutesAddedTo
        package let at: Timestamp
        package let by: Actor
    }

    /// How far it is.
    package enum State: Hashable, Sendable {
        case arranged, underWay, held, cancelled
    }

    package var state: State {
        if cancelled != nil { return .cancelled }
        if ended != nil { return .held }
        return begun == nil ? .arranged : .underWay
    }

    /// Whether it is still to be held, or is being held.
    package var isOpen: Bool { state == .arranged || state == .underWay }

    /// The day on which it was held, or is to be.
    package var day: Day { begun?.day ?? time.day }

    package func person(_ entry: EntryID) -> MeetingPerson? { people.first { $0.entry == entry } }

    package func item(_ id: String) -> MeetingItem? { agenda.first { $0.id == id } }

    /// What is noted and was not struck out.
    package func points(
        of item: String? = nil,
        _ kind: MeetingPointKind? = nil
    ) -> [CaseEvent.MeetingPointNoted] {
        points.filter { !$0.isStruck }.map(\.noted).filter {
            (item == nil || $0.item == item) && (kind == nil || $0.kind == kind)
        }
    }

    /// The actions that were not struck out, in the order noted.
    package var actions: [Point] { points.filter { !$0.isStruck && $0.noted.kind == .action } }

    /// Whether part of what was said is not for somebody: she is to have left before an item of the agenda.
    package func isKeptFromMinutes(_ person: MeetingPerson) -> Bool {
        agenda.contains { $0.isWithout(person) }
    }

    /// Those of its people to whom minutes are sent, ticked or named in whatever box.
    package func recipients(of sent: CaseEvent.MinutesCirculated) -> [MeetingPerson] {
        let names = Set(sent.to.map { comparable($0) })
        return people.filter { person in
            sent.people?.contains(person.entry) == true || names.contains(comparable(person.name))
        }
    }

    /// Whether somebody is there at a minute; after the meeting, whether she was.
    package func isThere(_ person: EntryID, at minute: Minute) -> Bool {
        presences[person, default: []].contains { $0.covers(minute) }
    }

    /// Whether somebody is there, as far as was recorded.
    package func isThere(_ person: EntryID) -> Bool {
        presences[person]?.last.map { $0.until == nil } ?? false
    }

    /// Everybody who was there for any part of it.
    package var attended: [MeetingPerson] {
        people.filter { !presences[$0.entry, default: []].isEmpty }
    }

    /// Those still there who have left before an item.
    package func stillThere(before item: MeetingItem) -> [MeetingPerson] {
        people.filter { item.isWithout($0) && isThere($0.entry) }
    }

    /// The newest minutes; nil where none were put forward.
    package var newestMinutes: MinutesVersion? { minutes.last }
}
