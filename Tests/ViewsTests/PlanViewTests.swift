import Testing

@testable import Pages
@testable import Views

@Suite("The plan's form")
struct PlanFormViewTests {
    let wrong = SamplePage.planWrong.markup

    @Test func `the title says that there is an error`() {
        #expect(wrong.text.contains("<title>Error: Work out the dates - Sightline</title>"))
        #expect(!SamplePage.planEmpty.markup.text.contains("Error: "))
    }

    @Test func `only the box that is wrong is marked, and described by its fault`() {
        let boxes = wrong.all("input").filter {
            $0.attributes["name"]?.hasPrefix("notified-") == true
        }
        let marked = boxes.filter { $0.attributes["aria-invalid"] == "true" }
        #expect(marked.map { $0.attributes["id"] } == ["notified-year"])
        #expect(marked.map { $0.attributes["aria-describedby"] } == ["notified-fault"])
    }

    @Test func `what was typed comes back as text`() {
        #expect(wrong.text.contains("29 Dec\n&lt;script&gt;alert(1)&lt;/script&gt;</textarea>"))
    }

    @Test func `a part is open where something is in it or wrong`() {
        func open(_ page: SamplePage) -> [Bool] {
            page.markup.all("details").filter { $0.attributes["class"] == "extra" }
                .map { $0.attributes["open"] != nil }
        }
        #expect(open(.planEmpty) == [false, false, false])
        #expect(open(.plan) == [true, true, false])
        #expect(open(.planWrong) == [true, true, true])
    }

    @Test func `an answer that is not known is the first choice and sends nothing`() {
        let answers = wrong.all("input").filter { $0.attributes["name"] == "fact-looked-after" }
        #expect(answers.map { $0.attributes["value"] } == ["", "yes", "no"])
        #expect(
            answers.map { $0.attributes["id"] } == [
                "fact-looked-after", "fact-looked-after-yes", "fact-looked-after-no",
            ]
        )
        #expect(answers.map { $0.attributes["checked"] != nil } == [true, false, false])
    }

    @Test func `it asks by get, so that a plan has an address`() {
        let form = wrong.all("form").first
        #expect(form?.attributes["method"] == "get")
        #expect(form?.attributes["action"] == "/plan")
    }
}

@Suite("The plan")
struct PlanViewTests {
    let page = SamplePage.plan.markup

    @Test func `every line is followed by its reason`() {
        let rows = page.all("tr").filter { $0.attributes["id"] != nil }
        let reasons = page.all("tr").filter { $0.attributes["class"] == "because" }
        #expect(rows.map { $0.attributes["id"] }.count == sampleSteps.count)
        #expect(reasons.count == rows.count)
    }

    @Test func `what cannot be right comes before the rest`() throws {
        let late = try #require(page.text.range(of: "banner banner-late"))
        let other = try #require(page.text.range(of: "banner banner-today"))
        #expect(late.lowerBound < other.lowerBound)
    }

    @Test func `the picture has a title and a description`() {
        #expect(page.text.contains("<title id=\"timeline-title\">Timeline of the plan"))
        #expect(page.all("desc").count == 1)
    }

    @Test func `markup in a step is text in the table and in the picture`() {
        let step = SampleStep(
            id: "x",
            does: "<img src=x onerror=alert(1)>",
            clause: "\"><script>",
            who: "</td>",
            due: 3
        )
        let plan = samplePlan(days: 20, steps: [step])
        let markup = Markup(render(PlanPage(form: sampleForm(.empty), plan: plan)))
        #expect(markup.faults == [])
        #expect(markup.all("img", "script").isEmpty)
    }
}

extension String {
    /// Where another text begins and ends, without Foundation.
    fileprivate func range(of other: String) -> Range<String.Index>? {
        firstRange(of: other)
    }
}
