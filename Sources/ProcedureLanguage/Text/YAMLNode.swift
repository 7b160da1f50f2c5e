/// A piece of a YAML text with its place; every scalar is kept as it is written.
struct YAMLNode {
    enum Content {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    struct Entry {
        let key: YAMLNode
        var value: YAMLNode

        var name: String { key.text ?? "" }
    }

    var content: Content
    let place: Place
    /// Characters the node takes on its first line.
    let length: Int
    /// The node begins and ends on one line.
    let isOnOneLine: Bool
    /// Written in quotes, so its columns are one further right.
    let isQuoted: Bool

    var text: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    subscript(key: String) -> YAMLNode? {
        entries?.first { $0.name == key }?.value
    }

    /// What the node is, for messages.
    var sort: String {
        switch content {
        case .scalar: "a text"
        case .sequence: "a list"
        case .mapping: "a map of keys and values"
        }
    }
}
