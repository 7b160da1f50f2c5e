/// The text of a section as people write it.
///
/// Every line is a paragraph; lines that begin with a hyphen are a list; `**` makes bold; `[3]` says that what stands
/// before it is taken from the third source. Nothing else means anything: all other signs are text.
package struct ReportText: Hashable, Sendable {
    package enum Block: Hashable, Sendable {
        case paragraph([Run])
        case list([[Run]])
    }

    package enum Run: Hashable, Sendable {
        case text(String)
        case bold(String)
        /// The number of a source.
        case source(Int)
    }

    /// Where a source is named; lines and columns count from 1.
    package struct Marker: Hashable, Sendable {
        package let number: Int
        package let line: Int
        package let column: Int
    }

    package let blocks: [Block]
    /// In the order of the text.
    package let markers: [Marker]

    /// The most digits of a marker: a year in brackets is text.
    static let mostDigits = 3

    package init(_ text: String) {
        var blocks: [Block] = []
        var markers: [Marker] = []
        var items: [[Run]] = []
        func endList() {
            if !items.isEmpty { blocks.append(.list(items)) }
            items = []
        }
        for (number, line) in text.split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        .enumerated() {
            let indent = line.prefix(while: \.isWhitespace).count
            var rest = line.dropFirst(indent)
            while rest.last?.isWhitespace == true { rest.removeLast() }
            if rest.isEmpty {
                endList()
                continue
            }
            let bullet = rest.bullet
            let runs = runs(of: rest.dropFirst(bullet)) { source, column in
                markers.append(
                    Marker(number: source, line: number + 1, column: indent + bullet + column)
                )
            }
            if bullet > 0 {
                items.append(runs)
            } else {
                endList()
                blocks.append(.paragraph(runs))
            }
        }
        endList()
        self.blocks = blocks
        self.markers = markers
    }

    /// The sources that the text names, each once, in the order in which they first stand in it.
    package var sources: [Int] {
        var seen: Set<Int> = []
        return markers.map(\.number).filter { seen.insert($0).inserted }
    }

    /// The markers that name no source of the report.
    package func unknownMarkers(_ known: Set<Int>) -> [Marker] {
        markers.filter { !known.contains($0.number) }
    }
}

extension Substring {
    /// How many characters make it an item of a list; 0 where it is none.
    fileprivate var bullet: Int {
        guard let first, first == "-" || first == "•" || first == "–",
            dropFirst().first?.isWhitespace == true
        else { return 0 }
        return 1 + dropFirst().prefix(while: \.isWhitespace).count
    }
}

/// Takes a line apart, and tells where each marker stands, in characters from 1.
private func runs(
    of line: Substring,
    _ found: (_ source: Int, _ column: Int) -> Void
) -> [ReportText.Run] {
    var runs: [ReportText.Run] = []
    var plain = ""
    var isBold = false
    func end() {
        if !plain.isEmpty { runs.append(isBold ? .bold(plain) : .text(plain)) }
        plain = ""
    }
    var rest = line
    var column = 1
    while let first = rest.first {
        if let (number, length) = marker(at: rest) {
            end()
            runs.append(.source(number))
            found(number, column)
            rest.removeFirst(length)
            column += length
        } else if rest.hasPrefix("**"), isBold || rest.dropFirst(2).closesBold {
            end()
            isBold.toggle()
            rest.removeFirst(2)
            column += 2
        } else {
            plain.append(first)
            rest.removeFirst()
            column += 1
        }
    }
    end()
    return runs
}

extension Substring {
    /// Whether two stars follow, with something before them.
    fileprivate var closesBold: Bool {
        var rest = self
        var count = 0
        while !rest.isEmpty {
            if rest.hasPrefix("**") { return count > 0 }
            rest.removeFirst()
            count += 1
        }
        return false
    }
}

/// The number of a source and how many characters its marker has.
private func marker(at text: Substring) -> (number: Int, length: Int)? {
    guard text.first == "[" else { return nil }
    let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard (1...ReportText.mostDigits).contains(digits.count),
        text.dropFirst(1 + digits.count).first == "]", let number = Int(digits)
    else { return nil }
    return (number, digits.count + 2)
}

extension ReportText.Run {
    package var words: String {
        switch self {
        case .text(let text), .bold(let text): text
        case .source(let number): "[\(number)]"
        }
    }
}

/// The text without markers and without signs of lists and bold, to be looked at for what it says.
package func plainWords(of text: String) -> String {
    func words(_ runs: [ReportText.Run]) -> String {
        runs.map { if case .source = $0 { "" } else { $0.words } }.joined()
    }
    return ReportText(text).blocks.map { block in
        switch block {
        case .paragraph(let runs): words(runs)
        case .list(let items): items.map { words($0) }.joined(separator: "\n")
        }
    }.joined(separator: "\n")
}
