import Procedures

/// Reads one map of known keys: says which are unknown, which are missing, and hands the rest out.
struct MapReader {
    let node: YAMLNode
    private let values: [String: YAMLNode]
    private let keys: [String: YAMLNode]

    /// Nil where the node is no map at all.
    init?(
        _ node: YAMLNode,
        _ what: String,
        keys valid: [String],
        required: [String] = [],
        _ context: inout Context
    ) {
        guard let entries = node.entries else {
            context.diagnostics.error(
                "\(what) is a map of keys and values, not \(node.sort)",
                at: node
            )
            return nil
        }
        self.node = node
        var values: [String: YAMLNode] = [:]
        var keys: [String: YAMLNode] = [:]
        for entry in entries {
            guard valid.contains(entry.name) else {
                context.diagnostics.error(
                    unknownKey(entry.name, of: what, valid: valid),
                    at: entry.key
                )
                continue
            }
            values[entry.name] = entry.value
            keys[entry.name] = entry.key
        }
        for key in required where values[key] == nil {
            context.diagnostics.error("\(what) has no '\(key)'", at: node)
        }
        self.values = values
        self.keys = keys
    }

    subscript(key: String) -> YAMLNode? { values[key] }

    /// The key itself, for a diagnostic about a value's presence.
    func key(_ name: String) -> YAMLNode { keys[name] ?? node }

    func text(_ key: String, _ context: inout Context) -> String? {
        values[key].flatMap { context.text($0) }
    }

    func texts(_ key: String, _ context: inout Context) -> [String] {
        values[key].map { context.texts($0) } ?? []
    }

    /// One of a closed list.
    func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String,
        _ context: inout Context
    ) -> Value? where Value.RawValue == String {
        guard let node = values[key], let text = context.text(node) else { return nil }
        if let value = Value(rawValue: text) { return value }
        context.diagnostics.error(
            unknown(key, text, valid: Value.allCases.map(\.rawValue), plural: "valid ones"),
            at: node
        )
        return nil
    }

    func flag(_ key: String, _ context: inout Context) -> Bool {
        guard let node = values[key], let text = context.text(node) else { return false }
        guard text == "true" || text == "false" else {
            context.diagnostics.error("'\(key)' is 'true' or 'false', not '\(text)'", at: node)
            return false
        }
        return text == "true"
    }

    func expression<Value>(
        _ key: String,
        _ context: inout Context,
        _ read: (inout Expression, inout Context) -> Value?
    ) -> Value? {
        values[key].flatMap { context.expression($0, read) }
    }

    func expressions<Value>(
        _ key: String,
        _ context: inout Context,
        _ read: (inout Expression, inout Context) -> Value?
    ) -> [Value] {
        values[key].map { context.expressions($0, read) } ?? []
    }
}

private func unknownKey(_ name: String, of what: String, valid: [String]) -> String {
    if name.contains(" ") {
        return
            "unknown key '\(name)'; a comma ends a value inside { }, and rules are written without: 'X else Y'"
    }
    let near = nearest(to: name, in: valid).map { " did you mean '\($0)'?" } ?? ""
    return "unknown key '\(name)' of \(what);\(near) the keys are \(valid.joined(separator: ", "))"
}

extension Context {
    /// A list, where `x` and `[x]` are the same.
    func items(_ node: YAMLNode) -> [YAMLNode] {
        node.items ?? [node]
    }

    mutating func texts(_ node: YAMLNode) -> [String] {
        items(node).compactMap { text($0) }
    }

    /// One whole expression; words left over are reported.
    mutating func expression<Value>(
        _ node: YAMLNode,
        _ read: (inout Expression, inout Context) -> Value?
    ) -> Value? {
        guard var expression = Expression(node, &self), let value = read(&expression, &self),
            expression.finished(&self)
        else { return nil }
        return value
    }

    mutating func expressions<Value>(
        _ node: YAMLNode,
        _ read: (inout Expression, inout Context) -> Value?
    ) -> [Value] {
        items(node).compactMap { expression($0, read) }
    }
}
