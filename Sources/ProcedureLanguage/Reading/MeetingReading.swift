import Procedures

extension Context {
    mutating func meeting(_ node: YAMLNode) -> MeetingPart? {
        guard
            let map = MapReader(
                node,
                "a meeting",
                keys: [
                    "chair", "may-chair", "members", "may-invite", "quorum", "expects", "reconvene",
                    "convened", "may-be-held", "agenda", "asks", "produces", "reconsiders",
                    "minutes-by", "series",
                ],
                &self
            )
        else { return nil }
        if map["quorum"] != nil && map["expects"] != nil {
            diagnostics.error(
                "a meeting has a 'quorum' or 'expects' people, not both",
                at: map.key("expects")
            )
        }
        let quorum =
            map.expression("quorum", &self) { $0.quorum(isEnforced: true, &$1) }
            ?? map.expression("expects", &self) { $0.quorum(isEnforced: false, &$1) }
        return MeetingPart(
            chair: map.expression("chair", &self) { $0.who(&$1) },
            mayChair: map["may-chair"].flatMap { otherChair($0) },
            members: recipients(map["members"]),
            mayInvite: whos(map["may-invite"]),
            quorum: quorum,
            reconvene: map["reconvene"].flatMap {
                due($0, force: .suggested, because: nil)?.entries.first
            },
            convened: map.texts("convened", &self),
            mayBeHeld: map.text("may-be-held", &self),
            agenda: map["agenda"].map { items($0).compactMap { agendaItem($0) } } ?? [],
            asks: map.texts("asks", &self),
            produces: map["produces"].flatMap { reference(.document, $0) },
            reconsiders: map.expression("reconsiders", &self) { $0.stepReference(&$1) },
            minutesBy: map.expression("minutes-by", &self) { $0.who(&$1) },
            isSeries: map.flag("series", &self)
        )
    }

    private mutating func otherChair(_ node: YAMLNode) -> MeetingPart.OtherChair? {
        guard
            let map = MapReader(
                node,
                "'may-chair'",
                keys: ["who", "agreed-by", "with"],
                required: ["who"],
                &self
            ),
            let who = map.expression("who", &self, { $0.who(&$1) })
        else { return nil }
        return MeetingPart.OtherChair(
            who: who,
            agreedBy: map.expression("agreed-by", &self) { $0.who(&$1) },
            with: whos(map["with"])
        )
    }

    private mutating func agendaItem(_ node: YAMLNode) -> MeetingPart.AgendaItem? {
        guard node.entries != nil else {
            return text(node).map { MeetingPart.AgendaItem(item: $0, clauses: [], without: []) }
        }
        guard
            let map = MapReader(
                node,
                "an agenda item",
                keys: ["item", "clause", "without"],
                required: ["item"],
                &self
            )
        else { return nil }
        return MeetingPart.AgendaItem(
            item: map.text("item", &self) ?? "",
            clauses: map.texts("clause", &self),
            without: whos(map["without"])
        )
    }
}
