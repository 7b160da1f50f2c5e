package import WorkingDays

/// Random numbers that are the same on every run with the same seed.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// The generator that always begins with the same numbers for this seed.
    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        high() << 32 | high()
    }

    /// A day from one to another, both included.
    package mutating func day(from first: Day, to last: Day) -> Day {
        let steps = Int.random(in: 0...first.days(to: last), using: &self)
        return first.advanced(byDays: steps) ?? first
    }

    private mutating func high() -> UInt64 {
        // The low bits of such a sequence repeat soon, so only the high half is used.
        state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
        return state >> 32
    }
}
