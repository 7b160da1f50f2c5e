import Desk
import Partnerships
import ServiceLifecycle

/// Reminds agencies that have not answered, as long as the server runs: it looks twice a minute.
struct Reminding: Service {
    let desk: ChaseDesk
    let time: @Sendable () -> Timestamp

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var said: String?
            while true {
                let fault = await fault()
                // What goes on being wrong is said once.
                if let fault, fault != said { Console.complain(fault) }
                said = fault
                try await Task.sleep(for: .seconds(30))
            }
        }
    }

    /// Nil where all is well.
    private func fault() async -> String? {
        do throws(DeskError) {
            let run = try await desk.run(at: time())
            if run.failed.isEmpty, run.failedPartnerships == 0 { return nil }
            let which = run.failed.map { " \($0)" }.joined(separator: ",")
            return
                "reminders\(which.isEmpty ? "" : " of\(which)") could not be queued; they are tried again"
        } catch {
            return "reminders could not be queued; they are tried again"
        }
    }
}
