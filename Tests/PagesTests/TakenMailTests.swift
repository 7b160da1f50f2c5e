import Pages
import Testing

@Suite("The mail of a demonstration")
struct TakenMailTests {
    private let address = "http://127.0.0.1:8080"

    private func lines(of text: String) -> [TakenMailPage.Line] {
        let mail = TakenMail(number: 1, to: "a@b.example", subject: "S", text: text)
        return TakenMailPage([mail], address: address).messages.flatMap(\.lines)
    }

    @Test func `a link of this server can be followed, by its path`() {
        #expect(
            lines(of: "Open this:\n\nhttp://127.0.0.1:8080/answers/abc\n") == [
                .text("Open this:"),
                .link("http://127.0.0.1:8080/answers/abc", path: "/answers/abc"),
            ]
        )
    }

    @Test(arguments: [
        "http://127.0.0.1:8080", "http://127.0.0.1:80801/x", "http://127.0.0.1:8080.evil.example/",
        "https://elsewhere.example/", "javascript:alert(1)", "http://127.0.0.1:8080/a b",
        "see http://127.0.0.1:8080/a",
    ])
    func `nothing else leads anywhere`(text: String) {
        #expect(lines(of: text) == [.text(text)])
    }

    @Test func `the page says why it is empty`() {
        #expect(TakenMailPage(nil, address: address).lead.contains("without a mail server"))
        #expect(TakenMailPage([], address: address).lead.contains("No message has gone out yet"))
    }
}
