import Procedures

extension Context {
    /// `filing`: how files are named, and the folder of each thing.
    mutating func filing(_ node: YAMLNode?) -> Filing? {
        guard let node,
            let map = MapReader(
                node,
                "filing",
                keys: ["file", "keeps", "clause", "because"],
                required: ["file"],
                &self
            )
        else { return nil }
        if map["clause"] == nil, map["because"] == nil {
            diagnostics.error(
                "filing has the 'clause' that asks for it, or says 'because'",
                at: node
            )
        }
        let file = map["file"].flatMap { pattern($0) }
        if let file, let node = map["file"], !file.pieces.contains(.title) {
            diagnostics.error("the name of every file holds '<title>'", at: node)
        }
        let places = named(map["keeps"], "keeps") { $2.filed($0, $1) }
        let clauses = map.texts("clause", &self)
        let because = map.text("because", &self)
        return file.map { Filing(file: $0, places: places, clauses: clauses, because: because) }
    }

    private mutating func filed(_ id: String, _ node: YAMLNode) -> Filing.Place? {
        guard let thing = Filing.Thing(rawValue: id) else {
            diagnostics.error(
                unknown(
                    "thing to keep",
                    id,
                    valid: Filing.Thing.allCases.map(\.rawValue),
                    plural: "things to keep"
                ),
                at: node
            )
            return nil
        }
        guard
            let map = MapReader(
                node,
                "a thing to keep",
                keys: ["in", "file", "clause"],
                required: ["in"],
                &self
            ),
            let folder: Reference<Folder> = map["in"].flatMap({ reference(.folder, $0) })
        else { return nil }
        return Filing.Place(
            thing: thing,
            folder: folder,
            file: map["file"].flatMap { pattern($0) },
            clauses: map.texts("clause", &self)
        )
    }

    /// Text with the parts of `NamePattern` in it, as `<reference>` or `<notified YYYY-MM-DD>`.
    mutating func pattern(_ node: YAMLNode) -> NamePattern? {
        guard let text = text(node) else { return nil }
        var pieces: [NamePattern.Piece] = []
        var plain = ""
        var hole: String?
        for character in text {
            switch (character, hole) {
            case ("<", nil):
                if !plain.isEmpty { pieces.append(.text(plain)) }
                plain = ""
                hole = ""
            case (">", let inner?):
                guard let piece = piece(inner, node) else { return nil }
                pieces.append(piece)
                hole = nil
            case (_, nil):
                guard !NamePattern.unfit.contains(character) else {
                    diagnostics.error("'\(character)' cannot stand in the name of a file", at: node)
                    return nil
                }
                plain.append(character)
            case (_, let inner?): hole = inner + String(character)
            }
        }
        if let hole {
            diagnostics.error("'<\(hole)' is not closed", at: node)
            return nil
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return NamePattern(pieces: pieces, text: text)
    }

    private mutating func piece(_ hole: String, _ node: YAMLNode) -> NamePattern.Piece? {
        switch hole {
        case "title": return .title
        case "reference": return .reference
        case "initials": return .initials
        case "agency": return .agency
        case "version": return .version
        default: break
        }
        let words = hole.split(separator: " ", maxSplits: 1)
        let format = words.count == 2 ? NamePattern.DayFormat(rawValue: String(words[1])) : nil
        if let format, words[0] == "day" { return .day(format) }
        guard let format, let moment = Moment(id: words[0]), !moment.isScoped else {
            diagnostics.error(
                "unknown '<\(hole)>'; valid ones are <title>, <reference>, <initials>, <agency>, <version>, "
                    + "or 'day' or a moment with DDMMYY, YYYY-MM-DD or D MMMM YYYY",
                at: node
            )
            return nil
        }
        momentsUsed[moment] = momentsUsed[moment] ?? node.place
        return .moment(moment, format)
    }
}
