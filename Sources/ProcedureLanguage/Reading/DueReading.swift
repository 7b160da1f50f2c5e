import Procedures

extension Context {
    /// The keys that stand beside every due day.
    static var dueKeys: [String] { ["due", "because", "force", "other-readings"] }

    /// One limit, or a list of limits each with its clause.
    mutating func due(_ node: YAMLNode, force: Force, because: String?) -> Due? {
        let entries = items(node).compactMap { item -> DueEntry? in
            guard item.entries != nil else {
                return limit(item).map {
                    DueEntry(limit: $0, clauses: [], because: because, force: force)
                }
            }
            return dueEntry(item, force: force, because: because)
        }
        return entries.isEmpty ? nil : Due(entries)
    }

    private mutating func dueEntry(_ node: YAMLNode, force: Force, because: String?) -> DueEntry? {
        guard
            let map = MapReader(
                node,
                "a limit",
                keys: ["rule", "clause", "because", "force"],
                required: ["rule"],
                &self
            ),
            let rule = map["rule"],
            let limit = limit(rule)
        else { return nil }
        return DueEntry(
            limit: limit,
            clauses: map.texts("clause", &self),
            because: map.text("because", &self) ?? because,
            force: map.choice("force", &self) ?? force
        )
    }

    mutating func limit(_ node: YAMLNode) -> Limit? {
        expression(node) { $0.limit(&$1) }
    }

    /// Readings of a step's or a return's dates and words.
    mutating func otherReadings(_ node: YAMLNode?, ofClock: Bool) -> [OtherReading] {
        guard let node else { return [] }
        return items(node).flatMap { otherReading($0, ofClock: ofClock) }
    }

    private mutating func otherReading(_ node: YAMLNode, ofClock: Bool) -> [OtherReading] {
        let own =
            ofClock
            ? ["starts", "first-day", "counts", "closed-day"]
            : ["due", "chair", "by", "to", "with"]
        guard
            let map = MapReader(
                node,
                "another reading",
                keys: own + ["because", "clause"],
                required: ["because"],
                &self
            )
        else { return [] }
        let because = map.text("because", &self) ?? ""
        let clauses = map.texts("clause", &self)
        let changes = own.compactMap { key in map[key].flatMap { change(key, $0, map) } }
        if changes.isEmpty {
            diagnostics.error(
                "this reading changes nothing; it takes one of \(own.joined(separator: ", "))",
                at: node
            )
        }
        return changes.map { OtherReading(changes: $0, because: because, clauses: clauses) }
    }

    private mutating func change(
        _ key: String,
        _ node: YAMLNode,
        _ map: MapReader
    ) -> OtherReading.Change? {
        switch key {
        case "due": return due(node, force: .local, because: nil).map { .due($0) }
        case "starts": return .starts(starts(node))
        case "first-day": return firstDay(node).map { .firstDay($0) }
        case "counts": return counts(node).map { .counts($0) }
        case "closed-day":
            let value: ClosedDay? = map.choice(key, &self)
            return value.map { .closedDay($0) }
        default:
            _ = expressions(node) { $0.who(&$1) }
            return text(items(node)[0]).map { .words(key: key, value: $0) }
        }
    }

    mutating func starts(_ node: YAMLNode) -> [ClockStart] {
        expressions(node) { $0.start(&$1) }
    }

    mutating func firstDay(_ node: YAMLNode) -> Int? {
        guard let text = text(node) else { return nil }
        guard text == "0" || text == "1" else {
            diagnostics.error("'first-day' is 0 or 1, not '\(text)'", at: node)
            return nil
        }
        return Int(text)
    }

    mutating func counts(_ node: YAMLNode) -> Unit? {
        switch text(node) {
        case "working days"?: return .workingDay
        case "calendar days"?: return .calendarDay
        case let other?:
            diagnostics.error(
                "'counts' is 'working days' or 'calendar days', not '\(other)'",
                at: node
            )
            return nil
        case nil: return nil
        }
    }

    mutating func clock(_ id: String, _ node: YAMLNode) -> ClockRule? {
        guard
            let map = MapReader(
                node,
                "a clock",
                keys: [
                    "starts", "first-day", "counts", "closed-day", "clause", "because", "defect",
                    "other-readings",
                ],
                required: ["starts", "first-day", "clause"],
                &self
            )
        else { return nil }
        return ClockRule(
            id: id,
            starts: map["starts"].map { starts($0) } ?? [],
            firstDay: map["first-day"].flatMap { firstDay($0) } ?? 0,
            counts: map["counts"].flatMap { counts($0) } ?? .workingDay,
            closedDay: map.choice("closed-day", &self) ?? .stays,
            clauses: map.texts("clause", &self),
            because: map.text("because", &self),
            defect: map.text("defect", &self),
            otherReadings: otherReadings(map["other-readings"], ofClock: true)
        )
    }
}
