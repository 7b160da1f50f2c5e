package import Procedures

/// What a partnership made of a letter that ships: every text that was ever written, and which went when.
package struct KeptLetter: Hashable, Sendable {
    /// In the order in which they were written, numbered from 1.
    package internal(set) var versions: [Version] = []
    package internal(set) var uses: [Use] = []

    package init() {}

    package struct Version: Hashable, Sendable {
        package let number: Int
        package let letter: LetterDefinition
        /// The letter that shipped when this was written.
        package let shipped: LetterDefinition
        package let by: Actor
        package let at: Timestamp
    }

    /// From when a version went.
    package struct Use: Hashable, Sendable {
        /// 0 for the text that ships.
        package let number: Int
        package let by: Actor
        package let at: Timestamp
    }

    /// The number of the text that goes now; 0 for the one that ships.
    package var inUse: Int { uses.last?.number ?? 0 }

    package func version(_ number: Int) -> Version? {
        versions.first { $0.number == number }
    }
}

extension Partnership {
    /// A letter as this partnership sends it.
    package func letter(instead shipped: LetterDefinition) -> LetterDefinition {
        letters[shipped.id].flatMap { $0.version($0.inUse)?.letter } ?? shipped
    }
}
