/// Lets a few work at the same time; others wait, in the order in which they came.
actor Turns {
    private var free: Int
    private let mostWaiting: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(atOnce: Int, waiting: Int) {
        free = atOnce
        mostWaiting = waiting
    }

    /// Whether one more may wait.
    var hasRoom: Bool { waiting.count < mostWaiting }

    /// Returns once it is the caller's turn, which ends by `end`; false, with no turn, where too many wait.
    func wait() async -> Bool {
        if free > 0 {
            free -= 1
            return true
        }
        guard hasRoom else { return false }
        await withCheckedContinuation { waiting.append($0) }
        return true
    }

    /// Ends a turn, and begins that of whoever waits longest.
    func end() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
