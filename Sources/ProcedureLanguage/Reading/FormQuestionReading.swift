import Procedures

extension Context {
    /// One question; it may name those before it.
    mutating func question(
        _ id: String,
        _ node: YAMLNode,
        _ asked: AskedQuestions
    ) -> FormQuestion? {
        guard
            let map = MapReader(
                node,
                "a question",
                keys: ["asks", "hint", "kind", "needed", "if"] + Self.kindKeys,
                required: ["asks", "kind"],
                &self
            )
        else { return nil }
        let condition = map["if"].flatMap { formCondition($0, asked) }
        let needed = flagOrCondition("needed", map, asked)
        let ahead = flagOrCondition("ahead", map, asked)
        guard let name: KindName = map.choice("kind", &self) else { return nil }
        refuseStrayKeys(map, of: name)
        guard let kind = kind(name, map, mayLieAhead: ahead.always) else { return nil }
        return FormQuestion(
            id: id,
            asks: map.text("asks", &self) ?? "",
            hint: map.text("hint", &self) ?? "",
            kind: kind,
            isNeeded: needed.always,
            condition: condition,
            rules: FormRules(
                neededWhen: needed.when,
                aheadWhen: ahead.when,
                days: dayRules(map, asked),
                numbers: numberRules(map),
                age: ageRule(map, asked)
            )
        )
    }

    /// The keys that mean something for questions of some kinds.
    private static let kindKeys = [
        "most", "least", "options", "columns", "details", "honest", "ahead", "not-before",
        "not-after", "unlikely-before", "unlikely-after", "age-from", "on", "unlikely-under",
        "unlikely-over",
    ]

    private enum KindName: String, CaseIterable {
        case text
        case longText = "long-text"
        case day, time, number
        case yesNo = "yes-no"
        case yesNoNotKnown = "yes-no-not-known"
        case choice, choices, people, rows
        case nhsNumber = "nhs-number"
        case upn
        case localAuthorityNumber = "local-authority-number"
        case documents, signature

        /// The keys that mean something for it, besides those of every question.
        var keys: Set<String> {
            switch self {
            case .text, .longText, .people: ["most"]
            case .day:
                ["honest", "ahead", "not-before", "not-after", "unlikely-before", "unlikely-after"]
            case .number:
                ["least", "most", "age-from", "on", "unlikely-under", "unlikely-over"]
            case .yesNoNotKnown: ["details"]
            case .choice, .choices: ["options"]
            case .rows: ["columns", "most"]
            default: []
            }
        }
    }

    private mutating func refuseStrayKeys(_ map: MapReader, of kind: KindName) {
        let own = kind.keys
        for key in Self.kindKeys where map[key] != nil && !own.contains(key) {
            diagnostics.error(
                "'\(key)' means nothing for a question of kind '\(kind.rawValue)'",
                at: map.key(key)
            )
        }
    }

    private mutating func kind(
        _ name: KindName,
        _ map: MapReader,
        mayLieAhead: Bool
    ) -> FormQuestionKind? {
        func most(_ usual: Int, _ range: ClosedRange<Int>) -> Int {
            map["most"].flatMap { number($0, in: range) } ?? usual
        }
        switch name {
        case .text: return .text(most: most(200, 1...1_000))
        case .longText: return .longText(most: most(10_000, 1...100_000))
        case .day:
            return .day(isHonest: map.flag("honest", &self), mayLieAhead: mayLieAhead)
        case .time: return .time
        case .number:
            let least = map["least"].flatMap { number($0, in: -1_000_000...1_000_000) } ?? 0
            let most = most(1_000_000, -1_000_000...1_000_000)
            if most < least, let node = map["most"] {
                diagnostics.error("'most' is less than 'least'", at: node)
            }
            return .number(least: least, most: max(least, most))
        case .yesNo: return .yesNo
        case .yesNoNotKnown: return .yesNoNotKnown(details: map["details"].flatMap { details($0) })
        case .choice: return options(map, "options").map { .choice($0) }
        case .choices: return options(map, "options").map { .choices($0) }
        case .people: return .people(most: most(20, 1...50))
        case .rows:
            let most = most(20, 1...200)
            return options(map, "columns").map { .rows(columns: $0, most: most) }
        case .nhsNumber: return .identifier(.nhsNumber)
        case .upn: return .identifier(.upn)
        case .localAuthorityNumber: return .identifier(.localAuthorityNumber)
        case .documents: return .documents
        case .signature: return .signature
        }
    }

    private mutating func options(
        _ map: MapReader,
        _ key: String
    ) -> [FormQuestionKind.Option]? {
        guard let node = map[key] else {
            diagnostics.error("the question has no '\(key)'", at: map.node)
            return nil
        }
        let options = named(node, "'\(key)'") { id, value, context in
            context.text(value).map { FormQuestionKind.Option(id: id, says: $0) }
        }
        for entry in node.entries ?? [] { _ = identifier(entry.key) }
        if let entries = node.entries, entries.count < 2, key == "options" {
            diagnostics.error("there is nothing to choose among fewer than two options", at: node)
        }
        return options.isEmpty ? nil : options
    }

    private mutating func details(_ node: YAMLNode) -> FormQuestionKind.Details? {
        guard
            let map = MapReader(
                node,
                "the details",
                keys: ["after", "asks"],
                required: ["after", "asks"],
                &self
            ),
            let after: YesNoNotKnown = map.choice("after", &self),
            let asks = map.text("asks", &self)
        else { return nil }
        return FormQuestionKind.Details(after: after, asks: asks)
    }

    /// A whole number within bounds.
    mutating func number(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(node) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        diagnostics.error(
            "'\(text)' is no whole number from \(range.lowerBound) to \(range.upperBound)",
            at: node
        )
        return nil
    }
}
