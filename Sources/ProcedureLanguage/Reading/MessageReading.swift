import Procedures

extension Context {
    mutating func message(_ node: YAMLNode) -> MessagePart? {
        guard node.entries != nil else {
            return paperName(node).map {
                MessagePart(template: $0, encloses: [], invitesTo: [], asks: [])
            }
        }
        guard
            let map = MapReader(
                node,
                "a message",
                keys: ["template", "encloses", "invites-to", "asks"],
                &self
            )
        else { return nil }
        return MessagePart(
            template: paperName(map["template"]),
            encloses: enclosures(map["encloses"]),
            invitesTo: map.expressions("invites-to", &self) { $0.stepReference(&$1) },
            asks: map.texts("asks", &self)
        )
    }

    mutating func enclosures(_ node: YAMLNode?) -> [Enclosure] {
        guard let node else { return [] }
        return items(node).compactMap { item in
            guard item.entries != nil else {
                return enclosed(item).map { Enclosure(what: $0, condition: nil) }
            }
            guard
                let map = MapReader(
                    item,
                    "an enclosure",
                    keys: ["what", "if"],
                    required: ["what"],
                    &self
                ),
                let what = map["what"].flatMap({ enclosed($0) })
            else { return nil }
            return Enclosure(
                what: what,
                condition: map.expression("if", &self) { $0.condition(&$1) }
            )
        }
    }

    private mutating func enclosed(_ node: YAMLNode) -> Enclosure.What? {
        guard let text = text(node) else { return nil }
        if text == "the return" { return .theReturn }
        if text.hasPrefix("returns of ") {
            return expression(node) { words, context in
                guard words.take("returns", "of") else { return nil }
                return words.stepReference(&context).map { .returns(of: $0) }
            }
        }
        if names.number(.document, text) == nil {
            if text == "minutes" { return .minutes }
            if text == "agenda" { return .agenda }
        }
        return reference(.document, node).map { .document($0) }
    }

    mutating func submission(_ node: YAMLNode) -> SubmissionPart? {
        guard node.entries != nil else {
            return SubmissionPart(
                of: references(.document, node),
                through: nil,
                registered: [],
                othersAfter: nil,
                accountable: nil,
                evidence: []
            )
        }
        guard
            let map = MapReader(
                node,
                "a submission",
                keys: ["of", "through", "registered", "others-after", "accountable", "evidence"],
                required: ["of"],
                &self
            )
        else { return nil }
        return SubmissionPart(
            of: map["of"].map { references(.document, $0) } ?? [],
            through: map.choice("through", &self),
            registered: whos(map["registered"]),
            othersAfter: map.expression("others-after", &self) { $0.stepReference(&$1) },
            accountable: map.expression("accountable", &self) { $0.who(&$1) },
            evidence: map.texts("evidence", &self)
        )
    }

    mutating func filing(_ node: YAMLNode) -> StepKind? {
        guard
            let map = MapReader(node, "a filing", keys: ["of", "in"], required: ["in"], &self),
            let folder: Reference<Folder> = map["in"].flatMap({ reference(.folder, $0) })
        else { return nil }
        return .filing(of: map["of"].flatMap { reference(.document, $0) }, in: folder)
    }

    mutating func awaited(_ node: YAMLNode) -> AwaitedPart? {
        guard node.entries != nil else {
            return expression(node) { $0.who(&$1) }.map {
                AwaitedPart(from: $0, document: nil, asks: [], answers: [])
            }
        }
        guard
            let map = MapReader(
                node,
                "'awaited'",
                keys: ["from", "document", "asks", "answers"],
                required: ["from"],
                &self
            ),
            let from = map.expression("from", &self, { $0.who(&$1) })
        else { return nil }
        return AwaitedPart(
            from: from,
            document: map["document"].flatMap { reference(.document, $0) },
            asks: map.texts("asks", &self),
            answers: facts(map["answers"])
        )
    }
}
