import CaseFiles
package import Chronologies
package import Partnerships
import WorkingDays

/// The rows of all returns that one reader may see, before they are compared with each other.
package struct CaseChronology: Sendable {
    package let merged: MergedChronology
    /// The returns that it is made of; they never change, so the same ones compare alike.
    package let versions: [EntryID]
    let agencies: [(id: SourceID, name: String)]
}

extension CaseReader {
    /// Whoever reads returns, and whoever a pack is shared with, from its time.
    package var seesChronology: Bool { seesPack }

    /// All accepted returns and those besides that are asked for; for others, what their packs hold.
    package func chronology(_ query: ChronologyQuery) -> CaseChronology {
        let returns = self.returns(hasUnaccepted: query.hasUnaccepted)
        var agencies: [(id: SourceID, name: String)] = []
        let chronologies = returns.map { request, version in
            // One that stands in no directory goes by the name of its request.
            let id = request.asked.agency?.number ?? request.entry.number
            let chronology = Chronology(
                version.put.chronology,
                of: SourceID(id),
                given: version.at.localTime.day
            )
            if !agencies.contains(where: { $0.id == chronology.source }) {
                agencies.append((chronology.source, Self.name(request, version)))
            }
            return chronology
        }
        return CaseChronology(
            merged: merge(chronologies),
            versions: returns.map(\.version.put.entry),
            agencies: agencies
        )
    }

    private typealias Returns = [(request: AgencyRequest, version: AgencyRequest.Version)]

    private func returns(hasUnaccepted: Bool) -> Returns {
        guard may(.seeReturns) else { return sharedReturns }
        return file.requests.compactMap { request in
            let newest = request.revoked == nil ? request.newestReturn : nil
            return (hasUnaccepted ? newest ?? request.accepted : request.accepted)
                .map { (request, $0) }
        }
    }

    /// Of each request the newest return that a pack of hers holds.
    private var sharedReturns: Returns {
        let shared = Set(packs.flatMap(\.versions))
        return file.requests.compactMap { request in
            request.versions.last { shared.contains($0.put.entry) }.map { (request, $0) }
        }
    }

    private static func name(
        _ request: AgencyRequest,
        _ version: AgencyRequest.Version
    ) -> String {
        switch version.isAccepted {
        case true?: request.asked.subject
        case false?: "\(request.asked.subject) (sent back)"
        case nil: "\(request.asked.subject) (not accepted yet)"
        }
    }

    package func material(
        of chronology: CaseChronology,
        _ resemblances: Resemblances
    ) -> ChronologyMaterial {
        ChronologyMaterial(
            merged: chronology.merged,
            resemblances: resemblances,
            agencies: chronology.agencies,
            people: file.chronologyPeople.enumerated().map { place, person in
                ChronologyPerson(Int64(place), person)
            },
            keyRows: Set(file.keyRows.map { ChronologyRow.ID($0.number) })
        )
    }

    package var chronologyPath: String { link("chronology") }

    package func chronologyPlace(
        _ query: ChronologyQuery,
        wordsToken: String
    ) -> ChronologyPlace {
        var acts = [
            WordedLink(
                words: "Save as an Excel file",
                address: query.address(link("chronology.xlsx"))
            ),
            WordedLink(words: "Save as CSV", address: query.address(link("chronology.csv"))),
        ]
        if may(.seeReturns) {
            acts.append(switching(query))
            acts.append(
                WordedLink(words: "People and relationships", address: link("chronology/people"))
            )
        }
        return ChronologyPlace(
            over: over,
            crumbs: chronologyCrumbs,
            path: chronologyPath,
            wordsToken: wordsToken,
            marking: may(.checkReturns) ? link(CaseForm.episodes.rawValue) : nil,
            acts: acts
        )
    }

    private var chronologyCrumbs: [Crumb] {
        [
            .caseFile(file.reference),
            Crumb(name: "Agencies", address: link("agencies")),
        ]
    }

    private func switching(_ query: ChronologyQuery) -> WordedLink {
        WordedLink(
            words: query.hasUnaccepted
                ? "Show accepted answers alone" : "Show answers not accepted yet, too",
            address: query.with(hasUnaccepted: !query.hasUnaccepted).address(chronologyPath)
        )
    }

    /// Where there are no rows: why, and what to do.
    package func emptyChronologyPage(_ query: ChronologyQuery) -> RequestPage {
        var acts: [WordedLink] = []
        var lead = ["No return in the packs shared with you holds dated events."]
        if may(.seeReturns) {
            lead = [
                query.hasUnaccepted
                    ? "No answer that is signed holds dated events."
                    : "No answer that is accepted holds dated events.",
                "Agencies add them under “Chronology” when they answer. What they send in stands here once it is checked and accepted.",
            ]
            acts = [
                switching(query),
                WordedLink(words: "See who was asked and has answered", address: link("agencies")),
                WordedLink(
                    words: "People and relationships",
                    address: link("chronology/people")
                ),
            ]
        }
        return RequestPage(
            head: head("agencies"),
            title: "Chronology",
            standing: StandingTag(kind: .start, word: "No rows yet"),
            lead: lead,
            acts: acts,
            sections: []
        )
    }

    /// The glossary, for whoever reads returns.
    package func chronologyPeoplePage() -> ChronologyPeoplePage {
        let hidden = file.documentsHidden(from: person)
        let genograms = file.documents.filter {
            !hidden.contains($0.document) && $0.title.lowercased().contains("genogram")
        }
        let change = may(.checkReturns) ? link(.listedPeople) : nil
        return Pages.chronologyPeoplePage(
            file.chronologyPeople.enumerated().map { place, person in
                ChronologyPerson(Int64(place), person)
            },
            over: over,
            crumbs: chronologyCrumbs + [Crumb(name: "Chronology", address: chronologyPath)],
            acts: change.map { [WordedLink(words: "Change the list", address: $0)] } ?? [],
            genograms: genograms.map { document in
                WordedLink(
                    words: document.title,
                    address: document.file == nil
                        ? link("documents") : Link.file(of: document.document, in: file.reference)
                )
            },
            filing: may(.fileDocument)
                ? WordedLink(words: "File a genogram", address: link(.filings)) : nil
        ) { id in
            change.map { "\($0)#person-\(id.number + 1)-name" }
        }
    }
}

extension ChronologyPerson {
    fileprivate init(_ place: Int64, _ person: ListedPerson) {
        self.init(
            id: ID(place),
            name: person.name,
            otherNames: person.otherNames,
            relation: person.relation,
            pseudonym: person.pseudonym,
            isChild: person.isChild,
            birth: person.born.map { .born($0) } ?? person.due.map { .due($0) }
        )
    }
}
