import Pages
import Procedures
import Testing

@Suite("A report's own heads in their places")
struct OwnHeadTests {
    private static let expected = ["facts", "learning", "decision"].map { id in
        ExpectedHead(head: Head(id: id, says: id, clauses: [], condition: nil))
    }

    private static func own(_ id: String, after: String?, isRemoved: Bool = false) -> OwnHead {
        OwnHead(id: id, says: "The \(id)", after: after, isRemoved: isRemoved)
    }

    @Test(arguments: [
        ([], ["facts", "learning", "decision"]),
        ([own("own-1", after: nil)], ["own-1", "facts", "learning", "decision"]),
        (
            [own("own-1", after: "facts"), own("own-2", after: "facts")],
            ["facts", "own-1", "own-2", "learning", "decision"]
        ),
        // One follows another that was added later.
        (
            [own("own-1", after: "own-2"), own("own-2", after: "decision")],
            ["facts", "learning", "decision", "own-2", "own-1"]
        ),
        // Its place is gone, or it waits for one that waits for it: it stands at the end.
        ([own("own-1", after: "scoping")], ["facts", "learning", "decision", "own-1"]),
        (
            [own("own-1", after: "own-2"), own("own-2", after: "own-1")],
            ["facts", "learning", "decision", "own-1", "own-2"]
        ),
        (
            [own("own-1", after: "facts", isRemoved: true), own("own-2", after: "own-1")],
            ["facts", "learning", "decision", "own-2"]
        ),
    ])
    func `each stands after the head that it names`(own: [OwnHead], ids: [String]) {
        let heads = Self.expected.with(own)
        #expect(heads.map(\.head.id) == ids)
        #expect(heads.filter(\.isOwn).map(\.head.id) == ids.filter { $0.hasPrefix("own-") })
    }
}
