import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    /// How many steps stand under "Who does what next".
    private static let nextCount = 8

    /// The page of the case; the version recorded last, where the reader has just recorded something.
    package func casePage(recorded version: Int? = nil) -> CasePage {
        CasePage(
            head: head("", recorded: version),
            safety: safety,
            summary: file.isOpen ? builder.summary() : "",
            children: children,
            next: next,
            people: peopleFacts,
            timeline: builder.timeline(),
            groups: taskGroups,
            dates: dates(file.occurrences.filter { !$0.isStep }),
            log: may(.seeLog) ? log(newest: 6).reversed() : [],
            logCount: opened.events.count,
            logLink: may(.seeLog)
                ? WordedLink(
                    words:
                        "The whole log, \(DayWording.count(opened.events.count, "entry", "entries"))",
                    address: link("log")
                ) : nil,
            acts: acts,
            answers: answers,
            findings: builder.findings()
        )
    }

    /// Steps of the plan and actions of meetings, by their day.
    private var next: [WorkRow] {
        let steps = waiting().map { (day: day($0), row: workRow($0)) }
        let decided = openActions.map {
            (day: $0.action.due, row: workRow($0, over: title($0.meeting)))
        }
        // Of one day the steps come first: sorting keeps their order.
        return (steps + decided).enumerated()
            .sorted { ($0.element.day ?? .last, $0.offset) < ($1.element.day ?? .last, $1.offset) }
            .prefix(Self.nextCount).map(\.element.row)
    }

    package func planPage() -> CasePlanPage {
        CasePlanPage(
            head: head("plan"),
            plan: builder.plan(PlanLinks(plan: link("plan"), calendar: "", compare: ""))
        )
    }

    var safety: Banner {
        let link =
            may(.recordSafety)
            ? WordedLink(words: "Record what is known now", address: link(.safety)) : nil
        guard let safety = file.safety else {
            return Banner(
                kind: .late,
                heading: "Immediate safety: not recorded",
                lines: ["Nobody has recorded whether this child and other children are safe now."],
                link: link
            )
        }
        let stage = file.stage(under: procedure)
        let isOld = file.isOpen && safety.stage.map { $0 != stage } ?? false
        return Banner(
            kind: safety.isSafe && !isOld ? .done : .late,
            heading: safety.isSafe
                ? "Immediate safety: safe when last asked"
                : "Immediate safety: NOT safe when last asked",
            lines: [
                isOld
                    ? "The case has come further since: \(stage.words.lowercasedStart). Ask again, and record what is known now."
                    : "",
                safety.words,
                "Recorded by \(who(safety.actor)) on \(when(safety.recorded)).",
            ],
            link: link
        )
    }

    var children: [(term: String, text: String)] {
        let about = file.about
        var facts = about.children.enumerated().map { place, child in
            (
                term: about.children.count == 1 ? "Child" : "Child \(place + 1)",
                text: Self.words(child)
            )
        }
        func add(_ term: String, _ text: String) {
            if !text.isEmpty { facts.append((term, text)) }
        }
        add("Place", about.place)
        add("Began", DayWording.words(file.began))
        add("Agencies involved", DayWording.list(about.agencies))
        add("Other references", DayWording.list(about.otherReferences))
        add("Procedure", PlanBuilder.name(procedure))
        return facts
    }

    private static func words(_ child: CaseAbout.Child) -> String {
        var parts = [child.isUnborn && child.name.isEmpty ? "Unborn" : child.name]
        if child.isUnborn, !child.name.isEmpty { parts.append("not born yet") }
        if !child.aliases.isEmpty { parts.append("also \(DayWording.list(child.aliases))") }
        if let born = child.born { parts.append("born \(DayWording.words(born))") }
        return parts.joined(separator: ", ")
    }

    private var peopleFacts: [(term: String, text: String)] {
        let on = file.people.filter { $0.isOn(today) && !isExcluded($0.person) }
        var facts: [(term: String, text: String)] = procedure.parts.compactMap { role in
            let names = on.filter { $0.roles.contains(role.id) }.map { named($0.person) }
            return names.isEmpty
                ? nil : (DayWording.capitalised(role.name), DayWording.list(names))
        }
        let others = on.filter { $0.roles.isEmpty }.map { named($0.person) }
        if !others.isEmpty { facts.append(("Without a role here", DayWording.list(others))) }
        let excluded = partnership.exclusions.count {
            $0.reference == file.reference && !$0.isEnded
        }
        if excluded > 0 {
            facts.append(
                (
                    "Excluded",
                    "\(DayWording.count(excluded, "person", "people")), for a conflict of interest"
                )
            )
        }
        return facts
    }

    func isExcluded(_ other: PersonID) -> Bool {
        partnership.isExcluded(other, from: file.reference)
    }

    func named(_ other: PersonID) -> String {
        name(other) + (other == person ? " (you)" : "")
    }

    private var taskGroups: [TaskGroup] {
        let pressing = waiting().filter { $0.due != nil || $0.booked != nil }.prefix(Self.nextCount)
        return procedure.sections.compactMap { section in
            let lines = schedule.steps.filter { line in
                section.steps.contains(line.key.step.number)
                    && !procedure.steps[line.key.step].isNationalLimit
            }
            guard !lines.isEmpty else { return nil }
            let needed = lines.filter { $0.applies != .no && $0.standing != .notNeeded }
            let finished = needed.count { $0.standing == .done || $0.standing == .doneLate }
            let heading =
                Int(section.id) == nil ? section.title : "\(section.id). \(section.title)"
            return TaskGroup(
                heading: heading,
                finished: needed.isEmpty
                    ? "none needed" : "\(finished) of \(needed.count) finished",
                isPressing: pressing.contains { section.steps.contains($0.key.step.number) },
                rows: lines.flatMap { [taskRow($0)] + stageRows($0) }
            )
        }
    }

    private func taskRow(_ line: ScheduledStep) -> TaskRow {
        let step = procedure.steps[line.key.step]
        var notes: [String] = []
        if file.setAside[step.id] != nil {
            notes.append("set aside")
        } else if line.done != nil || line.standing == .done {
            notes.append(builder.when(line))
            if let booked = line.booked { notes.append("again on \(DayWording.words(booked))") }
        } else {
            if let due = line.due { notes.append("due \(DayWording.words(due))") }
            if let booked = line.booked { notes.append("booked \(DayWording.words(booked))") }
            if line.standing == .overdue { notes.append(builder.when(line)) }
            if line.due == nil, let note = builder.dueNote(line) {
                notes.append(note.lowercasedStart)
            }
        }
        return TaskRow(
            does: builder.reasons.does(line.key),
            address: address(of: line),
            note: DayWording.capitalised(notes.joined(separator: "; ")),
            standing: line.standing.tag
        )
    }

    func dates(_ occurrences: [CaseFile.Occurrence]) -> [RecordedDate] {
        occurrences.filter { !$0.isWithdrawn }
            .sorted { ($0.day, $0.recorded) < ($1.day, $1.recorded) }
            .map { occurrence in
                RecordedDate(
                    label: DayWording.capitalised(wording.label(occurrence)),
                    when: wording.when(occurrence.day, occurrence.minute),
                    recorded: "Recorded \(when(occurrence.recorded)) by \(who(occurrence.actor))",
                    correct: may(.correct)
                        ? link(.corrections, "\(occurrence.entry)") : nil
                )
            }
    }

    func who(_ actor: Actor) -> String {
        actor.person.map { name($0) } ?? (actor == .operator ? "the operator" : "Sightline")
    }

    private var answers: [(term: String, text: String)] {
        let facts = Fact.allCases.map { ($0.id, $0.asks) }
        let own = procedure.questions.map { ($0.id, $0.asks) }
        return (facts + own).compactMap { id, asks in
            file.facts[id].map { (asks, ($0.value ? "Yes" : "No") + ". " + $0.reason) }
        }
    }

    private var acts: [WordedLink] {
        let offered: [(CaseForm, String)] = [
            (.moments, "Record a date"), (.answers, "Answer a question"),
            (.logEntries, "Write in the log"), (.filings, "File a document"),
            (.referrer, "Record what the referrer was told"),
            (.route, "Choose the route"), (.description, "Change what the case is about"),
            (.edition, "Move to another edition"), (.closing, "Close the case"),
            (.reopening, "Open the case again"),
        ]
        let panel =
            panelSubmissions.isEmpty
            ? [] : [WordedLink(words: "The national Panel", address: link("national-panel"))]
        let involvement =
            may(.seeInvolvement)
            ? [WordedLink(words: "Family and practitioners", address: link("involvement"))] : []
        let acts = offered.filter { form, _ in
            may(form.act) && (form != .edition || partnership.editions.count > 1)
        }.map { WordedLink(words: $1, address: link($0)) }
        return acts.isEmpty ? [] : panel + involvement + acts
    }

    // One step

    /// Nil where the procedure has no such step.
    package func stepPage(_ id: String) -> CaseStepPage? {
        guard let reference = procedure.lookup.stepNamed[id],
            !procedure.steps[reference].isNationalLimit
        else { return nil }
        let step = procedure.steps[reference]
        let occurrences = file.occurrences.filter { occurrence in
            procedure.stepPoint(named: occurrence.name.point)?.step == reference
        }
        return CaseStepPage(
            head: head("steps"),
            title: step.does,
            group: PlanGroup(
                heading: "Case \(file.reference)",
                rows: schedule.steps.filter { $0.key.step == reference }.map { builder.row($0) }
            ),
            checklist: step.checklist,
            recorded: dates(occurrences),
            setAside: file.setAside[id],
            agreed: file.agreements.filter {
                procedure.stepPoint(named: $0.name.point)?.step == reference
            }
            .map { "\(DayWording.words($0.day)), \(wording.called($0.name)): \($0.reason)" },
            acts: acts(on: step),
            sections: stepSections(step),
            procedureLink: Link.procedure(
                procedure.id,
                variation: procedure.variation?.id
            )
        )
    }

    private func acts(on step: Step) -> [WordedLink] {
        var acts: [WordedLink] = []
        let isSetAside = file.setAside[step.id] != nil
        let isDone = !file.standing(OccurrenceName(step.id)).isEmpty
        func add(_ form: CaseForm, _ words: String, _ about: String) {
            acts.append(WordedLink(words: words, address: link(form, about)))
        }
        if let standing = file.signOff(of: step, under: procedure, on: today), !isSetAside,
            mine(step, standing)
        {
            add(.signatures, "Read and sign", step.id)
        }
        if let writing = writingLink(step), !isSetAside, !isDone { acts.append(writing) }
        let meetsAgain = file.meetings(of: step.id).contains(where: \.isOpen)
        if let meeting = wayToMeeting(of: step),
            !isDone || meetsAgain || step.meeting?.isSeries == true
        {
            acts.append(meeting)
        }
        if step.request != nil {
            if may(.askAgencies), !isSetAside { add(.asking, "Ask agencies", step.id) }
            acts.append(WordedLink(words: "The board", address: boardLink(step)))
        }
        if step.isDecision, may(.giveView), !isSetAside { add(.views, "Record a view", step.id) }
        if may(step.act), !isSetAside {
            let again = step.isMeeting || step.forEach != nil || step.request != nil
            if case .submission = step.kind {
                if !isDone, may(.submit) { add(.submissions, "Record the submission", step.id) }
                if !isDone, may(.agreeDay) { add(.delays, "Record that it will be late", step.id) }
                if isDone, may(.writePaper) {
                    add(.laterChanges, "Record what has changed since", step.id)
                }
            } else if step.isDecision {
                add(
                    .completions,
                    isDone ? "Decide again, on new information" : "Record the decision",
                    step.id
                )
            } else {
                let copied = step.evidence(isReturn: false) == .sent && !step.to.isEmpty
                if copied, step.request == nil, !isDone {
                    add(.copies, "Record who got it", step.id)
                }
                if !isDone || again {
                    let isSigned = step.evidence(isReturn: false) == .signed
                    add(
                        .completions,
                        isSigned
                            ? "Record signatures given elsewhere"
                            : copied ? "Record it as done for all" : "Record it as done",
                        step.id
                    )
                }
            }
            if step.request != nil {
                add(
                    .completions,
                    "Record an answer of somebody not on the board",
                    "\(step.id).back"
                )
            }
        }
        if may(.agreeDay), !isSetAside {
            add(.agreedDays, step.isMeeting ? "Book a day" : "Record an agreed day", step.id)
            if step.request != nil {
                add(.agreedDays, "Agree a day for the answers", "\(step.id).back")
            }
        }
        if may(.setAside) {
            if isSetAside { add(.takingUp, "Take it up again", step.id) }
            if !isSetAside, !isDone { add(.settingAside, "Set it aside", step.id) }
        }
        return acts
    }
}

extension CaseReader {
    /// Where the document is written that a step asks for; nil where it is not written here.
    private func writingLink(_ step: Step) -> WordedLink? {
        switch step.kind {
        case .document, .form: break
        default: return nil
        }
        guard step.forEach == nil, may(.writePaper),
            let paper = procedure.papers(of: step).first,
            form(ofPaper: paper).map({ $0.id != "referral" }) ?? false
        else { return nil }
        return WordedLink(words: "Write it here", address: paperLink(paper))
    }
}

extension DayWording {
    /// `1 entry`, `2 entries`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
