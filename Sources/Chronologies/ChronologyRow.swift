import WorkingDays

/// What one row of a chronology says, before it belongs to anybody.
package struct ChronologyEntry: Hashable, Sendable, Codable {
    package let date: UncertainDate
    /// The date as it was typed.
    package let typedDate: String
    package let time: TimeOfDay?
    /// What happened.
    package let event: String
    /// What was done, and what came of it.
    package let action: String
    /// Where it is recorded: a file, a system, a letter.
    package let record: String
    /// Whom it is about, in the words of whoever wrote it.
    package let who: String
    /// Why it matters.
    package let significance: String
    /// Marked as a key episode by whoever wrote it.
    package let isKey: Bool

    package init(
        date: UncertainDate,
        typedDate: String,
        time: TimeOfDay? = nil,
        event: String,
        action: String = "",
        record: String = "",
        who: String = "",
        significance: String = "",
        isKey: Bool = false
    ) {
        self.date = date
        self.typedDate = typedDate
        self.time = time
        self.event = event
        self.action = action
        self.record = record
        self.who = who
        self.significance = significance
        self.isKey = isKey
    }
}

/// A row of one agency's chronology.
package struct ChronologyRow: Hashable, Sendable {
    /// The opaque name of a row, unique within its case.
    package struct ID: Hashable, Sendable {
        package let number: Int64

        package init(_ number: Int64) {
            self.number = number
        }
    }

    package let id: ID
    package let source: SourceID
    package let entry: ChronologyEntry

    package init(id: ID, source: SourceID, entry: ChronologyEntry) {
        self.id = id
        self.source = source
        self.entry = entry
    }

    package var date: UncertainDate { entry.date }
}

/// Whose chronology it is: the number of an agency.
package struct SourceID: Hashable, Sendable {
    package let number: Int64

    package init(_ number: Int64) {
        self.number = number
    }
}

/// What one agency says happened, in the order in which it says it.
package struct Chronology: Hashable, Sendable {
    package let source: SourceID
    package let rows: [ChronologyRow]

    package init(source: SourceID, rows: [ChronologyRow]) {
        self.source = source
        self.rows = rows
    }

    /// The entries of an agency, named from a first number upwards.
    package init(source: SourceID, entries: [ChronologyEntry], firstID: Int64) {
        self.source = source
        rows = entries.enumerated().map { place, entry in
            ChronologyRow(id: .init(firstID + Int64(place)), source: source, entry: entry)
        }
    }
}

extension TimeOfDay: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        self = Minute(text).map { .exact($0) } ?? .words(text)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .exact(let minute): try container.encode(minute.description)
        case .words(let words): try container.encode(words)
        }
    }
}
