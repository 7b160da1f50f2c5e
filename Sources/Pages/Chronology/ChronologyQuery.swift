package import Chronologies
package import WorkingDays

/// Which rows of a chronology are asked for.
///
/// Agencies, days and switches stand in the address. Words looked for never do: they come in the body
/// of a form and stand in the page alone.
package struct ChronologyQuery: Hashable, Sendable {
    /// Empty for all.
    package let sources: [SourceID]
    package let from: Day?
    package let to: Day?
    package let isKeyOnly: Bool
    package let isPseudonymised: Bool
    /// Whether answers that are signed and not accepted are shown, too.
    package let hasUnaccepted: Bool
    /// The page of the list, from 1; 0 for all on one page.
    package let page: Int
    package let words: String

    package init(
        sources: [SourceID] = [],
        from: Day? = nil,
        to: Day? = nil,
        isKeyOnly: Bool = false,
        isPseudonymised: Bool = false,
        hasUnaccepted: Bool = false,
        page: Int = 1,
        words: String = ""
    ) {
        self.sources = sources
        self.from = from
        self.to = to
        self.isKeyOnly = isKeyOnly
        self.isPseudonymised = isPseudonymised
        self.hasUnaccepted = hasUnaccepted
        self.page = page
        self.words = words
    }

    /// What an address or a form says; what makes no sense is left out.
    package init(_ items: [(name: String, value: String)], words: String = "") {
        func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
        self.init(
            sources: items.filter { $0.name == "agency" }.compactMap { Int64($0.value) }
                .map { SourceID($0) },
            from: value("from").flatMap { Day(iso: $0) },
            to: value("to").flatMap { Day(iso: $0) },
            isKeyOnly: value("key") == "yes",
            isPseudonymised: value("names") == "pseudonyms",
            hasUnaccepted: value("answers") == "signed",
            page: value("page") == "all" ? 0 : value("page").flatMap { Int($0) } ?? 1,
            words: words.trimmed
        )
    }

    /// The same question as names and values, without the words.
    package var items: [(name: String, value: String)] {
        var items = sources.map { (name: "agency", value: "\($0.number)") }
        if let from { items.append((name: "from", value: "\(from)")) }
        if let to { items.append((name: "to", value: "\(to)")) }
        if isKeyOnly { items.append((name: "key", value: "yes")) }
        if isPseudonymised { items.append((name: "names", value: "pseudonyms")) }
        if hasUnaccepted { items.append((name: "answers", value: "signed")) }
        if page == 0 { items.append((name: "page", value: "all")) }
        if page > 1 { items.append((name: "page", value: "\(page)")) }
        return items
    }

    /// The address of the same question, without the words.
    package func address(_ path: String) -> String {
        guard !items.isEmpty else { return path }
        return path + "?"
            + items.map { "\($0.name)=\(Link.encoded($0.value))" }
            .joined(separator: "&")
    }

    func turned(to page: Int) -> ChronologyQuery {
        with(isPseudonymised: isPseudonymised, page: page)
    }

    func with(hasUnaccepted: Bool) -> ChronologyQuery {
        ChronologyQuery(
            sources: sources,
            from: from,
            to: to,
            isKeyOnly: isKeyOnly,
            isPseudonymised: isPseudonymised,
            hasUnaccepted: hasUnaccepted,
            words: words
        )
    }

    func with(isPseudonymised: Bool, page: Int) -> ChronologyQuery {
        ChronologyQuery(
            sources: sources,
            from: from,
            to: to,
            isKeyOnly: isKeyOnly,
            isPseudonymised: isPseudonymised,
            hasUnaccepted: hasUnaccepted,
            page: page,
            words: words
        )
    }
}
