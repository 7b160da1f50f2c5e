import Chronologies
import WorkingDays

extension ChronologyBuilder {
    /// Without words looked for, the gaps of the list; of what was found by words they would say nothing.
    private var gaps: [ChronologyRow.ID: ChronologyGap] {
        guard query.words.isEmpty, !query.isKeyOnly else { return [:] }
        let gaps = material.merged.only { isOfAskedAgency($0) }
            .gaps(longerThan: Self.gapDays)
        return Dictionary(gaps.map { ($0.next, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func isOfAskedAgency(_ row: ChronologyRow) -> Bool {
        query.sources.isEmpty || query.sources.contains(row.source)
    }

    func years(_ rows: ArraySlice<ChronologyRow>) -> [ChronologyPage.Year] {
        let gaps = gaps
        var years: [ChronologyPage.Year] = []
        var heading: String?
        var items: [ChronologyPage.Item] = []
        func close() {
            guard let heading, !items.isEmpty else { return }
            years.append(ChronologyPage.Year(heading: heading, items: items))
            items = []
        }
        for row in rows {
            let next = row.date.place.map { "\($0.year)" } ?? "Date not known"
            if next != heading {
                close()
                heading = next
            }
            if let gap = gaps[row.id] { items.append(.gap(words(gap))) }
            items.append(.row(self.row(row)))
        }
        close()
        return years
    }

    private func words(_ gap: ChronologyGap) -> ChronologyPage.Gap {
        ChronologyPage.Gap(
            says: "No entry for \(length(gap.days)), between \(DayWording.words(gap.after)) and "
                + DayWording.words(gap.until),
            note: gap.perhaps == 0 ? "" : "\(perhaps(gap.perhaps)) may lie in it"
        )
    }

    private func perhaps(_ count: Int) -> String {
        count == 1 ? "1 entry of uncertain date" : "\(count) entries of uncertain date"
    }

    /// `95 days`, `7 months`, `2 years 1 month`.
    private func length(_ days: Int) -> String {
        guard days > 120 else { return DayWording.count(days, "day") }
        let months = days * 12 / 365
        return ChronologyWording.words(.years(months / 12, months: months % 12))
    }

    /// The longest gap of each agency.
    var gapsOfAgencies: [(term: String, text: String)] {
        guard query.words.isEmpty else { return [] }
        return material.agencies.compactMap { agency in
            let gaps = material.merged.gaps(longerThan: Self.gapDays * 2, of: agency.id)
            guard let longest = gaps.max(by: { $0.days < $1.days }) else { return nil }
            let others = gaps.count - 1
            return (
                term: agency.name,
                text: words(longest).says
                    + (others > 0 ? "; \(DayWording.count(others, "shorter gap"))" : "")
            )
        }
    }

    var naming: ChronologyPage.Naming {
        let other = query.with(isPseudonymised: !query.isPseudonymised, page: query.page)
        return ChronologyPage.Naming(
            says: query.isPseudonymised
                ? "Names of the list of people are replaced. Read it before it leaves your hands: "
                    + "what is in no list is not replaced."
                : "Names are shown as the agencies wrote them.",
            link: WordedLink(
                words: query.isPseudonymised ? "Show names" : "Show pseudonyms",
                address: other.address(place.path)
            )
        )
    }

    var possibleNames: [(term: String, text: String)] {
        guard query.isPseudonymised else { return [] }
        return material.merged.possibleNames(besides: material.people).prefix(100).map {
            (term: $0.words, text: DayWording.count($0.count, "time"))
        }
    }

    var filter: ChronologyPage.Filter {
        let everything = ChronologyQuery(
            isPseudonymised: query.isPseudonymised,
            hasUnaccepted: query.hasUnaccepted
        )
        return ChronologyPage.Filter(
            action: place.path,
            carried: query.turned(to: 1).items,
            agencies: material.agencies.map { agency in
                Choice(
                    id: "\(agency.id.number)",
                    label: agency.name,
                    isChosen: query.sources.contains(agency.id)
                )
            },
            from: query.from.map(\.description) ?? "",
            to: query.to.map(\.description) ?? "",
            isKeyOnly: query.isKeyOnly,
            kept: kept,
            words: query.words,
            wordsToken: place.wordsToken,
            clear: query.turned(to: 1) == everything ? nil : everything.address(place.path)
        )
    }

    /// The switches, which choosing rows leaves as they are.
    private var kept: [(name: String, value: String)] {
        ChronologyQuery(
            isPseudonymised: query.isPseudonymised,
            hasUnaccepted: query.hasUnaccepted
        ).items
    }

    func pageLinks(_ number: Int, of pages: Int) -> [ChronologyPage.PageLink] {
        var links: [ChronologyPage.PageLink] = []
        if number > 1 { links.append(link("Earlier rows", number - 1)) }
        links.append(
            ChronologyPage.PageLink(words: "Page \(number) of \(pages)", address: nil)
        )
        if number < pages { links.append(link("Later rows", number + 1)) }
        links.append(link("All on one page, to print", 0))
        return links
    }

    private func link(_ words: String, _ page: Int) -> ChronologyPage.PageLink {
        ChronologyPage.PageLink(words: words, address: query.turned(to: page).address(place.path))
    }
}
