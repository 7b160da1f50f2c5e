import CaseFiles
package import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    /// Every meeting that the procedure names, in its order, and what came of it.
    package func meetingsPage() -> MeetingListPage {
        let steps = procedure.lookup.meetings.map { entry(procedure.steps[$0]) }
        return MeetingListPage(
            head: head("meetings"),
            lead:
                "Each meeting that the procedure names, in its order, with the days on which it has it held.",
            steps: steps
        )
    }

    private func entry(_ step: Step) -> MeetingListPage.Entry {
        let window = window(of: step.id)
        let meetings = file.meetings(of: step.id)
        return MeetingListPage.Entry(
            name: wording.meetingName(step.id),
            does: step.does,
            window: window.map { ($0.isOfReconvening ? "Meet again: " : "") + Wording.window($0) }
                ?? "",
            note: note(step),
            meetings: meetings.map { meeting in
                MeetingListPage.Row(
                    when: WordedLink(
                        words:
                            "\(DayWording.words(meeting.day)), \(DayWording.words(meeting.begun?.minute ?? meeting.time.from))",
                        address: link("meetings", "\(meeting.entry)")
                    ),
                    place: meeting.place,
                    tag: wording.tag(meeting),
                    note: meeting.cancelled ?? meeting.outside
                )
            },
            acts: arrangeLink(step).map { [$0] } ?? []
        )
    }

    /// Where a meeting of a step is arranged; nil where one is arranged already, or the step is set aside.
    private func arrangeLink(_ step: Step) -> WordedLink? {
        let meetings = file.meetings(of: step.id)
        let isSeries = step.meeting?.isSeries == true
        guard step.isMeeting, may(.arrangeMeetings), file.setAside[step.id] == nil,
            isSeries || !meetings.contains(where: \.isOpen)
        else { return nil }
        let again = meetings.contains { $0.ended != nil } && !isSeries
        return WordedLink(
            words:
                "\(again ? "Meet again" : "Arrange"): \(wording.meetingName(step.id).lowercasedStart)",
            address: link(.meetings, step.id)
        )
    }

    /// From the page of a step to its meeting: the one that is arranged, else where it is arranged.
    func wayToMeeting(of step: Step) -> WordedLink? {
        if let open = file.meetings(of: step.id).last(where: \.isOpen) {
            return WordedLink(
                words: "Open: \(title(open).lowercasedStart)",
                address: meetingLink(open)
            )
        }
        return arrangeLink(step)
    }

    func window(of step: String) -> MeetingWindow? {
        opened.window(of: step, today: today)
    }

    private func note(_ step: Step) -> String {
        if let reason = file.setAside[step.id] { return "Set aside: \(reason)" }
        let line = schedule.line(OccurrenceName(step.id), under: procedure)
        switch line?.applies {
        case .no: return "Not needed, on what is known."
        case .unknown:
            return line?.openCondition.map { "Only if \(wording.condition($0))." } ?? ""
        default: return ""
        }
    }

    // One meeting

    /// One meeting of the case; nil where there is no such meeting.
    package func meetingPage(_ entry: EntryID) -> MeetingPage? {
        guard let meeting = file.meeting(entry),
            let reference = procedure.lookup.stepNamed[meeting.step],
            let part = procedure.steps[reference].meeting
        else { return nil }
        return MeetingPage(
            head: head("meetings"),
            title: title(meeting),
            tag: wording.tag(meeting),
            banners: banners(meeting, part),
            acts: acts(meeting),
            facts: facts(meeting, part),
            people: meeting.people.map { row($0, of: meeting) },
            agenda: meeting.agenda.map { agendaLine($0) },
            sections: [minutesSection(meeting), invitationSection(meeting)].compactMap { $0 }
        )
    }

    func title(_ meeting: Meeting) -> String {
        wording.title(meeting)
    }

    func meetingLink(_ meeting: Meeting, _ rest: String = "") -> String {
        link("meetings", "\(meeting.entry)") + (rest.isEmpty ? "" : "/\(rest)")
    }

    private func banners(_ meeting: Meeting, _ part: MeetingPart) -> [Banner] {
        if let reason = meeting.cancelled {
            return [Banner(kind: .plain, heading: "Cancelled", lines: [reason])]
        }
        var banners: [Banner] = []
        let window = window(of: meeting.step)
        if let window, meeting.ended == nil, !window.holds(meeting.day) {
            banners.append(
                Banner(
                    kind: .today,
                    heading: "Outside the window",
                    lines: [
                        "\(Wording.outside(window, meeting.day)). The window: \(Wording.window(window).lowercasedStart).",
                        meeting.outside,
                    ]
                )
            )
        }
        let isNewest = file.meetings(of: meeting.step).last?.entry == meeting.entry
        if meeting.ended?.isQuorate == false, part.quorum?.isEnforced == true, isNewest {
            banners.append(
                Banner(
                    kind: .late,
                    heading: "This meeting was not quorate",
                    lines: [
                        "It has decided nothing, and no clock started with it.",
                        window.map { "To meet again: \(Wording.window($0).lowercasedStart)." }
                            ?? "",
                    ],
                    link: may(.arrangeMeetings)
                        ? WordedLink(
                            words: "Meet again",
                            address: link(.meetings, meeting.step)
                        ) : nil
                )
            )
        }
        if isNewest, let missing = missing(meeting, part) {
            banners.append(
                Banner(
                    kind: .today,
                    heading: "Not everybody whom the procedure expects was there",
                    lines: [
                        "\(missing).",
                        "The procedure asks for no quorum. Whether the meeting decides all the same, or meets again, the partners say.",
                        window.map { "The window: \(Wording.window($0).lowercasedStart)." } ?? "",
                    ],
                    link: wayToMeeting(of: meeting.step)
                )
            )
        }
        return banners
    }

    /// Who was expected and did not come; nil where everybody was there, or a quorum decides.
    private func missing(_ meeting: Meeting, _ part: MeetingPart) -> String? {
        guard meeting.ended?.isQuorate == false, part.quorum?.isEnforced == false,
            let count = meeting.quorum(under: procedure), !count.isMet
        else { return nil }
        return count.reason(wording, isOver: true)
    }

    func wayToMeeting(of step: String) -> WordedLink? {
        procedure.lookup.stepNamed[step].flatMap { wayToMeeting(of: procedure.steps[$0]) }
    }

    private func acts(_ meeting: Meeting) -> [WordedLink] {
        var acts: [WordedLink] = []
        func add(_ form: CaseForm, _ words: String) {
            if may(form.act) {
                acts.append(WordedLink(words: words, address: link(form, "\(meeting.entry)")))
            }
        }
        func go(_ part: String, _ words: String) {
            acts.append(WordedLink(words: words, address: meetingLink(meeting, part)))
        }
        let state = meeting.state
        if state == .arranged || state == .underWay, may(.runMeetings) {
            go("run", "Run the meeting")
        }
        if state == .arranged { add(.beginnings, "Record when it began") }
        if state == .underWay { add(.endings, "End the meeting") }
        if state == .arranged || state == .underWay {
            add(.meetingChanges, "Move or change it")
            add(.meetingAgendas, "Change the agenda")
        }
        if state != .cancelled {
            add(.meetingPeople, "Change who is to be there")
            if state != .held { add(.apologies, "Record apologies") }
            if meeting.approved == nil, !meeting.people.isEmpty {
                add(.attendances, "Put the attendance right")
            }
        }
        if state == .arranged || state == .underWay { add(.meetingCancellations, "Cancel it") }
        go("papers/agenda", "Agenda to print")
        if state == .arranged { go("calendar", "Save to a calendar") }
        return acts
    }

    private func facts(
        _ meeting: Meeting,
        _ part: MeetingPart
    ) -> [(term: String, text: String)] {
        var facts: [(term: String, text: String)] = []
        if let begun = meeting.begun {
            let end = meeting.ended.map { " to \(DayWording.words($0.minute))" } ?? ""
            facts.append(
                ("Held", "\(DayWording.words(begun.day)), \(DayWording.words(begun.minute))\(end)")
            )
        } else {
            facts.append(
                ("When", "\(DayWording.words(meeting.time.day)), \(Wording.times(meeting.time))")
            )
        }
        facts.append(("Where", meeting.place))
        facts.append(("Chair", chairWords(meeting)))
        if let convened = meeting.convenedAs { facts.append(("Convened as", convened)) }
        if let window = window(of: meeting.step), meeting.ended == nil {
            facts.append(("The window", Wording.window(window)))
        }
        if !meeting.outside.isEmpty { facts.append(("Why outside the window", meeting.outside)) }
        if let before = meeting.reconvenes.flatMap({ file.meeting($0) }) {
            facts.append(("Takes up again", title(before)))
        }
        if let words = quorumWords(meeting) {
            facts.append((wording.quorumTerm(meeting.step), words))
        }
        if let ended = meeting.ended, let stated = ended.isQuorate {
            let why = ended.reason.isEmpty ? "" : " “\(ended.reason)”"
            facts.append(
                (
                    "Stated",
                    "\(wording.stated(stated, of: meeting.step)), by \(ended.statedBy).\(why)"
                )
            )
        }
        if let by = part.minutesBy { facts.append(("Minutes by", wording.who(by))) }
        return facts
    }

    func chairWords(_ meeting: Meeting) -> String {
        let chair = meeting.chair
        return chair.isOther
            ? "\(chair.name), in place of whom the procedure names; agreed by \(chair.agreedBy): \(chair.reason)"
            : chair.name
    }

    func quorumWords(_ meeting: Meeting) -> String? {
        guard let count = meeting.quorum(under: procedure) else { return nil }
        return meeting.begun == nil
            ? "\(wording.needs(count.rule))."
            : "\(count.reason(wording, isOver: meeting.ended != nil))."
    }

    func agendaLine(_ item: MeetingItem) -> String {
        wording.item(item)
            + (item.clauses.isEmpty ? "" : ". \(Wording.cited(item.clauses))")
    }

    private func row(_ person: MeetingPerson, of meeting: Meeting) -> MeetingPage.Person {
        let stands = wording.standsFor(person.standsFor)
        let part = DayWording.capitalised(person.part.words)
        return MeetingPage.Person(
            name: person.name,
            role: person.role,
            part: stands.isEmpty ? part : "\(part), for \(stands)",
            invited: invited(person, meeting),
            attendance: attendance(person, meeting)
        )
    }

    private func invited(_ person: MeetingPerson, _ meeting: Meeting) -> String {
        if let answer = meeting.answers[person.entry] {
            let words = answer.words.isEmpty ? "" : ": \(answer.words)"
            return (answer.isComing ? "Comes" : "Apologies") + words
        }
        guard let last = meeting.invitations.last(where: { $0.queued.person == person.entry })
        else { return person.email.isEmpty ? "No address here" : "Not invited from here" }
        let what = DayWording.capitalised(last.queued.kind.words)
        if let settled = last.settled { return "\(what) \(settled.outcome.words)" }
        guard last.queued.byHand else { return "\(what) is queued" }
        return meeting.ended == nil
            ? "\(what) is to be sent by hand"
            : "Nobody recorded that \(last.queued.kind.words) was sent"
    }

    func attendance(_ person: MeetingPerson, _ meeting: Meeting) -> String {
        let presences = meeting.presences[person.entry, default: []]
        if presences.isEmpty { return meeting.ended == nil ? "" : "Not there" }
        let came = meeting.cameAs[person.entry].map { " (\($0))" } ?? ""
        return DayWording.capitalised(Wording.times(presences)) + came
    }

    private func invitationSection(_ meeting: Meeting) -> PaperPage.Section? {
        let byHand = meeting.invitations.filter { $0.queued.byHand && $0.settled == nil }
        guard !byHand.isEmpty, meeting.isOpen else { return nil }
        let names = byHand.compactMap { meeting.person($0.queued.person)?.name }
        return PaperPage.Section(
            title: "To be sent by hand",
            note:
                "No mail leaves here for \(DayWording.list(names)): nobody vouches for the address yet, or no mail server is set. Save the calendar file and send it yourself.",
            links: [
                WordedLink(words: "The calendar file", address: meetingLink(meeting, "calendar"))
            ]
        )
    }
}

extension OpenedCase {
    /// The days on which the procedure has a meeting of a step held.
    func window(of step: String, today: Day) -> MeetingWindow? {
        meetingWindow(
            of: step,
            in: file,
            under: procedure,
            calendar: partnership.calendar,
            today: today
        )
    }
}
