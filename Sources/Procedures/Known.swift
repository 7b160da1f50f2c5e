package import WorkingDays

/// What is known of a case: the moments with their days, the facts, and the days agreed or booked.
package struct Known: Sendable {
    /// One time that something happened, or is planned to.
    package struct Occurrence: Hashable, Sendable {
        package let day: Day
        /// The clock time in England, where it matters.
        package let minute: Minute?
        /// The agency, meeting, child or draft it belongs to.
        package let subject: String?

        package init(day: Day, minute: Minute? = nil, subject: String? = nil) {
            self.day = day
            self.minute = minute
            self.subject = subject
        }

        package func isBefore(_ other: Occurrence) -> Bool {
            (day, minute?.minuteOfDay ?? 0) < (other.day, other.minute?.minuteOfDay ?? 0)
        }
    }

    /// A day agreed, booked or granted for a step or its returns.
    package struct Agreement: Hashable, Sendable {
        package let point: Point
        package let subject: String?
        package let day: Day

        package init(point: Point, subject: String?, day: Day) {
            self.point = point
            self.subject = subject
            self.day = day
        }
    }

    private var moments = [[Occurrence]](repeating: [], count: Moment.allCases.count)
    private var steps: [Reference<Step>: [Occurrence]] = [:]
    private var backs: [Reference<Step>: [Occurrence]] = [:]
    private var facts = [Truth](repeating: .unknown, count: Fact.allCases.count)
    private var questions: [Reference<Question>: Bool] = [:]
    private var outcomes: [Reference<Step>: String] = [:]
    /// Whether anything is known of an agency, meeting, child or draft by name.
    package private(set) var hasSubjects = false
    package private(set) var agreements: [Agreement] = []
    /// Steps that people decided not to take.
    package private(set) var setAside: Set<Reference<Step>> = []

    package init() {}

    package mutating func add(_ occurrence: Occurrence, of point: Point) {
        if occurrence.subject != nil { hasSubjects = true }
        switch point {
        case .moment(let moment): moments[Int(moment.rawValue)].append(occurrence)
        case .step(let step): steps[step, default: []].append(occurrence)
        case .back(let step): backs[step, default: []].append(occurrence)
        }
    }

    package mutating func set(_ fact: Fact, _ value: Bool) {
        facts[Int(fact.rawValue)] = Truth(value)
    }

    package mutating func set(_ question: Reference<Question>, _ value: Bool) {
        questions[question] = value
    }

    package mutating func set(_ step: Reference<Step>, outcome: String) {
        outcomes[step] = outcome
    }

    package mutating func setAside(_ step: Reference<Step>) {
        setAside.insert(step)
    }

    package mutating func agree(_ agreement: Agreement) {
        if agreement.subject != nil { hasSubjects = true }
        agreements.append(agreement)
    }

    /// Every occurrence of a point, in the order entered.
    package func occurrences(of point: Point) -> [Occurrence] {
        switch point {
        case .moment(let moment): moments[Int(moment.rawValue)]
        case .step(let step): steps.isEmpty ? [] : steps[step] ?? []
        case .back(let step): backs.isEmpty ? [] : backs[step] ?? []
        }
    }

    package func answer(to question: Reference<Question>) -> Truth {
        Truth(questions[question])
    }

    package func outcome(of step: Reference<Step>) -> String? {
        outcomes.isEmpty ? nil : outcomes[step]
    }

    package func value(of fact: Fact) -> Truth {
        facts[Int(fact.rawValue)]
    }

    /// The latest day agreed for a point and subject.
    package func agreed(_ point: Point, subject: String?) -> Day? {
        agreements.last { $0.point == point && $0.subject == subject }?.day
    }
}
