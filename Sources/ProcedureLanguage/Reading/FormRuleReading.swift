import Procedures

extension Context {
    /// `true`, or the condition under which it is.
    mutating func flagOrCondition(
        _ key: String,
        _ map: MapReader,
        _ asked: AskedQuestions
    ) -> (always: Bool, when: FormCondition?) {
        guard let node = map[key] else { return (false, nil) }
        guard let text = node.text, text != "true", text != "false", text.contains(" ") else {
            return (map.flag(key, &self), nil)
        }
        return (false, formCondition(node, asked))
    }

    mutating func dayRules(_ map: MapReader, _ asked: AskedQuestions) -> [FormDayRule] {
        let keys: [(String, FormSide, isDoubt: Bool)] = [
            ("not-before", .before, false), ("not-after", .after, false),
            ("unlikely-before", .before, true), ("unlikely-after", .after, true),
        ]
        return keys.compactMap { key, side, isDoubt in
            map.expression(key, &self) { $0.dayLimit(&$1, asked) }
                .map { FormDayRule(side: side, limit: $0, isDoubt: isDoubt) }
        }
    }

    mutating func numberRules(_ map: MapReader) -> [FormNumberRule] {
        [("unlikely-under", FormSide.before), ("unlikely-over", .after)].compactMap { key, side in
            map[key].flatMap { number($0, in: -1_000_000...1_000_000) }
                .map { FormNumberRule(side: side, limit: $0) }
        }
    }

    mutating func ageRule(_ map: MapReader, _ asked: AskedQuestions) -> FormAgeRule? {
        guard map["age-from"] != nil || map["on"] != nil else { return nil }
        for (key, other) in [("age-from", "on"), ("on", "age-from")] where map[key] == nil {
            diagnostics.error("'\(other)' needs '\(key)' beside it", at: map.key(other))
        }
        let from = map.expression("age-from", &self) { $0.dayQuestion(&$1, asked) }
        let on = map.expression("on", &self) { $0.dayQuestion(&$1, asked) }
        guard let from, let on else { return nil }
        return FormAgeRule(from: from, on: on)
    }
}

extension Expression {
    /// `today`, a day that was asked for, or a time before or after one: `18 years before incident-day`, `1 year ago`.
    fileprivate mutating func dayLimit(
        _ context: inout Context,
        _ asked: AskedQuestions
    ) -> FormDayLimit? {
        guard let count = next.flatMap({ Int($0) }) else {
            if take("today") { return FormDayLimit(from: nil, count: 0, unit: .days) }
            return dayQuestion(&context, asked).map {
                FormDayLimit(from: $0, count: 0, unit: .days)
            }
        }
        guard 1...1_000 ~= count else {
            report("'\(count)' is no number from 1 to 1000", &context)
            return nil
        }
        _ = take()
        guard let unit = limitUnit(&context) else { return nil }
        if take("ago") { return FormDayLimit(from: nil, count: -count, unit: unit) }
        if take("ahead") { return FormDayLimit(from: nil, count: count, unit: unit) }
        let isBefore = take("before")
        guard isBefore || take("after") else {
            report("say from when: 'ago', 'ahead', 'before' or 'after' a day", &context)
            return nil
        }
        return dayQuestion(&context, asked).map {
            FormDayLimit(from: $0, count: isBefore ? -count : count, unit: unit)
        }
    }

    private mutating func limitUnit(_ context: inout Context) -> FormDayLimit.Unit? {
        for unit in FormDayLimit.Unit.allCases
        where take(unit.rawValue) || take(String(unit.rawValue.dropLast())) {
            return unit
        }
        report("say 'days', 'weeks', 'months' or 'years' after the number", &context)
        return nil
    }

    /// A question before it that asks for a day.
    fileprivate mutating func dayQuestion(
        _ context: inout Context,
        _ asked: AskedQuestions
    ) -> String? {
        guard let word = take() else {
            report("a day is missing here", &context)
            return nil
        }
        if asked.days.contains(word.text) || asked.unread.contains(word.text) { return word.text }
        report(
            asked.order.contains(word.text)
                ? "'\(word.text)' asks for no day"
                : unknown("day", word.text, valid: asked.days, plural: "days asked before it"),
            atWord: position - 1,
            &context
        )
        return nil
    }
}
