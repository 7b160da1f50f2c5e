import CaseFiles
import Desk
import Partnerships
import Procedures
import Schedules
import WorkingDays

/// A made-up review that is run by the steps of its own procedure, each on the day on which it is due.
///
/// Every step that applies is done, with the evidence that its kind names; a decision takes its first outcome.
struct PlayedReview: Sendable {
    private(set) var file: CaseFile
    private(set) var deeds: [Deed] = []
    /// The day on which the next step is looked for.
    private(set) var today: Day
    /// Steps that were due before the day on which they could be done.
    private(set) var late: [String] = []

    private let procedure: Procedure
    private let calendar: WorkingCalendar
    private let coordinator: PersonID
    private var names: Int64 = 0
    /// The entry by which the last step was done.
    private var done: EntryID = .played(1)

    /// What somebody asked, on a day.
    struct Deed: Sendable {
        let day: Day
        let command: CaseCommand
    }

    /// Opens the case on the day on which everybody learns of the incident.
    ///
    /// `answers` are given to the procedure's questions, by id; a question that is not among them is answered no.
    init(
        _ reference: CaseReference,
        under procedure: Procedure,
        edition: Edition,
        about: CaseAbout,
        began: Day,
        coordinator: CasePerson,
        calendar: WorkingCalendar,
        answers: [String: Bool] = [:]
    ) throws(CaseRefusal) {
        self.procedure = procedure
        self.calendar = calendar
        self.coordinator = coordinator.person
        today = began
        let opening = CaseCommand.OpenCase(
            reference: reference,
            edition: edition,
            began: began,
            about: about,
            route: .notificationAndRapidReview,
            coordinator: coordinator
        )
        let events = try decide(
            .openCase(opening),
            in: nil,
            under: procedure,
            calendar: calendar,
            today: began
        )
        guard let first = events.first,
            let file = beginFile(with: first, recorded: .zero, actor: .system)
        else { throw .notOpened }
        self.file = file
        deeds = [Deed(day: began, command: .openCase(opening))]
        try learn(answers)
    }

    /// What is known on the first day.
    private mutating func learn(_ answers: [String: Bool]) throws(CaseRefusal) {
        for moment in [Moment.incident, .identified, .aware, .partnershipAware, .intention] {
            try ask(.recordMoment(.init(entry: name(), moment: moment, day: today)))
        }
        if procedure.lookup.recorders[Int(Moment.referral.rawValue)].isEmpty {
            try ask(.recordMoment(.init(entry: name(), moment: .referral, day: today)))
        }
        try ask(.recordSafety(isSafe: true, words: "The child is with a grandmother, and safe"))
        let facts: [(Fact, Bool)] = [
            (.seriouslyHarmed, true), (.abuseOrNeglect, true), (.died, false),
            (.lookedAfter, false), (.careLeaver, false), (.unborn, false),
            (.outsideEngland, false),
        ]
        for (fact, value) in facts {
            try ask(.recordFact(fact.id, value, reason: "As the hospital told it"))
        }
        for question in procedure.questions {
            let value = answers[question.id] ?? false
            try ask(.recordFact(question.id, value, reason: "As the partners said"))
        }
    }

    /// Does step after step until what is wanted has come, or nothing more can be done.
    mutating func run(
        until isReached: (CaseFile) -> Bool
    ) throws(CaseRefusal) {
        while !isReached(file), let line = next() { try finish(line) }
    }

    /// What the national Panel answers, as people record it, on a day that lies some working days on.
    mutating func reply(
        _ reply: PanelReply,
        _ words: String,
        workingDaysOn days: Int
    ) throws(CaseRefusal) {
        today = (try? calendar.workingDay(days, after: today)) ?? today
        try ask(
            .conclude(
                .recordReply(
                    CaseEvent.PanelReplied(
                        entry: name(),
                        reply: reply,
                        day: today,
                        minute: nil,
                        from: "The national Panel",
                        reference: "",
                        words: words
                    )
                )
            )
        )
    }

    mutating func close(_ reason: String) throws(CaseRefusal) {
        let open = file.openDuties(under: procedure, calendar: calendar, today: today)
        try ask(.closeCase(reason: reason, settingAside: open.map(\.id)))
    }

    /// Records something that no step brings about.
    mutating func ask(_ command: CaseCommand) throws(CaseRefusal) {
        let events = try decide(
            command,
            in: file,
            under: procedure,
            calendar: calendar,
            today: today
        )
        for event in events { evolve(&file, by: event, recorded: .zero, actor: .system) }
        deeds.append(Deed(day: today, command: command))
    }

    // The next step

    /// The plan on the day that the review has come to.
    var plan: Schedule {
        schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: calendar,
            today: today
        )
    }

    private func next() -> ScheduledStep? {
        plan.steps.filter { line in
            line.applies == .yes && line.waitsFor.isEmpty && line.done == nil
                && ![.done, .doneLate, .notNeeded].contains(line.standing)
                && !procedure.steps[line.key.step].isNationalLimit && line.key.subject == nil
                && isOurs(line)
        }
        .min { when($0) < when($1) }
    }

    /// The national Panel answers in its own time.
    private func isOurs(_ line: ScheduledStep) -> Bool {
        let step = procedure.steps[line.key.step]
        guard step.isAwaited, let moment = step.records else { return true }
        return moment != .panelConsidered && moment != .panelResponse
    }

    private func when(_ line: ScheduledStep) -> (Day, Int) {
        (max(line.due ?? today, line.opens ?? today), line.key.step.number)
    }

    private mutating func finish(_ line: ScheduledStep) throws(CaseRefusal) {
        let step = procedure.steps[line.key.step]
        today = max(today, when(line).0)
        if let due = line.due, due < today, !line.key.isReturn { late.append(step.id) }
        let name = OccurrenceName(line.key.isReturn ? "\(step.id).back" : step.id)
        for command in commands(for: step, name, isReturn: line.key.isReturn) { try ask(command) }
    }

    // What doing a step is

    private mutating func commands(
        for step: Step,
        _ named: OccurrenceName,
        isReturn: Bool
    ) -> [CaseCommand] {
        if isReturn { return [completed(named, by: .received(from: "Marlshire Police"))] }
        let to = step.to.first?.who.text ?? "those it concerns"
        switch step.kind {
        case .task, .nationalLimit: return [completed(named, by: .note("Done as the guide says"))]
        case .form, .document:
            return written(step) ?? [
                completed(named, by: .document(nil, whereItLies: "In the case folder"))
            ]
        case .filing, .publication:
            return [completed(named, by: .document(nil, whereItLies: "In the case folder"))]
        case .request, .message:
            return [completed(named, by: .sent(to: to, by: "Secure e-mail"))]
                + granted(step) + answered(step)
        case .check:
            return [
                completed(
                    named,
                    by: .decided(outcome: step.outcomes.first, reasons: "Complete and sound")
                )
            ]
        case .signOff(let part):
            return written(procedure.papers[part.of].id)
                + [completed(named, by: .signed(by: ["Ana Drayton", "Ruth Okafor", "Tom Hale"]))]
        case .meeting:
            return [
                completed(
                    named,
                    by: .held(
                        present: "One of each partner",
                        outcome: step.outcomes.first
                    )
                )
            ]
        case .decision(let part): return decided(step, part, named)
        case .submission(let part): return submitted(step, part)
        case .awaited:
            return settled(step) + [completed(named, by: .received(from: to))] + granted(step)
                + answered(step)
        case .appointment:
            return [completed(named, by: .appointed(name: "Dr Ines Walker"))]
        }
    }

    private mutating func completed(_ step: OccurrenceName, by evidence: Evidence) -> CaseCommand {
        done = name()
        return .completeStep(.init(entry: done, name: step, day: today, evidence: evidence))
    }

    /// The document that a step writes, put forward; nil where it writes none.
    private mutating func written(_ step: Step) -> [CaseCommand]? {
        guard let paper = procedure.papers(of: step).first else { return nil }
        let commands = written(paper)
        return commands.isEmpty ? nil : commands
    }

    private mutating func written(_ paper: String) -> [CaseCommand] {
        if let earlier = file.paper(paper), earlier.newest != nil { return [] }
        let document = file.paper(paper)?.document ?? .played(name().number)
        let entry = name()
        // The steps that it does take the names that follow.
        names += 16
        let parts = [
            CaseEvent.Part(
                title: "What is told",
                lines: [.init(asks: "The facts", says: "As the agencies told them.")]
            )
        ]
        return [
            .putForward(
                CaseEvent.PaperPutForward(
                    entry: entry,
                    document: document,
                    paper: paper,
                    form: paper,
                    answers: .none,
                    parts: parts,
                    digest: digest(of: .none, reading: parts),
                    reviewedBy: nil
                )
            )
        ]
    }

    private mutating func decided(
        _ step: Step,
        _ part: DecisionPart,
        _ named: OccurrenceName
    ) -> [CaseCommand] {
        let completion = completed(
            named,
            by: .decided(outcome: step.outcomes.first, reasons: "The partners agree")
        )
        return settled(step) + [completion] + answered(step)
    }

    /// What a decision or reply settles: that a local review follows, and nothing against the partners.
    private func settled(_ step: Step) -> [CaseCommand] {
        step.settles.filter { file.facts[$0.id] == nil }.map { fact in
            .recordFact(fact.id, fact == .lcspr, reason: "As it was decided")
        }
    }

    /// A day that is granted or promised lies three working days after the one that was due.
    private mutating func granted(_ step: Step) -> [CaseCommand] {
        guard let moment = step.records, moment.namesAFutureDay else { return [] }
        let day = (try? calendar.workingDay(3, after: today)) ?? today
        return [.recordMoment(.init(entry: name(), moment: moment, day: day))]
    }

    private func answered(_ step: Step) -> [CaseCommand] {
        guard !step.asks.isEmpty else { return [] }
        return [
            .conclude(
                .answer(
                    CaseEvent.StepAnswered(
                        entry: done,
                        step: step.id,
                        answers: step.asks.map { .init(asks: $0, says: "As the partners agreed") }
                    )
                )
            )
        ]
    }

    private mutating func submitted(_ step: Step, _ part: SubmissionPart) -> [CaseCommand] {
        [
            .submit(
                CaseCommand.Submit(
                    completion: .init(
                        entry: name(),
                        name: OccurrenceName(step.id),
                        day: today,
                        evidence: .submitted(to: "The national Panel", reference: "Sent 10:12am")
                    ),
                    by: "Joan Ferris",
                    person: coordinator,
                    roles: part.registered.flatMap { procedure.parts(of: $0) },
                    copy: nil
                )
            )
        ]
    }

    /// A name that nothing else in any case has.
    private mutating func name() -> EntryID {
        names += 1
        return .played(file.reference.number << 12 | names)
    }
}

extension Identifier {
    fileprivate static func played(_ number: Int64) -> Self {
        guard let identifier = Identifier(number: number) else {
            preconditionFailure("\(number) is no identifier")
        }
        return identifier
    }
}
