package import WorkingDays

/// Something about an answer that does not fit, or is unlikely.
package enum FormFinding: Hashable, Sendable {
    /// The day answered, against the one that the limit counts from.
    case day(FormDayRule, answer: HonestDay, from: HonestDay)
    case number(FormNumberRule, answer: Int)
    /// The ages that two days allow; nil where nothing bounds them on that side.
    case age(least: Int?, most: Int?)
    /// Whoever has an age was born after the day on which they have it.
    case notYetBorn

    /// Unlikely, so that somebody may confirm it; otherwise a fault.
    package var isDoubt: Bool {
        switch self {
        case .day(let rule, _, _): rule.isDoubt
        case .number: true
        case .age, .notYetBorn: false
        }
    }
}

extension FormAnswers {
    /// What is wrong or unlikely about the answer to a question; only what is certain of days half known.
    package func findings(on question: FormQuestion, today: Day) -> [FormFinding] {
        let rules = question.rules
        var findings: [FormFinding] = []
        if let answer = day(of: question.id) {
            findings += rules.days.compactMap { rule in
                let from = rule.limit.from.map { day(of: $0) } ?? .exact(today)
                return from.flatMap { rule.finding(on: answer, from: $0) }
            }
        }
        if let answer = number(of: question.id) {
            findings += rules.numbers.filter { $0.catches(answer) }
                .map { .number($0, answer: answer) }
            if let finding = rules.age.flatMap({ ageFinding($0, answer) }) {
                findings.append(finding)
            }
        }
        return findings
    }

    private func ageFinding(_ rule: FormAgeRule, _ answer: Int) -> FormFinding? {
        guard let born = day(of: rule.from), let day = day(of: rule.on) else { return nil }
        if let first = born.earliest, let last = day.latest, last < first { return .notYetBorn }
        let least = born.latest.flatMap { born in
            day.earliest.map { born < $0 ? wholeYears(from: born, to: $0) : 0 }
        }
        let most = born.earliest.flatMap { born in
            day.latest.map { wholeYears(from: born, to: $0) }
        }
        let fits = answer >= least ?? answer && answer <= most ?? answer
        return fits ? nil : .age(least: least, most: most)
    }
}

extension FormDayRule {
    fileprivate func finding(on answer: HonestDay, from: HonestDay) -> FormFinding? {
        let isCaught =
            switch side {
            case .before:
                isOrdered(answer.latest, from.earliest.flatMap { limit.day(from: $0) })
            case .after:
                isOrdered(from.latest.flatMap { limit.day(from: $0) }, answer.earliest)
            }
        return isCaught ? .day(self, answer: answer, from: from) : nil
    }

    private func isOrdered(_ one: Day?, _ other: Day?) -> Bool {
        guard let one, let other else { return false }
        return one < other
    }
}

extension FormNumberRule {
    fileprivate func catches(_ number: Int) -> Bool {
        switch side {
        case .before: number < limit
        case .after: number > limit
        }
    }
}

/// The birthdays that have passed.
///
/// From Thursday 29 February 2024 to Friday 28 February 2025 is 0, to the Saturday after it 1.
package func wholeYears(from born: Day, to day: Day) -> Int {
    let (birth, now) = (born.ymd, day.ymd)
    return now.year - birth.year - ((now.month, now.day) < (birth.month, birth.day) ? 1 : 0)
}
