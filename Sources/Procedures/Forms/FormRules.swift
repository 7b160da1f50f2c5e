package import WorkingDays

/// What an answer must fit, and what it is doubted for.
package struct FormRules: Hashable, Sendable {
    /// Needed only then; a question that is always needed says so itself.
    package let neededWhen: FormCondition?
    /// A day that may lie ahead only then.
    package let aheadWhen: FormCondition?
    package let days: [FormDayRule]
    package let numbers: [FormNumberRule]
    /// Two days between which the number of whole years lies.
    package let age: FormAgeRule?
    /// What somebody is told who answers yes where there are no more to be told of.
    package let noMore: String?

    package static let none = FormRules()

    package init(
        neededWhen: FormCondition? = nil,
        aheadWhen: FormCondition? = nil,
        days: [FormDayRule] = [],
        numbers: [FormNumberRule] = [],
        age: FormAgeRule? = nil,
        noMore: String? = nil
    ) {
        self.neededWhen = neededWhen
        self.aheadWhen = aheadWhen
        self.days = days
        self.numbers = numbers
        self.age = age
        self.noMore = noMore
    }

    /// Whether there is anything that can be doubted and confirmed.
    package var doubts: Bool { days.contains(where: \.isDoubt) || !numbers.isEmpty }

    /// The same of other questions.
    package func renamed(_ name: (String) -> String) -> FormRules {
        FormRules(
            neededWhen: neededWhen?.renamed(name),
            aheadWhen: aheadWhen?.renamed(name),
            days: days.map { $0.renamed(name) },
            numbers: numbers,
            age: age.map { FormAgeRule(from: name($0.from), on: name($0.on)) },
            noMore: noMore
        )
    }
}

/// A side of a limit on which an answer is at fault, or unlikely.
package enum FormSide: Hashable, Sendable {
    case before, after
}

/// A day is not, or hardly, before or after another.
package struct FormDayRule: Hashable, Sendable {
    package let side: FormSide
    package let limit: FormDayLimit
    /// Unlikely, so that somebody may confirm it; otherwise a fault.
    package let isDoubt: Bool

    package init(side: FormSide, limit: FormDayLimit, isDoubt: Bool) {
        self.side = side
        self.limit = limit
        self.isDoubt = isDoubt
    }

    func renamed(_ name: (String) -> String) -> FormDayRule {
        FormDayRule(
            side: side,
            limit: FormDayLimit(
                from: limit.from.map(name),
                count: limit.count,
                unit: limit.unit
            ),
            isDoubt: isDoubt
        )
    }
}

/// A day some time before or after today or another answer: `18 years before incident-day`, `today`.
package struct FormDayLimit: Hashable, Sendable {
    package enum Unit: String, CaseIterable, Hashable, Sendable {
        case days, weeks, months, years
    }

    /// The question whose answer it counts from; nil for today.
    package let from: String?
    /// Negative before it, zero for the day itself.
    package let count: Int
    package let unit: Unit

    package init(from question: String?, count: Int, unit: Unit) {
        from = question
        self.count = count
        self.unit = unit
    }

    /// The limit counted from a day; nil outside the years that are reckoned with.
    ///
    /// 18 years before Sunday 29 February 2032 is Friday 28 February 2014.
    package func day(from day: Day) -> Day? {
        switch unit {
        case .days: day.advanced(byDays: count)
        case .weeks: day.advanced(byWeeks: count)
        case .months: day.advanced(byMonths: count)
        case .years: day.advanced(byMonths: count * 12)
        }
    }
}

/// A number is hardly under or over another.
package struct FormNumberRule: Hashable, Sendable {
    package let side: FormSide
    package let limit: Int

    package init(side: FormSide, limit: Int) {
        self.side = side
        self.limit = limit
    }
}

/// A number is the age of somebody born on the one day at the other.
package struct FormAgeRule: Hashable, Sendable {
    package let from: String
    package let on: String

    package init(from born: String, on day: String) {
        from = born
        on = day
    }
}
