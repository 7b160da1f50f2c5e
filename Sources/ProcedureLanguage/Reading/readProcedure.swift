package import Procedures

/// A procedure as read, with the places of its steps for findings that come later.
package struct ReadProcedure: Sendable {
    package let procedure: Procedure
    /// The same guide under each of its variations, in the file's order.
    package let variations: [Procedure]
    private let places: [String: Place]

    init(procedure: Procedure, variations: [Procedure], places: [String: Place]) {
        self.procedure = procedure
        self.variations = variations
        self.places = places
    }

    /// Where a step stands in the file.
    package func place(ofStep id: String) -> Place {
        places[id] ?? Place(line: 1, column: 1)
    }
}

/// Reads one procedure file into the checked model.
///
/// Returns the procedure, or what is wrong with it: never half a procedure. Warnings may come beside
/// a procedure. `guidance` is every edition that the file may name.
package func readProcedure(
    _ text: String,
    guidance: [Guidance]
) -> (procedure: ReadProcedure?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    guard let root = readYAML(text, into: &diagnostics) else {
        if !diagnostics.hasErrors {
            diagnostics.error("the file is empty", at: Place(line: 1, column: 1))
        }
        return (nil, diagnostics.sorted)
    }
    let base = readTree(root, guidance: guidance, variation: nil)
    for diagnostic in base.diagnostics { diagnostics.add(diagnostic) }
    guard !diagnostics.hasErrors, let procedure = base.procedure else {
        return (nil, diagnostics.sorted)
    }
    var varied: [Procedure] = []
    for variation in procedure.variations {
        guard let tree = overlaid(root, with: variation.id, &diagnostics) else { continue }
        let read = readTree(tree, guidance: guidance, variation: variation)
        for diagnostic in read.diagnostics { diagnostics.add(diagnostic) }
        if let own = read.procedure { varied.append(own) }
    }
    guard !diagnostics.hasErrors else { return (nil, diagnostics.sorted) }
    return (
        ReadProcedure(procedure: procedure, variations: varied, places: stepPlaces(root)),
        diagnostics.sorted
    )
}

private let topKeys = [
    "procedure", "title", "edition", "source", "guidance", "partners", "roles", "groups", "bodies",
    "clocks", "questions", "criteria", "folders", "documents", "sections", "reminders", "notes",
    "waived", "variations",
]

private func readTree(
    _ root: YAMLNode,
    guidance: [Guidance],
    variation: Procedure.Variation?
) -> (procedure: Procedure?, diagnostics: [Diagnostic]) {
    var context = Context()
    guard
        let map = MapReader(
            root,
            "a procedure",
            keys: topKeys,
            required: [
                "procedure", "title", "edition", "source", "guidance", "partners", "clocks",
                "sections",
            ],
            &context
        )
    else { return (nil, context.diagnostics.sorted) }
    context.declareNames(map)
    let editions = context.editions(map["guidance"], among: guidance)
    let editionNames = editions.map(\.id)
    let (sections, steps) = context.sections(map["sections"])
    let procedure = Procedure(
        id: context.identifier(map["procedure"]),
        title: map.text("title", &context) ?? "",
        edition: map.text("edition", &context) ?? "",
        source: context.source(map["source"]),
        guidance: editions,
        partners: context.partners(map["partners"]),
        roles: context.named(map["roles"], "roles") { $2.role($0, $1) },
        groups: context.named(map["groups"], "groups") { $2.group($0, $1) },
        bodies: context.named(map["bodies"], "bodies") { $2.body($0, $1) },
        clocks: context.named(map["clocks"], "clocks") { $2.clock($0, $1) },
        questions: context.named(map["questions"], "questions") { $2.question($0, $1) },
        criteria: context.named(map["criteria"], "criteria") {
            $2.criteria($0, $1, guidance: editionNames)
        },
        folders: context.named(map["folders"], "folders") { $2.folder($0, $1) },
        papers: context.named(map["documents"], "documents") { $2.paper($0, $1) },
        sections: sections.withNationalLimits(after: steps, editions),
        steps: steps + nationalLimits(editions, section: Reference(sections.count)),
        reminders: context.reminders(map["reminders"]),
        notes: context.notes(map["notes"]),
        waived: context.waived(map["waived"]),
        variation: variation,
        variations: context.named(map["variations"], "variations") { $2.variation($0, $1) }
    )
    context.checkUse()
    if !context.diagnostics.hasErrors { context.checkSense(procedure, root) }
    return (context.diagnostics.hasErrors ? nil : procedure, context.diagnostics.sorted)
}

private func nationalLimits(_ editions: [Guidance], section: Reference<Section>) -> [Step] {
    var seen: Set<String> = []
    return editions.flatMap { edition in
        edition.limits.filter { seen.insert($0.id).inserted }.map { limit in
            Step(
                id: "national-limit-\(limit.id)",
                clauses: [],
                does: limit.does,
                by: [],
                due: limit.due,
                because: limit.because,
                records: limit.records,
                kind: .nationalLimit,
                section: section
            )
        }
    }
}

extension [Section] {
    fileprivate func withNationalLimits(after steps: [Step], _ editions: [Guidance]) -> [Section] {
        let count = Set(editions.flatMap { $0.limits.map(\.id) }).count
        guard count > 0 else { return self }
        return self + [
            Section(
                id: "national-limits",
                title: "National limits",
                stage: .throughout,
                clauses: [],
                steps: steps.count..<(steps.count + count)
            )
        ]
    }
}

private func stepPlaces(_ root: YAMLNode) -> [String: Place] {
    var places: [String: Place] = [:]
    for section in root["sections"]?.entries ?? [] {
        for step in section.value["steps"]?.entries ?? [] { places[step.name] = step.key.place }
    }
    return places
}

extension Context {
    /// Gathers every id before anything that names one is read.
    fileprivate mutating func declareNames(_ map: MapReader) {
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

    fileprivate mutating func editions(_ node: YAMLNode?, among guidance: [Guidance]) -> [Guidance]
    {
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

    fileprivate mutating func source(_ node: YAMLNode?) -> Procedure.Source {
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

    fileprivate mutating func sections(_ node: YAMLNode?) -> ([Section], [Step]) {
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

    fileprivate mutating func question(_ id: String, _ node: YAMLNode) -> Question? {
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

    fileprivate mutating func reminders(_ node: YAMLNode?) -> [Procedure.Reminder] {
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

    fileprivate mutating func notes(_ node: YAMLNode?) -> [Procedure.Note] {
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

    fileprivate mutating func waived(_ node: YAMLNode?) -> [(clause: String, reason: String)] {
        named(node, "waived clauses") { clause, reason, context in
            context.text(reason).map { (clause: clause, reason: $0) }
        }
    }

    fileprivate mutating func variation(_ id: String, _ node: YAMLNode) -> Procedure.Variation? {
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
