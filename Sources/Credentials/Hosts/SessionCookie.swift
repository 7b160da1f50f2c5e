/// The cookie that carries a session's token.
package struct SessionCookie: Hashable, Sendable {
    private let isSecure: Bool
    private let kind: Kind

    /// Whose cookie it is: one of them opens nothing of another's.
    package enum Kind: String, Sendable {
        /// Somebody with a sign-in of her own.
        case person = ""
        /// Somebody at an agency, who came by a link and gave a code.
        case seat = "-answer"
        /// Somebody who came by a link and has given no code yet; it goes after a quarter of an hour.
        case link = "-link"
    }

    package init(for address: PublicAddress, _ kind: Kind = .person) {
        isSecure = address.isSecure
        self.kind = kind
    }

    /// With `__Host-` browsers take it from this very host alone, by TLS alone, for all of its paths.
    ///
    /// They would refuse that name without TLS, so the demonstration on one's own machine has a plain one.
    package var name: String { (isSecure ? "__Host-sightline" : "sightline") + kind.rawValue }

    /// The value of `Set-Cookie`; where no lifetime is said, it goes when the browser is closed.
    package func setting(_ token: Token) -> String {
        "\(name)=\(token.text)\(attributes)" + (kind == .link ? "; Max-Age=900" : "")
    }

    /// The value of `Set-Cookie` that makes the browser forget it.
    package var clearing: String { "\(name)=\(attributes); Max-Age=0" }

    /// The token in a request's `Cookie`; nil when there is none, or more than one to choose from.
    package func token(in header: String) -> Token? {
        let values = header.split(separator: ";").compactMap(value)
        return values.count == 1 ? values.first.flatMap { Token(String($0)) } : nil
    }

    private func value(of pair: Substring) -> Substring? {
        let bare = pair.drop { $0 == " " }
        guard bare.hasPrefix(name + "=") else { return nil }
        return bare.dropFirst(name.count + 1)
    }

    private var attributes: String {
        "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}
