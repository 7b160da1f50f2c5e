/// An e-mail address as it is compared: in lower case, with plain letters only.
///
/// Letters outside ASCII are not taken, since two that look alike would be two domains.
package struct MailAddress: Hashable, Sendable {
    package let local: String
    package let domain: String

    /// Nil for anything that is not one address and nothing else.
    package init?(_ text: String) {
        let parts = text.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ $0.isAddressText }), Self.isDomain(parts[1])
        else { return nil }
        local = String(parts[0])
        domain = String(parts[1])
    }

    package var text: String { "\(local)@\(domain)" }

    /// Two labels or more of letters, digits and hyphens.
    static func isDomain(_ text: some StringProtocol) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.utf8.allSatisfy(\.isLabelText)
                    && label.first != "-" && label.last != "-"
            }
    }
}

extension UInt8 {
    fileprivate var isLabelText: Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= self
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= self || self == UInt8(ascii: "-")
    }

    /// What stands before the at sign without being quoted.
    fileprivate var isAddressText: Bool {
        isLabelText || "!#$%&'*+/=?^_`{|}~.".utf8.contains(self)
    }
}
