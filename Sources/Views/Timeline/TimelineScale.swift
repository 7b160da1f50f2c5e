/// Where days stand across the picture, in whole units of its view box.
struct TimelineScale {
    /// The width of the view box.
    static let width = 1_112
    /// The first and last place where anything is drawn.
    static let left = 12
    static let right = 1_100

    let days: Int
    /// How wide all days are together: few days stay narrow, so that labels find room beside them.
    let span: Int

    init(days: Int) {
        self.days = max(days, 1)
        span = min(Self.right - Self.left, self.days * 40)
    }

    /// Too narrow to number every day.
    var isDense: Bool { span < days * 20 }

    /// Where a day begins.
    func start(of day: Int) -> Int {
        Self.left + day * span / days
    }

    /// The middle of a day; a day out of the picture stands at its edge.
    func middle(of day: Int) -> Int {
        let shown = min(max(day, 0), days - 1)
        return Self.left + (2 * shown + 1) * span / (2 * days)
    }

    /// Every how many numbers can be shown, if numbers are one day apart and so wide.
    func step(forNumbersOf width: Int, daysApart: Int = 1) -> Int {
        let steps = [1, 2, 5, 10, 20, 50, 100]
        return steps.first { $0 * daysApart * span >= (width + 4) * days } ?? 100
    }
}
