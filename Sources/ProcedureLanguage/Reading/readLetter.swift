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
    if let node = map["paragraphs"] { context.checkPlaces(of: node) }
    return (context.diagnostics.hasErrors ? nil : letter, context.diagnostics.sorted)
}

extension Context {
    /// A place that nothing fills would stand in the letter as it was typed.
    fileprivate mutating func checkPlaces(of node: YAMLNode) {
        for paragraph in items(node) {
            guard let text = text(paragraph) else { continue }
            for name in LetterDefinition.places(in: text)
            where LetterDefinition.Place(rawValue: name) == nil {
                diagnostics.error(
                    unknown(
                        "place",
                        name,
                        valid: LetterDefinition.Place.allCases.map(\.rawValue),
                        plural: "places"
                    ),
                    at: paragraph
                )
            }
        }
    }
}
