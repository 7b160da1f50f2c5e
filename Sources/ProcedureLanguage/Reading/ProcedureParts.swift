import Procedures

extension Context {
    /// Gathers every id before anything that names one is read.
    mutating func declareNames(_ map: MapReader) {
        let kinds: [(String, Declared)] = [
            ("roles", .role), ("groups", .group), ("bodies", .body), ("clocks", .clock),
            ("questions", .question), ("criteria", .criteria), ("folders", .folder),
            ("documents", .document),
        ]
        for (key, kind) in kinds {
            for entry in map[key]?.entries ?? [] {
                _ = identifier(entry.key)
                names.declare(kind, entry.key)
            }
        }
        var lines: [String: Int] = [:]
        for section in map["sections"]?.entries ?? [] {
            for entry in section.value["steps"]?.entries ?? [] {
                _ = identifier(entry.key)
                if let line = lines[entry.name] {
                    diagnostics.error(
                        "the step '\(entry.name)' stands already on line \(line)",
                        at: entry.key
                    )
                    continue
                }
                lines[entry.name] = entry.key.place.line
                names.declareStep(entry.name, stepName(entry.value))
            }
        }
    }

    private func stepName(_ node: YAMLNode) -> Names.StepName {
        let outcomes: [String] =
            if let decided = node["decision"]?["outcomes"] {
                decided.entries?.map(\.name) ?? items(decided).compactMap(\.text)
            } else if let checked = node["check"]?["outcomes"] {
                items(checked).compactMap(\.text)
            } else if node["meeting"]?["quorum"] != nil {
                ["quorate", "inquorate"]
            } else {
                []
            }
        return Names.StepName(
            number: names.stepOrder.count,
            hasBack: node["request"] != nil,
            isMeeting: node["meeting"] != nil,
            outcomes: outcomes
        )
    }

    /// Lower-case words joined by hyphens.
    mutating func identifier(_ node: YAMLNode?) -> String {
        guard let node, let text = text(node) else { return "" }
        let isValid = text.utf8.allSatisfy {
            ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
        }
        if !isValid {
            diagnostics.error(
                "'\(text)' is no id; an id is lower-case words joined by hyphens",
                at: node
            )
        }
        return text
    }

    mutating func editions(_ node: YAMLNode?, among guidance: [Guidance]) -> [Guidance] {
        guard let node else { return [] }
        return items(node).compactMap { item in
            guard let name = text(item) else { return nil }
            if let edition = guidance.first(where: { $0.id == name }) { return edition }
            diagnostics.error(
                unknown("guidance", name, valid: guidance.map(\.id), plural: "editions"),
                at: item
            )
            return nil
        }
    }

    mutating func source(_ node: YAMLNode?) -> Procedure.Source {
        guard let node,
            let map = MapReader(
                node,
                "the source",
                keys: ["name", "clause"],
                required: ["name"],
                &self
            )
        else { return Procedure.Source(name: "", clauses: []) }
        return Procedure.Source(
            name: map.text("name", &self) ?? "",
            clauses: map.texts("clause", &self)
        )
    }

    mutating func sections(_ node: YAMLNode?) -> ([Section], [Step]) {
        var steps: [Step] = []
        var sections: [Section] = []
        for entry in node?.entries ?? [] {
            guard
                let map = MapReader(
                    entry.value,
                    "a section",
                    keys: ["title", "stage", "clause", "if", "steps"],
                    required: ["title", "stage", "steps"],
                    &self
                )
            else { continue }
            let condition = map.expression("if", &self) { $0.condition(&$1) }
            let first = steps.count
            let number = sections.count
            steps += named(map["steps"], "steps") {
                $2.step($0, $1, section: Reference(number), sectionCondition: condition)
            }
            sections.append(
                Section(
                    id: entry.name,
                    title: map.text("title", &self) ?? "",
                    stage: map.choice("stage", &self) ?? .throughout,
                    clauses: map.texts("clause", &self),
                    steps: first..<steps.count
                )
            )
        }
        return (sections, steps)
    }

    mutating func question(_ id: String, _ node: YAMLNode) -> Question? {
        guard
            let map = MapReader(
                node,
                "a question",
                keys: ["asks", "at", "clause"],
                required: ["asks", "at"],
                &self
            ),
            let at = map.expression("at", &self, { $0.stepReference(&$1) })
        else { return nil }
        return Question(
            id: id,
            asks: map.text("asks", &self) ?? "",
            at: at,
            clauses: map.texts("clause", &self)
        )
    }

    mutating func reminders(_ node: YAMLNode?) -> [Procedure.Reminder] {
        let ladders = Procedure.Reminder.Of.allCases
        guard let node,
            let map = MapReader(node, "reminders", keys: ladders.map(\.rawValue), &self)
        else { return [] }
        return ladders.flatMap { ladder in
            (map[ladder.rawValue].map { items($0) } ?? []).compactMap { rung(ladder, $0) }
        }
    }

    private mutating func rung(
        _ ladder: Procedure.Reminder.Of,
        _ node: YAMLNode
    ) -> Procedure.Reminder? {
        guard
            let map = MapReader(
                node,
                "a reminder",
                keys: ["at", "to"],
                required: ["at", "to"],
                &self
            ),
            let at = map.expression(
                "at",
                &self,
                { words, context in
                    let (isRead, offset) = words.rung(&context)
                    return isRead ? .some(offset) : nil
                }
            )
        else { return nil }
        for who in map["to"].map({ items($0) }) ?? [] where who.text != "by" {
            _ = expression(who) { $0.who(&$1) }
        }
        return Procedure.Reminder(of: ladder, offset: at, to: map.texts("to", &self))
    }

    mutating func notes(_ node: YAMLNode?) -> [Procedure.Note] {
        guard let node else { return [] }
        return items(node).compactMap { item in
            guard
                let map = MapReader(
                    item,
                    "a note",
                    keys: ["says", "at", "clause", "defect"],
                    required: ["says"],
                    &self
                )
            else { return nil }
            return Procedure.Note(
                says: map.text("says", &self) ?? "",
                at: map.expression("at", &self) { $0.stepReference(&$1) },
                clauses: map.texts("clause", &self),
                defect: map.text("defect", &self)
            )
        }
    }

    mutating func waived(_ node: YAMLNode?) -> [(clause: String, reason: String)] {
        named(node, "waived clauses") { clause, reason, context in
            context.text(reason).map { (clause: clause, reason: $0) }
        }
    }

    mutating func variation(_ id: String, _ node: YAMLNode) -> Procedure.Variation? {
        guard
            let map = MapReader(
                node,
                "a variation",
                keys: ["title", "clause"] + overlayKeys,
                required: ["title"],
                &self
            )
        else { return nil }
        return Procedure.Variation(
            id: id,
            title: map.text("title", &self) ?? "",
            clauses: map.texts("clause", &self)
        )
    }
}
