package import Procedures

extension DatedRule.Anchor {
    /// The point that the count starts from; nil for an agreed day.
    package var point: Point? {
        switch self {
        case .happened(let point), .booked(let point): point
        case .dueDay(let step): .step(step)
        case .agreed: nil
        }
    }
}

extension Point {
    package var step: Reference<Step>? {
        switch self {
        case .step(let step), .back(let step): step
        case .moment: nil
        }
    }

    package var isReturn: Bool {
        if case .back = self { true } else { false }
    }
}

extension Procedure {
    /// Whether a request is meant for an agency or person of that name.
    package func asks(_ subject: String, with request: Reference<Step>) -> Bool {
        guard let part = steps[request].request else { return false }
        if part.of.contains(where: { $0.text == subject }) { return true }
        guard part.isOfAgencies, isMainRequest(request) else { return false }
        return !steps.contains { other in
            other.request?.of.contains { $0.text == subject } ?? false
        }
    }

    /// Whether plain `requests-sent` and `return-received` are meant for a request of agencies.
    ///
    /// They are for those that record it, or for all where none does. The answers to any other are entered
    /// under its own name.
    func isMainRequest(_ request: Reference<Step>) -> Bool {
        let recorders = lookup.recorders[Int(Moment.requestsSent.rawValue)]
        return recorders.isEmpty || recorders.contains(request)
    }
}
