/// Whether requests and signatures may go to an address, and why.
package enum AddressTrust: Hashable, Sendable {
    /// It answered a mail without case content.
    case confirmed(at: Timestamp)
    /// The partnership has listed the domain that covers it.
    case domainListed(MailDomain)
    case allowed(by: Actor, at: Timestamp)
    case notYet

    package var isTrusted: Bool { self != .notYet }
}

/// A domain on a partnership's list.
package struct ListedDomain: Hashable, Sendable {
    package let domain: MailDomain
    package let reason: String
    package let by: Actor
    package let at: Timestamp
}

/// What a partnership knows of one address, apart from its domain.
package struct KnownAddress: Hashable, Sendable {
    package internal(set) var confirmed: Timestamp?
    package internal(set) var allowance: Allowance?
    /// The last mail without case content that went there and was not answered.
    package internal(set) var check: Check?

    package struct Check: Hashable, Sendable {
        /// SHA-256 of the link's token, 64 hexadecimal digits.
        package let token: String
        package let at: Timestamp

        /// So long the link says that the mail arrived.
        package static let days: Int64 = 14

        package func isOpen(at now: Timestamp) -> Bool {
            now < at.advanced(byHours: Self.days * 24)
        }
    }

    package struct Allowance: Hashable, Sendable {
        package let reason: String
        package let by: Actor
        package let at: Timestamp
    }
}

extension Partnership {
    /// The standing of an address: an answer counts first, then the domain, then a coordinator's yes.
    ///
    /// It belongs to the address and not to whoever has it, so that a contact with a new address begins anew.
    package func trust(of address: String) -> AddressTrust {
        guard let address = MailAddress(address) else { return .notYet }
        let known = addresses[address]
        if let at = known?.confirmed { return .confirmed(at: at) }
        if let listed = domains.first(where: { $0.domain.covers(address.domain) }) {
            return .domainListed(listed.domain)
        }
        if let allowance = known?.allowance {
            return .allowed(by: allowance.by, at: allowance.at)
        }
        return .notYet
    }

    /// The address to which a mail without case content went, by the hash of its link's token.
    package func address(checkedBy token: String, at now: Timestamp) -> MailAddress? {
        addresses.first { $0.value.check.map { $0.token == token && $0.isOpen(at: now) } ?? false }?
            .key
    }

    /// Whether a contact of an open agency has the address.
    package func isInDirectory(_ address: MailAddress) -> Bool {
        agencies.values.contains { agency in
            !agency.isClosed && agency.contacts.contains { MailAddress($0.email) == address }
        }
    }
}
