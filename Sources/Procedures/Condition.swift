/// When a step applies: recorded facts joined by and, or, not.
package indirect enum Condition: Hashable, Sendable {
    case fact(Fact)
    case question(Reference<Question>)
    case outcome(of: Reference<Step>, is: String)
    case not(Condition)
    case all([Condition])
    case any([Condition])

    /// Whether it holds only where a fact does.
    package func wants(_ fact: Fact) -> Bool {
        switch self {
        case .fact(let own): own == fact
        case .all(let parts): parts.contains { $0.wants(fact) }
        case .any(let parts): parts.allSatisfy { $0.wants(fact) }
        case .question, .outcome, .not: false
        }
    }

    /// Whether a fact comes into it at all.
    package func names(_ fact: Fact) -> Bool {
        switch self {
        case .fact(let own): own == fact
        case .not(let part): part.names(fact)
        case .all(let parts), .any(let parts): parts.contains { $0.names(fact) }
        case .question, .outcome: false
        }
    }
}

/// A yes/no question that one procedure asks.
package struct Question: Hashable, Sendable {
    package let id: String
    /// The question in words, with its question mark.
    package let asks: String
    /// The step at which it is asked.
    package let at: Reference<Step>
    package let clauses: [String]

    package init(id: String, asks: String, at: Reference<Step>, clauses: [String]) {
        self.id = id
        self.asks = asks
        self.at = at
        self.clauses = clauses
    }
}

/// Whether a condition holds on what is known so far.
package enum Truth: Hashable, Sendable {
    case yes, no, unknown

    package init(_ value: Bool?) {
        switch value {
        case true?: self = .yes
        case false?: self = .no
        case nil: self = .unknown
        }
    }

    package var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}
