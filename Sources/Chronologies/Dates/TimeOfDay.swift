package import WorkingDays

/// When on its day something happened.
package enum TimeOfDay: Hashable, Sendable {
    case exact(Minute)
    /// As it was written: `evening`, `about 4pm`.
    case words(String)

    package static let mostCharacters = 60

    /// The minute, where it is known.
    package var minute: Minute? {
        if case .exact(let minute) = self { minute } else { nil }
    }

    /// What was written in words, which may be anything; nil for a minute.
    package var wording: String? {
        if case .words(let words) = self { words } else { nil }
    }

    /// The time that a cell says; nil for an empty one.
    ///
    /// `14:30`, `14.30`, `1430hrs`, `2pm`, `2.30 pm`, `14:30:00` are exact. Anything else is kept in
    /// its own words.
    package init?(_ text: String) {
        let words = text.trimmedSpaces
        guard !words.isEmpty else { return nil }
        self = Minute(typed: words).map { .exact($0) } ?? .words(words)
    }
}

extension Minute {
    /// The minute as people type it; nil for anything that is not just one minute of the day.
    init?(typed text: String) {
        let small = text.lowercased().filter { !$0.isWhitespace }
        let digits = small.prefix { "0123456789.:".contains($0) }
        let ending = small.dropFirst(digits.count)
        let parts = digits.split(whereSeparator: { ".:".contains($0) }).map(String.init)
        guard !parts.isEmpty, parts.allSatisfy({ $0.count <= 4 }),
            let hour = Int(parts[0])
        else { return nil }
        switch ending.filter({ $0 != "." }) {
        case "am", "pm":
            let minute = parts.count > 1 ? Int(parts[1]) ?? 60 : 0
            guard parts.count <= 2, 1...12 ~= hour else { return nil }
            self.init(hour: hour % 12 + (ending.first == "p" ? 12 : 0), minute: minute)
        case "", "hrs", "hours", "h", "hr":
            if parts.count == 1, parts[0].count == 4, !ending.isEmpty {
                self.init(hour: hour / 100, minute: hour % 100)
            } else if parts.count == 2 || parts.count == 3, parts[0].count <= 2,
                parts.dropFirst().allSatisfy({ $0.count == 2 })
            {
                self.init(hour: hour, minute: Int(parts[1]) ?? 60)
            } else {
                return nil
            }
        default: return nil
        }
    }
}

extension DateReader {
    /// Takes the time that stands behind a date: `22/05/2016 14:30`, `22 May 2016 at 2.30pm`.
    func takeTime(from tokens: inout [DateToken]) -> TimeOfDay? {
        guard let start = timeStart(in: tokens), start > 0 else { return nil }
        let text = tokens[start...].map(\.text).joined()
        guard let minute = Minute(typed: text) else { return nil }
        tokens.removeSubrange(start...)
        if case .word(let word)? = tokens.last, ["at", "t"].contains(word) { tokens.removeLast() }
        if tokens.last == .symbol("@") { tokens.removeLast() }
        // Spreadsheets write midnight behind a day that has no time.
        return minute == .midnight ? nil : .exact(minute)
    }

    private func timeStart(in tokens: [DateToken]) -> Int? {
        if let colon = tokens.firstIndex(of: .symbol(":")), colon > 0 { return colon - 1 }
        guard case .word(let ending)? = tokens.last,
            ["am", "pm", "hrs", "hours"].contains(ending), tokens.count >= 2
        else { return nil }
        let place = tokens.count - 2
        // `22 May 2016 2.30pm`: two numbers and a point belong to the time.
        if place >= 2, tokens[place - 1] == .symbol("."), case .number = tokens[place - 2] {
            return place - 2
        }
        return place
    }
}

extension DateToken {
    fileprivate var text: String {
        switch self {
        case .number(let number, let digits):
            String(repeating: "0", count: max(0, digits - "\(number)".count)) + "\(number)"
        case .word(let word): word
        case .symbol(let sign): String(sign)
        default: " "
        }
    }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmedSpaces: String {
        let start = drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
