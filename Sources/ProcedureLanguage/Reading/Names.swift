import Procedures

/// The kinds of thing that a procedure declares by name.
enum Declared: String, CaseIterable, Hashable {
    case role, group, body, clock, question, criteria, folder, document, step

    /// As the file heads them.
    var plural: String {
        switch self {
        case .body: "bodies"
        case .criteria: "criteria"
        default: rawValue + "s"
        }
    }
}

/// Every name that a procedure declares, gathered before anything that uses them is read.
struct Names {
    struct StepName {
        let number: Int
        let hasBack: Bool
        let isMeeting: Bool
        let outcomes: [String]
    }

    private var places: [Declared: [String: (number: Int, node: YAMLNode)]] = [:]
    private(set) var steps: [String: StepName] = [:]
    private(set) var stepOrder: [String] = []

    mutating func declare(_ kind: Declared, _ node: YAMLNode) {
        let name = node.text ?? ""
        let number = places[kind]?.count ?? 0
        places[kind, default: [:]][name] = (number, node)
    }

    mutating func declareStep(_ name: String, _ step: StepName) {
        steps[name] = step
        stepOrder.append(name)
    }

    func number(_ kind: Declared, _ name: String) -> Int? {
        places[kind]?[name]?.number
    }

    func all(_ kind: Declared) -> [String] {
        (places[kind] ?? [:]).sorted { $0.value.number < $1.value.number }.map(\.key)
    }

    func nodes(_ kind: Declared) -> [(name: String, node: YAMLNode)] {
        (places[kind] ?? [:]).sorted { $0.value.number < $1.value.number }
            .map { ($0.key, $0.value.node) }
    }
}

/// What reading carries along: the names, what was found, what was used.
struct Context {
    var names = Names()
    var diagnostics = Diagnostics()
    private(set) var used: [Declared: Set<String>] = [:]
    /// Moments that exist only inside the step now being read.
    var scoped: Set<Moment> = []
    /// Every moment that a rule counts from, with the first place it stands.
    var momentsUsed: [Moment: Place] = [:]

    /// The thing of that name, noted as used; a diagnostic names the valid ones where there is none.
    mutating func find(_ kind: Declared, _ node: YAMLNode) -> Int? {
        guard let name = text(node) else { return nil }
        return find(kind, name, at: node.place, length: node.length)
    }

    mutating func find(_ kind: Declared, _ name: String, at place: Place, length: Int) -> Int? {
        let number = kind == .step ? names.steps[name]?.number : names.number(kind, name)
        guard let number else {
            let valid = kind == .step ? names.stepOrder : names.all(kind)
            diagnostics.error(
                unknown(kind.rawValue, name, valid: valid, plural: kind.plural),
                at: place,
                length: length
            )
            return nil
        }
        used[kind, default: []].insert(name)
        return number
    }

    mutating func use(_ kind: Declared, _ name: String) {
        used[kind, default: []].insert(name)
    }

    func isUsed(_ kind: Declared, _ name: String) -> Bool {
        used[kind]?.contains(name) ?? false
    }

    /// The node's text, or a diagnostic.
    mutating func text(_ node: YAMLNode) -> String? {
        guard let text = node.text else {
            diagnostics.error("a text is wanted here, not \(node.sort)", at: node)
            return nil
        }
        guard !text.isEmpty else {
            diagnostics.error("a text is wanted here, and nothing is written", at: node)
            return nil
        }
        return text
    }
}

/// `unknown clock 'rapid-reviw'; did you mean 'rapid-review'? The clocks are ...`.
func unknown(_ kind: String, _ name: String, valid: [String], plural: String) -> String {
    let near = nearest(to: name, in: valid).map { " did you mean '\($0)'?" } ?? ""
    let list =
        valid.isEmpty ? "there are none" : "the \(plural) are \(valid.joined(separator: ", "))"
    return "unknown \(kind) '\(name)';\(near.isEmpty ? " \(list)" : "\(near) \(list)")"
}
