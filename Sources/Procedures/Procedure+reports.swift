package import WorkingDays

/// A head of a document, and who expects it there.
package struct ExpectedHead: Hashable, Sendable {
    package let head: Head
    /// The guidance edition that adds it; nil for the procedure's own.
    package let guidance: String?
    /// The first day on which it is expected.
    package let from: Day?
    /// Whether whoever writes the report added it: nobody expects it.
    package let isOwn: Bool

    package init(head: Head, guidance: String? = nil, from: Day? = nil, isOwn: Bool = false) {
        self.head = head
        self.guidance = guidance
        self.from = from
        self.isOwn = isOwn
    }
}

extension Procedure {
    /// The heads of a document: the procedure's own, then those that its guidance editions add, each once.
    ///
    /// A list only grows: a head is expected from its own day on, else from the day its edition came into force.
    package func heads(ofPaper id: String) -> [ExpectedHead] {
        guard let paper = papers.first(where: { $0.id == id }) else { return [] }
        let expected =
            (paper.expects ?? paper.template).map { name in
                guidance.flatMap { edition in
                    edition.papers.filter { $0.id == name }.flatMap(\.contents).map {
                        ExpectedHead(
                            head: $0,
                            guidance: edition.title,
                            from: $0.from ?? edition.inForceFrom
                        )
                    }
                }
            } ?? []
        var heads = paper.contents.map { own in
            ExpectedHead(
                head: own.completed(by: expected.first { $0.head.id == own.id }?.head),
                from: own.from
            )
        }
        for other in expected where !heads.contains(where: { $0.head.id == other.head.id }) {
            heads.append(other)
        }
        return heads
    }

    /// Whether a document is written here under heads, as a report is: it has some, is no form, and a step writes,
    /// signs, files or sends it.
    package func isReport(_ id: String) -> Bool {
        guard let paper = papers.first(where: { $0.id == id }), paper.form == nil,
            paper.sheets.isEmpty, !heads(ofPaper: id).isEmpty
        else { return false }
        return steps.contains { !$0.isNationalLimit && papers(of: $0).contains(id) }
    }

    /// The documents that are written under heads, in the order of the steps.
    package var reports: [String] {
        var found: [String] = []
        for step in steps where !step.isNationalLimit {
            for paper in papers(of: step) where !found.contains(paper) && isReport(paper) {
                found.append(paper)
            }
        }
        return found
    }
}

extension Head {
    /// With what the guidance says of the same head, where the procedure says nothing of it.
    fileprivate func completed(by other: Head?) -> Head {
        guard let other else { return self }
        return Head(
            id: id,
            says: says,
            clauses: clauses,
            condition: condition,
            from: from,
            draws: draws.isEmpty ? other.draws : draws,
            identifies: identifies || other.identifies
        )
    }
}
