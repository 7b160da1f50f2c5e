package import CaseFiles
package import Partnerships
import Schedules
package import WorkingDays

/// The cases that somebody is on, or those found by words.
package struct CaseListPage: Sendable {
    package let title: String
    /// `3 cases`.
    package let count: String
    package let rows: [Row]
    package let states: [Choice]
    package let stages: [Choice]
    package let routes: [Choice]
    /// The words looked for, where the page is an answer to a search.
    package let searched: String?
    package let searchToken: String
    package let next: String?
    package let acts: [WordedLink]

    package struct Row: Sendable {
        package let reference: String
        package let address: String
        package let children: String
        package let place: String
        package let stage: String
        package let route: String
        package let began: DayText
        package let nextDue: DayText?
        /// Where its day has passed.
        package let overdue: StandingTag?

        package init(
            reference: CaseReference,
            children: [String],
            place: String,
            stage: CaseStage,
            route: Route,
            began: Day,
            nextDue: Day?,
            today: Day
        ) {
            self.reference = "\(reference)"
            address = Link.caseFile(reference)
            self.children = DayWording.list(children)
            self.place = place
            self.stage = stage.words
            self.route = DayWording.capitalised(route.words)
            self.began = DayWording.text(began)
            self.nextDue = nextDue.map { DayWording.text($0) }
            let isOverdue = nextDue.map { $0 < today } ?? false
            overdue = isOverdue ? Standing.overdue.tag : nil
        }
    }
}

/// What a list of cases was asked for.
package struct CaseListFilter: Hashable, Sendable {
    package let isOpen: Bool
    package let stage: CaseStage?
    package let route: Route?

    package init(_ items: [(name: String, value: String)]) {
        func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
        isOpen = value("state") != "closed"
        stage = value("stage").flatMap { CaseStage(rawValue: $0) }
        route = value("route").flatMap { Route(rawValue: $0) }
    }

    /// The address of the same list after a case.
    package func link(after key: String) -> String {
        "\(Link.cases)?state=\(isOpen ? "open" : "closed")"
            + (stage.map { "&stage=\($0.rawValue)" } ?? "")
            + (route.map { "&route=\($0.rawValue)" } ?? "") + "&after=\(Link.encoded(key))"
    }
}

package func caseListPage(
    _ rows: [CaseListPage.Row],
    count: Int,
    isMore: Bool,
    _ filter: CaseListFilter,
    next: String?,
    mayOpen: Bool,
    searchToken: String
) -> CaseListPage {
    CaseListPage(
        title: "Cases",
        count: isMore ? "\(count) cases or more" : DayWording.count(count, "case"),
        rows: rows,
        states: [
            Choice(id: "open", label: "Open", isChosen: filter.isOpen),
            Choice(id: "closed", label: "Closed", isChosen: !filter.isOpen),
        ],
        stages: [Choice(id: "", label: "Every stage", isChosen: filter.stage == nil)]
            + CaseStage.allCases.filter { $0 != .closed }.map {
                Choice(id: $0.rawValue, label: $0.words, isChosen: $0 == filter.stage)
            },
        routes: [Choice(id: "", label: "Every route", isChosen: filter.route == nil)]
            + Route.allCases.map {
                Choice(
                    id: $0.rawValue,
                    label: DayWording.capitalised($0.words),
                    isChosen: $0 == filter.route
                )
            },
        searched: nil,
        searchToken: searchToken,
        next: next,
        acts: mayOpen ? [WordedLink(words: "Open a case", address: Link.newCase)] : []
    )
}

/// The cases found; the words are in the page alone, and in no address.
package func searchPage(
    _ rows: [CaseListPage.Row],
    count: Int,
    for words: String,
    searchToken: String
) -> CaseListPage {
    CaseListPage(
        title: "Cases found",
        count: DayWording.count(count, "case")
            + (count > rows.count ? ", of which the best \(rows.count) are shown" : ""),
        rows: rows,
        states: [],
        stages: [],
        routes: [],
        searched: words,
        searchToken: searchToken,
        next: nil,
        acts: []
    )
}

/// What opening a case asks; nil where something is missing or wrong.
package func askOpening(
    _ filler: inout FormFiller,
    in partnership: Partnership,
    reference: CaseReference,
    by person: PersonID,
    roles: [String],
    today: Day
) -> CaseCommand.OpenCase? {
    let began = filler.day(
        "began",
        "The day the case began",
        hint: "For a case already under way, the day it began before it was opened here.",
        was: today
    )
    let route = filler.list(
        "route",
        "The way this case goes",
        [
            (
                label: "",
                options: Route.allCases.map {
                    (id: $0.rawValue, label: DayWording.capitalised($0.words))
                }
            )
        ],
        was: Route.notificationAndRapidReview.rawValue
    )
    let about = CaseFormBuilder.askAbout(&filler, was: nil)
    guard filler.isComplete, let edition = partnership.editions.last,
        let chosen = Route(rawValue: route)
    else { return nil }
    return CaseCommand.OpenCase(
        reference: reference,
        edition: edition,
        began: began,
        about: about,
        route: chosen,
        coordinator: CasePerson(person: person, roles: roles, from: today, until: nil)
    )
}
