import Procedures
import WorkingDays

/// Builds the lines of one plan.
struct Scheduling {
    var dating: Dating
    let procedure: Procedure
    let known: Known
    let today: Day
    var truths: [Truth]
    var earliestDays: [Day??]
    var isWaiting: [Bool]

    init(dating: Dating) {
        self.dating = dating
        procedure = dating.procedure
        known = dating.known
        today = dating.today
        let steps = dating.procedure.steps
        truths = steps.map { step in
            step.condition.map { dating.known.applies($0, in: dating.procedure) } ?? .yes
        }
        for step in dating.known.setAside { truths[step.number] = .no }
        earliestDays = Array(repeating: nil, count: steps.count * 2)
        isWaiting = Array(repeating: false, count: steps.count * 2)
    }

    mutating func schedule() -> Schedule {
        let clocks = procedure.clocks.indices.map { number in
            CaseClock(
                rule: Reference(number),
                start: dating.start(of: Reference(number)),
                lastDay: procedure.lookup.lastDays[number]
            )
        }
        var lines: [ScheduledStep] = []
        lines.reserveCapacity(procedure.steps.count + procedure.lookup.requests)
        for number in procedure.steps.indices { appendLines(of: Reference(number), to: &lines) }
        let findings = findings(in: lines) + dating.uncovered
        return Schedule(today: today, clocks: clocks, steps: lines, findings: findings)
    }

    private mutating func appendLines(of step: Reference<Step>, to lines: inout [ScheduledStep]) {
        let part = procedure.steps[step]
        switch part.forEach {
        case .returns(let request)?:
            let subjects = subjects(of: request)
            for subject in subjects { lines.append(line(step, request: request, subject: subject)) }
            if subjects.isEmpty { lines.append(line(step, request: request)) }
        case .meetings(let steps, let groups)?:
            let meetings = steps.isEmpty && !groups.isEmpty ? [] : meetingsHeld(among: steps)
            for (name, meeting) in meetings {
                lines.append(line(step, subject: name, meeting: meeting))
            }
            if meetings.isEmpty { lines.append(line(step)) }
        default:
            lines.append(line(step, request: part.request == nil ? nil : step))
        }
        guard part.request != nil else { return }
        lines.append(line(step, isReturn: true, request: step))
        for subject in subjects(of: step) {
            lines.append(line(step, isReturn: true, request: step, subject: subject))
        }
    }

    /// Agencies and people of whom something is known by name, in order first named.
    private func subjects(of request: Reference<Step>) -> [String] {
        guard known.hasSubjects else { return [] }
        let points: [Point] = [
            .moment(.requestsSent), .step(request), .moment(.returnReceived), .back(request),
            .moment(.returnAccepted),
        ]
        let named =
            points.flatMap { known.occurrences(of: $0).compactMap(\.subject) }
            + known.agreements.filter { $0.point == .back(request) }.compactMap(\.subject)
        var seen: Set<String> = []
        return named.filter { procedure.asks($0, with: request) && seen.insert($0).inserted }
    }

    /// Meetings with their days, each under the name of its step.
    private func meetingsHeld(
        among steps: [Reference<Step>]
    ) -> [(name: String, meeting: Known.Occurrence)] {
        let meetings = steps.isEmpty ? procedure.lookup.meetings : steps
        return meetings.flatMap { meeting -> [(name: String, meeting: Known.Occurrence)] in
            let step = procedure.steps[meeting]
            let point = step.records.map { Point.moment($0) } ?? .step(meeting)
            let held = known.occurrences(of: point)
            let numbered = held.count > 1
            return held.enumerated().map { number, occurrence in
                (numbered ? "\(step.id)-\(number + 1)" : step.id, occurrence)
            }
        }
    }

    private mutating func line(
        _ reference: Reference<Step>,
        isReturn: Bool = false,
        request: Reference<Step>? = nil,
        subject: String? = nil,
        meeting: Known.Occurrence? = nil
    ) -> ScheduledStep {
        let step = procedure.steps[reference]
        let due = step.due(isReturn: isReturn)
        let readings = isReturn ? step.request?.back.otherReadings ?? [] : step.otherReadings
        let key = ScheduledStep.Key(step: reference, isReturn: isReturn, subject: subject)
        let scope = Dating.Scope(
            request: request,
            subject: meeting == nil ? subject : nil,
            meeting: meeting
        )
        let truth = truths[reference.number]
        let computed = dating.governing(due, in: scope)
        let agreed = known.agreements.isEmpty ? nil : agreement(key)
        let dated = agreed.map { DatedRule(agreed: $0) } ?? computed?.dated
        let occurrence =
            meeting.map { completion(of: key, after: $0) } ?? completion(key, step, scope)
        let done = occurrence.flatMap { $0.day <= today ? $0 : nil }
        let isDone = done != nil || brought(reference, isReturn: isReturn)
        let firstDone = done == nil ? nil : dating.firstTaken(key.point, in: scope)
        let booked =
            occurrence.flatMap { $0.day > today ? $0.day : nil }
            ?? agreed.flatMap { (!isDone || step.isMeeting) && $0 > today ? $0 : nil }
        let waits = !isDone && truth != .no ? waits(key, step, due, dated, scope) : []
        let earliest =
            !isDone && truth == .yes
            ? earliest(reference, isReturn, scope, booked: booked, opens: dated?.opens) : nil
        return ScheduledStep(
            key: key,
            applies: truth,
            openCondition: truth == .no
                ? nil : step.condition.flatMap { known.open($0, in: procedure) },
            dated: dated,
            entry: computed?.entry ?? 0,
            otherReadings: dating.readings(
                of: due,
                readings,
                governing: computed,
                agreed: agreed != nil,
                in: scope
            ),
            standing: isDone && done == nil
                ? .done
                : standing(
                    truth,
                    binding(dated, computed?.dated, due.entries[computed?.entry ?? 0].force),
                    due.entries[computed?.entry ?? 0].force,
                    firstDone ?? done,
                    isWaiting: !waits.isEmpty
                ),
            done: done,
            firstDone: firstDone,
            arose: arose(step, scope),
            booked: booked,
            prompt: isReturn ? nil : prompt(step.prompt, scope),
            waitsFor: waits,
            earliest: earliest,
            slack: slack(earliest, dated?.due)
        )
    }

    /// The day by which a line is judged: an agreed one, but never later than law or national guidance allows.
    private func binding(_ dated: DatedRule?, _ computed: DatedRule?, _ force: Force) -> DatedRule?
    {
        guard let dated, let computed, dated.anchor == .agreed, computed.due < dated.due,
            force == .statutory || force == .nationalExpectation
        else { return dated }
        return computed
    }

    private func agreement(_ key: ScheduledStep.Key) -> Day? {
        if let own = known.agreed(key.point, subject: key.subject) { return own }
        return key.subject == nil ? nil : known.agreed(key.point, subject: nil)
    }

    /// When a line that stands for one return arose.
    private func arose(_ step: Step, _ scope: Dating.Scope) -> Day? {
        guard scope.subject != nil, case .returns(let request)? = step.forEach else { return nil }
        return dating.happened(.back(request), in: scope)?.day
    }

    private mutating func prompt(_ prompt: Prompt?, _ scope: Dating.Scope) -> Day? {
        guard case .choice(let options)? = prompt else { return nil }
        return dating.chosen(options, in: scope)?.dated.due
    }

    private func slack(_ earliest: Day?, _ due: Day?) -> Int? {
        guard let earliest, let due else { return nil }
        guard let working = try? dating.calendar.firstWorkingDay(onOrAfter: earliest) else {
            return nil
        }
        if earliest <= due, working > due { return 0 }
        return try? dating.calendar.workingDays(from: working, to: due)
    }
}

extension DatedRule {
    /// A day that people agreed.
    init(agreed day: Day) {
        self.init(
            rule: nil,
            anchor: .agreed,
            from: day,
            fromMinute: nil,
            opens: nil,
            due: day,
            at: nil,
            workingTarget: nil,
            counted: nil
        )
    }
}
