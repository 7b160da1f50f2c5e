import Testing

@testable import Pages
@testable import Views

/// Every page in the states that matter.
enum SamplePage: String, CaseIterable, CustomTestStringConvertible {
    case home, homeOfStore, homeOfDemonstration, problem
    case planEmpty, planWrong, plan, planDense, planOfOneStep, compareEmpty, compare
    case procedures, procedure, chronology, chronologyPseudonymised, chronologyPeople

    var testDescription: String { rawValue }

    var bytes: [UInt8] {
        switch self {
        case .home: renderHomePage()
        case .homeOfStore: renderHomePage(in: .outside(.live))
        case .homeOfDemonstration: renderHomePage(in: .outside(.demonstration))
        case .problem: render(ProblemPage(title: "Page not found", text: "Nothing is here."))
        case .planEmpty: render(PlanPage(form: sampleForm(.empty), plan: nil))
        case .planWrong: render(PlanPage(form: sampleForm(.wrong), plan: nil))
        case .plan: render(PlanPage(form: sampleForm(.filled), plan: samplePlan()))
        case .planDense: render(PlanPage(form: sampleForm(.filled), plan: samplePlan(days: 220)))
        case .planOfOneStep:
            render(
                PlanPage(
                    form: sampleForm(.filled),
                    plan: samplePlan(days: 5, steps: Array(sampleSteps.prefix(1)))
                )
            )
        case .compareEmpty: render(ComparePage(form: sampleForm(.empty), comparison: nil))
        case .compare: render(sampleComparison())
        case .procedures: render(sampleProcedureList())
        case .procedure: render(sampleProcedure())
        case .chronology: render(sampleChronology(), in: .datesOnly)
        case .chronologyPseudonymised:
            render(sampleChronology(.init(isPseudonymised: true, page: 0)), in: .datesOnly)
        case .chronologyPeople: render(sampleChronologyPeoplePage(), in: .datesOnly)
        }
    }

    var markup: Markup { Markup(bytes) }
}

@Suite("Every page")
struct PageStructureTests {
    @Test(arguments: SamplePage.allCases)
    func `closes what it opens`(page: SamplePage) {
        #expect(page.markup.faults == [])
    }

    @Test(arguments: SamplePage.allCases)
    func `has each id once`(page: SamplePage) {
        let ids = page.markup.values(of: "id")
        let repeated = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys
        #expect(repeated.isEmpty)
        #expect(ids.allSatisfy { id in !id.isEmpty && !id.contains { $0.isWhitespace } })
    }

    @Test(arguments: SamplePage.allCases)
    func `has a label for every control`(page: SamplePage) {
        let markup = page.markup
        let labelled = Set(markup.all("label").compactMap { $0.attributes["for"] })
        for control in markup.all("input", "select", "textarea")
        where control.attributes["type"] != "hidden" {
            let id = control.attributes["id"]
            #expect(id.map(labelled.contains) == true, "\(control)")
            #expect(control.attributes["name"] != nil)
        }
    }

    @Test(arguments: SamplePage.allCases)
    func `leads only to places that are there`(page: SamplePage) {
        let markup = page.markup
        let ids = Set(markup.values(of: "id"))
        let places = markup.values(of: "href").filter { $0.hasPrefix("#") }
            .map { String($0.dropFirst()) }
        let described = ["aria-describedby", "aria-labelledby"]
            .flatMap(markup.values)
            .flatMap { $0.split(separator: " ").map(String.init) }
        #expect(Set(places + described).subtracting(ids).isEmpty)
    }

    @Test(arguments: SamplePage.allCases)
    func `has one first heading, and no level is passed over`(page: SamplePage) {
        let levels = page.markup.all("h1", "h2", "h3", "h4").compactMap { Int($0.name.dropFirst()) }
        #expect(levels.count { $0 == 1 } == 1)
        let afterTitle = levels.drop { $0 != 1 }
        for (one, next) in zip(afterTitle, afterTitle.dropFirst()) {
            #expect(next <= one + 1)
        }
    }

    @Test(arguments: SamplePage.allCases)
    func `has no script, no style and no event in its markup`(page: SamplePage) {
        let markup = page.markup
        #expect(markup.all("script", "style", "iframe", "object").isEmpty)
        let names = Set(markup.elements.flatMap(\.attributes.keys))
        #expect(names.allSatisfy { $0 != "style" && !$0.hasPrefix("on") })
    }

    @Test(arguments: SamplePage.allCases)
    func `says its language, its name and that a person notifies`(page: SamplePage) {
        let markup = page.markup
        #expect(markup.all("html").first?.attributes["lang"] == "en-GB")
        #expect(markup.text.contains(" - Sightline</title>"))
        #expect(markup.text.contains("does not notify the national Panel: a person does"))
        #expect(markup.all("a").first?.attributes["href"] == "#main")
    }

    @Test(arguments: SamplePage.allCases)
    func `says of every table head what it heads`(page: SamplePage) {
        #expect(page.markup.all("th").allSatisfy { $0.attributes["scope"] != nil })
    }

    @Test(arguments: [
        (SamplePage.home, 0), (.homeOfStore, 1), (.homeOfDemonstration, 1),
    ])
    func `leads in from the first page where there is anything to sign in to`(
        page: SamplePage,
        ways: Int
    ) {
        let markup = page.markup
        // One in the strip at the top, and one among what the page offers.
        #expect(markup.values(of: "href").count { $0 == "/sign-in" } == 2 * ways)
    }
}
