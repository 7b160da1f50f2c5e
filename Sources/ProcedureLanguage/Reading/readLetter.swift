package import Procedures

/// Reads one letter, or says everything that is wrong with it.
package func readLetter(
    _ text: String
) -> (letter: LetterDefinition?, diagnostics: [Diagnostic]) {
    var context = Context()
    guard
        let root = readFile(text, into: &context.diagnostics),
        let map = MapReader(
            root,
            "a letter",
            keys: ["letter", "title", "purpose", "legal-basis", "instruction", "paragraphs"],
            required: ["letter", "title", "purpose", "legal-basis", "paragraphs"],
            &context
        )
    else { return (nil, context.diagnostics.sorted) }
    let letter = LetterDefinition(
        id: context.identifier(map["letter"]),
        title: map.text("title", &context) ?? "",
        purpose: map.text("purpose", &context) ?? "",
        legalBasis: map.text("legal-basis", &context) ?? "",
        instruction: map.text("instruction", &context) ?? "",
        paragraphs: map.texts("paragraphs", &context)
    )
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for part in LetterDefinition.Part.allCases {
        guard let node = map[part == .letter ? "paragraphs" : part.rawValue] else { continue }
        context.checkFaults(of: part, in: node, of: lines)
        let count = letter[part].count
        if part == .letter, count > part.most {
            context.diagnostics.error(
                "'paragraphs' has \(count) characters; \(part.most) is the most",
                at: node
            )
        }
    }
    return (context.diagnostics.hasErrors ? nil : letter, context.diagnostics.sorted)
}

extension Context {
    /// A name that nothing fills in would stand in the letter as it was typed.
    fileprivate mutating func checkFaults(
        of part: LetterDefinition.Part,
        in node: YAMLNode,
        of lines: [Substring]
    ) {
        for item in items(node) {
            guard let text = item.text else { continue }
            var seen: [String: Int] = [:]
            for fault in LetterDefinition.faults(in: text, of: part) where fault.what != .empty {
                let before = seen[fault.mark, default: 0]
                seen[fault.mark] = before + 1
                diagnostics.error(
                    fault.message,
                    at: place(of: fault.mark, after: before, in: item, lines),
                    length: fault.mark.count
                )
            }
        }
    }

    /// Where a mark stands in the file, as often as it stands there before; where the text begins, if it is not found as it is written.
    private func place(
        of mark: String,
        after before: Int,
        in node: YAMLNode,
        _ lines: [Substring]
    ) -> Place {
        let last = node.isOnOneLine ? node.place.line : lines.count
        var left = before
        guard !mark.isEmpty, node.place.line <= last else { return node.place }
        for number in node.place.line...last {
            let line = Array(lines[number - 1])
            let start = number == node.place.line ? node.place.column - 1 : 0
            for column in line.indices.dropFirst(start)
            where line[column...].starts(with: mark) {
                if left == 0 { return Place(line: number, column: column + 1) }
                left -= 1
            }
        }
        return node.place
    }
}
