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
        guard part.isOfAgencies else { return false }
        return !steps.contains { other in
            other.request?.of.contains { $0.text == subject } ?? false
        }
    }
}
