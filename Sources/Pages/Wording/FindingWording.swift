import Procedures
package import Schedules
import WorkingDays

extension Reasons {
    /// A finding in words, with its code for machines.
    package func text(_ finding: Finding) -> FindingText {
        let (code, message) = words(finding.what)
        return FindingText(code: code, message: message, isContradiction: finding.isContradiction)
    }

    private func words(_ what: Finding.What) -> (code: String, message: String) {
        switch what {
        case .outOfOrder(let second, let after, let first, let before, let subject):
            (
                "contradictory-dates",
                "\(second.words.label)\(wording.inBrackets(subject)) on \(DayWording.words(after)) lies before "
                    + "\(first.words.label.lowercasedFirst) on \(DayWording.words(before)). Check both dates."
            )
        case .doneBefore(let key, let day, let point, let before, let refused):
            (
                refused ? "refused-order" : "out-of-order",
                "“\(does(key))” was done on \(DayWording.words(day)), before what it follows: "
                    + "\(wording.noun(point)), \(DayWording.words(before))."
            )
        case .ahead(let point, let day):
            (
                "date-ahead",
                "\(label(point)) on \(DayWording.words(day)) lies ahead of today: it is taken as planned, not done."
            )
        case .outsideCalendar(_, let day):
            (
                "outside-calendar",
                "A count reaches \(day.year), and bank holidays are known only for "
                    + "\(WorkingCalendar.coveredYears.lowerBound) to \(WorkingCalendar.coveredYears.upperBound). "
                    + "No day is given."
            )
        case .clockTime(let time, let first, let second, let twice):
            ("clock-time", clockTime(time, first, second, twice: twice))
        case .cannotBeMet(let key, let due, let earliest):
            (
                "cannot-be-met",
                "“\(does(key))” is due on \(DayWording.words(due)) and can be done on "
                    + "\(DayWording.words(earliest)) at the earliest, given what it waits for."
            )
        case .meetingBeforeReturns(let key, let opens, _, let due):
            (
                "meeting-before-returns",
                "“\(does(key))” may be held from \(DayWording.words(opens)), and its returns "
                    + "are due on \(DayWording.words(due)). "
                    + "\(later(than: due)) or later gives time to read them."
            )
        case .notAsked(let subject):
            (
                "not-asked",
                "An answer is entered for \(wording.subject(subject)), which is not among those asked by name. Check how it is written."
            )
        case .agreedTooEarly(let key, let day, let from):
            (
                "agreed-too-early",
                "The day agreed for “\(does(key))”, \(DayWording.words(day)), lies before "
                    + "\(DayWording.words(from)), from which it counts. Check both dates."
            )
        case .agreedOutside(let key, let day, let opens, let due):
            (
                "agreed-outside-limits",
                "“\(does(key))” is agreed for \(DayWording.words(day)); it is to be done "
                    + (opens.map { "from \(DayWording.words($0)) " } ?? "")
                    + "by \(DayWording.words(due)). \(force(key).words)."
            )
        case .inquorate(let key, let day, let again):
            (
                "no-quorum",
                "“\(does(key))” on \(DayWording.words(day)) lacked its quorum: it decided nothing and starts no count. "
                    + (again.map { "It can meet again by \(DayWording.words($0))." }
                        ?? "It has to meet again.")
            )
        case .deniedFact(let fact, let moment, let day):
            (
                "contradictory-facts",
                "The answer to “\(fact.asks)” is no, and “\(moment.words.label)” is entered for \(DayWording.words(day)). "
                    + "If the criteria proved unmet afterwards, answer that instead."
            )
        case .laterThanNational(let key, let due, let limit, let national):
            (
                "later-than-national-limit",
                "“\(does(key))” is due on \(DayWording.words(due)), after the national limit of "
                    + "\(DayWording.words(national)) (\(rule(of: limit))). A later day needs a reason, and the national Panel told."
            )
        }
    }

    private func force(_ key: ScheduledStep.Key) -> Force {
        due(key).entries[0].force
    }

    private func label(_ point: Point) -> String {
        if case .moment(let moment) = point { moment.words.label } else { wording.noun(point) }
    }

    private func rule(of key: ScheduledStep.Key) -> String {
        wording.due(due(key))
    }

    private func later(than day: Day) -> String {
        (try? calendar.workingDay(1, after: day)).map { DayWording.words($0) } ?? "A later day"
    }

    private func clockTime(
        _ time: LocalTime,
        _ first: UKTime.Instant,
        _ second: UKTime.Instant,
        twice: Bool
    ) -> String {
        let words = "\(DayWording.words(time.minute)) on \(DayWording.words(time.day))"
        let both = "\(universal(first)) and \(universal(second))"
        return twice
            ? "\(words) came twice, as the clocks went back: at \(both). The earlier is taken; enter another time if it was the later."
            : "\(words) never came, as the clocks went forward: it would be \(both). The earlier is taken; check the time."
    }

    /// `00:30 GMT`, with the summer time beside it.
    private func universal(_ instant: UKTime.Instant) -> String {
        let minutes = ((instant.minutes % 1440) + 1440) % 1440
        let gmt = Minute(minuteOfDay: minutes).map(\.description) ?? ""
        guard let (local, offset) = try? UKTime.localTime(at: instant) else { return "\(gmt) GMT" }
        return offset == 0 ? "\(gmt) GMT" : "\(local.minute) British Summer Time (\(gmt) GMT)"
    }
}

extension String {
    fileprivate var lowercasedFirst: String {
        guard let first else { return self }
        return first.lowercased() + dropFirst()
    }
}
