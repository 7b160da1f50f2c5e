import Desk
import Partnerships
import ServiceLifecycle

/// Reminds agencies that have not answered, as long as the server runs: it looks twice a minute.
struct Reminding: Service {
    let desk: ChaseDesk
    let time: @Sendable () -> Timestamp

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var hasComplained = false
            while true {
                do throws(DeskError) {
                    try await desk.run(at: time())
                    hasComplained = false
                } catch {
                    // What goes on being wrong is said once.
                    if !hasComplained {
                        Console.complain("reminders could not be queued; they are tried again")
                    }
                    hasComplained = true
                }
                try await Task.sleep(for: .seconds(30))
            }
        }
    }
}
