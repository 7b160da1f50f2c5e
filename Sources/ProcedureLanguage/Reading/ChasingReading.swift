import Procedures
import WorkingDays

extension Context {
    /// `chasing`: the working hours, and the rungs by their ids.
    mutating func chasing(_ node: YAMLNode?, beside reminders: YAMLNode?) -> Chasing? {
        guard let node,
            let map = MapReader(
                node,
                "chasing",
                keys: ["from", "until", "clause", "because", "rungs"],
                required: ["from", "until", "rungs"],
                &self
            )
        else { return nil }
        if let ladder = reminders?["each-return"] {
            diagnostics.error(
                "'each-return' and 'chasing' both say when agencies are reminded; keep 'chasing'",
                at: ladder
            )
        }
        let from = clockTime(map["from"])
        let until = clockTime(map["until"])
        if let from, let until, until <= from, let node = map["until"] {
            diagnostics.error(
                "the working hours end at \(until), before or as they begin at \(from)",
                at: node
            )
        }
        let rungs = named(map["rungs"], "rungs") { $2.rung($0, $1) }
        if let list = map["rungs"], list.entries?.isEmpty == true {
            diagnostics.error("a ladder has one rung at least", at: list)
        }
        guard let from, let until else { return nil }
        checkHours(map["rungs"], rungs, from, until)
        return Chasing(
            from: from,
            until: until,
            clauses: map.texts("clause", &self),
            because: map.text("because", &self),
            rungs: rungs
        )
    }

    private mutating func rung(_ id: String, _ node: YAMLNode) -> Chasing.Rung? {
        guard
            let map = MapReader(
                node,
                "a rung",
                keys: ["when", "at", "to", "says", "clause", "because"],
                required: ["when", "at", "to", "says"],
                &self
            )
        else { return nil }
        if map["clause"] == nil, map["because"] == nil {
            diagnostics.error(
                "a rung has the 'clause' that asks for it, or says 'because'",
                at: node
            )
        }
        let when = when(map)
        let at = clockTime(map["at"])
        let to = chased(map["to"])
        let says: Chasing.Message? = map.choice("says", &self)
        guard let when, let at, let says else { return nil }
        return Chasing.Rung(
            id: id,
            when: when,
            at: at,
            to: to,
            says: says,
            clauses: map.texts("clause", &self),
            because: map.text("because", &self)
        )
    }

    /// `due day`, `2 working days before due`: a count of days or weeks.
    private mutating func when(_ map: MapReader) -> Procedure.Reminder.Offset?? {
        let read = map.expression(
            "when",
            &self,
            { words, context in
                let (isRead, offset) = words.rung(&context)
                return isRead ? .some(offset) : nil
            }
        )
        if let offset = read.flatMap(\.self), offset.unit == .hour || offset.unit == .month,
            let node = map["when"]
        {
            diagnostics.error(
                "a rung stands so many working days, calendar days or weeks from the due day, not \(offset.unit.rawValue)s",
                at: node
            )
            return nil
        }
        return read
    }

    private mutating func chased(_ node: YAMLNode?) -> [Chasing.Recipient] {
        var read: [Chasing.Recipient] = []
        for item in node.map({ items($0) }) ?? [] {
            guard let recipient = chasedOne(item) else { continue }
            if read.contains(recipient) {
                diagnostics.error("'\(item.text ?? "")' is named twice", at: item)
            } else {
                read.append(recipient)
            }
        }
        if let node, node.items?.isEmpty == true {
            diagnostics.error("a rung goes to somebody", at: node)
        }
        return read
    }

    private mutating func chasedOne(_ node: YAMLNode) -> Chasing.Recipient? {
        guard let name = text(node) else { return nil }
        if let contact = Chasing.Contact(rawValue: name) { return .contact(contact) }
        if let role = names.number(.role, name) {
            use(.role, name)
            return .role(Reference(role))
        }
        let valid = Chasing.Contact.allCases.map(\.rawValue) + names.all(.role)
        diagnostics.error(
            unknown("contact or role", name, valid: valid, plural: "contacts and roles"),
            at: node
        )
        return nil
    }

    private mutating func checkHours(
        _ node: YAMLNode?,
        _ rungs: [Chasing.Rung],
        _ from: Minute,
        _ until: Minute
    ) {
        guard from < until else { return }
        for rung in rungs where rung.at < from || rung.at >= until {
            guard let at = node?[rung.id]?["at"] else { continue }
            diagnostics.error(
                "\(rung.at) lies outside the working hours, \(from) until before \(until)",
                at: at
            )
        }
    }

    /// `9:00` or `09:00`.
    private mutating func clockTime(_ node: YAMLNode?) -> Minute? {
        guard let node, let text = text(node) else { return nil }
        if let minute = Minute(text.utf8.count == 4 ? "0\(text)" : text) { return minute }
        diagnostics.error(
            "'\(text)' is no time of day; write it like \"9:00\" or \"16:30\"",
            at: node
        )
        return nil
    }
}
