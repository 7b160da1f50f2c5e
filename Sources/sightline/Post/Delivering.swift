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
            var complained: String?
            while true {
                guard isServing() else {
                    try await Task.sleep(for: .milliseconds(50))
                    continue
                }
                let complaint = await deliver()
                // What goes on being wrong is said once.
                if let complaint, complaint != complained { Console.complain(complaint) }
                complained = complaint
                try await Task.sleep(for: .seconds(3))
            }
        }
    }

    /// What an operator is to know; nil for nothing.
    private func deliver() async -> String? {
        do throws(StoreError) {
            let outcomes = try await desk.run()
            return outcomes.compactMap(\.complaint).last
        } catch {
            return "messages could not be delivered: \(error.words)"
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
