package import Partnerships

extension CaseEvent {
    /// The names in this case were looked for in every other; which cases matched is told only to those on them.
    package struct SameChildLookedFor: Hashable, Sendable, Codable {
        package let matches: [CaseReference]

        package init(
            matches: [CaseReference]
        ) {
            self.matches = matches
        }
    }

    /// A case opened elsewhere may concern a child of this one.
    package struct SameChildSuspected: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let other: CaseReference
        /// Whom to speak to about the other case.
        package let heldBy: [PersonID]

        package init(
            entry: EntryID,
            other: CaseReference,
            heldBy: [PersonID]
        ) {
            self.entry = entry
            self.other = other
            self.heldBy = heldBy
        }
    }

    package struct SameChildSettled: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let isSame: Bool
        package let words: String

        package init(
            entry: EntryID,
            isSame: Bool,
            words: String
        ) {
            self.entry = entry
            self.isSame = isSame
            self.words = words
        }
    }
}
