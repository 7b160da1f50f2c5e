import Procedures

extension Context {
    mutating func folder(_ id: String, _ node: YAMLNode) -> Folder? {
        guard
            let map = MapReader(
                node,
                "a folder",
                keys: ["name", "in", "outside", "clause"],
                required: ["name"],
                &self
            ),
            let name = map["name"].flatMap({ pattern($0) })
        else { return nil }
        return Folder(
            id: id,
            name: name,
            parent: map["in"].flatMap { reference(.folder, $0) },
            isOutside: map.flag("outside", &self),
            clauses: map.texts("clause", &self)
        )
    }

    mutating func paper(_ id: String, _ node: YAMLNode) -> PaperKind? {
        guard
            let map = MapReader(
                node,
                "a document",
                keys: [
                    "name", "form", "template", "expects", "folder", "file", "sheets", "contents",
                    "clause", "defect",
                ],
                required: ["name"],
                &self
            )
        else { return nil }
        return PaperKind(
            id: id,
            name: map.text("name", &self) ?? "",
            form: map.text("form", &self),
            template: map.text("template", &self),
            expects: map.text("expects", &self),
            folder: map["folder"].flatMap { reference(.folder, $0) },
            file: map["file"].flatMap { pattern($0) },
            sheets: map.texts("sheets", &self),
            contents: map["contents"].map { heads($0) } ?? [],
            clauses: map.texts("clause", &self),
            defect: map.text("defect", &self)
        )
    }

    private mutating func heads(_ node: YAMLNode) -> [Head] {
        named(node, "contents") { id, value, context in
            guard value.entries != nil else {
                return context.text(value).map {
                    Head(id: id, says: $0, clauses: [], condition: nil)
                }
            }
            guard
                let map = MapReader(
                    value,
                    "a head",
                    keys: ["says", "clause", "if", "from", "draws", "identifies"],
                    required: ["says"],
                    &context
                )
            else { return nil }
            return Head(
                id: id,
                says: map.text("says", &context) ?? "",
                clauses: map.texts("clause", &context),
                condition: map.expression("if", &context) { $0.condition(&$1) },
                from: map["from"].flatMap { context.day($0) },
                draws: map["draws"].map { context.materials($0) } ?? [],
                identifies: map.flag("identifies", &context)
            )
        }
    }

    private mutating func materials(_ node: YAMLNode) -> [Head.Material] {
        let valid = Head.Material.allCases.map(\.rawValue)
        return items(node).compactMap { item in
            guard let name = text(item) else { return nil }
            if let material = Head.Material(rawValue: name) { return material }
            diagnostics.error(
                unknown("material", name, valid: valid, plural: "kinds of material"),
                at: item
            )
            return nil
        }
    }

    mutating func criteria(_ id: String, _ node: YAMLNode, guidance: [String]) -> Criteria? {
        let parts = Criteria.Part.allCases
        guard
            let map = MapReader(
                node,
                "criteria",
                keys: ["from", "clause"] + parts.map(\.rawValue),
                &self
            )
        else { return nil }
        let from = map.text("from", &self)
        if let from, let at = map["from"], !guidance.contains(from) {
            diagnostics.error(
                unknown("guidance", from, valid: guidance, plural: "editions of this procedure"),
                at: at
            )
        }
        let lists = parts.compactMap { part in
            map[part.rawValue].map { (part: part, criteria: criterionList($0)) }
        }
        if from == nil && lists.isEmpty {
            diagnostics.error(
                "criteria hold no list and name no guidance to take one from",
                at: node
            )
        }
        return Criteria(id: id, from: from, parts: lists, clauses: map.texts("clause", &self))
    }

    private mutating func criterionList(_ node: YAMLNode) -> [Criteria.Criterion] {
        named(node, "a list of criteria") { id, value, context in
            guard
                let map = MapReader(
                    value,
                    "a criterion",
                    keys: ["says", "clause", "defect"],
                    required: ["says"],
                    &context
                )
            else { return nil }
            return Criteria.Criterion(
                id: id,
                says: map.text("says", &context) ?? "",
                clauses: map.texts("clause", &context),
                defect: map.text("defect", &context)
            )
        }
    }

    /// A map from ids to things, each read by the closure.
    mutating func named<Thing>(
        _ node: YAMLNode?,
        _ what: String,
        _ read: (String, YAMLNode, inout Context) -> Thing?
    ) -> [Thing] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            diagnostics.error("\(what) is a map of names, not \(node.sort)", at: node)
            return []
        }
        return entries.compactMap { read($0.name, $0.value, &self) }
    }
}
