/// The words of a text as numbers, for comparing many texts with each other.
///
/// Two words that differ have the same number once in 2⁶⁴; nothing hangs on it but what is shown
/// side by side.
struct TextWords {
    /// Each word that says something once, in order.
    private(set) var words: [UInt64] = []
    private(set) var stance = Stance()
    /// Of a longer text what comes first is compared: a page of it says whether it tells the same.
    private static let most = 600
    /// A bit for each word, to tell quickly that two texts share none.
    private(set) var signature = SIMD4<UInt64>()

    init(_ text: String, alsoStancesOf other: String = "") {
        scan(text, keeps: true)
        scan(other, keeps: false)
        words.sort()
        var last: UInt64?
        words.removeAll { word in
            defer { last = word }
            return word == last
        }
        for word in words { signature[Int(word >> 62)] |= 1 << (word >> 56 & 63) }
    }

    private mutating func scan(_ text: String, keeps: Bool) {
        var copy = text
        copy.withUTF8 { bytes in
            var scan = WordScan()
            for byte in bytes {
                if let word = scan.take(byte) { note(word, &scan, keeps: keeps) }
            }
            if let word = scan.end() { note(word, &scan, keeps: keeps) }
        }
    }

    private mutating func keep(_ word: UInt64) {
        if words.count < Self.most { words.append(word) }
    }

    private mutating func note(_ word: UInt64, _ scan: inout WordScan, keeps: Bool) {
        switch Lexicon.roles[word] {
        case .negation?: scan.wordsLeftOfNegation = 4
        case .statement(let statement, let isOpposite)?:
            stance.add(statement, isOpposite: isOpposite != (scan.wordsLeftOfNegation > 0))
            if keeps { keep(Lexicon.number(of: statement)) }
        case .nothing?: break
        case nil: if keeps { keep(word) }
        }
        scan.wordsLeftOfNegation = max(0, scan.wordsLeftOfNegation - 1)
        if scan.hasEnded { scan.wordsLeftOfNegation = 0 }
    }
}

/// Goes through the bytes of a text and gives each word as a number (FNV-1a, small letters, no
/// apostrophes, no plural s).
private struct WordScan {
    /// How many words a "not" still reaches.
    var wordsLeftOfNegation = 0
    /// The word that was given last ended a sentence or a clause.
    private(set) var hasEnded = false

    private var hash = WordScan.start
    private var before = WordScan.start
    private var length = 0
    private var last: UInt8 = 0
    /// How much of the three bytes of a curved mark or a dash has come.
    private var marks = 0
    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func take(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x41...0x5A: add(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39: add(byte)
        // Apostrophes, straight and curved, stand inside words and do not count.
        case 0x27: break
        case 0xE2: marks = 1
        case 0x80 where marks == 1: marks = 2
        case 0x98 where marks == 2, 0x99 where marks == 2: marks = 0
        case 0x80... where marks == 2:
            marks = 0
            return end()
        case 0x80...: add(byte)
        default:
            hasEnded = [0x2E, 0x3B, 0x2C, 0x0A, 0x21, 0x3F].contains(byte)
            return end()
        }
        return nil
    }

    mutating func end() -> UInt64? {
        defer { (hash, before, length, last) = (Self.start, Self.start, 0, 0) }
        guard length > 0 else { return nil }
        // The last letter is left out of longer words that end in s: visit and visits are one.
        return last == 0x73 && length > 3 ? before : hash
    }

    private mutating func add(_ byte: UInt8) {
        before = hash
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        length += 1
        last = byte
    }

    static func number(of word: String) -> UInt64 {
        var scan = WordScan()
        for byte in word.utf8 { _ = scan.take(byte) }
        return scan.end() ?? 0
    }
}

/// What words mean for comparing.
private enum Lexicon {
    enum Role {
        case negation, nothing
        case statement(Statement, isOpposite: Bool)
    }

    static let roles: [UInt64: Role] = {
        var roles: [UInt64: Role] = [:]
        for word in emptyWords { roles[WordScan.number(of: word)] = .nothing }
        for word in negations { roles[WordScan.number(of: word)] = .negation }
        for statement in Statement.allCases {
            for word in statement.words {
                roles[WordScan.number(of: word)] = .statement(statement, isOpposite: false)
            }
            for word in statement.opposites {
                roles[WordScan.number(of: word)] = .statement(statement, isOpposite: true)
            }
        }
        return roles
    }()

    /// All words of a statement count as one.
    static func number(of statement: Statement) -> UInt64 {
        numbers[statement.rawValue]
    }

    private static let numbers = Statement.allCases.map { WordScan.number(of: $0.words[0]) }

    private static let negations = [
        "not", "no", "never", "nor", "without", "failed", "unable", "nil", "none", "neither",
        "didn't", "wasn't", "weren't", "hasn't", "hadn't", "couldn't", "wouldn't", "isn't",
        "cannot", "can't", "doesn't", "don't",
    ]

    private static let emptyWords = [
        "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "from",
        "was", "were", "is", "are", "be", "been", "had", "has", "have", "did", "do", "that",
        "this", "it", "as", "he", "she", "they", "his", "her", "their", "him", "them", "who",
        "which", "will", "would", "but", "also", "after", "before", "there", "then", "so", "up",
        "out", "due", "following", "about", "into", "than", "when",
    ]
}
