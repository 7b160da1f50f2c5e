package import Procedures

/// A head that whoever writes a report adds to those that are expected.
package struct OwnHead: Hashable, Sendable, Codable {
    /// The same as long as the report is written, whatever the head is called.
    package let id: String
    package var says: String
    /// The head that it follows, by id; nil for the beginning.
    package var after: String?
    /// Whether it was taken out.
    ///
    /// What somebody writes under it all the same brings it back, so that nothing is lost.
    package var isRemoved: Bool

    package init(id: String, says: String, after: String?, isRemoved: Bool = false) {
        self.id = id
        self.says = says
        self.after = after
        self.isRemoved = isRemoved
    }

    /// The most that a report takes, and the most characters in the name of one.
    package static let most = 20
    package static let mostCharacters = 200
}

extension [ExpectedHead] {
    /// With a report's own heads in their places, each after the head that it names.
    ///
    /// Those that follow the same head keep the order in which they were added; one whose place is gone stands at the end.
    package func with(_ own: [OwnHead]) -> [ExpectedHead] {
        var heads = self
        var waiting = own.filter { !$0.isRemoved }
        while !waiting.isEmpty {
            let ready = waiting.filter { next in
                next.after.map { id in heads.contains { $0.head.id == id } } ?? true
            }
            guard !ready.isEmpty else { break }
            // The last is placed first, for each stands directly behind the head that it names.
            for next in ready.reversed() {
                let place = next.after.flatMap { id in heads.firstIndex { $0.head.id == id } }
                heads.insert(next.expected, at: place.map { $0 + 1 } ?? 0)
            }
            waiting.removeAll { ready.contains($0) }
        }
        return heads + waiting.map(\.expected)
    }
}

extension OwnHead {
    fileprivate var expected: ExpectedHead {
        ExpectedHead(head: Head(id: id, says: says, clauses: [], condition: nil), isOwn: true)
    }
}
