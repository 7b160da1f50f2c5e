package import CaseFiles
package import CaseStores
import Foundation
package import Pages
import Partnerships
import Procedures

/// A report while it is written: its sections are drafts like those of every form, and beside them stands one list of
/// what was taken from where, so that a number means the same source in every section.
package struct ReportDrafts: Sendable {
    private let drafts: DraftDesk

    package init(store: any CaseStore) {
        drafts = DraftDesk(store: store)
    }

    /// A list that is kept beside the sections, as a section whose id no head has.
    private enum List: String {
        case sources = ".sources"
        case heads = ".heads"

        /// The name of each item.
        var item: String {
            switch self {
            case .sources: "source"
            case .heads: "head"
            }
        }
    }

    /// How often somebody else may be first before a person is told so.
    private static let tries = 200

    /// Everything that was ever taken for a report, by number.
    package func sources(of place: DraftDesk.Place) async throws(DeskError) -> [ReportSource] {
        try await list(.sources, of: place).items
    }

    /// The heads that were added to a report, with the version of the list; 0 where there is none yet.
    ///
    /// One that was taken out while somebody wrote under it is there again.
    package func ownHeads(
        of place: DraftDesk.Place
    ) async throws(DeskError) -> (version: Int, heads: [OwnHead]) {
        var (version, heads): (Int, [OwnHead]) = try await list(.heads, of: place)
        let removed = heads.filter(\.isRemoved).map(\.id)
        let written = try await drafts.parts(of: place, sections: removed).filter {
            !$0.value.answers.items.isEmpty
        }
        for place in heads.indices where written[heads[place].id] != nil {
            heads[place].isRemoved = false
        }
        return (version, heads)
    }

    /// Saves the heads of a report over the version that was seen.
    package func save(
        _ heads: [OwnHead],
        of place: DraftDesk.Place,
        over version: Int,
        for asking: Asking
    ) async throws(DeskError) -> DraftDesk.Outcome {
        try await save(heads, as: .heads, of: place, over: version, for: asking)
    }

    /// What a list holds, with its version; 0 where there is none yet.
    private func list<Item: Decodable>(
        _ list: List,
        of place: DraftDesk.Place
    ) async throws(DeskError) -> (version: Int, items: [Item]) {
        let parts = try await drafts.parts(of: place, sections: [list.rawValue])
        guard let part = parts[list.rawValue] else { return (0, []) }
        let items = part.answers.values(of: list.item).compactMap { text in
            try? JSONDecoder().decode(Item.self, from: Data(text.utf8))
        }
        return (part.version, items)
    }

    private func save(
        _ items: [some Encodable],
        as list: List,
        of place: DraftDesk.Place,
        over version: Int,
        for asking: Asking
    ) async throws(DeskError) -> DraftDesk.Outcome {
        try await drafts.save(
            FormAnswers(asGiven: items.map { (name: list.item, value: Self.json($0)) }),
            as: list.rawValue,
            of: place,
            over: version,
            for: asking
        )
    }

    /// Takes words of a source into a section, at its end, whatever others write there meanwhile.
    ///
    /// `words` makes the words from the number that the source has in this report. A place of the case that was taken
    /// before keeps its number.
    package func take(
        _ source: ReportSource,
        into section: String,
        under question: String,
        of place: DraftDesk.Place,
        for asking: Asking,
        words: (Int) -> (text: String, taken: String)
    ) async throws(DeskError) {
        let number = try await number(of: source, taking: words(0).taken, place, asking)
        let text = words(number).text
        for _ in 0..<Self.tries {
            let part = try await drafts.parts(of: place, sections: [section])[section]
            let before = part?.answers.text(of: question) ?? ""
            let after = before.isEmpty ? text : "\(before)\n\n\(text)"
            let outcome = try await drafts.save(
                FormAnswers(asGiven: [(name: question, value: after)]),
                as: section,
                of: place,
                over: part?.version ?? 0,
                for: asking
            )
            if case .saved = outcome { return }
        }
        throw .store(.unreachable("others write this section without a pause"))
    }

    /// The number of a source, which is entered in the list where it is not there yet.
    private func number(
        of source: ReportSource,
        taking words: String,
        _ place: DraftDesk.Place,
        _ asking: Asking
    ) async throws(DeskError) -> Int {
        for _ in 0..<Self.tries {
            var (version, sources): (Int, [ReportSource]) = try await list(.sources, of: place)
            let number: Int
            if let found = sources.firstIndex(where: { $0.isOfSamePlace(as: source) }) {
                number = sources[found].number
                let lines = sources[found].words.split(separator: "\n")
                let more = words.split(separator: "\n").filter { !lines.contains($0) }
                if more.isEmpty { return number }
                sources[found] = sources[found].numbered(
                    number,
                    words: (lines + more).joined(separator: "\n")
                )
            } else {
                number = (sources.map(\.number).max() ?? 0) + 1
                sources.append(source.numbered(number, words: words))
            }
            let outcome = try await save(
                sources,
                as: .sources,
                of: place,
                over: version,
                for: asking
            )
            if case .saved(let saved) = outcome, saved > version { return number }
        }
        throw .store(.unreachable("others write this report without a pause"))
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("sources and heads can be written")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
