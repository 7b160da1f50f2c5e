import Procedures
import Schedules
import WorkingDays

/// The days not counted between two days, worded once for every line of a schedule that counts between them.
struct CountWords {
    private var known: [Pair: String?] = [:]

    private struct Pair: Hashable {
        let from: Day
        let due: Day
        let isForward: Bool
    }

    mutating func notCounted(_ dated: DatedRule, _ reasons: Reasons) -> String? {
        guard let counted = dated.counted, counted.unit == .workingDay else { return nil }
        let pair = Pair(
            from: dated.from,
            due: dated.due,
            isForward: counted.direction == .after && counted.firstDay != 1
        )
        if let words = known[pair] { return words }
        let words = reasons.notCounted(dated)
        known[pair] = .some(words)
        return words
    }
}
