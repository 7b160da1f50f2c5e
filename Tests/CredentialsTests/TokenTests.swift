import Credentials
import TestSupport
import Testing

@Suite("Tokens")
struct TokenTests {
    @Test func `each is 43 letters for an address, and read back`() throws {
        var random = SeededGenerator(seed: 3)
        var seen: Set<TokenHash> = []
        for _ in 0..<500 {
            let token = Token(using: &random)
            #expect(token.text.utf8.count == 43)
            #expect(
                token.text.allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
                }
            )
            let again = try #require(Token(token.text))
            #expect(again == token)
            #expect(token.hash.matches(again))
            #expect(try roundTrip(token.hash) == token.hash)
            seen.insert(token.hash)
        }
        #expect(seen.count == 500)
    }

    @Test func `a text that is none is refused, also one that would mean the same bytes`() {
        var random = SeededGenerator(seed: 5)
        let text = Token(using: &random).text
        // The last letter carries four bits, so three others decode to the same bytes.
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let read = letters.filter { Token(text.dropLast() + String($0)) != nil }
        #expect(read.count == 16)
        for wrong in [
            "", text + "=", text + "A", String(text.dropLast()), " " + text.dropLast(),
            "é" + text.dropFirst(2),
        ] {
            #expect(Token(wrong) == nil, "\(wrong)")
        }
    }

    @Test func `a hash matches its own token alone`() {
        var random = SeededGenerator(seed: 17)
        let (one, other) = (Token(using: &random), Token(using: &random))
        #expect(one.hash.matches(one))
        #expect(!one.hash.matches(other))
        #expect(!TokenHash(bytes: []).matches(one))
    }

    @Test func `a form is taken from its own session and for its own purpose`() {
        var random = SeededGenerator(seed: 19)
        let (one, other) = (Token(using: &random), Token(using: &random))
        let form = one.formToken(for: "csrf")
        #expect(one.accepts(formToken: form, for: "csrf"))
        #expect(!one.accepts(formToken: form, for: "export"))
        #expect(!other.accepts(formToken: form, for: "csrf"))
        for wrong in ["", String(form.dropLast()), form + "A", one.text] {
            #expect(!one.accepts(formToken: wrong, for: "csrf"), "\(wrong)")
        }
        #expect(!form.contains(one.text))
    }

    @Test func `it is never printed`() {
        var random = SeededGenerator(seed: 23)
        let token = Token(using: &random)
        var printed = "\(token) \(String(reflecting: token)) \([token])"
        dump(token, to: &printed)
        #expect(!printed.contains(token.text))
        #expect(printed.contains("(token)"))
    }
}
