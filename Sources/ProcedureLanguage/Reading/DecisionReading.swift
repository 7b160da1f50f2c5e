import Procedures

extension Context {
    mutating func decision(_ node: YAMLNode) -> DecisionPart? {
        guard
            let map = MapReader(
                node,
                "a decision",
                keys: ["criteria", "views", "outcomes", "answers", "chooses", "sets-days", "asks"],
                &self
            )
        else { return nil }
        if let criteria = map["criteria"] { _ = find(.criteria, criteria) }
        return DecisionPart(
            criteria: map.text("criteria", &self),
            views: whos(map["views"]),
            outcomes: map["outcomes"].map { outcomes($0) } ?? [],
            answers: facts(map["answers"]),
            chooses: map["chooses"].map { chosen($0) } ?? [],
            setsDays: map.expressions("sets-days", &self) { $0.point(&$1) },
            asks: map.texts("asks", &self)
        )
    }

    private mutating func outcomes(_ node: YAMLNode) -> [DecisionPart.Outcome] {
        guard let entries = node.entries else {
            return texts(node).map { DecisionPart.Outcome(name: $0, makes: nil) }
        }
        return entries.compactMap { entry in
            guard let name = text(entry.value) else { return nil }
            if name == "nothing" { return DecisionPart.Outcome(name: entry.name, makes: nil) }
            return fact(name, entry.value).map { DecisionPart.Outcome(name: entry.name, makes: $0) }
        }
    }

    mutating func facts(_ node: YAMLNode?) -> [Fact] {
        guard let node else { return [] }
        return items(node).compactMap { item in text(item).flatMap { fact($0, item) } }
    }

    mutating func fact(_ name: String, _ node: YAMLNode) -> Fact? {
        if let fact = Fact(id: name) { return fact }
        diagnostics.error(
            unknown("fact", name, valid: Fact.allCases.map(\.id) + ["nothing"], plural: "facts"),
            at: node
        )
        return nil
    }

    /// What a decision chooses: agencies, people, or the holders of roles and groups.
    private mutating func chosen(_ node: YAMLNode) -> [String] {
        items(node).compactMap { item in
            guard let name = text(item) else { return nil }
            if name == "agencies" || name == "people" { return name }
            for kind in [Declared.role, .group] where names.number(kind, name) != nil {
                use(kind, name)
                return name
            }
            diagnostics.error(
                unknown(
                    "choice",
                    name,
                    valid: ["agencies", "people"] + names.all(.role) + names.all(.group),
                    plural: "valid ones"
                ),
                at: item
            )
            return nil
        }
    }
}
