import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

/// A made-up review that is run by the steps of its own procedure, each on the day on which it is due.
///
/// Every step that applies is done, with the evidence that its kind names; a decision takes its first outcome. What
/// people ask is told to a story, and decided and folded here as the desks do it, so that the plan is known at each
/// step.
struct ReviewPlayer: Sendable {
    private(set) var story: CaseStory
    private(set) var file: CaseFile
    /// The day on which the next step is looked for.
    private(set) var today: Day
    /// Steps that were due before the day on which they could be done.
    private(set) var late: [String] = []

    let procedure: Procedure
    let cast: ReviewCast
    let calendar = WorkingCalendar.standard
    let told: Told
    /// The entry by which the last step was done.
    private(set) var entryOfLast = EntryID.inDemonstration(1)
    /// What agencies are still to answer, and when they will.
    var answers: [(day: Day, agency: DemonstrationAgency)] = []
    private var followed = (deeds: 0, commands: 0)

    /// What is chosen of a review before it is played.
    struct Told: Sendable {
        let child: CaseAbout.Child
        let place: String
        let began: Day
        /// By how many working days after the first the notification is made; nil on the last day.
        var notified: Int?
        /// Given to the procedure's questions, by id; a question that is not among them is answered no.
        var answers: [String: Bool] = [:]
        /// Whether the partners decide on a local review.
        var isLocalReview = true
        /// Whether the agency that is asked last keeps everybody waiting.
        var isOneLate = false
    }

    /// Opens the case on the day on which everybody learns of the incident.
    init(
        _ reference: String,
        of cast: ReviewCast,
        under procedure: Procedure,
        edition: Edition,
        _ days: DemonstrationDays,
        _ told: Told
    ) throws(CaseRefusal) {
        var story = CaseStory(reference, in: cast.partnership.id, under: edition, days)
        story.on(told.began, "09:15", cast.coordinator.person)
        story.open(
            began: told.began,
            [told.child],
            place: told.place,
            agencies: [cast.council] + cast.agencies,
            as: cast.coordinator.roles
        )
        guard case .opening(let opening)? = story.deeds.last?.what,
            let deed = story.deeds.last,
            let first = try decide(
                .openCase(opening),
                in: nil,
                under: procedure,
                calendar: calendar,
                today: told.began
            ).first,
            let file = beginFile(with: first, recorded: deed.time, actor: deed.actor)
        else { throw .notOpened }
        self.story = story
        self.file = file
        self.procedure = procedure
        self.cast = cast
        self.told = told
        today = told.began
        followed = (1, 0)
        try sit(cast.coordinator.person) { story in
            for member in cast.others { story.put(member.person, as: member.roles) }
        }
        try learn()
    }

    /// What is known on the first day.
    private mutating func learn() throws(CaseRefusal) {
        let isReferred = procedure.lookup.recorders[Int(Moment.referral.rawValue)].isEmpty
        let moments: [Moment] =
            [.incident, .identified, .aware, .partnershipAware] + (isReferred ? [.referral] : [])
        let facts: [(Fact, Bool, String)] = [
            (.seriouslyHarmed, true, "As the hospital told it"),
            (.abuseOrNeglect, true, "The injuries are not explained by what was told"),
            (.died, false, "The child is in hospital"),
            (.lookedAfter, false, "The child lived at home"),
            (.careLeaver, false, "The child lived at home"),
            (.unborn, false, "The child is born"),
            (.outsideEngland, false, "It happened at home"),
        ]
        let (day, questions, answers) = (today, procedure.questions, told.answers)
        try sit(cast.coordinator.person) { story in
            for moment in moments { story.moment(moment, day) }
            story.ask(
                .recordSafety(
                    isSafe: true,
                    words: "The child is in hospital and goes to a grandparent from there."
                )
            )
            for (fact, value, reason) in facts { story.fact(fact.id, value, reason) }
            for question in questions {
                story.fact(question.id, answers[question.id] ?? false, "As the partners said")
            }
        }
    }

    // Day by day

    /// Does step after step until what is wanted has come, or nothing more can be done.
    mutating func run(until isReached: (CaseFile) -> Bool) throws(CaseRefusal) {
        while !isReached(file), try goOn(with: next(), through: nil) {}
    }

    /// Does what falls due up to a day, and whatever has no day of its own, but for what the stage holds back.
    mutating func run(through last: Day, as stage: ReviewStage) throws(CaseRefusal) {
        while try goOn(with: next(through: last, as: stage), through: last) {}
        today = max(today, last)
    }

    /// Takes the answer of an agency or does the step, whichever comes first.
    ///
    /// - Returns: false where there is neither.
    private mutating func goOn(
        with line: ScheduledStep?,
        through last: Day?
    ) throws(CaseRefusal) -> Bool {
        let until = line.map { max(today, when($0).day) } ?? last ?? .last
        if let answer = answers.first, answer.day <= until {
            try answered(answer)
        } else if let line {
            try finish(line)
        } else {
            return false
        }
        return true
    }

    private mutating func answered(
        _ answer: (day: Day, agency: DemonstrationAgency)
    ) throws(CaseRefusal) {
        answers.removeFirst()
        today = max(today, answer.day)
        try takeAnswer(of: answer.agency)
    }

    /// The plan on the day that the review has come to.
    var plan: Schedule {
        schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: calendar,
            today: today
        )
    }

    private func next(through last: Day? = nil, as stage: ReviewStage? = nil) -> ScheduledStep? {
        let lines = plan.steps
        let named = Set(lines.filter { $0.key.subject != nil && !$0.key.isReturn }.map(\.key.step))
        return lines.filter { line in
            let step = procedure.steps[line.key.step]
            guard line.applies == .yes, line.waitsFor.isEmpty, line.done == nil, isTime(for: line),
                ![.done, .doneLate, .notNeeded].contains(line.standing), !step.isNationalLimit,
                isOurs(line, named), last.map({ when(line).day <= $0 }) ?? true
            else { return false }
            guard let stage, let last else { return true }
            if step.isRecurring, line.due == nil { return false }
            let isDue = line.due.map { $0 <= last } ?? false
            return !stage.holds(step, due: isDue, under: procedure)
        }
        .min { when($0) < when($1) }
    }

    /// Whether it has a day, where the guide says from when it is worth a look.
    private func isTime(for line: ScheduledStep) -> Bool {
        guard case .choice? = procedure.steps[line.key.step].prompt else { return true }
        return line.due != nil || line.prompt != nil
    }

    /// Whether people here do it: the national Panel answers in its own time, and agencies by their links.
    private func isOurs(_ line: ScheduledStep, _ named: Set<Reference<Step>>) -> Bool {
        let step = procedure.steps[line.key.step]
        if line.key.isReturn {
            return line.key.subject == nil && file.requests(of: step.id).isEmpty
        }
        if line.key.subject == nil, named.contains(line.key.step) { return false }
        guard step.isAwaited, let moment = step.records else { return true }
        return moment != .panelConsidered && moment != .panelResponse
    }

    private func when(_ line: ScheduledStep) -> (day: Day, place: Int) {
        let place = line.key.step.number
        if let notifying = notifying(line) { return (max(today, notifying), place) }
        // Nobody answers on the day on which she is asked.
        if line.key.isReturn, line.due == nil { return (story.days.day(3, after: today), place) }
        return (max(line.due ?? line.prompt ?? today, line.opens ?? today), place)
    }

    /// The day on which a step is done that leads to the notification, where a day is chosen for that.
    private func notifying(_ line: ScheduledStep) -> Day? {
        let step = procedure.steps[line.key.step]
        guard let days = told.notified, line.opens == nil,
            [.threshold, .notification].contains(procedure.sections[step.section].stage)
        else { return nil }
        let chosen = story.days.day(days, after: told.began)
        return min(line.due ?? chosen, chosen)
    }

    private mutating func finish(_ line: ScheduledStep) throws(CaseRefusal) {
        let step = procedure.steps[line.key.step]
        let day = max(today, when(line).day)
        if let due = line.due, due < day, !line.key.isReturn { late.append(step.id) }
        if step.records == .rapidReviewMeeting, let part = step.meeting {
            return try meet(step, part, on: day)
        }
        today = day
        if step.asksAgencies { return try askAgencies(step) }
        let point = line.key.isReturn ? "\(step.id).back" : step.id
        let name = OccurrenceName(point, subject: line.key.subject)
        if case .signOff(let part) = step.kind, try sign(step, part) { return }
        try ask(
            commands(for: step, name, isReturn: line.key.isReturn),
            by: line.key.isReturn ? nil : step
        )
    }

    // What is asked

    /// Records something that no step brings about.
    mutating func ask(_ command: CaseCommand) throws(CaseRefusal) {
        try ask([command], by: nil)
    }

    /// Whoever does the step by the procedure records it, where she may; else whoever runs the case.
    mutating func ask(_ commands: [CaseCommand], by step: Step?) throws(CaseRefusal) {
        try sit(recorder(of: commands, step)) { story in
            for command in commands { story.ask(command) }
        }
    }

    private func recorder(of commands: [CaseCommand], _ step: Step?) -> DemonstrationPerson {
        let parts = step.map { $0.by.flatMap { procedure.parts(of: $0) } } ?? []
        let acts = commands.compactMap { $0.act(under: procedure) }
        if parts.isEmpty { return cast.coordinator.person }
        let stage = file.stage(under: procedure)
        let member = cast.others.first { member in
            guard member.roles.contains(where: { parts.contains($0) }) else { return false }
            let capacities =
                member.person.roles.map(\.capacity)
                + member.roles.compactMap { procedure.capacity(ofPart: $0) }
            return acts.allSatisfy { act in capacities.contains { permits($0, act, at: stage) } }
        }
        return (member ?? cast.coordinator).person
    }

    /// Somebody records several things on the day that the review has come to, in one act.
    mutating func sit(
        _ person: DemonstrationPerson,
        _ tell: (inout CaseStory) -> Void
    ) throws(CaseRefusal) {
        story.sit(today, "09:20", person)
        try self.tell(tell)
    }

    /// Tells the story more, and takes up what follows from it.
    mutating func tell(_ tell: (inout CaseStory) -> Void) throws(CaseRefusal) {
        tell(&story)
        for (place, deed) in story.deeds.enumerated().dropFirst(followed.deeds) {
            let commands = deed.what.commands
            let known = place == followed.deeds ? followed.commands : 0
            for command in commands.dropFirst(known) { try fold(command, of: deed) }
            followed.commands = commands.count
        }
        // The last deed may grow while the same person goes on.
        followed.deeds = max(0, story.deeds.count - 1)
    }

    private mutating func fold(_ command: CaseCommand, of deed: Deed) throws(CaseRefusal) {
        let events = try decide(
            command,
            in: file,
            under: procedure,
            calendar: calendar,
            today: deed.time.localTime.day
        )
        for event in events { evolve(&file, by: event, recorded: deed.time, actor: deed.actor) }
    }

    /// A name for a step that is done, which others speak of.
    mutating func completed(_ name: OccurrenceName, by evidence: Evidence) -> CaseCommand {
        entryOfLast = self.name()
        return .completeStep(
            .init(entry: entryOfLast, name: name, day: today, evidence: evidence)
        )
    }

    /// A name that nothing else in any case has.
    mutating func name<Kind>() -> Identifier<Kind> { .inDemonstration(story.name()) }

    /// What is recorded beside something takes the names that follow.
    mutating func leaveNames(_ count: Int) { story.leaveNames(count) }

    /// The review has come to a later day.
    mutating func come(to day: Day) { today = max(today, day) }
}
