/// One entry of a case's daily log, in words.
package struct LogLine: Hashable, Sendable {
    /// What sort of entry, to filter by.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case dates, steps, answers, people, documents, entries
        case theCase = "case"
    }

    /// Its place in the log, 1 for the first.
    package let version: Int
    package let kind: Kind
    /// When it was recorded.
    package let day: DayText
    /// `9:12am`.
    package let time: String
    package let who: String
    /// A sentence that begins with what was done: `corrected …`, after the name.
    package let text: String
    /// What the person wrote besides, in her own words; empty where nothing.
    package let quoted: String
}
