import Chronologies
import Partnerships
import WorkingDays

/// The merged chronology as a query asks for it.
package func chronologyPage(
    _ material: ChronologyMaterial,
    _ query: ChronologyQuery,
    at place: ChronologyPlace
) -> ChronologyPage {
    ChronologyBuilder(material, query, place).page()
}

struct ChronologyBuilder {
    static let rowsOfPage = 200
    /// So many days without an entry are shown as a gap.
    static let gapDays = 90

    let material: ChronologyMaterial
    let query: ChronologyQuery
    let place: ChronologyPlace
    let pseudonyms: Pseudonyms?
    let sources: [SourceID: ChronologyPage.Source]
    let children: [ChronologyPerson]
    /// The group that a row stands in.
    private let groups: [ChronologyRow.ID: Int]
    private let rowsByID: [ChronologyRow.ID: ChronologyRow]

    init(_ material: ChronologyMaterial, _ query: ChronologyQuery, _ place: ChronologyPlace) {
        self.material = material
        self.query = query
        self.place = place
        pseudonyms = query.isPseudonymised ? Pseudonyms(material.people) : nil
        var counts: [SourceID: Int] = [:]
        for row in material.merged.rows { counts[row.source, default: 0] += 1 }
        var sources: [SourceID: ChronologyPage.Source] = [:]
        for (number, agency) in material.agencies.enumerated() {
            sources[agency.id] = ChronologyPage.Source(
                name: agency.name,
                colour: number % 12,
                rows: DayWording.count(counts[agency.id] ?? 0, "row")
            )
        }
        self.sources = sources
        children = material.people.filter { $0.isChild && $0.birth != nil }
        var groups: [ChronologyRow.ID: Int] = [:]
        for (number, group) in material.resemblances.groups.enumerated() {
            for row in group.rows { groups[row] = number }
        }
        self.groups = groups
        rowsByID = Dictionary(
            material.merged.rows.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func page() -> ChronologyPage {
        let found = material.merged.rows.filter { isAskedFor($0) }
        let pages = max(1, (found.count + Self.rowsOfPage - 1) / Self.rowsOfPage)
        let isWhole = query.page == 0 || !query.words.isEmpty
        let number = min(max(1, query.page), pages)
        let shown =
            isWhole
            ? found[...]
            : found.dropFirst((number - 1) * Self.rowsOfPage).prefix(Self.rowsOfPage)
        let agencies = Set(found.map(\.source)).count
        let shownGroups = groupNumbers(of: shown).map { group($0) }
        return ChronologyPage(
            title: "Chronology",
            over: place.over,
            crumbs: place.crumbs,
            lead: [
                "What every agency told, in one list. Nothing is left out and nothing is changed: "
                    + "rows that look alike stand side by side below the list."
            ],
            acts: place.acts,
            naming: naming,
            filter: filter,
            sources: material.agencies.compactMap { sources[$0.id] },
            count: "\(DayWording.count(found.count, "row")) of "
                + (agencies == 1 ? "1 agency" : "\(agencies) agencies"),
            years: years(shown),
            pages: isWhole || pages == 1 ? [] : pageLinks(number, of: pages),
            contradictions: shownGroups.filter(\.contradicts).map(\.group),
            repetitions: shownGroups.filter { !$0.contradicts }.map(\.group),
            incomplete: material.resemblances.isComplete
                ? "" : "So many rows share their days that not every two of them were compared.",
            gapsOfAgencies: gapsOfAgencies,
            possibleNames: possibleNames,
            agedChildren: !children.isEmpty
        )
    }

    func isAskedFor(_ row: ChronologyRow) -> Bool {
        if !query.sources.isEmpty, !query.sources.contains(row.source) { return false }
        if query.isKeyOnly, !isKey(row) { return false }
        // What may lie within the days is shown, so that nothing uncertain is hidden.
        if let from = query.from, let latest = row.date.latest, latest < from { return false }
        if let to = query.to, let earliest = row.date.earliest, earliest > to { return false }
        guard !query.words.isEmpty else { return true }
        let text = said(row.entry.allText).lowercased()
        return query.words.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
    }

    func isKey(_ row: ChronologyRow) -> Bool {
        row.entry.isKey || material.keyRows.contains(row.id)
    }

    /// A text with names or with pseudonyms.
    func said(_ text: String) -> String { pseudonyms?.applied(to: text) ?? text }

    private func groupNumbers(of rows: ArraySlice<ChronologyRow>) -> [Int] {
        var seen: Set<Int> = []
        return rows.compactMap { groups[$0.id] }.filter { seen.insert($0).inserted }
    }

    private func group(_ number: Int) -> (contradicts: Bool, group: ChronologyPage.Group) {
        let found = material.resemblances.groups[number]
        let what = found.contradictions.map { ChronologyWording.words($0) }
        let rows = found.rows.compactMap { rowsByID[$0] }
        let dates = rows.first.map { ChronologyWording.words($0.date) } ?? ""
        return (
            !what.isEmpty,
            ChronologyPage.Group(
                id: "group-\(number + 1)",
                heading: what.isEmpty
                    ? DayWording.capitalised(dates)
                    : "\(DayWording.capitalised(dates)): \(DayWording.list(what))",
                rows: rows.map { self.row($0, isInGroup: true) }
            )
        )
    }

    func row(_ row: ChronologyRow, isInGroup: Bool = false) -> ChronologyPage.Row {
        let entry = row.entry
        return ChronologyPage.Row(
            id: "row-\(row.id.number)",
            day: entry.date.exactDay.map { DayWording.text($0) },
            date: DayWording.capitalised(ChronologyWording.words(entry.date)),
            time: entry.time.map { said(ChronologyWording.words($0)) } ?? "",
            placed: ChronologyWording.placed(entry.date),
            typed: typed(entry),
            source: sources[row.source]
                ?? ChronologyPage.Source(name: "Agency not named", colour: 0, rows: ""),
            event: said(entry.event),
            action: said(entry.action),
            record: said(entry.record),
            who: said(entry.who),
            significance: said(entry.significance),
            isKey: isKey(row),
            ages: isInGroup ? [] : ages(at: entry.date),
            marks: isInGroup ? [] : marks(of: row),
            marking: isInGroup ? nil : marking(of: row)
        )
    }

    /// The date as it was typed, where the words for it are not the same.
    private func typed(_ entry: ChronologyEntry) -> String? {
        let words = ChronologyWording.words(entry.date)
        let isPlain = words.lowercased() == entry.typedDate.lowercased()
        return entry.date.exactDay != nil || isPlain ? nil : said(entry.typedDate)
    }

    private func ages(at date: UncertainDate) -> [String] {
        children.compactMap { child in
            child.age(at: date).map { age in
                "\(query.isPseudonymised ? child.pseudonym : child.name): "
                    + ChronologyWording.words(age)
            }
        }
    }

    /// What an agency marked itself is not ours to take back.
    private func marking(of row: ChronologyRow) -> WordedLink? {
        guard let path = place.marking, !row.entry.isKey, let id = EntryID(number: row.id.number)
        else { return nil }
        return WordedLink(
            words: isKey(row) ? "No longer a key episode" : "Mark as a key episode",
            address: "\(path)/\(id)"
        )
    }

    private func marks(of row: ChronologyRow) -> [WordedLink] {
        guard let number = groups[row.id] else { return [] }
        let isContradicted = !material.resemblances.groups[number].contradictions.isEmpty
        return [
            WordedLink(
                words: isContradicted ? "Agencies differ on this" : "Others told this too",
                address: "#group-\(number + 1)"
            )
        ]
    }
}

extension ChronologyEntry {
    fileprivate var allText: String {
        [event, action, record, who, significance].joined(separator: "\n")
    }
}
