package import CaseFiles
package import Partnerships
package import Procedures
import WorkingDays

extension CaseReader {
    /// What is asked of each item while a meeting is minuted, as a form that is saved item by item.
    package func minutesForm(of meeting: Meeting) -> FormDefinition {
        let items =
            (meeting.agenda.isEmpty
                ? [MeetingItem(id: "meeting", item: "The meeting")] : meeting.agenda)
            + [MeetingItem(id: "other-business", item: "Any other business")]
        return FormDefinition(
            id: "minutes",
            title: "Minutes",
            edition: "",
            says: [],
            minutes: nil,
            sections: items.map { item in
                FormSection(
                    id: item.id,
                    title: item.item,
                    says: [],
                    condition: nil,
                    questions: [
                        FormQuestion(
                            id: Self.said(item.id),
                            asks: Self.whatWasSaid,
                            hint: "",
                            kind: .longText(most: 20_000),
                            isNeeded: false,
                            condition: nil
                        )
                    ]
                )
            }
        )
    }

    static let whatWasSaid = "What was said"
    private static let nothingSaid = "Nothing is written."
    private static let noApologies = "None recorded."

    /// What stands in minutes where there is nothing to tell.
    static let saysNothing: Set<String> = [nothingSaid, noApologies]

    /// The name of the question what was said under an item.
    package static func said(_ item: String) -> String { "\(item)-said" }

    /// The whole of the minutes as they read now: who was there, item by item, decisions, actions.
    package func minutes(of meeting: Meeting, said: FormAnswers) -> [CaseEvent.Part] {
        [held(meeting), attendance(meeting)]
            + minutesForm(of: meeting).sections.compactMap { section in
                let text = said.text(of: Self.said(section.id)) ?? ""
                let lines =
                    (text.isEmpty
                        ? [] : [CaseEvent.Part.Line(asks: Self.whatWasSaid, says: text)])
                    + lines(of: meeting.points(of: section.id))
                if lines.isEmpty, section.id == "other-business" { return nil }
                return CaseEvent.Part(
                    title: section.title,
                    lines: lines.isEmpty
                        ? [CaseEvent.Part.Line(asks: Self.whatWasSaid, says: Self.nothingSaid)]
                        : lines
                )
            } + [general(meeting), actions(meeting)].compactMap { $0 }
    }

    private func held(_ meeting: Meeting) -> CaseEvent.Part {
        var lines: [(String, String)] = []
        if let begun = meeting.begun {
            let end = meeting.ended.map { " to \(DayWording.words($0.minute))" } ?? ""
            lines.append(
                ("Held", "\(wording.when(begun.day, begun.minute))\(end), \(meeting.place)")
            )
        }
        lines.append(("Chair", chairWords(meeting)))
        if let convened = meeting.convenedAs { lines.append(("Convened as", convened)) }
        if let words = quorumWords(meeting) {
            lines.append((wording.quorumTerm(meeting.step), words))
        }
        if let ended = meeting.ended, let stated = ended.isQuorate {
            let why = ended.reason.isEmpty ? "" : ": \(ended.reason)"
            lines.append(
                (
                    "Stated",
                    "\(wording.stated(stated, of: meeting.step)), by \(ended.statedBy)\(why)"
                )
            )
        }
        return CaseEvent.Part(title: "The meeting", lines: lines.map { .init(asks: $0, says: $1) })
    }

    private func attendance(_ meeting: Meeting) -> CaseEvent.Part {
        let there = meeting.attended.map { person in
            let role = person.role.isEmpty ? "" : ", \(person.role)"
            return CaseEvent.Part.Line(
                asks: "\(person.name)\(role)",
                says: attendance(person, meeting)
            )
        }
        let apologies = meeting.people.filter { person in
            meeting.answers[person.entry]?.isComing == false
                && meeting.presences[person.entry, default: []].isEmpty
        }
        let words = apologies.map { person in
            let why = meeting.answers[person.entry]?.words ?? ""
            return person.name + (why.isEmpty ? "" : " (\(why))")
        }
        return CaseEvent.Part(
            title: "Who was there",
            lines: there + [
                CaseEvent.Part.Line(
                    asks: "Apologies",
                    says: words.isEmpty ? Self.noApologies : DayWording.list(words)
                )
            ]
        )
    }

    private func lines(of points: [CaseEvent.MeetingPointNoted]) -> [CaseEvent.Part.Line] {
        points.map { point in
            CaseEvent.Part.Line(
                asks: point.kind == .decision ? "Decided" : "Action",
                says: words(of: point)
            )
        }
    }

    func words(of point: CaseEvent.MeetingPointNoted) -> String {
        guard point.kind == .action else { return point.words }
        let day = point.by.map { ", by \(DayWording.words($0))" } ?? ""
        return "\(point.words) (\(point.who)\(day))"
    }

    private func general(_ meeting: Meeting) -> CaseEvent.Part? {
        let points = meeting.points().filter { $0.item == nil }
        return points.isEmpty
            ? nil : CaseEvent.Part(title: "The meeting as a whole", lines: lines(of: points))
    }

    private func actions(_ meeting: Meeting) -> CaseEvent.Part? {
        let actions = meeting.points(of: nil, .action)
        guard !actions.isEmpty else { return nil }
        return CaseEvent.Part(
            title: "Actions",
            lines: actions.map { action in
                CaseEvent.Part.Line(
                    asks: action.who,
                    says: action.words
                        + (action.by.map { ", by \(DayWording.words($0))" } ?? ", no day set")
                )
            }
        )
    }

    // To be printed

    package func agendaPaper(_ entry: EntryID) -> MeetingPaper? {
        guard let meeting = file.meeting(entry) else { return nil }
        var facts = [
            (
                term: "When",
                text: "\(DayWording.words(meeting.day)), \(Wording.times(meeting.time))"
            ),
            (term: "Where", text: meeting.place),
            (term: "Chair", text: meeting.chair.name),
        ]
        if let words = meeting.quorum(under: procedure).map({ wording.needs($0.rule) }) {
            facts.append((term: wording.quorumTerm(meeting.step), text: "\(words)."))
        }
        return MeetingPaper(
            title: "Agenda: \(title(meeting))",
            over: "Case \(file.reference)",
            crumbs: paperCrumbs(meeting),
            standing: meeting.cancelled.map { "Cancelled: \($0)" } ?? "",
            acts: [
                WordedLink(
                    words: "As a Word file or PDF",
                    address: link("meetings", "\(entry)") + "/papers/agenda/document"
                )
            ],
            facts: facts,
            parts: [
                MeetingPaper.Part("Items", list: meeting.agenda.map { agendaLine($0) }),
                MeetingPaper.Part(
                    "Who is to be there",
                    lines: meeting.people.map { person in
                        (
                            term: person.name,
                            text: [person.role, person.part.words].filter { !$0.isEmpty }
                                .joined(separator: ", ")
                        )
                    }
                ),
            ]
        )
    }

    /// The minutes as they were put forward last, with what was added since; before that, as they are being written.
    package func minutesPaper(_ entry: EntryID, said: FormAnswers) -> MeetingPaper? {
        guard let meeting = file.meeting(entry), meeting.begun != nil else { return nil }
        let newest = meeting.newestMinutes
        let parts = newest?.put.parts ?? minutes(of: meeting, said: said)
        let added = meeting.addenda.map { added in
            (
                term: "\(who(added.by)), \(when(added.at))",
                text: added.added.text
            )
        }
        return MeetingPaper(
            title: "Minutes: \(title(meeting))",
            over: "Case \(file.reference)",
            crumbs: paperCrumbs(meeting),
            standing: standing(meeting),
            acts: [
                WordedLink(
                    words: "As a Word file or PDF",
                    address: link("meetings", "\(entry)") + "/papers/minutes/document"
                )
            ],
            facts: [],
            parts: parts.map { part in
                MeetingPaper.Part(
                    part.title,
                    lines: part.lines.map { (term: $0.asks, text: $0.says) }
                )
            } + (added.isEmpty ? [] : [MeetingPaper.Part("Added after approval", lines: added)])
        )
    }

    private func standing(_ meeting: Meeting) -> String {
        guard let newest = meeting.newestMinutes else { return "Draft. Not put forward yet." }
        if let approved = meeting.approved { return "Approved \(approvalWords(approved))" }
        let number = meeting.minutes.count
        return "Version \(number), put forward \(when(newest.at)). Not approved yet."
    }

    func paperCrumbs(_ meeting: Meeting) -> [Crumb] {
        [
            .caseFile(file.reference),
            Crumb(name: "Meetings", address: link("meetings")),
            Crumb(name: title(meeting), address: meetingLink(meeting)),
        ]
    }
}
