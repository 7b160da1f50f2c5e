import HTML
import Testing

@Suite("Writing elements")
struct ElementTests {
    @Test func `elements stand inside one another`() {
        var html = HTML()
        html.element(.ul, .class("plain")) { html in
            html.element(.li) { html in
                html.element(.a, .href("/plan"), .ariaCurrentPage, text: "Plan")
            }
        }
        #expect(
            html.string
                == "<ul class=\"plain\"><li><a href=\"/plan\" aria-current=\"page\">Plan</a></li>\n"
                + "</ul>\n"
        )
    }

    @Test(arguments: [(true, " open"), (false, "")])
    func `an attribute that is nil is not written`(isOpen: Bool, written: String) {
        var html = HTML()
        html.element(.details, .id("a"), isOpen ? .open : nil) { _ in }
        #expect(html.string == "<details id=\"a\"\(written)></details>\n")
    }

    @Test func `an attribute without a value is a name alone`() {
        var html = HTML()
        html.element(.input, .type("checkbox"), .checked, .id("a"))
        #expect(html.string == "<input type=\"checkbox\" checked id=\"a\">")
    }

    @Test func `a document says what it is and in which language`() {
        var html = HTML(capacity: 100)
        html.document(language: "en-GB") { $0.element(.body) { _ in } }
        #expect(html.string == "<!DOCTYPE html>\n<html lang=\"en-GB\"><body></body>\n</html>\n")
    }

    @Test(arguments: [0, 7, 9, 10, 11, 99, 100, 1_112, -1, -42, .max, .min])
    func `a number is written in decimals`(number: Int) {
        var html = HTML()
        html.number(number)
        html.element(.span, number: number)
        #expect(html.string == "\(number)<span>\(number)</span>")
    }
}

@Suite("Pictures")
struct PictureTests {
    @Test func `a picture is drawn from whole numbers`() {
        var html = HTML()
        html.element(.svg, .viewBox(width: 52, height: 22), .ariaHidden) { html in
            html.element(.path, .class("due"), .d(.down(x: 14, from: 1, to: 19)))
            html.element(.path, .d(.across(y: -3, from: 0, to: 28)))
            html.element(.path, .d(.shape("h16l-8 -15z", x: 6, y: 17)))
            html.element(.circle, .centreX(1), .centreY(2), .radius(3))
        }
        #expect(
            html.string == """
                <svg viewBox="0 0 52 22" aria-hidden="true"><path class="due" d="M14 1V19"/>
                <path d="M0 -3H28"/>
                <path d="M6 17h16l-8 -15z"/>
                <circle cx="1" cy="2" r="3"/>
                </svg>

                """
        )
    }
}
