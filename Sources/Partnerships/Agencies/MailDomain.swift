/// A domain whose addresses a partnership trusts: `marlshire-police.example`, or `*.marlshire.example`.
///
/// Without an asterisk it covers exactly itself. With one it covers whatever stands below it, at any depth,
/// and not itself; where both are wanted, both are listed.
package struct MailDomain: Hashable, Sendable {
    /// As it is compared, in lower case.
    package let text: String

    package enum Fault: Error, Hashable, Sendable {
        case notADomain
        /// Anybody can have an address there.
        case publicProvider(String)
        /// Many organisations have their domains below it.
        case shared(String)
    }

    package init(_ typed: String) throws(Fault) {
        let text = typed.lowercased()
        let domain = text.hasPrefix("*.") ? String(text.dropFirst(2)) : text
        let isWord = !domain.contains(".") && MailAddress.isDomain("\(domain).example")
        if isWord { throw .shared(domain) }
        guard MailAddress.isDomain(domain) else { throw .notADomain }
        if let provider = Self.providers.first(where: { domain == $0 || domain.hasSuffix(".\($0)") }
        ) {
            throw .publicProvider(provider)
        }
        if Self.isSharedAbove(domain) { throw .shared(domain) }
        self.text = text
    }

    /// Whether addresses of a domain, in lower case, are covered.
    package func covers(_ domain: String) -> Bool {
        text.hasPrefix("*.") ? domain.hasSuffix(text.dropFirst()) : domain == text
    }

    private static func isSharedAbove(_ domain: String) -> Bool {
        if shared.contains(domain) { return true }
        // Each council's schools have their domains below `COUNCIL.sch.uk`.
        let labels = domain.split(separator: ".")
        return labels.count == 3 && domain.hasSuffix(".sch.uk")
    }

    /// Suffixes below which many organisations have domains of their own.
    private static let shared: Set<String> = [
        "ac.uk", "co.uk", "gov.uk", "ltd.uk", "me.uk", "net.uk", "nhs.uk", "org.uk", "plc.uk",
        "police.uk", "pnn.police.uk", "sch.uk", "uk.com", "uk.net", "gb.net", "eu.org",
        "onmicrosoft.com",
    ]

    /// Where anybody can have an address for the asking, or with a telephone line.
    private static let providers: Set<String> = [
        "aol.co.uk", "aol.com", "blueyonder.co.uk", "btinternet.com", "btopenworld.com",
        "fastmail.com", "gmail.com", "gmx.co.uk", "gmx.com", "googlemail.com", "hotmail.co.uk",
        "hotmail.com", "icloud.com", "live.co.uk", "live.com", "mac.com", "mail.com", "me.com",
        "msn.com", "ntlworld.com", "outlook.co.uk", "outlook.com", "plus.com", "pm.me",
        "proton.me", "protonmail.com", "rocketmail.com", "sky.com", "talktalk.net",
        "tiscali.co.uk", "tuta.com", "tutanota.com", "virginmedia.com", "yahoo.co.uk",
        "yahoo.com", "yandex.com", "ymail.com", "zoho.com",
    ]
}
