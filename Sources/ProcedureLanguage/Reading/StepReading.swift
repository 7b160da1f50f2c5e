import Procedures

extension Context {
    private static var stepKeys: [String] {
        [
            "clause", "does", "by", "deputies", "with", "to", "copy", "due", "prompt", "because",
            "force", "defect", "other-readings", "if", "for", "at", "after", "only-after",
            "records",
            "confirms", "checklist",
        ] + KindKey.allCases.map(\.rawValue)
    }

    mutating func step(
        _ id: String,
        _ node: YAMLNode,
        section: Reference<Section>,
        sectionCondition: Condition?
    ) -> Step? {
        guard
            let map = MapReader(
                node,
                "a step",
                keys: Self.stepKeys,
                required: ["clause", "does", "due"],
                &self
            )
        else { return nil }
        let forEach = map.expression("for", &self) { $0.scope(&$1) }
        scoped = scopedMoments(forEach)
        defer { scoped = [] }
        let by = whos(map["by"])
        let kind = kind(of: map, by: by)
        requireActor(map, kind)
        let because = map.text("because", &self)
        let force: Force = map.choice("force", &self) ?? .local
        guard let dueNode = map["due"], let due = due(dueNode, force: force, because: because)
        else {
            return nil
        }
        if let word = map["deputies"], word.text != "none" {
            diagnostics.error("'deputies' of a step is 'none' or left out", at: word)
        }
        let own = map.expression("if", &self) { $0.condition(&$1) }
        let records = moment(map["records"])
        if let named = Moment(id: id), named != records {
            diagnostics.error(
                "the step bears the name of the moment '\(id)' and does not record it; name it otherwise, or add 'records: \(id)'",
                at: node
            )
        }
        return Step(
            id: id,
            clauses: map.texts("clause", &self),
            does: map.text("does", &self) ?? "",
            by: by,
            with: whos(map["with"]),
            to: recipients(map["to"]),
            copy: recipients(map["copy"]),
            due: due,
            prompt: map.expression("prompt", &self) { $0.prompt(&$1) },
            because: because,
            defect: map.text("defect", &self),
            otherReadings: otherReadings(map["other-readings"], ofClock: false),
            condition: joined(sectionCondition, own),
            forEach: forEach,
            at: map.expression("at", &self) { $0.stepReference(&$1) },
            after: map.expressions("after", &self) { $0.point(&$1) },
            onlyAfter: map.expressions("only-after", &self) { $0.point(&$1) },
            records: records,
            confirms: moment(map["confirms"]),
            checklist: map.texts("checklist", &self),
            noDeputies: map["deputies"]?.text == "none",
            kind: kind ?? .task,
            section: section
        )
    }

    private func joined(_ one: Condition?, _ other: Condition?) -> Condition? {
        guard let one else { return other }
        guard let other else { return one }
        return .all([one, other])
    }

    private func scopedMoments(_ scope: Step.Scope?) -> Set<Moment> {
        switch scope {
        case .meetings: [.meeting, .meetingEnded]
        case .versions: [.versionMade]
        case .steps: [.stepDue]
        case .returns, .agenciesAsked, nil: []
        }
    }

    private mutating func kind(of map: MapReader, by: [Who]) -> StepKind? {
        let found = KindKey.allCases.filter { map[$0.rawValue] != nil }
        if found.count > 1 {
            diagnostics.error(
                "a step has one kind; this one is \(found.map { "'\($0.rawValue)'" }.joined(separator: " and "))",
                at: map.key(found[1].rawValue)
            )
        }
        guard let key = found.first, let node = map[key.rawValue] else { return .task }
        return kind(key, node, by: by)
    }

    private mutating func requireActor(_ map: MapReader, _ kind: StepKind?) {
        guard map["by"] == nil else { return }
        switch kind {
        case .awaited, nil: return
        case .signOff(let part)
        where part.stages.contains(where: { !$0.by.isEmpty }): return
        default: diagnostics.error("a step has no 'by'; say who does it", at: map.node)
        }
    }

    mutating func moment(_ node: YAMLNode?) -> Moment? {
        guard let node, let name = text(node) else { return nil }
        let valid = Moment.allCases.filter { !$0.isScoped }
        if let moment = valid.first(where: { $0.id == name }) { return moment }
        diagnostics.error(
            unknown("moment", name, valid: valid.map(\.id), plural: "moments"),
            at: node
        )
        return nil
    }
}
