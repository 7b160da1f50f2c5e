import Synchronization

/// What was folded from logs last, a bounded number of them; each is asked for with what came after it.
final class FoldCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Kept {
        let value: Value
        var used: Int
    }

    private struct State {
        var kept: [Key: Kept] = [:]
        var uses = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Keeps so many, of which the one longest unused goes first.
    init(limit: Int) {
        self.limit = limit
    }

    func value(_ key: Key) -> Value? {
        state.withLock { state in
            state.uses += 1
            state.kept[key]?.used = state.uses
            return state.kept[key]?.value
        }
    }

    func keep(_ value: Value, _ key: Key) {
        state.withLock { state in
            state.uses += 1
            state.kept[key] = Kept(value: value, used: state.uses)
            guard state.kept.count > limit else { return }
            if let oldest = state.kept.min(by: { $0.value.used < $1.value.used })?.key {
                state.kept[oldest] = nil
            }
        }
    }
}
