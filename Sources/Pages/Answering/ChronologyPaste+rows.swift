package import CaseFiles
import Chronologies
package import Partnerships
import WorkingDays

extension ChronologyPaste {
    /// The sound rows as an agency's return keeps them, each with a name of its own.
    package func rows(named name: () -> EntryID) -> [ReturnRow] {
        entries.map { entry in
            ReturnRow(
                row: name(),
                date: entry.typedDate,
                time: entry.time?.words ?? "",
                happened: entry.significance.isEmpty
                    ? entry.event : "\(entry.event) (\(entry.significance))",
                action: entry.action,
                source: entry.record,
                about: entry.who
            )
        }
    }
}

extension TimeOfDay {
    fileprivate var words: String {
        switch self {
        case .exact(let minute): DayWording.words(minute)
        case .words(let words): words
        }
    }
}
