import Chronologies
import TestSupport
import WorkingDays

@testable import Pages

/// Two agencies that tell of one child; with a gap, an uncertain day, a key episode and a difference.
func sampleChronology(_ query: ChronologyQuery = ChronologyQuery()) -> ChronologyPage {
    let merged = merge([
        Chronology(
            source: SourceID(1),
            entries: sampleEntries(
                """
                Date\tTime\tWhat happened\tOutcome\tKey\tSource\tWho
                22/05/2016\t14:30\tCalled to the flat. Robin seen asleep in cot. <b>Loud</b>\tNone\tyes\tLog 7\tRobin
                3 March 2017\t\tMissing report\tFound\t\tLog 9\tMother
                """
            ),
            firstID: 100
        ),
        Chronology(
            source: SourceID(2),
            entries: sampleEntries(
                """
                Date\tWhat happened
                22/05/2016\tPolice called to the flat; Robin not seen, asleep in cot
                May 2016\tNursery place refused
                3/3/17\tMissing report to police from school
                not known\tMother was at court
                """
            ),
            firstID: 200
        ),
    ])
    return chronologyPage(
        ChronologyMaterial(
            merged: merged,
            resemblances: merged.resemblances(),
            agencies: [(SourceID(1), "Police"), (SourceID(2), "Hilltop School")],
            people: sampleChronologyPeople
        ),
        query,
        at: ChronologyPlace(
            over: "Case 4QX-7MD",
            crumbs: [Crumb(name: "Cases", address: "/cases")],
            path: "/cases/4qx-7md/chronology",
            wordsToken: "token"
        )
    )
}

let sampleChronologyPeople = [
    ChronologyPerson(
        id: .init(1),
        name: "Robin Example",
        otherNames: ["Robbie", "R. Sample"],
        relation: "the child",
        pseudonym: "Child A",
        isChild: true,
        birth: .born("2016-01-15")
    ),
    ChronologyPerson(id: .init(2), name: "Jo Example", relation: "mother", pseudonym: "Mother"),
    ChronologyPerson(id: .init(3), name: "Al Sample", pseudonym: "Mother"),
]

func sampleChronologyPeoplePage() -> ChronologyPeoplePage {
    chronologyPeoplePage(
        sampleChronologyPeople,
        over: "Case 4QX-7MD",
        crumbs: [],
        acts: [WordedLink(words: "Add somebody", address: "/cases/4qx-7md/family/new")],
        address: { "/cases/4qx-7md/family/\($0.number)" }
    )
}

private func sampleEntries(_ table: String) -> [ChronologyEntry] {
    readTable(table, today: "2026-11-21").entries
}
