package import Partnerships
import WorkingDays

/// One entry of a case's daily log, in words.
package struct LogLine: Hashable, Sendable {
    /// What sort of entry, to filter by.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case dates, steps, answers, people, agencies, meetings, messages, documents, entries
        case theCase = "case"

        package var words: String {
            switch self {
            case .dates: "Dates"
            case .steps: "Steps"
            case .answers: "Answers and safety"
            case .people: "People on the case"
            case .agencies: "Agencies and their answers"
            case .meetings: "Meetings and minutes"
            case .messages: "Messages and reminders"
            case .documents: "Documents"
            case .entries: "Written entries"
            case .theCase: "The case as a whole"
            }
        }
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
    /// Nil where it was the machine or whoever runs it.
    package let person: PersonID?
    /// The written entry, which can be corrected by another.
    package let entry: EntryID?
    let recorded: Day
}
