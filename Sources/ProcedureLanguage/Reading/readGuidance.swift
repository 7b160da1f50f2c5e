package import Procedures
import WorkingDays

/// Reads one edition of national guidance, or says what is wrong with it.
package func readGuidance(_ text: String) -> (guidance: Guidance?, diagnostics: [Diagnostic]) {
    var context = Context()
    guard
        let root = readFile(text, into: &context.diagnostics),
        let map = MapReader(
            root,
            "a guidance edition",
            keys: [
                "guidance", "title", "in-force", "source", "limits", "criteria", "documents",
                "bodies",
                "notes",
            ],
            required: ["guidance", "title", "in-force", "source"],
            &context
        )
    else { return (nil, context.diagnostics.sorted) }
    let period = context.period(map["in-force"])
    let guidance = Guidance(
        id: context.identifier(map["guidance"]),
        title: map.text("title", &context) ?? "",
        inForceFrom: period?.from ?? Day.first,
        inForceTo: period?.to,
        source: context.published(map["source"]),
        limits: context.named(map["limits"], "limits") { $2.nationalLimit($0, $1) },
        criteria: context.named(map["criteria"], "criteria") { $2.criteria($0, $1, guidance: []) },
        papers: context.named(map["documents"], "documents") { $2.paper($0, $1) },
        bodies: context.named(map["bodies"], "bodies") { $2.body($0, $1) },
        notes: context.guidanceNotes(map["notes"])
    )
    return (context.diagnostics.hasErrors ? nil : guidance, context.diagnostics.sorted)
}

extension Context {
    fileprivate mutating func period(_ node: YAMLNode?) -> (from: Day, to: Day?)? {
        guard let node,
            let map = MapReader(
                node,
                "'in-force'",
                keys: ["from", "to"],
                required: ["from"],
                &self
            ),
            let from = map["from"].flatMap({ day($0) })
        else { return nil }
        let to = map["to"].flatMap { day($0) }
        if let to, to < from {
            diagnostics.error("the edition ends before it begins", at: map.key("to"))
        }
        return (from, to)
    }

    mutating func day(_ node: YAMLNode) -> Day? {
        guard let text = text(node) else { return nil }
        if let day = Day(iso: text) { return day }
        diagnostics.error("'\(text)' is no day; a day is written 2026-04-28", at: node)
        return nil
    }

    fileprivate mutating func published(_ node: YAMLNode?) -> String {
        guard let node,
            let map = MapReader(
                node,
                "the source",
                keys: ["name", "published"],
                required: ["name"],
                &self
            )
        else { return "" }
        let name = map.text("name", &self) ?? ""
        return map.text("published", &self).map { "\(name), \($0)" } ?? name
    }

    fileprivate mutating func nationalLimit(_ id: String, _ node: YAMLNode) -> NationalLimit? {
        guard
            let map = MapReader(
                node,
                "a national limit",
                keys: ["does", "due", "records", "force", "because"],
                required: ["does", "due", "records", "force"],
                &self
            ),
            let records = moment(map["records"])
        else { return nil }
        let because = map.text("because", &self)
        let force: Force = map.choice("force", &self) ?? .nationalExpectation
        guard let due = map["due"].flatMap({ due($0, force: force, because: nil) }) else {
            return nil
        }
        return NationalLimit(
            id: id,
            does: map.text("does", &self) ?? "",
            due: due,
            records: records,
            because: because
        )
    }

    fileprivate mutating func guidanceNotes(_ node: YAMLNode?) -> [String] {
        guard let node else { return [] }
        return items(node).compactMap { item in
            MapReader(item, "a note", keys: ["says"], required: ["says"], &self)?.text(
                "says",
                &self
            )
        }
    }
}
