import CYaml

/// What a text may be at most: far more than any guide needs, far less than would trouble the machine.
enum YAMLBounds {
    /// Bytes.
    static let size = 1_048_576
    static let depth = 32
    static let nodes = 100_000
}

/// Reads one YAML document into nodes that know their places.
///
/// Works on libyaml's events with a stack of its own, so neither deep nesting nor aliases can cost more
/// than the bounds above; anchors, aliases, tags and second documents are refused where they stand.
func readYAML(_ text: String, into diagnostics: inout Diagnostics) -> YAMLNode? {
    var text = text
    return text.withUTF8 { bytes -> YAMLNode? in
        guard bytes.count <= YAMLBounds.size else {
            diagnostics.error(
                "the file has \(bytes.count) bytes; the most that is read is \(YAMLBounds.size)",
                at: Place(line: 1, column: 1)
            )
            return nil
        }
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            diagnostics.error("there is no memory to read the file", at: Place(line: 1, column: 1))
            return nil
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        var builder = YAMLBuilder()
        while !builder.isFinished {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                diagnostics.error(problem(of: parser), at: Place(parser.problem_mark))
                return nil
            }
            defer { yaml_event_delete(&event) }
            guard builder.take(event, &diagnostics) else { return nil }
        }
        return builder.root
    }
}

private func problem(of parser: yaml_parser_t) -> String {
    let what = parser.problem.map { String(cString: $0) } ?? "not readable"
    guard let context = parser.context.map({ String(cString: $0) }) else {
        return "this is not YAML: \(what)"
    }
    return
        "this is not YAML: \(what) (\(context) that begins on line \(parser.context_mark.line + 1))"
}

extension Place {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

/// Puts nodes together from events.
private struct YAMLBuilder {
    private struct Open {
        let place: Place
        let length: Int
        let isMapping: Bool
        var items: [YAMLNode] = []
        var entries: [YAMLNode.Entry] = []
        var names: [String: Int] = [:]
        var key: YAMLNode?
    }

    private var stack: [Open] = []
    private var documents = 0
    private var nodes = 0
    private(set) var root: YAMLNode?
    private(set) var isFinished = false

    /// False where reading cannot go on.
    mutating func take(_ event: yaml_event_t, _ diagnostics: inout Diagnostics) -> Bool {
        let place = Place(event.start_mark)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            guard documents == 1 else {
                diagnostics.error("a second document begins here; a file holds one", at: place)
                return false
            }
        case YAML_STREAM_END_EVENT:
            isFinished = true
        case YAML_ALIAS_EVENT:
            diagnostics.error("aliases (*name) are not read; write the value out", at: place)
            return false
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            refuseMarks(scalar.anchor, scalar.tag, at: place, &diagnostics)
            return put(scalarNode(event), &diagnostics)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            refuseMarks(start.anchor, start.tag, at: place, &diagnostics)
            return open(event, isMapping: false, &diagnostics)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            refuseMarks(start.anchor, start.tag, at: place, &diagnostics)
            return open(event, isMapping: true, &diagnostics)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return close(event, &diagnostics)
        default:
            break
        }
        return true
    }

    private func refuseMarks(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?,
        _ tag: UnsafeMutablePointer<yaml_char_t>?,
        at place: Place,
        _ diagnostics: inout Diagnostics
    ) {
        if anchor != nil {
            diagnostics.error("anchors (&name) are not read; write the value out", at: place)
        }
        if tag != nil {
            diagnostics.error(
                "tags (!name) are not read; every value is taken as written",
                at: place
            )
        }
    }

    private func scalarNode(_ event: yaml_event_t) -> YAMLNode {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let oneLine = event.start_mark.line == event.end_mark.line
        return YAMLNode(
            content: .scalar(String(decoding: bytes, as: UTF8.self)),
            place: Place(event.start_mark),
            length: oneLine ? Int(event.end_mark.column) - Int(event.start_mark.column) : 1,
            isOnOneLine: oneLine,
            isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE
        )
    }

    private mutating func open(
        _ event: yaml_event_t,
        isMapping: Bool,
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard stack.count < YAMLBounds.depth else {
            diagnostics.error(
                "values are nested more than \(YAMLBounds.depth) deep",
                at: Place(event.start_mark)
            )
            return false
        }
        stack.append(Open(place: Place(event.start_mark), length: 1, isMapping: isMapping))
        return true
    }

    private mutating func close(_ event: yaml_event_t, _ diagnostics: inout Diagnostics) -> Bool {
        guard let top = stack.popLast() else { return false }
        return put(
            YAMLNode(
                content: top.isMapping ? .mapping(top.entries) : .sequence(top.items),
                place: top.place,
                length: top.length,
                isOnOneLine: Place(event.start_mark).line == top.place.line,
                isQuoted: false
            ),
            &diagnostics
        )
    }

    private mutating func put(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Bool {
        nodes += 1
        guard nodes <= YAMLBounds.nodes else {
            diagnostics.error("the file holds more than \(YAMLBounds.nodes) values", at: node)
            return false
        }
        guard !stack.isEmpty else {
            root = node
            return true
        }
        let top = stack.count - 1
        guard stack[top].isMapping else {
            stack[top].items.append(node)
            return true
        }
        guard let key = stack[top].key else {
            guard node.text != nil else {
                diagnostics.error("a key must be a text, not \(node.sort)", at: node)
                return false
            }
            stack[top].key = node
            return true
        }
        stack[top].key = nil
        let name = key.text ?? ""
        if let line = stack[top].names[name] {
            diagnostics.error("the key '\(name)' stands here already, on line \(line)", at: key)
        } else {
            stack[top].names[name] = key.place.line
            stack[top].entries.append(YAMLNode.Entry(key: key, value: node))
        }
        return true
    }
}

/// The whole of a file; nil where it is empty or no YAML, which the diagnostics then say.
func readFile(_ text: String, into diagnostics: inout Diagnostics) -> YAMLNode? {
    let root = readYAML(text, into: &diagnostics)
    if root == nil, !diagnostics.hasErrors {
        diagnostics.error("the file is empty", at: Place(line: 1, column: 1))
    }
    return root
}
