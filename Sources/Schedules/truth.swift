package import Procedures

extension Known {
    /// Whether a condition holds on what is known.
    package func truth(of condition: Condition, in procedure: Procedure) -> Truth {
        switch condition {
        case .fact(let fact): return truth(of: fact, in: procedure)
        case .question(let question): return answer(to: question)
        case .outcome(let step, let wanted):
            return Truth(outcome(of: step).map { $0 == wanted })
        case .not(let inner): return truth(of: inner, in: procedure).negated
        case .all(let parts):
            var result = Truth.yes
            for part in parts {
                switch truth(of: part, in: procedure) {
                case .no: return .no
                case .unknown: result = .unknown
                case .yes: continue
                }
            }
            return result
        case .any(let parts):
            var result = Truth.no
            for part in parts {
                switch truth(of: part, in: procedure) {
                case .yes: return .yes
                case .unknown: result = .unknown
                case .no: continue
                }
            }
            return result
        }
    }

    /// Whether a step applies: a case is presumed notifiable until somebody decides that it is not, so that
    /// no statutory day passes unseen while that is open.
    func applies(_ condition: Condition, in procedure: Procedure) -> Truth {
        let truth = truth(of: condition, in: procedure)
        guard truth == .unknown, open(condition, in: procedure) == .fact(.notifiable) else {
            return truth
        }
        return .yes
    }

    /// The part of a condition that is still open; nil where nothing is.
    package func open(_ condition: Condition, in procedure: Procedure) -> Condition? {
        guard truth(of: condition, in: procedure) == .unknown else { return nil }
        switch condition {
        case .all(let parts): return joined(parts, in: procedure) { .all($0) }
        case .any(let parts): return joined(parts, in: procedure) { .any($0) }
        case .not(let inner): return open(inner, in: procedure).map { .not($0) }
        case .fact, .question, .outcome: return condition
        }
    }

    private func joined(
        _ parts: [Condition],
        in procedure: Procedure,
        _ join: ([Condition]) -> Condition
    ) -> Condition? {
        let open = parts.compactMap { self.open($0, in: procedure) }
        return open.count == 1 ? open[0] : join(open)
    }

    /// A fact is what was said of it, else what the decisions and moments recorded make it.
    package func truth(of fact: Fact, in procedure: Procedure) -> Truth {
        let said = value(of: fact)
        guard said == .unknown else { return said }
        var decided = Truth.unknown
        for maker in procedure.lookup.makers[Int(fact.rawValue)] {
            guard let outcome = outcome(of: maker.step) else { continue }
            if outcome == maker.outcome { return .yes }
            decided = .no
        }
        if implied(fact) { return .yes }
        return decided
    }

    /// What a moment's having come says by itself.
    private func implied(_ fact: Fact) -> Bool {
        switch fact {
        case .notifiable: !occurrences(of: .moment(.notified)).isEmpty
        case .lcspr:
            !occurrences(of: .moment(.lcsprRecommended)).isEmpty
                || !occurrences(of: .moment(.lcsprDecided)).isEmpty
        default: false
        }
    }
}
