package import WorkingDays

/// One date as a person gave it, before its name is looked up in a procedure.
package struct MomentEntry: Hashable, Sendable {
    /// A moment, a step or `step.back`.
    package let name: String
    package let subject: String?
    package let day: Day
    package let minute: Minute?

    package init(name: String, subject: String?, day: Day, minute: Minute?) {
        self.name = name
        self.subject = subject
        self.day = day
        self.minute = minute
    }
}

/// Why an entry cannot be taken.
package enum EntryProblem: Hashable, Sendable {
    case unknownMoment(String, valid: [String])
    case unknownFact(String, valid: [String])
    case notYesOrNo(fact: String, value: String)
    case unknownOutcome(step: String, value: String, valid: [String])
    case stepWithoutOutcome(step: String)
    case unknownStep(String, valid: [String])
    /// `meeting-ended/tea`: what ended must be a meeting of the procedure.
    case unknownMeeting(String, valid: [String])
    case saidTwice(fact: String, first: String, second: String)
}

extension Procedure {
    /// What is known, from entries whose names are looked up here; every problem is reported, not only the first.
    package func known(
        moments: [MomentEntry],
        facts: [(name: String, value: String)],
        agreed: [(name: String, subject: String?, day: Day)]
    ) -> (known: Known, problems: [EntryProblem]) {
        var known = Known()
        var problems: [EntryProblem] = []
        for entry in moments {
            guard let point = point(named: entry.name, subject: entry.subject) else {
                problems.append(unknown(entry))
                continue
            }
            let occurrence = Known.Occurrence(
                day: entry.day,
                minute: entry.minute,
                subject: entry.name == Moment.meetingEnded.id ? nil : entry.subject
            )
            known.add(occurrence, of: point)
            if case .step(let step) = point, let moment = steps[step].records,
                !moment.namesAFutureDay
            {
                known.add(occurrence, of: .moment(moment))
            }
        }
        var said: [String: String] = [:]
        for (name, value) in facts {
            if let first = said[name], first != value {
                problems.append(.saidTwice(fact: name, first: first, second: value))
            }
            said[name] = value
            if let problem = set(name, to: value, in: &known) { problems.append(problem) }
        }
        for (name, subject, day) in agreed {
            guard let point = stepPoint(named: name) else {
                problems.append(.unknownStep(name, valid: steps.map(\.id)))
                continue
            }
            known.agree(Known.Agreement(point: point, subject: subject, day: day))
        }
        return (known, problems)
    }

    private func unknown(_ entry: MomentEntry) -> EntryProblem {
        guard entry.name == Moment.meetingEnded.id, let subject = entry.subject else {
            return .unknownMoment(entry.name, valid: enterable)
        }
        return .unknownMeeting(subject, valid: lookup.meetings.map { steps[$0].id })
    }

    /// The point that a person means by a name: a moment first, else a step or its returns.
    package func point(named name: String, subject: String? = nil) -> Point? {
        if name == Moment.meetingEnded.id {
            if let subject {
                guard let step = lookup.stepNamed[subject], steps[step].isMeeting else {
                    return nil
                }
                return meetingPoint(step)
            }
            return .moment(.rapidReviewMeeting)
        }
        if let moment = Moment(id: name), Moment.entered.contains(moment) { return .moment(moment) }
        return stepPoint(named: name)
    }

    private func meetingPoint(_ step: Reference<Step>) -> Point {
        if let moment = steps[step].records { .moment(moment) } else { .step(step) }
    }

    /// The step or returns of a name, which for a meeting is often the name of the moment that it records.
    package func stepPoint(named name: String) -> Point? {
        if let step = lookup.stepNamed[name] { return .step(step) }
        guard name.hasSuffix(".back"), let step = lookup.stepNamed[String(name.dropLast(5))],
            steps[step].request != nil
        else { return nil }
        return .back(step)
    }

    /// Every name under which a date may be entered.
    package var enterable: [String] {
        Moment.entered.map(\.id)
            + steps.filter { !$0.isNationalLimit }
            .flatMap { $0.request == nil ? [$0.id] : [$0.id, "\($0.id).back"] }
    }

    private func set(_ name: String, to value: String, in known: inout Known) -> EntryProblem? {
        if let step = lookup.stepNamed[name] {
            let outcomes = steps[step].outcomes
            guard !outcomes.isEmpty else { return .stepWithoutOutcome(step: name) }
            guard outcomes.contains(value) else {
                return .unknownOutcome(step: name, value: value, valid: outcomes)
            }
            known.set(step, outcome: value)
            return nil
        }
        let fact = Fact(id: name)
        let question = lookup.questionNamed[name]
        guard fact != nil || question != nil else {
            return .unknownFact(name, valid: Fact.allCases.map(\.id) + questions.map(\.id))
        }
        let truth: Bool
        switch value {
        case "true", "yes": truth = true
        case "false", "no": truth = false
        default: return .notYesOrNo(fact: name, value: value)
        }
        if let fact { known.set(fact, truth) }
        if let question { known.set(question, truth) }
        return nil
    }
}
