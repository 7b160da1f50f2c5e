import Procedures

extension Expression {
    /// `option { else option }`.
    mutating func choice(_ context: inout Context) -> [RuleOption]? {
        var options: [RuleOption] = []
        repeat {
            guard let rule = rule(&context) else { return nil }
            var condition: Condition?
            if take("if") {
                guard let read = self.condition(&context) else { return nil }
                condition = read
            }
            options.append(RuleOption(rule: rule, condition: condition))
        } while take("else")
        return options
    }

    mutating func limit(_ context: inout Context) -> Limit? {
        if take("undated") { return undated(&context) }
        if take("as", "agreed") { return asAgreed(&context) }
        return choice(&context).map { .choice($0) }
    }

    private mutating func undated(_ context: inout Context) -> Limit? {
        guard take("(") else { return .undated(nil) }
        var words: [String] = []
        while let word = take() {
            if word.text == ")" { return .undated(words.joined(separator: " ")) }
            words.append(word.text)
        }
        report("the bracket after 'undated' is not closed", &context)
        return nil
    }

    private mutating func asAgreed(_ context: inout Context) -> Limit? {
        if take("at") { return stepReference(&context).map { .agreedAt($0) } }
        if take("by") { return who(&context).map { .agreedBy($0) } }
        report("'as agreed' is followed by 'at' and a step, or 'by' and who agrees", &context)
        return nil
    }

    mutating func rule(_ context: inout Context) -> Rule? {
        if take("before", "day") {
            guard let number = number(&context), expect("of", &context) else { return nil }
            return clock(&context).map { .beforeDay(number, of: $0) }
        }
        if take("day") { return dayOfClock(&context) }
        if take("same", "day", "as") { return point(&context).map { .sameDay(as: $0) } }
        if take("in", "time", "for") { return point(&context).map { .inTime(for: $0) } }
        if let word = next, Int(word) != nil { return count(&context) }
        if let word = next, let moment = Moment(id: word) {
            let number = position
            _ = take()
            return usable(moment, atWord: number, &context) ? .named(moment) : nil
        }
        report(
            "'\(next ?? "nothing")' begins no rule; a rule is 'day 5 of a-clock', 'day 7 to day 8 of a-clock', "
                + "'before day 10 of a-clock', '2 working days after a-moment', "
                + "'5 weeks before a-moment', 'same day as a-moment', 'in time for a-step', or a moment",
            &context
        )
        return nil
    }

    private mutating func dayOfClock(_ context: inout Context) -> Rule? {
        guard let first = number(&context) else { return nil }
        var last: Int?
        if take("to") {
            guard expect("day", &context), let second = number(&context) else { return nil }
            guard second >= first else {
                report("the window ends before it begins", atWord: position - 1, &context)
                return nil
            }
            last = second
        }
        guard expect("of", &context), let clock = clock(&context) else { return nil }
        return last.map { .window(first, to: $0, of: clock) } ?? .day(first, of: clock)
    }

    private mutating func count(_ context: inout Context) -> Rule? {
        let start = position
        guard let number = number(&context), let unit = unit(after: start, &context) else {
            return nil
        }
        let direction: Direction
        if take("after") {
            direction = .after
        } else if take("beginning", "with") {
            direction = .beginningWith
        } else if take("before") {
            direction = .before
        } else {
            report(
                "a count is followed by 'after', 'beginning with' or 'before' and a moment or step",
                &context
            )
            return nil
        }
        guard makesSense(unit, direction, &context) else { return nil }
        return point(&context).map { .count(number, unit, direction, $0) }
    }

    /// Only days can begin with a day, and hours run forward.
    private func makesSense(_ unit: Unit, _ direction: Direction, _ context: inout Context) -> Bool
    {
        let isOfDays = unit == .workingDay || unit == .calendarDay
        if direction == .beginningWith, !isOfDays {
            report(
                "'beginning with' counts days; \(unit.rawValue)s are counted 'after' or 'before'",
                atWord: position - 1,
                &context
            )
            return false
        }
        if unit == .hour, direction == .before {
            report("hours are counted 'after' a point", atWord: position - 1, &context)
            return false
        }
        return true
    }

    private mutating func unit(after start: Int, _ context: inout Context) -> Unit? {
        switch next {
        case "working", "calendar":
            let kind = next
            _ = take()
            if take("day") || take("days") {
                return kind == "working" ? .workingDay : .calendarDay
            }
            report("'\(kind ?? "")' is followed by 'day' or 'days'", &context)
            return nil
        case "week", "weeks":
            _ = take()
            return .week
        case "month", "months":
            _ = take()
            return .month
        case "hour", "hours":
            _ = take()
            return .hour
        case "day", "days":
            let count = words[start].text
            report(
                "'\(count) \(next ?? "")' has no unit; say 'working days', 'calendar days', 'weeks', 'months' or 'hours'",
                atWord: start,
                &context
            )
            return nil
        default:
            report(
                "the unit is missing; say 'working days', 'calendar days', 'weeks', 'months' or 'hours'",
                &context
            )
            return nil
        }
    }

    /// A count that a person could mean; larger ones are refused where they stand.
    private mutating func number(_ context: inout Context) -> Int? {
        guard let word = next, let number = Int(word), (0...9999).contains(number) else {
            report("a number from 0 to 9999 is wanted here, not '\(next ?? "nothing")'", &context)
            return nil
        }
        _ = take()
        return number
    }

    private mutating func expect(_ word: String, _ context: inout Context) -> Bool {
        if take(word) { return true }
        report("'\(word)' is wanted here, not '\(next ?? "nothing")'", &context)
        return false
    }

    private mutating func clock(_ context: inout Context) -> Reference<ClockRule>? {
        guard let name = take() else {
            report("the name of a clock is missing", &context)
            return nil
        }
        let (place, length) = place(ofWord: position - 1)
        return context.find(.clock, name.text, at: place, length: length).map { Reference($0) }
    }

    mutating func stepReference(_ context: inout Context) -> Reference<Step>? {
        guard let name = take() else {
            report("the name of a step is missing", &context)
            return nil
        }
        let (place, length) = place(ofWord: position - 1)
        return context.find(.step, name.text, at: place, length: length).map { Reference($0) }
    }

    /// A moment, a step, or a step's returns.
    mutating func point(_ context: inout Context) -> Point? {
        guard let word = take() else {
            report("a moment or a step is missing here", &context)
            return nil
        }
        let number = position - 1
        if let moment = Moment(id: word.text) {
            return usable(moment, atWord: number, &context) ? .moment(moment) : nil
        }
        let (place, length) = place(ofWord: number)
        if word.text.hasSuffix(".back") {
            let name = String(word.text.dropLast(5))
            guard let step = context.names.steps[name] else {
                _ = context.find(.step, name, at: place, length: length - 5)
                return nil
            }
            guard step.hasBack else {
                report(
                    "'\(name)' is no request, so nothing comes back from it",
                    atWord: number,
                    &context
                )
                return nil
            }
            return .back(Reference(step.number))
        }
        guard let step = context.names.steps[word.text] else {
            let valid = Moment.allCases.filter { !$0.isScoped }.map(\.id)
            report(
                unknown(
                    "moment or step",
                    word.text,
                    valid: nearest(to: word.text, in: context.names.stepOrder).map { [$0] + valid }
                        ?? valid,
                    plural: "moments"
                ),
                atWord: number,
                &context
            )
            return nil
        }
        return .step(Reference(step.number))
    }

    private func usable(_ moment: Moment, atWord number: Int, _ context: inout Context) -> Bool {
        guard !moment.isScoped || context.scoped.contains(moment) else {
            let scope =
                switch moment {
                case .meeting, .meetingEnded: "for: each meeting"
                case .versionMade: "for: each version of a-document"
                default: "for: each step of a-role"
                }
            report(
                "'\(moment.id)' exists only inside '\(scope)'; this step has no such 'for'",
                atWord: number,
                &context
            )
            return false
        }
        if context.momentsUsed[moment] == nil {
            context.momentsUsed[moment] = place(ofWord: number).place
        }
        return true
    }

    /// `start`: anchors in order of preference.
    mutating func start(_ context: inout Context) -> ClockStart? {
        var anchors: [ClockAnchor] = []
        repeat {
            guard let point = point(&context) else { return nil }
            var condition: Condition?
            if take("if") {
                guard let read = self.condition(&context) else { return nil }
                condition = read
            }
            anchors.append(ClockAnchor(point: point, condition: condition))
        } while take("else")
        return ClockStart(anchors: anchors)
    }

    mutating func prompt(_ context: inout Context) -> Prompt? {
        guard take("every") else { return choice(&context).map { .choice($0) } }
        let start = position
        guard let count = number(&context), let unit = unit(after: start, &context) else {
            return nil
        }
        return .every(count, unit)
    }

    /// `due`, `due day`, `2 working days before due`.
    mutating func rung(_ context: inout Context) -> (Bool, Procedure.Reminder.Offset?) {
        if take("due", "day") || take("due") { return (true, nil) }
        let start = position
        guard let count = number(&context), let unit = unit(after: start, &context) else {
            return (false, nil)
        }
        let direction: Direction
        if take("before") {
            direction = .before
        } else if take("after") {
            direction = .after
        } else {
            report("'before' or 'after' is wanted here, not '\(next ?? "nothing")'", &context)
            return (false, nil)
        }
        guard expect("due", &context) else { return (false, nil) }
        return (true, Procedure.Reminder.Offset(count: count, unit: unit, direction: direction))
    }
}
