package import WorkingDays

extension LocalTime: ExpressibleByStringLiteral {
    /// A time a test writes as `"2026-05-07 16:00"`; a slip of the pen stops the test.
    package init(stringLiteral text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(iso: parts[0]), let minute = Minute(parts[1]) else {
            preconditionFailure("\(text) is not a time written as 2026-05-07 16:00")
        }
        self.init(day: day, minute: minute)
    }
}
