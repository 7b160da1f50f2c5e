/// One partnership's written procedure, checked: every name in it has been looked up.
///
/// Never changes once read; a class for the same reason as `Step`.
package final class Procedure: Sendable {
    package let id: String
    package let title: String
    package let edition: String
    /// The document it was written from.
    package let source: Source
    package let guidance: [Guidance]
    package let partners: [Partner]
    package let roles: [Role]
    package let groups: [Group]
    package let bodies: [Body]
    package let clocks: [ClockRule]
    package let questions: [Question]
    package let criteria: [Criteria]
    package let folders: [Folder]
    package let papers: [PaperKind]
    /// Nil where the procedure does not say how things are filed.
    package let filing: Filing?
    package let sections: [Section]
    /// In the guide's order; the limits of national guidance stand last.
    package let steps: [Step]
    package let reminders: [Reminder]
    /// Nil where the procedure has no ladder: nobody is chased by itself.
    package let chasing: Chasing?
    package let notes: [Note]
    /// Clause to reason, in the file's order.
    package let waived: [(clause: String, reason: String)]
    /// The variation this is, nil for the procedure itself.
    package let variation: Variation?
    /// Every variation that the file offers.
    package let variations: [Variation]

    package let lookup: ProcedureLookup

    package struct Source: Hashable, Sendable {
        package let name: String
        package let clauses: [String]

        package init(name: String, clauses: [String]) {
            self.name = name
            self.clauses = clauses
        }
    }

    /// What the source says without obliging anybody.
    package struct Note: Hashable, Sendable {
        package let says: String
        package let at: Reference<Step>?
        package let clauses: [String]
        package let defect: String?

        package init(says: String, at: Reference<Step>?, clauses: [String], defect: String?) {
            self.says = says
            self.at = at
            self.clauses = clauses
            self.defect = defect
        }
    }

    /// A rung of a reminder ladder.
    package struct Reminder: Hashable, Sendable {
        package enum Of: String, CaseIterable, Hashable, Sendable {
            case eachStep = "each-step"
            case eachReturn = "each-return"
        }

        package let of: Of
        /// Before or after the due day; nil on the day itself.
        package let offset: Offset?
        /// Who is reminded: `by` is whoever does the step.
        package let to: [String]

        package struct Offset: Hashable, Sendable {
            package let count: Int
            package let unit: Unit
            package let direction: Direction

            package init(count: Int, unit: Unit, direction: Direction) {
                self.count = count
                self.unit = unit
                self.direction = direction
            }
        }

        package init(of: Of, offset: Offset?, to: [String]) {
            self.of = of
            self.offset = offset
            self.to = to
        }
    }

    /// An area that follows the procedure with some values of its own.
    package struct Variation: Hashable, Sendable {
        package let id: String
        package let title: String
        package let clauses: [String]

        package init(id: String, title: String, clauses: [String]) {
            self.id = id
            self.title = title
            self.clauses = clauses
        }
    }

    package init(
        id: String,
        title: String,
        edition: String,
        source: Source,
        guidance: [Guidance],
        partners: [Partner],
        roles: [Role],
        groups: [Group],
        bodies: [Body],
        clocks: [ClockRule],
        questions: [Question],
        criteria: [Criteria],
        folders: [Folder],
        papers: [PaperKind],
        filing: Filing?,
        sections: [Section],
        steps: [Step],
        reminders: [Reminder],
        chasing: Chasing?,
        notes: [Note],
        waived: [(clause: String, reason: String)],
        variation: Variation?,
        variations: [Variation]
    ) {
        self.id = id
        self.title = title
        self.edition = edition
        self.source = source
        self.guidance = guidance
        self.partners = partners
        self.roles = roles
        self.groups = groups
        self.bodies = bodies
        self.clocks = clocks
        self.questions = questions
        self.criteria = criteria
        self.folders = folders
        self.papers = papers
        self.filing = filing
        self.sections = sections
        self.steps = steps
        self.reminders = reminders
        self.chasing = chasing
        self.notes = notes
        self.waived = waived
        self.variation = variation
        self.variations = variations
        lookup = ProcedureLookup(steps: steps, questions: questions, clocks: clocks)
    }
}

/// What is looked up again and again, worked out once when a procedure is read.
package struct ProcedureLookup: Sendable {
    package let stepNamed: [String: Reference<Step>]
    package let questionNamed: [String: Reference<Question>]
    /// By moment, the steps that bring it about.
    package let recorders: [[Reference<Step>]]
    /// By fact, the outcomes that make it true.
    package let makers: [[(step: Reference<Step>, outcome: String)]]

    /// The steps that are meetings.
    package let meetings: [Reference<Step>]
    /// By clock, the largest day number that a step is counted to.
    package let lastDays: [Int]
    /// How many steps are requests.
    package let requests: Int

    /// The moments that a clock or rule counts from, in the vocabulary's order.
    package let countedFrom: [Moment]
    /// The facts, questions and outcomes on which something depends.
    package let dependsOn: Dependencies

    /// What the conditions of a procedure ask for.
    package struct Dependencies: Sendable {
        package var facts: Set<Fact> = []
        package var questions: Set<Reference<Question>> = []
        package var outcomes: Set<Reference<Step>> = []
    }

    init(steps: [Step], questions: [Question], clocks rules: [ClockRule]) {
        countedFrom = momentsCountedFrom(steps, rules)
        dependsOn = dependencies(steps, rules)
        let clocks = rules.count
        meetings = steps.indices.filter { steps[$0].isMeeting }.map { Reference($0) }
        requests = steps.count { $0.request != nil }
        lastDays = largestDays(steps, clocks: clocks)
        stepNamed = Dictionary(
            steps.enumerated().map { ($1.id, Reference($0)) },
            uniquingKeysWith: { first, _ in first }
        )
        questionNamed = Dictionary(
            questions.enumerated().map { ($1.id, Reference($0)) },
            uniquingKeysWith: { first, _ in first }
        )
        var recorders = [[Reference<Step>]](repeating: [], count: Moment.allCases.count)
        var makers = [[(step: Reference<Step>, outcome: String)]](
            repeating: [],
            count: Fact.allCases.count
        )
        for (number, step) in steps.enumerated() {
            if !step.isNationalLimit, let moment = step.records {
                recorders[Int(moment.rawValue)].append(Reference(number))
            }
            if case .decision(let part) = step.kind {
                for outcome in part.outcomes {
                    guard let fact = outcome.makes else { continue }
                    makers[Int(fact.rawValue)].append((Reference(number), outcome.name))
                }
            }
        }
        self.recorders = recorders
        self.makers = makers
    }
}

/// By clock, the largest day number in any limit or prompt.
private func largestDays(_ steps: [Step], clocks: Int) -> [Int] {
    var largest = [Int](repeating: 0, count: clocks)
    for rule in steps.flatMap(\.rules) {
        switch rule {
        case .day(let day, let clock), .window(_, let day, let clock),
            .beforeDay(let day, let clock):
            largest[clock.number] = max(largest[clock.number], day)
        default: continue
        }
    }
    return largest
}

extension Step {
    /// Every rule in its limits and prompt, its returns' too.
    fileprivate var rules: [Rule] {
        var limits = due.entries.map(\.limit) + (request?.back.due.entries.map(\.limit) ?? [])
        if let reconvene = meeting?.reconvene { limits.append(reconvene.limit) }
        if case .choice(let options)? = prompt { limits.append(.choice(options)) }
        return limits.flatMap { limit -> [Rule] in
            guard case .choice(let options) = limit else { return [] }
            return options.map(\.rule)
        }
    }
}

private func momentsCountedFrom(_ steps: [Step], _ clocks: [ClockRule]) -> [Moment] {
    var found: Set<Moment> = [.incident, .notified]
    for clock in clocks {
        var starts = clock.starts
        for reading in clock.otherReadings {
            if case .starts(let other) = reading.changes { starts += other }
        }
        for anchor in starts.flatMap(\.anchors) {
            if case .moment(let moment) = anchor.point { found.insert(moment) }
        }
    }
    for rule in steps.flatMap(\.rules) {
        if case .moment(let moment)? = rule.point { found.insert(moment) }
    }
    return Moment.allCases.filter { found.contains($0) && !$0.isScoped && !$0.isOfAnAgency }
}

private func dependencies(
    _ steps: [Step],
    _ clocks: [ClockRule]
) -> ProcedureLookup.Dependencies {
    var found = ProcedureLookup.Dependencies()
    for step in steps {
        if let condition = step.condition { found.add(condition) }
        for recipient in step.to + step.copy {
            if let condition = recipient.condition { found.add(condition) }
        }
    }
    for anchor in clocks.flatMap(\.starts).flatMap(\.anchors) {
        if let condition = anchor.condition { found.add(condition) }
    }
    return found
}

extension ProcedureLookup.Dependencies {
    fileprivate mutating func add(_ condition: Condition) {
        switch condition {
        case .fact(let fact): facts.insert(fact)
        case .question(let question): questions.insert(question)
        case .outcome(let step, _): outcomes.insert(step)
        case .not(let inner): add(inner)
        case .all(let parts), .any(let parts): for part in parts { add(part) }
        }
    }
}
