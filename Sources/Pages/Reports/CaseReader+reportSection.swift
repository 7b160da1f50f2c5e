import CaseFiles
import Procedures
import Reports
import WorkingDays

extension CaseReader {
    /// The page of one section: what is asked, and what can be taken into it.
    package func reportSectionPage(
        _ form: FormPage,
        _ paper: String,
        _ head: String,
        _ report: ReportWriting,
        from material: String?,
        theirs: ReportSectionPage.Theirs?
    ) -> ReportSectionPage {
        let line = check(report).heads.first { $0.head.head.id == head }
        let text = report.text(of: head)
        let cited = Set(ReportText(text).markers.map(\.number))
        let wanted = chosen(material, line?.head.head)
        let here = paperLink(paper, "parts", head)
        let taken = report.sources.filter { cited.contains($0.number) }
        return ReportSectionPage(
            form: form,
            theirs: theirs,
            findings: line?.findings ?? [],
            materials: offeredMaterials.map {
                WordedLink(words: $0.words, address: "\(here)?from=\($0.rawValue)")
            },
            offers: groups(offers(of: wanted), taken),
            offersNote: wanted.isEmpty
                ? ""
                : DayWording.capitalised(
                    DayWording.list(wanted.map { $0.words.lowercasedStart })
                ),
            sources: taken.map { shown($0, in: report) },
            links: [WordedLink(words: "Back to the report", address: paperLink(paper))]
        )
    }

    /// What the head is written from; what was asked for, where something was.
    private func chosen(_ material: String?, _ head: Head?) -> [Head.Material] {
        if let asked = material.flatMap({ Head.Material(rawValue: $0) }) { return [asked] }
        let draws = head?.draws ?? []
        return draws.isEmpty ? [.returns, .decisions, .meetings] : draws
    }

    private func groups(
        _ offers: [ReportOffer],
        _ taken: [ReportSource]
    ) -> [ReportSectionPage.Group] {
        var order: [String] = []
        var found: [String: [ReportSectionPage.Offer]] = [:]
        for offer in offers {
            let title = "\(offer.material.words): \(offer.group)"
            if found[title] == nil { order.append(title) }
            found[title, default: []].append(
                ReportSectionPage.Offer(
                    id: offer.id,
                    title: offer.title,
                    note: offer.note,
                    sentences: offer.sentences,
                    isTaken: taken.contains { $0.isOfSamePlace(as: offer.source) }
                )
            )
        }
        return order.map { ReportSectionPage.Group(title: $0, offers: found[$0] ?? []) }
    }

    /// The words of an offer as they stand in a report, with the source that they name.
    ///
    /// `sentences` are the places of those that are taken, from 0; all, where none is named.
    package static func words(
        of offer: ReportOffer,
        _ sentences: [Int],
        number: Int
    ) -> (text: String, taken: String) {
        let chosen = sentences.filter { offer.sentences.indices.contains($0) }
            .map { offer.sentences[$0] }
        let words = chosen.isEmpty ? offer.sentences : chosen
        return (
            offer.prefix + words.map { cited($0, number) }.joined(separator: " "),
            words.joined(separator: "\n")
        )
    }

    /// What somebody else saved of a section, beside what was typed.
    package static func theirs(
        _ theirs: String,
        by name: String,
        at time: String,
        mine: String
    ) -> ReportSectionPage.Theirs {
        ReportSectionPage.Theirs(
            heading: "What \(name) saved, \(time)",
            text: theirs,
            comparison: compared(theirs, mine)
        )
    }

    static func compared(_ old: String, _ new: String) -> ComparedText {
        let comparison = WordComparison(from: old, to: new)
        let (inserted, deleted) = comparison.counts
        var says: [String] = []
        if inserted > 0 { says.append("\(DayWording.count(inserted, "word")) put in") }
        if deleted > 0 { says.append("\(DayWording.count(deleted, "word")) taken out") }
        return ComparedText(
            pieces: comparison.pieces.map { piece in
                ComparedText.Piece(kind: .init(piece.kind), text: piece.text)
            },
            says: comparison.isSame
                ? "Nothing differs"
                : says.isEmpty ? "Only signs or blanks differ" : says.joined(separator: ", ")
        )
    }
}

extension ComparedText.Piece.Kind {
    fileprivate init(_ kind: WordComparison.Kind) {
        switch kind {
        case .same: self = .same
        case .deleted: self = .deleted
        case .inserted: self = .inserted
        }
    }
}
