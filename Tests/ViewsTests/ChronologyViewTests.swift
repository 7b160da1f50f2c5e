import HTML
import TestSupport
import Testing

@testable import Pages
@testable import Views

@Suite("A chronology in HTML")
struct ChronologyViewTests {
    private let markup = Markup(render(sampleChronology(), in: .datesOnly))

    @Test func `has a row for every entry, and its agency as text`() {
        let rows = markup.all("tr").compactMap { $0.attributes["id"] }
        #expect(rows == ["row-201", "row-100", "row-200", "row-101", "row-202", "row-203"])
        #expect(markup.text.contains("<span class=\"source source-0\">Police</span>"))
        #expect(markup.text.contains("<span class=\"source source-1\">Hilltop School</span>"))
    }

    @Test func `escapes what agencies wrote`() {
        #expect(markup.text.contains("&lt;b&gt;Loud&lt;/b&gt;"))
    }

    @Test func `marks what is uncertain with a word, and keeps it from looking like a day`() {
        #expect(markup.text.contains("<strong class=\"tag tag-unsure\">Uncertain</strong>"))
        #expect(!markup.values(of: "datetime").contains { $0.hasPrefix("2016-05-01") })
    }

    @Test func `looks for words by post, and for nothing else`() {
        let forms = markup.all("form").filter {
            $0.attributes["action"]?.contains("chronology") == true
        }
        #expect(forms.map { $0.attributes["method"] } == ["get", "post"])
        let text = Markup(
            render(sampleChronology(.init(words: "Robin <seen>")), in: .datesOnly)
        )
        #expect(!text.values(of: "href").contains { $0.contains("Robin") })
    }

    @Test func `names each column for the cards of small screens`() {
        let heads = Set(markup.values(of: "data-head"))
        #expect(
            heads == ["Agency", "What happened", "What was done", "Who, source", "Age"]
        )
    }

    @Test func `shows no name but those in no list, once pseudonyms are asked for`() {
        let page = render(sampleChronology(.init(isPseudonymised: true)), in: .datesOnly)
        let text = String(decoding: page, as: UTF8.self)
        #expect(!text.contains("Robin"))
        #expect(text.contains("Child A seen asleep"))
    }

    @Test func `says where pasted rows are wrong`() {
        var html = HTML()
        html.text("Before. ")
        html.chronologyPaste(
            ChronologyPaste(
                "Date\tEvent\n31/02/2024\t<Visit>\n1/1/20\t<Call>",
                today: "2026-11-21"
            ),
            id: "pasted"
        )
        let markup = Markup(html.bytes)
        #expect(markup.faults == [])
        #expect(markup.text.contains("“31/02/2024” is no day: February 2024 has 29 days"))
        #expect(markup.text.contains("&lt;Call&gt;"))
    }
}
