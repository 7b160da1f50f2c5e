import Procedures
import WorkingDays

extension Dating {
    /// Every other day that the same step could have: later limits, choices passed over, other readings.
    mutating func readings(
        of due: Due,
        _ readings: [OtherReading],
        governing: (entry: Int, dated: DatedRule)?,
        agreed: Bool,
        in scope: Scope
    ) -> [ReadingResult] {
        var results: [ReadingResult] = []
        if agreed, let computed = governing?.dated {
            results.append(result(computed, .beforeAgreement, due.entries[governing?.entry ?? 0]))
        }
        if due.entries.count > 1 { addOtherLimits(due, governing, scope, to: &results) }
        let entry = due.entries[governing?.entry ?? 0]
        if case .choice(let options) = entry.limit {
            if options.count > 1, let governing {
                addPassedOver(options, governing.dated, readings, scope, to: &results)
            }
            if let rule = governing?.dated.rule ?? options.first?.rule, let clock = rule.clock {
                addClockReadings(rule, clock, governing?.dated, to: &results)
            }
        }
        for reading in readings { add(reading, governing?.dated, scope, to: &results) }
        return results
    }

    mutating func addOtherLimits(
        _ due: Due,
        _ governing: (entry: Int, dated: DatedRule)?,
        _ scope: Scope,
        to results: inout [ReadingResult]
    ) {
        for (number, entry) in due.entries.enumerated() where number != governing?.entry ?? 0 {
            guard case .choice(let options) = entry.limit else { continue }
            let dated = chosen(options, in: scope)?.dated
            results.append(result(dated, .otherLimit(because: entry.because), entry))
        }
    }

    mutating func addPassedOver(
        _ options: [RuleOption],
        _ governing: DatedRule,
        _ readings: [OtherReading],
        _ scope: Scope,
        to results: inout [ReadingResult]
    ) {
        for option in options where option.rule != governing.rule {
            if let condition = option.condition, known.truth(of: condition, in: procedure) == .no {
                continue
            }
            guard !readings.contains(where: { $0.rule == option.rule }),
                let dated = date(option.rule, in: scope)
            else { continue }
            results.append(
                ReadingResult(
                    dated: dated,
                    words: nil,
                    limit: nil,
                    why: .passedOver,
                    clauses: [],
                    clock: option.rule.clock.map { procedure.clocks[$0] },
                    passedBeforeKnown: isPassed(dated, governing)
                )
            )
        }
    }

    mutating func addClockReadings(
        _ rule: Rule,
        _ reference: Reference<ClockRule>,
        _ governing: DatedRule?,
        to results: inout [ReadingResult]
    ) {
        let clock = procedure.clocks[reference]
        for (number, reading) in clock.otherReadings.enumerated() {
            guard let other = clock.under(reading) else { continue }
            var dated: DatedRule?
            if let start = start(ofReading: number, other, reference) {
                do {
                    dated = try day(rule, by: other, from: start)
                } catch {
                    report(.outsideCalendar(nil, error.day))
                }
            }
            results.append(
                ReadingResult(
                    dated: dated,
                    words: nil,
                    limit: .choice([RuleOption(rule: rule)]),
                    why: .reading(because: reading.because),
                    clauses: reading.clauses,
                    clock: other,
                    passedBeforeKnown: isPassed(dated, governing)
                )
            )
        }
    }

    mutating func add(
        _ reading: OtherReading,
        _ governing: DatedRule?,
        _ scope: Scope,
        to results: inout [ReadingResult]
    ) {
        var dated: DatedRule?
        var limit: Limit?
        var words: (key: String, value: String)?
        switch reading.changes {
        case .due(let due):
            dated = self.governing(due, in: scope)?.dated
            limit = due.entries[0].limit
        case .words(let key, let value): words = (key, value)
        case .starts, .firstDay, .counts, .closedDay: return
        }
        results.append(
            ReadingResult(
                dated: dated,
                words: words,
                limit: limit,
                why: .reading(because: reading.because),
                clauses: reading.clauses,
                clock: dated?.rule?.clock.map { procedure.clocks[$0] },
                passedBeforeKnown: isPassed(dated, governing)
            )
        )
    }

    func isPassed(_ dated: DatedRule?, _ governing: DatedRule?) -> Bool {
        guard let dated, let governing, let counted = governing.counted,
            counted.direction != .before
        else { return false }
        return dated.due < governing.from
    }
}

extension Dating {
    func result(
        _ dated: DatedRule?,
        _ why: ReadingResult.Why,
        _ entry: DueEntry
    ) -> ReadingResult {
        ReadingResult(
            dated: dated,
            words: nil,
            limit: entry.limit,
            why: why,
            clauses: entry.clauses,
            clock: dated?.rule?.clock.map { procedure.clocks[$0] },
            passedBeforeKnown: false
        )
    }
}

extension OtherReading {
    /// The one rule it puts in place of the chosen one, if it is that simple.
    fileprivate var rule: Rule? {
        guard case .due(let due) = changes, due.entries.count == 1,
            case .choice(let options) = due.entries[0].limit, options.count == 1
        else { return nil }
        return options[0].rule
    }
}
