package import Partnerships

extension CaseEvent {
    /// The people whom the chronologies name, and how they are related: the whole list anew.
    package struct PeopleListed: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let people: [ListedPerson]

        package init(entry: EntryID, people: [ListedPerson]) {
            self.entry = entry
            self.people = people
        }
    }

    /// A row of an agency's chronology is a key episode, or is one no longer.
    package struct EpisodeMarked: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let row: EntryID
        package let isKey: Bool
        /// Why.
        package let words: String

        package init(entry: EntryID, row: EntryID, isKey: Bool, words: String) {
            self.entry = entry
            self.row = row
            self.isKey = isKey
            self.words = words
        }
    }
}
