import WorkingDays

/// One date by its shape: `9/9/Y` is a number, a month and a year with signs between them.
struct DatePattern {
    private let shape: String
    private let numbers: [Int]
    private let digits: [Int]
    private let month: Int?
    private let season: UncertainDate.Season?
    private let today: Day

    init(_ tokens: [DateToken], today: Day) {
        self.today = today
        var shape = ""
        var numbers: [Int] = []
        var digits: [Int] = []
        var month: Int?
        var season: UncertainDate.Season?
        for token in tokens {
            switch token {
            case .number(let number, let count):
                if shape.hasSuffix("9") || shape.hasSuffix("Y") { shape += " " }
                shape += count <= 2 ? "9" : count == 4 ? "Y" : "N"
                numbers.append(number)
                digits.append(count)
            case .month(let number):
                if shape.hasSuffix("/") { shape.removeLast() }
                shape += month == nil ? "M" : "!"
                month = number
            case .season(let named):
                shape += season == nil ? "S" : "!"
                season = named
            case .symbol("/"), .symbol("-"), .symbol("."):
                if !shape.hasSuffix("M") { shape += "/" }
            case .symbol("?"):
                if !shape.hasSuffix("?") { shape += "?" }
            case .symbol("'"): shape += "'"
            case .word("x"), .word("xx"), .word("dd"): shape += "?"
            case .word("term"), .word("school"): if !shape.hasSuffix("T") { shape += "T" }
            case .word("s"): shape += "s"
            default: shape += "!"
            }
        }
        self.shape = shape
        self.numbers = numbers
        self.digits = digits
        self.month = month
        self.season = season
    }

    func period() throws(DateRefusal) -> UncertainDate.Period {
        switch shape {
        case "9/9/Y", "9/9/9", "9/9/'9", "9 9 Y", "9 9 9": try day(numbers[0], numbers[1], year(2))
        case "Y/9/9": try day(numbers[2], numbers[1], year(0))
        case "9MY", "9M9", "9M'9": try day(numbers[0], month ?? 0, year(1))
        case "M9 Y", "M9 9", "M9/Y", "M9/9", "M9'9": try day(numbers[0], month ?? 0, year(1))
        case "YM9": try day(numbers[1], month ?? 0, year(0))
        case "MY", "M'9", "?MY", "YM": .month(month ?? 0, year: try year(0))
        case "?M9", "?M'9": .month(month ?? 0, year: try year(0))
        case "9/Y", "?/9/Y", "?/9/9": try monthOfYear(numbers[0], year(1))
        case "M9": try monthOrDay()
        case "9M": throw .noYear
        case "9/9": throw .noYear
        case "Y", "?/?/Y", "?MY?": .year(try year(0))
        case "Y/9": try afterYear()
        case "Y/Y": try years(year(0), year(1))
        case "Ys": try years(year(0), year(0) + 9)
        case "SY", "S'9": .season(season ?? .spring, year: try year(0))
        case "STY", "ST'9": .term(season ?? .spring, year: try year(0))
        case "SY/9", "SY/Y", "STY/9", "STY/Y": try acrossYears()
        case "N": throw digits[0] == 5 ? .serialNumber(numbers[0]) : .onlyDigits
        default: throw .unreadable
        }
    }

    private func day(
        _ day: Int,
        _ month: Int,
        _ year: Int
    ) throws(DateRefusal) -> UncertainDate.Period {
        if let found = Day(year: year, month: month, day: day) { return .day(found) }
        if month > 12, 1...12 ~= day, Day(year: year, month: day, day: month) != nil {
            throw .monthFirst(day: month, month: day, year: year)
        }
        guard 1...12 ~= month else { throw .noSuchMonth(month) }
        // Excel and people write 00 for a day that is not known.
        if day == 0 { return .month(month, year: year) }
        let last = UncertainDate.Period.month(month, year: year).last.dayOfMonth
        throw .noSuchDay(day: day, month: month, year: year, last: last)
    }

    private func monthOfYear(
        _ month: Int,
        _ year: Int
    ) throws(DateRefusal) -> UncertainDate.Period {
        guard 1...12 ~= month else { throw .noSuchMonth(month) }
        return .month(month, year: year)
    }

    /// `Sept 19` is refused; `Sept 84` can only be a year.
    private func monthOrDay() throws(DateRefusal) -> UncertainDate.Period {
        guard numbers[0] > 31 || numbers[0] == 0 else {
            throw .dayOrYear(month: month ?? 0, number: numbers[0])
        }
        return .month(month ?? 0, year: try year(0))
    }

    /// `2014-15` is two years, `2016-05` a month, `2011-12` could be both.
    private func afterYear() throws(DateRefusal) -> UncertainDate.Period {
        let first = try year(0)
        let isNext = numbers[1] == (first + 1) % 100 && digits[1] == 2
        if isNext, 1...12 ~= numbers[1] { throw .monthOrYears(first) }
        return isNext ? .years(first, first + 1) : try monthOfYear(numbers[1], first)
    }

    private func years(_ first: Int, _ last: Int) throws(DateRefusal) -> UncertainDate.Period {
        guard first < last else { throw .backwards }
        return .years(first, last)
    }

    /// `Winter 2019/20` is the winter that begins in 2019; other seasons lie in one year.
    private func acrossYears() throws(DateRefusal) -> UncertainDate.Period {
        let first = try year(0)
        guard let season, numbers[1] % 100 == (first + 1) % 100 else { throw .unreadable }
        if shape.hasPrefix("ST") {
            return .term(season, year: season == .autumn ? first : first + 1)
        }
        guard season == .winter else { throw .unreadable }
        return .season(.winter, year: first)
    }

    /// A year of four digits, or of two by the rule of `DateReader`.
    private func year(_ place: Int) throws(DateRefusal) -> Int {
        let number = numbers[place]
        let latest = today.year + 1
        guard digits[place] == 2 else {
            guard digits[place] == 4 else { throw .unreadable }
            guard 1900...latest ~= number else { throw .yearOutOfRange(number) }
            return number
        }
        let inThisCentury = latest - latest % 100 + number
        return inThisCentury <= latest ? inThisCentury : inThisCentury - 100
    }
}
