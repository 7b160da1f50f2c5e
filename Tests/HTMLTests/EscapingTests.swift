import HTML
import Testing

@Suite("Escaping")
struct EscapingTests {
    @Test func `markup in text is shown, not read`() {
        var html = HTML()
        html.element(.p, text: "<script>alert('x')</script> & more")
        #expect(
            html.string
                == "<p>&lt;script&gt;alert('x')&lt;/script&gt; &amp; more</p>\n"
        )
    }

    @Test func `a quotation mark does not end an attribute`() {
        var html = HTML()
        html.element(.input, .id("a"), .value("\" onfocus=\"alert(1)\" x=\""))
        #expect(
            html.string
                == "<input id=\"a\" value=\"&quot; onfocus=&quot;alert(1)&quot; x=&quot;\">"
        )
    }

    @Test func `an end tag does not leave a text area or a title`() {
        var html = HTML()
        html.element(.textarea, text: "</textarea><b>")
        html.element(.title, text: "</title><b>")
        #expect(
            html.string
                == "<textarea>&lt;/textarea&gt;&lt;b&gt;</textarea>\n"
                + "<title>&lt;/title&gt;&lt;b&gt;</title>\n"
        )
    }

    @Test(arguments: ["&", "<", ">", "\""])
    func `a special character is found wherever it stands`(character: String) {
        let entity = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"][character] ?? ""
        for before in 0..<20 {
            for after in 0..<20 {
                let (start, end) = (
                    String(repeating: "é", count: before), String(repeating: "'", count: after)
                )
                var html = HTML()
                html.text(start + character + character + end)
                #expect(html.string == start + entity + entity + end)
            }
        }
    }

    @Test func `every other byte stays as it is`() {
        let text = String(decoding: (0...127).map { UInt8($0) }, as: UTF8.self) + "Ünïcödé – 😀"
        var html = HTML()
        html.text(text)
        let expected =
            text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
            .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
            .split(separator: ">", omittingEmptySubsequences: false).joined(separator: "&gt;")
            .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
        #expect(html.string == expected)
    }
}

@Suite("Addresses")
struct AddressTests {
    @Test(
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
            "java\tscript:alert(1)", "data:text/html,x", "//elsewhere.example",
            "/\\elsewhere.example",
            "/\t/elsewhere.example", "http://elsewhere.example", "elsewhere", "", "/a b",
        ]
    )
    func `an address that leads elsewhere leads nowhere`(address: String) {
        var html = HTML()
        html.element(.a, .href(address), text: "x")
        html.element(.form, .action(address)) { _ in }
        #expect(html.string == "<a href=\"#\">x</a><form action=\"#\"></form>\n")
    }

    @Test(
        arguments: [
            "/plan?procedure=dorset&aware-day=15#submit", "#main", "?x=1", "/",
            "https://www.gov.uk/guidance",
        ]
    )
    func `an address of ours is kept`(address: String) {
        var html = HTML()
        html.element(.a, .href(address), text: "x")
        let written = address.split(separator: "&").joined(separator: "&amp;")
        #expect(html.string == "<a href=\"\(written)\">x</a>")
    }
}

extension HTML {
    var string: String { String(decoding: bytes, as: UTF8.self) }
}
