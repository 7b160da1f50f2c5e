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
    mutating func paperName(_ node: YAMLNode?) -> String? {
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
}
