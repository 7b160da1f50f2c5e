import Pages
import Procedures
import WorkingDays

/// Something on the command line or in a line of input that cannot be taken.
enum InputProblem: Error, Equatable {
    /// The words themselves are not of the form asked for.
    case form(String)
    /// The form is right, and what it says cannot be.
    case value(String)

    var message: String {
        switch self {
        case .form(let message), .value(let message): message
        }
    }
}

/// Dates and facts as people write them: `NAME[/SUBJECT]=DATE[THH:MM]`.
enum Entries {
    static func moment(_ text: String) -> Result<MomentEntry, InputProblem> {
        guard let equals = text.firstIndex(of: "=") else {
            return .failure(
                .form(
                    "\(quoted(text)) has no '='; write NAME=2026-04-28, NAME/SUBJECT=2026-04-28 or NAME=2026-04-28T16:00"
                )
            )
        }
        let (name, subject) = named(text[..<equals])
        return time(text[text.index(after: equals)...], of: name).map { day, minute in
            MomentEntry(name: name, subject: subject, day: day, minute: minute)
        }
    }

    /// A bad value in quotes, cut where it is very long.
    private static func quoted(_ text: some StringProtocol) -> String {
        text.count > 80 ? "'\(text.prefix(80))...'" : "'\(text)'"
    }

    /// `name/subject` in two; `name@subject`, as the plan shows it, is the same.
    static func named(_ text: Substring) -> (name: String, subject: String?) {
        guard let slash = text.firstIndex(where: { $0 == "/" || $0 == "@" }) else {
            return (String(text), nil)
        }
        let subject = text[text.index(after: slash)...]
        return (String(text[..<slash]), subject.isEmpty ? nil : String(subject))
    }

    /// `2026-04-28` or `2026-04-28T16:00`.
    static func time(
        _ text: some StringProtocol,
        of name: String
    ) -> Result<(Day, Minute?), InputProblem> {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let day = Day(iso: first) else {
            return .failure(
                .value(
                    "\(quoted(text)) for \(name) is no day; a day is written 2026-04-28"
                )
            )
        }
        guard parts.count == 2 else { return .success((day, nil)) }
        guard let minute = Minute(parts[1]) else {
            return .failure(
                .value("\(quoted(parts[1])) for \(name) is no time; a time is written 16:00")
            )
        }
        return .success((day, minute))
    }

    static func day(_ text: String, of name: String) -> Result<Day, InputProblem> {
        guard let day = Day(iso: text) else {
            return .failure(
                .value(
                    "\(quoted(text)) for \(name) is no day; a day is written 2026-04-28"
                )
            )
        }
        return .success(day)
    }

    /// `NAME=VALUE`.
    static func pair(_ text: String) -> Result<(name: String, value: String), InputProblem> {
        guard let equals = text.firstIndex(of: "=") else {
            return .failure(.form("\(quoted(text)) has no '='; write NAME=VALUE"))
        }
        return .success((String(text[..<equals]), String(text[text.index(after: equals)...])))
    }
}

/// Everything a person gave, read from text, with everything that is wrong in it.
struct Collected {
    private(set) var moments: [MomentEntry] = []
    private(set) var facts: [(name: String, value: String)] = []
    private(set) var agreed: [(name: String, subject: String?, day: Day)] = []
    /// Each with the reason that is shown where it is not counted.
    private(set) var closures: [Day: String] = [:]
    private(set) var today: Day?
    var problems: [InputProblem] = []

    init(
        moments: [String] = [],
        facts: [String] = [],
        agreed: [String] = [],
        closed: [String] = [],
        today: String? = nil,
        isCommandLine: Bool = true
    ) {
        let dashes = isCommandLine ? "--" : ""
        self.moments = moments.compactMap { keep(Entries.moment($0)) }
        self.facts = facts.compactMap { keep(Entries.pair($0)) }
        self.agreed = agreed.compactMap { keep(Entries.moment($0)) }
            .map { (name: $0.name, subject: $0.subject, day: $0.day) }
        for day in closed.compactMap({ keep(Entries.day($0, of: "\(dashes)closed")) }) {
            closures[day] = "closed locally"
        }
        self.today = today.flatMap { keep(Entries.day($0, of: "\(dashes)today")) }
    }

    /// A day of its own, kept or reported.
    mutating func day(_ text: String, of name: String) -> Day? {
        keep(Entries.day(text, of: name))
    }

    private mutating func keep<Value>(_ result: Result<Value, InputProblem>) -> Value? {
        switch result {
        case .success(let value): return value
        case .failure(let problem):
            problems.append(problem)
            return nil
        }
    }

    /// What is known under a procedure; names that it does not have join the problems.
    mutating func known(under procedure: Procedure) -> Known {
        let (known, unknown) = procedure.known(moments: moments, facts: facts, agreed: agreed)
        problems += unknown.map { .form($0.words) }
        return known
    }

    /// Says every problem on standard error and ends the program, if there are any.
    func refuse() throws {
        guard !problems.isEmpty else { return }
        for problem in problems { Console.complain("error: \(problem.message)") }
        throw problems.contains { if case .form = $0 { true } else { false } }
            ? Ending.usage : Ending.badData
    }
}
