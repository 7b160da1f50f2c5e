import WorkingDays

/// A million additions of 1 to 40 working days to days of 2000 to 2049: the ones that Benchmarks/run
/// gives to its peer.
struct WorkingDayAdditions {
    private static let count = 1_000_000
    private static let firstDay = 10_957
    private static let days = 18_263

    private let calendar = WorkingCalendar.standard
    private let starts: [Day]
    private let offsets: [Int]

    init() {
        starts = (0..<Self.count).map { place in
            guard let day = Day(number: Self.firstDay + place * 7_919 % Self.days) else {
                preconditionFailure("a day of 2000 to 2049 can be written")
            }
            return day
        }
        offsets = (0..<Self.count).map { 1 + $0 * 31 % 40 }
    }

    /// The sum of the days reached, by which two programs know that they did the same.
    func sum() -> Int {
        var sum = 0
        for place in starts.indices {
            guard let day = try? calendar.workingDay(offsets[place], after: starts[place]) else {
                preconditionFailure("the years to 2060 are covered")
            }
            sum &+= Int(day.number)
        }
        return sum
    }

    func perSecond() -> Double {
        var passes = 0
        var total = 0
        let clock = ContinuousClock()
        let taken = clock.measure {
            for _ in 0..<50 {
                total &+= sum()
                passes += 1
            }
        }
        precondition(total != 0, "the sum is used, so that it is worked out")
        return Double(passes * Self.count) / (taken / .seconds(1))
    }
}
