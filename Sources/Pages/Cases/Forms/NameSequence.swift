import Partnerships

/// New names for what comes of one form, one after the other.
struct NameSequence {
    private var next: EntryID

    init(from first: EntryID) { next = first }

    mutating func take() -> EntryID {
        defer { next = next.next }
        return next
    }

    /// Leaves as many out, which are given elsewhere.
    mutating func leave(_ count: Int) {
        for _ in 0..<count { next = next.next }
    }
}
