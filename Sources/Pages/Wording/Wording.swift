package import Procedures
package import Schedules

/// Puts a procedure's rules, people and conditions into words.
package struct Wording: Sendable {
    package let procedure: Procedure
    /// By step, its short name: `the rapid review meeting`, `“submit report”`.
    private let stepNames: [String]
    private let clockNames: [String]

    package init(_ procedure: Procedure) {
        self.procedure = procedure
        stepNames = procedure.steps.map { step in
            step.isMeeting ? "the \(Self.spaced(step.id))" : "“\(Self.spaced(step.id))”"
        }
        clockNames = procedure.clocks.map { Self.spaced($0.id) }
    }

    /// `Rapid review` for the clock `rapid-review`.
    package func name(_ clock: Reference<ClockRule>) -> String {
        clockNames[clock.number]
    }

    static func spaced(_ id: String) -> String {
        String(id.map { $0 == "-" ? " " : $0 })
    }

    /// `day 15 of rapid review`.
    package func rule(_ rule: Rule) -> String {
        switch rule {
        case .day(let number, let clock): "day \(number) of \(name(clock))"
        case .window(let first, let last, let clock): "days \(first) to \(last) of \(name(clock))"
        case .beforeDay(let number, let clock):
            "before day \(number) of \(name(clock)), so by day \(number - 1)"
        case .count(let number, let unit, .before, let point):
            "\(DayWording.count(number, unit.rawValue)) before \(noun(point))"
        case .count(let number, let unit, .after, let point):
            "\(DayWording.count(number, unit.rawValue)) after \(clause(point))"
        case .count(let number, let unit, .beginningWith, let point):
            "\(DayWording.count(number, unit.rawValue)) beginning with the day \(clause(point))"
        case .sameDay(let point): "the same day \(clause(point))"
        case .inTime(let point): "in time for \(noun(point))"
        case .named(let moment): moment.words.noun
        }
    }

    /// `the day granted, else day 15 of rapid review`.
    package func choice(_ options: [RuleOption]) -> String {
        options.map { option in
            rule(option.rule) + (option.condition.map { " if \(condition($0))" } ?? "")
        }
        .joined(separator: ", else ")
    }

    package func limit(_ limit: Limit) -> String {
        switch limit {
        case .undated(nil): "no date given"
        case .undated(let adverb?): "no date given (\(adverb))"
        case .agreedAt(let step): "as agreed at \(noun(.step(step)))"
        case .agreedBy(let people): "as agreed by \(who(people))"
        case .choice(let options): choice(options)
        }
    }

    package func due(_ due: Due) -> String {
        let limits = due.entries.map { limit($0.limit) }
        return limits.count == 1 ? limits[0] : "the earliest of " + DayWording.list(limits)
    }

    package func prompt(_ prompt: Prompt) -> String {
        switch prompt {
        case .choice(let options): choice(options)
        case .every(1, let unit): "every \(unit.rawValue)"
        case .every(let count, let unit): "every \(DayWording.count(count, unit.rawValue))"
        }
    }

    /// After "when" and "after": `the notification was sent`.
    package func clause(_ point: Point) -> String {
        switch point {
        case .moment(let moment): moment.words.clause
        case .step(let step):
            "\(called(step)) was \(procedure.steps[step].isMeeting ? "held" : "done")"
        case .back(let step): "the returns of \(called(step)) came in"
        }
    }

    /// After "before" and "in time for": `the rapid review meeting`.
    package func noun(_ point: Point) -> String {
        switch point {
        case .moment(let moment): moment.words.noun
        case .step(let step): called(step)
        case .back(let step): "the returns of \(called(step))"
        }
    }

    /// A step by its short name.
    func called(_ step: Reference<Step>) -> String {
        stepNames[step.number]
    }

    /// A step by all that it does.
    func quoted(_ step: Reference<Step>) -> String {
        "“\(procedure.steps[step].does)”"
    }

    package func starts(_ starts: [ClockStart]) -> String {
        let each = starts.map { start in
            start.anchors.map { anchor in
                clause(anchor.point) + (anchor.condition.map { " (if \(condition($0)))" } ?? "")
            }
            .joined(separator: ", else ")
        }
        return each.count == 1 ? each[0] : "the earliest of: " + each.joined(separator: "; ")
    }
}

extension Wording {
    /// What another reading changes, as a sentence without its stop.
    package func change(_ change: OtherReading.Change) -> String {
        switch change {
        case .due(let due): DayWording.capitalised(self.due(due))
        case .starts(let starts): "Counted from when \(self.starts(starts))"
        case .firstDay(let day):
            day == 1 ? "The first day counts as day 1" : "The first day is day zero"
        case .counts(let unit):
            unit == .workingDay ? "Counted in working days" : "Counted in calendar days"
        case .closedDay(let way):
            way == .movesOn
                ? "A closed first day moves on to the next working day" : "A closed first day stays"
        case .words(let key, let value): "\(DayWording.capitalised(key)): \(name(of: value))"
        }
    }

    /// The name of a role or group by its id; other words as they are.
    package func name(of id: String) -> String {
        procedure.parts.first { $0.id == id }?.name ?? id
    }
}

extension Wording {
    /// After "if": `the child was looked after and the child has died`.
    package func condition(_ condition: Condition) -> String {
        switch condition {
        case .fact(let fact): fact.clause
        case .question(let question): answered(question, "yes")
        case .outcome(let step, let outcome):
            "\(called(step)) comes out as “\(Self.spaced(outcome))”"
        case .not(.fact(let fact)): fact.contrary
        case .not(.question(let question)): answered(question, "no")
        case .not(.outcome(let step, let outcome)):
            "\(called(step)) does not come out as “\(Self.spaced(outcome))”"
        case .not(let inner): "it is not so that \(self.condition(inner))"
        case .all(let parts): parts.map { inner($0) }.joined(separator: " and ")
        case .any(let parts): parts.map { inner($0) }.joined(separator: " or ")
        }
    }

    private func answered(_ question: Reference<Question>, _ answer: String) -> String {
        "the answer to “\(procedure.questions[question].asks)” is \(answer)"
    }

    private func inner(_ condition: Condition) -> String {
        switch condition {
        case .all, .any: "(\(self.condition(condition)))"
        default: self.condition(condition)
        }
    }
}

extension Wording {
    package func who(_ who: Who) -> String {
        let people = people(who.people)
        return switch who.quantifier {
        case .whole: people
        case .each: "each of \(people)"
        case .one: "one of \(people)"
        }
    }

    private func people(_ people: Who.People) -> String {
        switch people {
        case .partner(let partner):
            procedure.partners.first { $0.partner == partner }?.name ?? partner.rawValue
        case .role(let role): procedure.roles[role].name
        case .group(let group): procedure.groups[group].name
        case .body(let body): Self.bodyName(procedure.bodies[body])
        case .partners: "the three partners"
        case .anyPartner: "any partner"
        case .anyAgency: "any agency"
        case .practitioners: "practitioners"
        case .referrer: "the referrer"
        case .agencyInvolved: "each agency involved"
        case .agencyAsked: "each agency asked"
        case .agency: "the agency"
        case .agencySeniorManager: "the agency’s senior manager"
        case .agencyRepresentative: "the agency’s representative"
        case .agenciesRepresentatives: "the agencies’ representatives"
        case .members(let meeting): "members of \(meetingName(meeting))"
        case .chair(let meeting): "chair of \(meetingName(meeting))"
        case .everyoneInvited(let meeting): "everyone invited to \(meetingName(meeting))"
        }
    }

    private static func bodyName(_ body: Body) -> String {
        body.id == "national-panel" ? "the national Panel" : body.name
    }

    private func meetingName(_ step: Reference<Step>?) -> String {
        step.map { noun(.step($0)) } ?? "the meeting"
    }

    package func whos(_ whos: [Who]) -> String {
        DayWording.list(whos.map { who($0) })
    }

    /// Who does a step; the stages of a sign-off in their order.
    package func people(of step: Step) -> String {
        if case .signOff(let part) = step.kind, part.stages.count > 1 {
            return part.stages.map { whos($0.by) }.joined(separator: ", then ")
        }
        return whos(step.actors)
    }

    package func recipients(_ recipients: [Recipient]) -> String {
        DayWording.list(
            recipients.map { recipient in
                who(recipient.who) + (recipient.purpose.map { " for \($0)" } ?? "")
                    + (recipient.condition.map { " (if \(condition($0)))" } ?? "")
            }
        )
    }

    /// `2.3, 3.4`.
    package static func clauses(_ clauses: [String]) -> String {
        clauses.joined(separator: ", ")
    }

    /// `Clause 2.3.`, `Clauses 2.3 and 3.4.`.
    static func cited(_ clauses: [String]) -> String {
        "Clause\(clauses.count == 1 ? "" : "s") \(DayWording.list(clauses))."
    }

    package func scope(_ scope: Step.Scope) -> String {
        switch scope {
        case .returns(let step): "each return of \(quoted(step))"
        case .meetings([], []): "each meeting"
        case .meetings(let steps, let groups):
            "each meeting of "
                + DayWording.list(
                    steps.map { noun(.step($0)) } + groups.map { procedure.groups[$0].name },
                    "or"
                )
        case .versions(let papers):
            "each version of " + DayWording.list(papers.map { procedure.papers[$0].name }, "or")
        case .agenciesAsked: "each agency asked"
        case .steps(let roles):
            "each step of " + DayWording.list(roles.map { procedure.roles[$0].name }, "or")
        }
    }
}

extension Force {
    package var words: String {
        switch self {
        case .statutory: "Statutory limit: set by law"
        case .nationalExpectation:
            "National expectation: a later day needs a reason, and the national Panel told"
        case .local: "Local limit: set by this procedure"
        case .suggested: "Suggested: the source gives no such day"
        }
    }
}

extension Standing {
    package var tag: StandingTag {
        switch self {
        case .notStarted: StandingTag(kind: .start, word: "Not started")
        case .open: StandingTag(kind: .open, word: "Open")
        case .dueToday: StandingTag(kind: .today, word: "Due today")
        case .overdue: StandingTag(kind: .overdue, word: "Overdue")
        case .done: StandingTag(kind: .done, word: "Done")
        case .doneLate: StandingTag(kind: .late, word: "Done late")
        case .notNeeded: StandingTag(kind: .not, word: "Not needed")
        }
    }
}
