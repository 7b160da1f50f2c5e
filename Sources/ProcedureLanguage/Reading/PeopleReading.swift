import Procedures

extension Context {
    mutating func whos(_ node: YAMLNode?) -> [Who] {
        guard let node else { return [] }
        return expressions(node) { $0.who(&$1) }
    }

    /// People who receive something: `who` or `{ who, if, for: information }`.
    mutating func recipients(_ node: YAMLNode?) -> [Recipient] {
        guard let node else { return [] }
        return items(node).compactMap { recipient($0) }
    }

    private mutating func recipient(_ node: YAMLNode) -> Recipient? {
        guard node.entries != nil else {
            return expression(node) { $0.who(&$1) }.map { Recipient(who: $0) }
        }
        guard
            let map = MapReader(
                node,
                "a recipient",
                keys: ["who", "if", "for"],
                required: ["who"],
                &self
            ),
            let who = map.expression("who", &self, { $0.who(&$1) })
        else { return nil }
        return Recipient(
            who: who,
            condition: map.expression("if", &self) { $0.condition(&$1) },
            purpose: map.text("for", &self)
        )
    }

    mutating func partners(_ node: YAMLNode?) -> [Partner] {
        let valid = SafeguardingPartner.allCases.map(\.rawValue)
        guard let node,
            let map = MapReader(node, "partners", keys: valid, required: valid, &self)
        else { return [] }
        return SafeguardingPartner.allCases.compactMap { partner in
            guard let value = map[partner.rawValue],
                let own = MapReader(
                    value,
                    "a partner",
                    keys: ["name", "clause"],
                    required: ["name"],
                    &self
                )
            else { return nil }
            return Partner(
                partner: partner,
                name: own.text("name", &self) ?? "",
                clauses: own.texts("clause", &self)
            )
        }
    }

    mutating func role(_ id: String, _ node: YAMLNode) -> Role? {
        guard
            let map = MapReader(
                node,
                "a role",
                keys: ["name", "capacity", "of", "deputies", "named", "usually", "mail", "clause"],
                required: ["name", "capacity"],
                &self
            )
        else { return nil }
        return Role(
            id: id,
            name: map.text("name", &self) ?? "",
            capacity: map.choice("capacity", &self) ?? .observer,
            partner: map.choice("of", &self),
            deputies: map["deputies"].map { references(.role, $0) } ?? [],
            named: map.choice("named", &self),
            usually: map["usually"].flatMap { reference(.role, $0) },
            mail: map.text("mail", &self),
            clauses: map.texts("clause", &self)
        )
    }

    mutating func group(_ id: String, _ node: YAMLNode) -> Group? {
        guard
            let map = MapReader(
                node,
                "a group",
                keys: ["name", "capacity", "members", "chair", "named", "clause"],
                required: ["name", "capacity"],
                &self
            )
        else { return nil }
        return Group(
            id: id,
            name: map.text("name", &self) ?? "",
            capacity: map.choice("capacity", &self) ?? .observer,
            members: whos(map["members"]),
            chair: map["chair"].flatMap { reference(.role, $0) },
            named: map.choice("named", &self),
            clauses: map.texts("clause", &self)
        )
    }

    mutating func body(_ id: String, _ node: YAMLNode) -> Body? {
        guard
            let map = MapReader(
                node,
                "a body",
                keys: ["name", "mail", "portal", "clause"],
                &self
            )
        else { return nil }
        let name = map.text("name", &self) ?? Body.nationalNames[id]
        if name == nil {
            diagnostics.error("a body has no 'name'; only the national ones need none", at: node)
        }
        return Body(
            id: id,
            name: name ?? id,
            mail: map.text("mail", &self),
            portal: map.text("portal", &self),
            clauses: map.texts("clause", &self)
        )
    }

    mutating func reference<Thing>(_ kind: Declared, _ node: YAMLNode) -> Reference<Thing>? {
        find(kind, node).map { Reference($0) }
    }

    mutating func references<Thing>(_ kind: Declared, _ node: YAMLNode) -> [Reference<Thing>] {
        items(node).compactMap { reference(kind, $0) }
    }
}
