package import WorkingDays

extension Day: ExpressibleByStringLiteral {
    /// A day a test writes as `"2026-04-28"`; a slip of the pen stops the test.
    package init(stringLiteral text: String) {
        guard let day = Day(iso: text) else {
            preconditionFailure("\(text) is not a day written as 2026-04-28")
        }
        self = day
    }
}
