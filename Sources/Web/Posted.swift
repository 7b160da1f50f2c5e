import Credentials
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// What a form sent.
struct Posted: Sendable {
    let items: [(name: String, value: String)]

    /// The longest form: a megabyte.
    static let mostBytes = 1 << 20

    init(_ items: [(name: String, value: String)]) {
        self.items = items
    }

    /// Reads the body of a form.
    static func read(_ request: Request, most: Int = mostBytes) async throws -> Posted {
        guard
            let type = request.headers[.contentType],
            type.lowercased().hasPrefix("application/x-www-form-urlencoded")
        else { throw HTTPError(.badRequest) }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
            throw HTTPError(.contentTooLarge)
        }
        let buffer = try await request.body.collect(upTo: most)
        return Posted(queryItems(String(buffer: buffer)))
    }

    func value(_ name: String) -> String {
        items.first { $0.name == name }?.value ?? ""
    }

    /// What is sent besides what people fill in.
    static let own: Set<String> = ["form-token"]

    /// The same again, as a browser encodes it.
    var encoded: String {
        items.filter { !Self.own.contains($0.name) }
            .map { "\(Link.encoded($0.name))=\(Link.encoded($0.value))" }
            .joined(separator: "&")
    }
}

extension Visit {
    /// Reads a form that this session must have made for this very address.
    func posted(_ request: Request) async throws -> Posted {
        let posted = try await Posted.read(request)
        guard token.accepts(formToken: posted.value("form-token"), for: request.uri.path) else {
            throw Detour.foreignForm
        }
        return posted
    }
}

/// Something typed by somebody who had to sign in, or give a code, before it could be taken.
struct Kept: Sendable {
    let path: String
    let items: [(name: String, value: String)]

    /// As one hidden value of the pages on the way.
    let text: String

    init(path: String, _ posted: Posted) {
        self.path = path
        items = posted.items.filter { !Posted.own.contains($0.name) }
        text = "\(path)?\(posted.encoded)"
    }

    /// Whether a form may be as long as it takes to send this: written as forms are, once more than it is here.
    var canBeCarried: Bool { text.utf8.count <= Posted.mostBytes / 2 }

    /// Nil for what no page of ours wrote.
    init?(_ text: String) {
        guard let mark = text.firstIndex(of: "?"), text.hasPrefix("/"), !text.hasPrefix("//") else {
            return nil
        }
        path = String(text[..<mark])
        items = queryItems(String(text[text.index(after: mark)...]))
        self.text = text
        guard path.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != 0x5C }) else { return nil }
    }
}

/// The page that offers to send again what was typed before signing in.
func resendPage(_ kept: Kept, token: String) -> FormPage {
    FormPage(
        title: "Nothing you typed is lost",
        lead: [
            "You are signed in. What you typed before has not been recorded yet: send it now, and you come to where you were."
        ],
        form: Form(
            action: kept.path,
            token: token,
            hidden: kept.items.filter { !Posted.own.contains($0.name) },
            button: "Send what you typed"
        )
    )
}
