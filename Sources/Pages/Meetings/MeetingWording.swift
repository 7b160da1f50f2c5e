package import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension Wording {
    /// A meeting step as people call it: `Rapid review meeting`.
    package func meetingName(_ step: String) -> String {
        DayWording.capitalised(Self.spaced(step))
    }

    /// A meeting with its day: `Rapid review meeting, Tue 6 Jan 2026`.
    func title(_ meeting: Meeting) -> String {
        "\(meetingName(meeting.step)), \(DayWording.words(meeting.day))"
    }

    /// An item of an agenda, and who leaves before it.
    func item(_ item: MeetingItem) -> String {
        let gone = item.without.map { $0 == "practitioners" ? $0 : seat($0) }
        return item.item + (gone.isEmpty ? "" : " (without \(DayWording.list(gone)))")
    }

    /// Whether a meeting of a step counts only where its quorum is met.
    func enforcesQuorum(_ step: String) -> Bool {
        procedure.lookup.stepNamed[step].flatMap { procedure.steps[$0].meeting?.quorum }?
            .isEnforced ?? false
    }

    /// What the rule is called by which people are counted.
    func quorumTerm(_ step: String) -> String { enforcesQuorum(step) ? "Quorum" : "Expected" }

    /// What whoever chaired states of who was there, in the words of the rule.
    func stated(_ isMet: Bool, of step: String) -> String {
        switch (enforcesQuorum(step), isMet) {
        case (true, true): "Quorate"
        case (true, false): "Not quorate"
        case (false, true): "Everybody expected was there"
        case (false, false): "Not everybody expected was there"
        }
    }

    /// How far a meeting is, as a tag.
    func tag(_ meeting: Meeting) -> StandingTag {
        switch meeting.state {
        case .cancelled: return StandingTag(kind: .not, word: "Cancelled")
        case .underWay: return StandingTag(kind: .today, word: "Under way")
        case .arranged: return StandingTag(kind: .open, word: "Arranged")
        case .held:
            guard enforcesQuorum(meeting.step), let isQuorate = meeting.ended?.isQuorate else {
                return StandingTag(kind: .done, word: "Held")
            }
            return StandingTag(
                kind: isQuorate ? .done : .overdue,
                word: stated(isQuorate, of: meeting.step)
            )
        }
    }

    /// Whom somebody at a meeting stands for, by the procedure's names.
    func standsFor(_ ids: [String]) -> String {
        DayWording.list(ids.map { seat($0) })
    }

    /// A partner, role or group of the procedure, or the words themselves.
    func seat(_ id: String) -> String {
        let partner = partner(id)
        return partner == id ? name(of: id) : partner
    }

    /// `10:00am to 11:30am`.
    static func times(_ time: MeetingTime) -> String {
        "\(DayWording.words(time.from)) to \(DayWording.words(time.until))"
    }

    static func times(_ presences: [Presence]) -> String {
        DayWording.list(
            presences.map { presence in
                let from = DayWording.words(presence.from)
                return presence.until.map { "\(from) to \(DayWording.words($0))" }
                    ?? "since \(from)"
            }
        )
    }

    /// When the procedure has it held: `From Wed 24 Dec 2025 to Tue 6 Jan 2026`.
    static func window(_ window: MeetingWindow) -> String {
        switch (window.opens, window.due) {
        case (let opens?, let due?) where opens != due:
            "From \(DayWording.words(opens)) to \(DayWording.words(due))"
        case (_, let due?):
            window.opens == due
                ? "On \(DayWording.words(due))" : "By \(DayWording.words(due))"
        case (let opens?, nil): "From \(DayWording.words(opens))"
        case (nil, nil):
            window.prompt.map {
                "The procedure gives no day; worth holding by \(DayWording.words($0))"
            } ?? "The procedure gives no day"
        }
    }

    /// Where a day lies to a window that it is not in; empty where it is in it.
    static func outside(_ window: MeetingWindow, _ day: Day) -> String {
        if let opens = window.opens, day < opens {
            return
                "\(DayWording.words(day)) lies before the window, which opens on \(DayWording.words(opens))"
        }
        if let due = window.due, day > due {
            return "\(DayWording.words(day)) lies after the last day, \(DayWording.words(due))"
        }
        return ""
    }
}

extension Meeting {
    /// Whoever a message went to: by name, or by the address where nobody of the list is meant.
    func name(_ person: EntryID, at email: String) -> String { self.person(person)?.name ?? email }
}

extension MeetingPerson.Part {
    package var words: String {
        switch self {
        case .chair: "chair"
        case .member: "member"
        case .agency: "for an agency"
        case .practitioner: "practitioner"
        case .adviser: "adviser"
        case .minuteTaker: "takes the minutes"
        case .observer: "observer"
        }
    }

    var hint: String {
        switch self {
        case .practitioner:
            "Worked with the child or the family, and leaves before the thresholds are discussed."
        case .agency: "Speaks for an agency that is neither a partner nor a member."
        default: ""
        }
    }
}

extension InvitationKind {
    /// After "sent": `the invitation`.
    var words: String {
        switch self {
        case .invitation: "the invitation"
        case .change: "the change"
        case .cancellation: "the cancellation"
        }
    }
}

extension QuorumCount {
    /// What was counted and why, in one sentence without its stop.
    package func reason(_ wording: Wording, isOver: Bool = false) -> String {
        let needs = wording.needs(rule)
        if case .atLeast = rule.needs {
            return
                "Counted: \(isMet ? "" : "not ")met. \(needs); there \(isOver ? "were" : "are") \(taken)"
        }
        if isMet {
            let there = seats.map { "\(DayWording.list($0.there)) for \(wording.seat($0.id))" }
            return "Counted: met. \(needs). There: \(there.joined(separator: "; "))"
        }
        let gone = missing.map { seat in
            wording.seat(seat.id)
                + (seat.lastLeft.map {
                    " (\(DayWording.list(seat.left)) left at \(DayWording.words($0)))"
                } ?? "")
        }
        return
            "Counted: not met. \(needs). Nobody \(isOver ? "was" : "is") there for \(DayWording.list(gone, "or"))"
    }
}

extension Wording {
    /// `The quorum is one from each of the three partners`.
    func needs(_ rule: Quorum) -> String {
        let whom = who(rule.of)
        let what =
            switch rule.needs {
            case .oneFromEach: "one from each of \(whom)"
            case .all: "all of \(whom)"
            case .atLeast(let count): "\(count) of \(whom)"
            }
        return rule.isEnforced
            ? "The quorum is \(what)"
            : "The procedure expects \(what), and leaves it open otherwise"
    }
}
