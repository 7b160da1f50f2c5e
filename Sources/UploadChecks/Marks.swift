/// Words that stand in the clear in the directory of an office file, looked for as the bytes go by.
///
/// A ZIP names its parts uncompressed, and an OLE file its streams in UTF-16, wherever in the file the directory lies.
struct Marks: Sendable {
    enum Mark: CaseIterable, Hashable, Sendable {
        case contentTypes, word, excel, powerPoint
        case macros, oldMacros, openMacros
        case oldWord, oldExcel, olderExcel, mail, locked

        fileprivate var bytes: [UInt8] {
            switch self {
            case .contentTypes: Array("[content_types].xml".utf8)
            case .word: Array("word/document".utf8)
            case .excel: Array("xl/workbook".utf8)
            case .powerPoint: Array("ppt/presentation".utf8)
            case .macros: Array("vbaproject".utf8)
            case .openMacros: Array("basic/script-lc.xml".utf8)
            case .oldMacros: Self.wide("_vba_project")
            case .oldWord: Self.wide("worddocument")
            case .oldExcel: Self.wide("workbook")
            case .olderExcel: Self.wide("book\0")
            case .mail: Self.wide("__substg1.0_")
            case .locked: Self.wide("encryptedpackage")
            }
        }

        private static func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
    }

    private(set) var found: Set<Mark> = []
    /// The end of what went by, in which a word may have begun.
    private var tail: [UInt8] = []

    private static let patterns = Mark.allCases.map { (mark: $0, bytes: $0.bytes) }
    private static let longest = patterns.map(\.bytes.count).max() ?? 1
    /// The patterns that begin with each byte.
    private static let beginning: [[Int]] = (0..<256).map { byte in
        patterns.indices.filter { patterns[$0].bytes.first == UInt8(byte) }
    }

    mutating func take(_ bytes: [UInt8]) {
        let text = tail + bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        for place in text.indices {
            for number in Self.beginning[Int(text[place])] {
                let (mark, pattern) = Self.patterns[number]
                if text[place...].starts(with: pattern) { found.insert(mark) }
            }
        }
        tail = Array(text.suffix(Self.longest - 1))
    }
}
