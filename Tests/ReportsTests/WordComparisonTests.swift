import Testing

@testable import Reports

@Suite("Two versions compared word by word")
struct WordComparisonTests {
    private static func shown(_ old: String, _ new: String) -> String {
        WordComparison(from: old, to: new).pieces.map { piece in
            switch piece.kind {
            case .same: piece.text
            case .deleted: "[-\(piece.text)-]"
            case .inserted: "{+\(piece.text)+}"
            }
        }.joined()
    }

    static let pairs: [(old: String, new: String, shown: String)] = [
        ("", "", ""),
        ("the same", "the same", "the same"),
        ("", "new words", "{+new words+}"),
        ("old words", "", "[-old words-]"),
        ("seen once there", "seen twice there", "seen [-once-]{+twice+} there"),
        ("a b c d", "a x y d", "a [-b c-]{+x y+} d"),
        ("It ended.", "It ended!", "It ended[-.-]{+!+}"),
        ("one\ntwo", "one\nand two", "one\n{+and +}two"),
        ("Ayla’s mother", "Child A’s mother", "[-Ayla’s-]{+Child A’s+} mother"),
    ]

    @Test(arguments: pairs)
    func `what changed is shown where it changed`(_ old: String, _ new: String, _ expected: String)
    {
        #expect(Self.shown(old, new) == expected)
    }

    @Test func `both texts can be put together again from the pieces`() {
        var random = Seeded(state: 7)
        let words = ["a", "b", "c", "dd", "e.", "\n", " "]
        for _ in 0..<500 {
            func text() -> String {
                (0..<Int.random(in: 0...14, using: &random))
                    .compactMap { _ in words.randomElement(using: &random) }
                    .joined(separator: Bool.random(using: &random) ? " " : "")
            }
            let (old, new) = (text(), text())
            let pieces = WordComparison(from: old, to: new).pieces
            #expect(pieces.filter { $0.kind != .inserted }.map(\.text).joined() == old)
            #expect(pieces.filter { $0.kind != .deleted }.map(\.text).joined() == new)
        }
    }

    @Test func `texts that have nothing in common are shown as one change`() {
        let old = (0..<2_000).map { "a\($0)" }.joined(separator: " ")
        let new = (0..<2_000).map { "b\($0)" }.joined(separator: " ")
        let comparison = WordComparison(from: old, to: new)
        #expect(comparison.pieces.map(\.kind) == [.deleted, .inserted])
        #expect(comparison.counts == (2_000, 2_000))
        #expect(!comparison.isSame)
    }

    @Test func `how many words changed is counted`() {
        let comparison = WordComparison(from: "seen once there", to: "seen two times there today")
        #expect(comparison.counts == (3, 1))
        #expect(WordComparison(from: "x", to: "x").isSame)
    }
}

/// The same numbers at every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
