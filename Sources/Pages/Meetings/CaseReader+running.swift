package import CaseFiles
import Partnerships
import Procedures
package import WorkingDays

/// What was typed besides the text of an item, to be shown again where something of it is wrong.
package struct RunningAnswers: Sendable {
    package var filler: FormFiller
    package let decision: String
    package let action: String
    package let who: String
    package let by: Day?
    package let line: String
    package let at: Minute?

    /// Reads what was sent; asked for the first time, it is empty.
    package init(_ items: [(name: String, value: String)]?) {
        var filler = FormFiller(items)
        line = filler.line(
            "line",
            "One line more, with the time before it",
            isNeeded: false,
            most: 2000
        )
        decision = filler.area("decision", "A decision", isNeeded: false)
        action = filler.area("action", "An action: what is to be done", isNeeded: false)
        let isAction = !action.isEmpty
        who = filler.line("who", "Who does it", isNeeded: isAction, most: 300)
        by = filler.optionalDay("by", "By which day")
        at = filler.time("at", "Time, where it is not now", hint: "Like 10:05.")
        self.filler = filler
    }
}

extension CaseReader {
    /// The page by which a meeting is run, at one item of its agenda.
    package func runningPage(
        _ meeting: Meeting,
        item id: String,
        form: Form,
        written: Set<String>,
        answers: RunningAnswers,
        banners: [Banner]
    ) -> RunningPage? {
        let sections = minutesForm(of: meeting).sections
        guard let section = sections.first(where: { $0.id == id }) else { return nil }
        let item = meeting.item(id)
        let leaving = item.map { meeting.stillThere(before: $0) } ?? []
        let fields = answers.filler.fields
        return RunningPage(
            title: wording.meetingName(meeting.step),
            over: "Case \(file.reference) · \(DayWording.words(meeting.day)) · \(meeting.place)",
            crumbs: paperCrumbs(meeting),
            tag: wording.tag(meeting),
            status: status(meeting),
            quorum: meeting.quorum(under: procedure).map { ($0.isMet, "\($0.reason(wording)).") },
            items: sections.enumerated().map { number, other in
                RunningPage.Item(
                    number: number + 1,
                    title: other.title,
                    address: meetingLink(meeting, "run/\(Link.encoded(other.id))"),
                    isCurrent: other.id == id,
                    isWritten: written.contains(other.id) || !meeting.points(of: other.id).isEmpty
                )
            },
            item: section.title,
            clauses: item.map { $0.clauses.isEmpty ? "" : Wording.cited($0.clauses) } ?? "",
            banners: banners,
            form: form,
            decision: fields.text("decision"),
            action: fields.text("action"),
            actionWho: fields.text("who"),
            actionBy: fields.date("by"),
            line: fields.text("line"),
            at: fields.text("at"),
            points: meeting.points(of: id).map {
                ($0.kind == .decision ? "Decided: " : "Action: ") + words(of: $0)
            },
            attendance: meeting.people.map { present($0, meeting) },
            leaving: leaving.isEmpty ? nil : DayWording.list(leaving.map(\.name)),
            hasBegun: meeting.begun != nil,
            isOver: meeting.ended != nil,
            links: runningLinks(meeting),
            material: material(meeting)
        )
    }

    private func status(_ meeting: Meeting) -> String {
        let chair = "\(meeting.chair.name) chairs"
        if let ended = meeting.ended {
            return "Ended at \(DayWording.words(ended.minute)). \(chair)."
        }
        return meeting.begun.map { "Since \(DayWording.words($0.minute)). \(chair)." }
            ?? "Not begun. \(Wording.times(meeting.time)). \(chair)."
    }

    private func present(_ person: MeetingPerson, _ meeting: Meeting) -> RunningPage.Present {
        let isThere = meeting.isThere(person.entry)
        let words = attendance(person, meeting)
        let apologies = meeting.answers[person.entry]?.isComing == false && words.isEmpty
        return RunningPage.Present(
            name: person.name,
            role: [person.role, person.part.words].filter { !$0.isEmpty }.joined(separator: ", "),
            words: apologies ? "Apologies" : words,
            isThere: isThere,
            tap: meeting.ended == nil
                ? isThere
                    ? ("left-\(person.entry)", "Left") : ("came-\(person.entry)", "Came")
                : nil
        )
    }

    private func runningLinks(_ meeting: Meeting) -> [WordedLink] {
        var links: [WordedLink] = []
        func add(_ form: CaseForm, _ words: String) {
            if may(form.act) {
                links.append(WordedLink(words: words, address: link(form, "\(meeting.entry)")))
            }
        }
        if meeting.ended == nil {
            add(.endings, "End the meeting")
            add(.meetingPeople, "Somebody else came")
        }
        if meeting.approved == nil { add(.attendances, "Put the attendance right") }
        links.append(WordedLink(words: "The meeting’s page", address: meetingLink(meeting)))
        return links
    }

    // What is looked up meanwhile

    private func material(_ meeting: Meeting) -> [RunningPage.Material] {
        [factsMaterial, safetyMaterial] + agencyMaterial + [chronologyMaterial].compactMap { $0 }
            + [answerMaterial(meeting)].compactMap { $0 } + decisionMaterial(meeting)
            + [actionMaterial(meeting)].compactMap { $0 }
    }

    private var factsMaterial: RunningPage.Material {
        RunningPage.Material(
            id: "facts",
            title: "The facts",
            facts: children,
            links: [WordedLink(words: "The case", address: link())]
        )
    }

    private var safetyMaterial: RunningPage.Material {
        let banner = safety
        return RunningPage.Material(
            id: "safety",
            title: banner.heading,
            lines: banner.lines.filter { !$0.isEmpty },
            links: banner.link.map { [$0] } ?? [],
            isOpen: file.safety?.isSafe != true
        )
    }

    private var agencyMaterial: [RunningPage.Material] {
        guard may(.seeReturns) else { return [] }
        let asked = file.requests.filter { $0.revoked == nil }
        guard !asked.isEmpty else { return [] }
        let missing = asked.filter { $0.newestReturn == nil }.map(\.asked.subject)
        let brief = RunningPage.Material(
            id: "agencies",
            title: "Agencies: \(asked.count - missing.count) of \(asked.count) have answered",
            facts: missing.isEmpty
                ? [] : [(term: "No answer from", text: DayWording.list(missing))],
            links: [WordedLink(words: "The board", address: link("agencies"))]
        )
        return [brief]
            + asked.compactMap { request in
                guard let version = request.newestReturn else { return nil }
                let number = request.versions.firstIndex { $0.put.entry == version.put.entry }
                return RunningPage.Material(
                    id: "agency-\(request.entry)",
                    title: "\(request.asked.subject): \(version.put.answer.words)",
                    parts: answerSections(of: version, in: request),
                    links: [
                        WordedLink(
                            words: "The whole answer of \(request.asked.subject)",
                            address: answerLink(request.entry, (number ?? 0) + 1)
                        )
                    ]
                )
            }
    }

    private var chronologyMaterial: RunningPage.Material? {
        guard may(.seeReturns) else { return nil }
        let rows = file.requests.compactMap(\.newestReturn).map(\.put.chronology.count)
            .reduce(0, +)
        return RunningPage.Material(
            id: "chronology",
            title:
                "The chronology: \(DayWording.count(rows, "row")), \(file.keyRows.count) marked as key",
            links: [
                WordedLink(words: "The merged chronology", address: link("chronology"))
            ]
        )
    }

    /// What the national Panel answered, and what the partners had decided before, where the meeting thinks it over.
    private func answerMaterial(_ meeting: Meeting) -> RunningPage.Material? {
        guard let thought = file.reconsideration(under: procedure),
            thought.meeting == meeting.step, meeting.day >= thought.answer.day
        else { return nil }
        return RunningPage.Material(
            id: "panel-answer",
            title: "The national Panel’s answer: \(thought.answer.reply.words.lowercasedStart)",
            facts: decisionsSections.flatMap(\.facts).map { (term: $0.term, text: $0.text) },
            links: [WordedLink(words: "The national Panel", address: link("national-panel"))],
            isOpen: true
        )
    }

    /// The decisions that are taken at the meeting, or follow it at once: criteria one by one, and views so far.
    private func decisionMaterial(_ meeting: Meeting) -> [RunningPage.Material] {
        guard let reference = procedure.lookup.stepNamed[meeting.step] else { return [] }
        let steps = procedure.steps.filter { step in
            step.at == reference || step.criteria != nil && step.follows(reference, procedure)
                || procedure.steps[reference].meeting?.reconsiders.map { procedure.steps[$0].id }
                    == step.id
        }
        return steps.compactMap { step -> RunningPage.Material? in
            guard case .decision(let part) = step.kind else { return nil }
            let weighed = file.weighed.last { $0.step == step.id }?.findings ?? []
            let criteria: [(term: String, text: String)] =
                procedure.weighed(part)?.weighed.enumerated().map { number, criterion in
                    let finding = weighed.first { $0.criterion == criterion.id }
                    let words =
                        finding.map {
                            ". Weighed: \($0.finding.words). \($0.reason)"
                        } ?? ""
                    return (term: "Criterion \(number + 1)", text: "\(criterion.says)\(words)")
                } ?? []
            let views = file.views(on: step.id).map { view in
                (
                    term: "View of \(wording.partner(view.given.of))",
                    text:
                        "\(view.given.view.map { Wording.spaced($0) } ?? "none settled"). “\(view.given.reasons)”"
                )
            }
            var links: [WordedLink] = []
            if may(.giveView), !part.views.isEmpty {
                links.append(WordedLink(words: "Record a view", address: link(.views, step.id)))
            }
            if may(step.act) {
                links.append(
                    WordedLink(words: "Record the decision", address: link(.completions, step.id))
                )
            }
            return RunningPage.Material(
                id: "decision-\(step.id)",
                title: step.does,
                facts: criteria + views,
                links: links
            )
        }
    }

    private func actionMaterial(_ meeting: Meeting) -> RunningPage.Material? {
        let points = meeting.points()
        guard !points.isEmpty else { return nil }
        return RunningPage.Material(
            id: "points",
            title:
                "Noted so far: \(DayWording.count(meeting.points(of: nil, .decision).count, "decision")), \(DayWording.count(meeting.points(of: nil, .action).count, "action"))",
            facts: points.map { point in
                (
                    term: point.kind == .decision ? "Decided" : point.who,
                    text: point.kind == .decision
                        ? point.words
                        : point.words
                            + (point.by.map { ", by \(DayWording.words($0))" } ?? "")
                )
            }
        )
    }
}

extension [FormField] {
    /// The box of a name, as it was asked.
    fileprivate func text(_ id: String) -> TextField {
        for field in self {
            switch field {
            case .line(let field, _, _) where field.id == id: return field
            case .area(let field) where field.id == id: return field
            default: continue
            }
        }
        preconditionFailure("\(id) is asked")
    }

    fileprivate func date(_ id: String) -> DateField {
        for case .date(let field) in self where field.id == id { return field }
        preconditionFailure("\(id) is asked")
    }
}

extension Step {
    /// Whether it comes after a meeting: after its step, or the moment that it records.
    fileprivate func follows(_ meeting: Reference<Step>, _ procedure: Procedure) -> Bool {
        after.contains { point in
            switch point {
            case .step(let step): step == meeting
            case .moment(let moment): procedure.steps[meeting].records == moment
            case .back: false
            }
        }
    }

    /// The criteria that a decision weighs, by id.
    fileprivate var criteria: String? {
        if case .decision(let part) = kind { part.criteria } else { nil }
    }
}
