import Credentials
import TestSupport
import Testing

@Suite("The public address")
struct PublicAddressTests {
    @Test(arguments: [
        ("https://sightline.example", "https://sightline.example", true),
        ("HTTPS://Sightline.Example/", "https://sightline.example", true),
        ("https://sightline.example:443", "https://sightline.example", true),
        ("https://sightline.example:8443", "https://sightline.example:8443", true),
        ("https://192.0.2.7", "https://192.0.2.7", true),
        ("http://localhost:8080", "http://localhost:8080", false),
        ("http://127.0.0.1", "http://127.0.0.1", false),
        ("http://127.8.9.10:80/", "http://127.8.9.10", false),
        ("http://[::1]:8080", "http://[::1]:8080", false),
    ])
    func `it is read and written in one form`(text: String, form: String, isSecure: Bool) throws {
        let address = try PublicAddress(text)
        #expect(address.description == form)
        #expect(address.isSecure == isSecure)
        #expect(address.address(of: "/sign-in") == form + "/sign-in")
    }

    @Test(arguments: [
        ("", PublicAddress.Refusal.notAnAddress), ("sightline.example", .notAnAddress),
        ("ftp://sightline.example", .notAnAddress), ("https://", .notAnAddress),
        ("https://:443", .notAnAddress), ("https://a b", .notAnAddress),
        ("https://sightline.example:", .notAnAddress),
        ("https://sightline.example:0", .notAnAddress),
        ("https://sightline.example:65536", .notAnAddress), ("https://-a.example", .notAnAddress),
        ("https://[::1", .notAnAddress), ("https://[]:80", .notAnAddress),
        ("https://sightline.example/app", .hasMoreThanAName),
        ("https://sightline.example?x", .hasMoreThanAName),
        ("https://me@sightline.example", .hasMoreThanAName),
        ("http://sightline.example", .plainBeyondLoopback),
        ("http://127.0.0.1.example", .plainBeyondLoopback),
        ("http://127.0.0.999", .plainBeyondLoopback), ("http://[::2]", .plainBeyondLoopback),
        ("http://localhost.example", .plainBeyondLoopback),
    ])
    func `what is none is refused`(text: String, refusal: PublicAddress.Refusal) {
        #expect(throws: refusal) { try PublicAddress(text) }
    }

    @Test func `only its own Host is accepted`() throws {
        let address = try PublicAddress("https://sightline.example")
        for host in ["sightline.example", "Sightline.Example", "sightline.example:443"] {
            #expect(address.accepts(hostHeader: host), "\(host)")
        }
        for host in [
            "", "elsewhere.example", "sightline.example:80", "sightline.example.",
            "a.sightline.example",
            "sightline.example:443:443", "sightline.example@elsewhere.example", "127.0.0.1",
        ] {
            #expect(!address.accepts(hostHeader: host), "\(host)")
        }
        let local = try PublicAddress("http://[::1]:8080")
        #expect(local.accepts(hostHeader: "[::1]:8080"))
        #expect(!local.accepts(hostHeader: "[::1]"))
    }
}

@Suite("The session's cookie")
struct SessionCookieTests {
    private func token() -> Token {
        var random = SeededGenerator(seed: 29)
        return Token(using: &random)
    }

    @Test func `it is bound to the host and to TLS`() throws {
        let cookie = SessionCookie(for: try PublicAddress("https://sightline.example"))
        let token = token()
        #expect(
            cookie.setting(token)
                == "__Host-sightline=\(token.text); Path=/; HttpOnly; SameSite=Lax; Secure"
        )
        #expect(
            cookie.clearing
                == "__Host-sightline=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"
        )
    }

    @Test func `on one's own machine without TLS it is plain`() throws {
        let cookie = SessionCookie(for: try PublicAddress("http://localhost:8080"))
        let token = token()
        #expect(cookie.setting(token) == "sightline=\(token.text); Path=/; HttpOnly; SameSite=Lax")
        #expect(cookie.token(in: "__Host-sightline=\(token.text)") == nil)
    }

    @Test func `it is found among others, and not when there are two`() throws {
        let cookie = SessionCookie(for: try PublicAddress("https://sightline.example"))
        let token = token()
        let pair = "__Host-sightline=\(token.text)"
        for header in [pair, "a=b; \(pair); c=d", "a=b;\(pair)", "sightline=x; \(pair)"] {
            #expect(cookie.token(in: header) == token, "\(header)")
        }
        for header in [
            "", "a=b", "\(pair); \(pair)", "\(pair)x", "x\(pair)", "sightline=\(token.text)",
            "__Host-sightline=",
        ] {
            #expect(cookie.token(in: header) == nil, "\(header)")
        }
    }
}
