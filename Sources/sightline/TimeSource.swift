import Foundation
import Partnerships
import WorkingDays

/// The present, read in this one place and handed on.
enum TimeSource {
    /// This millisecond.
    static func present() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// Today in England.
    static func today() -> Day {
        let seconds = Int(Date().timeIntervalSince1970.rounded(.down))
        let instant = UKTime.Instant(secondsSince1970: seconds)
        return (try? UKTime.localTime(at: instant).0.day) ?? Day.last
    }
}
