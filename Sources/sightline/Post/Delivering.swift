import CaseStores
import Desk
import ServiceLifecycle

/// Delivers what is queued, every few seconds for as long as the server runs.
///
/// Told to stop, it begins no further message; one that is under way whole is waited for.
struct Delivering: Service {
    let desk: MailDesk
    /// Whether the address that links are made from is known yet.
    let isServing: @Sendable () -> Bool

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var said: String?
            while true {
                guard isServing() else {
                    try await Task.sleep(for: .milliseconds(50))
                    continue
                }
                switch await deliver() {
                case .nothing: break
                case .well: said = nil
                case .wrong(let words):
                    // What goes on being wrong is said once.
                    if words != said { Console.complain(words) }
                    said = words
                }
                try await Task.sleep(for: .seconds(3))
            }
        }
    }

    /// What an operator is to know of a run.
    private enum Finding {
        case nothing
        case well
        case wrong(String)
    }

    private func deliver() async -> Finding {
        do throws(StoreError) {
            let outcomes = try await desk.run()
            if let words = outcomes.compactMap(\.complaint).last { return .wrong(words) }
            return outcomes.isEmpty ? .nothing : .well
        } catch {
            return .wrong("messages could not be delivered: \(error.words)")
        }
    }
}

extension MailOutcome {
    /// For the operator: nobody's name, and nothing of a case.
    fileprivate var complaint: String? {
        switch result {
        case .delivered: nil
        case .again(_, let fault), .perhapsDelivered(_, let fault):
            "a message did not go out (\(fault)); it is tried again"
        case .failed(let fault):
            "a message was given up (\(fault)); the page of the case says which"
        }
    }
}
