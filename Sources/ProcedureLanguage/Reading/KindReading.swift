import Procedures

/// The kinds of step as they are written, each with the key that holds it.
enum KindKey: String, CaseIterable {
    case form, request, check, meeting, decision, message, submission, document, filing, awaited
    case appointment, publication
    case signOff = "sign-off"
}

extension Context {
    mutating func kind(_ key: KindKey, _ node: YAMLNode, by: [Who]) -> StepKind? {
        switch key {
        case .form: form(node).map { .form($0) }
        case .request: request(node).map { .request($0) }
        case .check: check(node).map { .check($0) }
        case .signOff: signOff(node, by: by).map { .signOff($0) }
        case .meeting: meeting(node).map { .meeting($0) }
        case .decision: decision(node).map { .decision($0) }
        case .message: message(node).map { .message($0) }
        case .submission: submission(node).map { .submission($0) }
        case .document: reference(.document, node).map { .document(of: $0) }
        case .filing: filing(node)
        case .awaited: awaited(node).map { .awaited($0) }
        case .appointment: expression(node) { $0.who(&$1) }.map { .appointment(of: $0) }
        case .publication: reference(.document, node).map { .publication(of: $0) }
        }
    }

    /// A form's, letter's or template's name; where it is a document of the procedure, that is used.
    private mutating func paperName(_ node: YAMLNode?) -> String? {
        guard let node, let name = text(node) else { return nil }
        if names.number(.document, name) != nil { use(.document, name) }
        return name
    }

    private mutating func form(_ node: YAMLNode) -> FormPart? {
        guard node.entries != nil else {
            return paperName(node).map { FormPart(form: $0, signedBy: nil, asks: []) }
        }
        guard
            let map = MapReader(
                node,
                "a form",
                keys: ["form", "signed-by", "asks"],
                required: ["form"],
                &self
            ),
            let form = paperName(map["form"])
        else { return nil }
        return FormPart(
            form: form,
            signedBy: map.expression("signed-by", &self) { $0.who(&$1) },
            asks: map.texts("asks", &self)
        )
    }

    private mutating func request(_ node: YAMLNode) -> RequestPart? {
        guard
            let map = MapReader(
                node,
                "a request",
                keys: ["form", "of", "letter", "encloses", "suggests", "signed-by", "back"],
                required: ["form", "of", "back"],
                &self
            ),
            let form = paperName(map["form"]),
            let back = map["back"].flatMap({ returnRule($0) })
        else { return nil }
        return RequestPart(
            form: form,
            of: whos(map["of"]),
            letter: paperName(map["letter"]),
            encloses: enclosures(map["encloses"]),
            suggests: map.texts("suggests", &self),
            signedBy: map.expression("signed-by", &self) { $0.who(&$1) },
            back: back
        )
    }

    private mutating func returnRule(_ node: YAMLNode) -> ReturnRule? {
        guard node.entries != nil else {
            return due(node, force: .local, because: nil).map {
                ReturnRule(
                    due: $0,
                    to: [],
                    with: [],
                    clauses: [],
                    because: nil,
                    otherReadings: [],
                    checklist: []
                )
            }
        }
        guard
            let map = MapReader(
                node,
                "a return",
                keys: Self.dueKeys + ["to", "with", "clause", "checklist"],
                required: ["due"],
                &self
            )
        else { return nil }
        let because = map.text("because", &self)
        let force: Force = map.choice("force", &self) ?? .local
        guard let due = map["due"].flatMap({ due($0, force: force, because: because) }) else {
            return nil
        }
        return ReturnRule(
            due: due,
            to: recipients(map["to"]),
            with: whos(map["with"]),
            clauses: map.texts("clause", &self),
            because: because,
            otherReadings: otherReadings(map["other-readings"], ofClock: false),
            checklist: map.texts("checklist", &self)
        )
    }

    private mutating func check(_ node: YAMLNode) -> CheckPart? {
        guard node.entries != nil else {
            return reference(.document, node).map {
                CheckPart(of: $0, asks: [], outcomes: [], sentBack: nil)
            }
        }
        guard
            let map = MapReader(
                node,
                "a check",
                keys: ["of", "asks", "outcomes", "sent-back"],
                &self
            )
        else { return nil }
        return CheckPart(
            of: map["of"].flatMap { reference(.document, $0) },
            asks: map.texts("asks", &self),
            outcomes: map.texts("outcomes", &self),
            sentBack: map["sent-back"].flatMap { sentBack($0) }
        )
    }

    private mutating func sentBack(_ node: YAMLNode) -> CheckPart.SentBack? {
        guard let map = MapReader(node, "'sent-back'", keys: ["copy", "due"], &self) else {
            return nil
        }
        var day: Limit?
        if let node = map["due"], node.text != "unchanged" { day = limit(node) }
        return CheckPart.SentBack(copy: recipients(map["copy"]), due: day)
    }

    private mutating func signOff(_ node: YAMLNode, by: [Who]) -> SignOffPart? {
        let own = [SignOffPart.Stage(by: by, clauses: [])]
        guard node.entries != nil else {
            return reference(.document, node).map { SignOffPart(of: $0, stages: own, asks: []) }
        }
        guard
            let map = MapReader(
                node,
                "a sign-off",
                keys: ["of", "stages", "asks"],
                required: ["of"],
                &self
            ),
            let paper: Reference<PaperKind> = map["of"].flatMap({ reference(.document, $0) })
        else { return nil }
        let stages = map["stages"].map { items($0).compactMap { stage($0) } }
        return SignOffPart(of: paper, stages: stages ?? own, asks: map.texts("asks", &self))
    }

    private mutating func stage(_ node: YAMLNode) -> SignOffPart.Stage? {
        guard
            let map = MapReader(node, "a stage", keys: ["by", "clause"], required: ["by"], &self)
        else { return nil }
        return SignOffPart.Stage(by: whos(map["by"]), clauses: map.texts("clause", &self))
    }

    private mutating func meeting(_ node: YAMLNode) -> MeetingPart? {
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

    private mutating func decision(_ node: YAMLNode) -> DecisionPart? {
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

    private mutating func facts(_ node: YAMLNode?) -> [Fact] {
        guard let node else { return [] }
        return items(node).compactMap { item in text(item).flatMap { fact($0, item) } }
    }

    private mutating func fact(_ name: String, _ node: YAMLNode) -> Fact? {
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

    private mutating func message(_ node: YAMLNode) -> MessagePart? {
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

    private mutating func enclosures(_ node: YAMLNode?) -> [Enclosure] {
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

    private mutating func submission(_ node: YAMLNode) -> SubmissionPart? {
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

    private mutating func filing(_ node: YAMLNode) -> StepKind? {
        guard
            let map = MapReader(node, "a filing", keys: ["of", "in"], required: ["in"], &self),
            let folder: Reference<Folder> = map["in"].flatMap({ reference(.folder, $0) })
        else { return nil }
        return .filing(of: map["of"].flatMap { reference(.document, $0) }, in: folder)
    }

    private mutating func awaited(_ node: YAMLNode) -> AwaitedPart? {
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
