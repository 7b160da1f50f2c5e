import Procedures
package import Schedules

extension Reasons {
    package func reading(_ reading: ReadingResult) -> (rule: String, why: String) {
        (readingRule(reading), readingWhy(reading))
    }

    private func readingRule(_ reading: ReadingResult) -> String {
        if let (key, value) = reading.words {
            return "\(DayWording.capitalised(key)): \(wording.name(of: value))"
        }
        if let rule = reading.dated?.rule {
            return DayWording.capitalised(wording.rule(rule)) + clockReading(reading)
        }
        return reading.limit.map { DayWording.capitalised(wording.limit($0)) } ?? ""
    }

    /// How another reading counts the same number of days.
    private func clockReading(_ reading: ReadingResult) -> String {
        guard let clock = reading.clock,
            let own = procedure.clocks.first(where: { $0.id == clock.id })
        else { return "" }
        var parts: [String] = []
        if clock.counts != own.counts {
            parts.append(clock.counts == .calendarDay ? "in calendar days" : "in working days")
        }
        if clock.firstDay != own.firstDay {
            parts.append(clock.firstDay == 1 ? "the first day being day 1" : "from day zero")
        }
        if clock.closedDay != own.closedDay { parts.append("a closed first day moved on") }
        return parts.isEmpty ? "" : ", \(parts.joined(separator: ", "))"
    }

    private func readingWhy(_ reading: ReadingResult) -> String {
        var sentences: [String] = []
        switch reading.why {
        case .reading(let because): sentences.append("\(because).")
        case .otherLimit(let because):
            sentences.append("Another limit of the same step.")
            if let because { sentences.append("\(because).") }
        case .passedOver: sentences.append("The rule’s other choice; another governs.")
        case .beforeAgreement: sentences.append("The day worked out, before another was agreed.")
        }
        if let dated = reading.dated {
            if let start = start(dated, reading.clock) { sentences.append(start) }
            if reading.passedBeforeKnown {
                sentences.append("That day had passed before the count that governs began.")
            }
        }
        if !reading.clauses.isEmpty {
            sentences.append(Wording.cited(reading.clauses))
        }
        return sentences.joined(separator: " ")
    }
}
