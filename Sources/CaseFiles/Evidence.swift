package import Partnerships
package import Procedures

/// What shows that a step was done: each kind of step names the kind of its evidence.
package enum Evidence: Hashable, Sendable, Codable {
    /// For a step that leaves nothing behind but the doing.
    case note(String)
    /// A document of the case, or one that lies where the note says.
    case document(DocumentID?, whereItLies: String)
    case sent(to: String, by: String)
    case received(from: String)
    /// To a body outside; the reference is what it answered with.
    case submitted(to: String, reference: String)
    case appointed(name: String)
    case decided(outcome: String?, reasons: String)
    case held(present: String, outcome: String?)
    case signed(by: [String])

    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case note, document, sent, received, submitted, appointed, decided, held, signed
    }

    package var kind: Kind {
        switch self {
        case .note: .note
        case .document: .document
        case .sent: .sent
        case .received: .received
        case .submitted: .submitted
        case .appointed: .appointed
        case .decided: .decided
        case .held: .held
        case .signed: .signed
        }
    }

    /// The outcome it states, where the step has outcomes.
    package var outcome: String? {
        switch self {
        case .decided(let outcome, _), .held(_, let outcome): outcome
        default: nil
        }
    }

    /// Everything that must be filled in is.
    var isComplete: Bool {
        switch self {
        case .note(let text), .received(let text), .appointed(let text): !isBlank(text)
        case .document(let document, let place): document != nil || !isBlank(place)
        case .sent(let to, let by): !isBlank(to) && !isBlank(by)
        case .submitted(let to, let reference): !isBlank(to) && !isBlank(reference)
        case .decided(_, let reasons): !isBlank(reasons)
        case .held(let present, _): !isBlank(present)
        case .signed(let names): !names.isEmpty && !names.contains(where: isBlank)
        }
    }
}

extension Step {
    /// The evidence that completes it, or its returns.
    package func evidence(isReturn: Bool) -> Evidence.Kind {
        if isReturn { return .received }
        return switch kind {
        case .task, .nationalLimit: .note
        case .form, .document, .filing, .publication: .document
        case .request, .message: .sent
        case .check, .decision: .decided
        case .signOff: .signed
        case .meeting: .held
        case .submission: .submitted
        case .awaited: .received
        case .appointment: .appointed
        }
    }
}

/// Whether a text holds nothing that can be seen.
func isBlank(_ text: String) -> Bool {
    text.allSatisfy(\.isWhitespace)
}
