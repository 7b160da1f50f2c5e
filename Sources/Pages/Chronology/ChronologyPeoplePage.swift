package import Chronologies

/// The people of a case and how they are related: the one glossary that pseudonyms come from.
package struct ChronologyPeoplePage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let lead: [String]
    package let acts: [WordedLink]
    package let people: [Person]
    /// The genograms that are filed in the case.
    package let genograms: [WordedLink]
    /// Where a genogram is filed; nil for whoever may not.
    package let filing: WordedLink?

    package struct Person: Hashable, Sendable {
        package let name: String
        package let otherNames: String
        package let relation: String
        package let pseudonym: String
        /// `Born Wed 15 May 2024`, `Due Sun 2 May 2027`.
        package let birth: String
        /// What is not in order: a pseudonym that two people have, or none.
        package let warning: String
        package let link: WordedLink?
    }
}

/// The glossary as a list; each person with the way to change her entry.
package func chronologyPeoplePage(
    _ people: [ChronologyPerson],
    over: String,
    crumbs: [Crumb],
    acts: [WordedLink],
    genograms: [WordedLink] = [],
    filing: WordedLink? = nil,
    address: (ChronologyPerson.ID) -> String?
) -> ChronologyPeoplePage {
    let uses = Dictionary(grouping: people, by: { $0.pseudonym.lowercased() })
    return ChronologyPeoplePage(
        title: "People and relationships",
        over: over,
        crumbs: crumbs,
        lead: [
            "Everybody whom the chronologies name. Where pseudonyms are shown, each name here is "
                + "replaced, and the chronologies themselves stay as they were written."
        ],
        acts: acts,
        people: people.map { person in
            ChronologyPeoplePage.Person(
                name: person.name,
                otherNames: person.otherNames.joined(separator: ", "),
                relation: person.relation,
                pseudonym: person.pseudonym,
                birth: person.birth.map { words($0) } ?? "",
                warning: (uses[person.pseudonym.lowercased()]?.count ?? 0) > 1
                    ? "Somebody else has this pseudonym too" : "",
                link: address(person.id).map { WordedLink(words: "Change", address: $0) }
            )
        },
        genograms: genograms,
        filing: filing
    )
}

private func words(_ birth: ChronologyPerson.Birth) -> String {
    switch birth {
    case .born(let day): "Born \(DayWording.words(day))"
    case .due(let day): "Due \(DayWording.words(day))"
    }
}
