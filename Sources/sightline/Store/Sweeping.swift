import CaseStores
import Desk
import Partnerships
import ServiceLifecycle

/// Takes away what is over: at the start, and once a day for as long as the server runs.
struct Sweeping: Service {
    let store: any AccountDesk.Store

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(24 * 60 * 60))
                do throws(StoreError) {
                    try await sweep(at: TimeSource.present())
                } catch {
                    Console.complain(
                        "what is over could not be swept away; it is tried again in a day"
                    )
                }
            }
        }
    }

    /// Sessions that have ended, attempts to sign in that count no longer, files that were sent and never filed.
    func sweep(at now: Timestamp) async throws(StoreError) {
        try await store.sweepSessions(endedBefore: now)
        try await store.sweepSeatSessions(endedBefore: now)
        try await store.sweepThrottles(untouchedSince: now.advanced(byHours: -24 * 91))
        _ = try await store.sweepFiles(begunBefore: now.advanced(byHours: -24))
    }
}
