extension Deciding {
    func confirm(_ address: String) throws(PartnershipRefusal) -> [PartnershipEvent] {
        let known = try self.address(address)
        if case .confirmed = partnership.trust(of: address) { return [] }
        return [.addressConfirmed(PartnershipEvent.OfAddress(address: known.text))]
    }

    func check(
        _ address: String,
        _ token: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        let known = try self.address(address)
        if case .confirmed = partnership.trust(of: address) { throw .alreadyTrusted(known.text) }
        return [
            .addressCheckSent(
                PartnershipEvent.AddressCheckSent(address: known.text, token: token)
            )
        ]
    }

    func allow(
        _ address: String,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        let known = try self.address(address)
        try require(reason, .reason)
        if partnership.trust(of: address).isTrusted { throw .alreadyTrusted(known.text) }
        return [
            .addressAllowed(
                PartnershipEvent.ReasonedAddress(address: known.text, reason: reason)
            )
        ]
    }

    /// Also of an address that no agency has any more.
    func withdrawTrust(
        in address: String,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let known = MailAddress(address), let standing = partnership.addresses[known],
            standing != KnownAddress()
        else { throw .notTrustedItself(address) }
        try require(reason, .reason)
        return [
            .addressTrustWithdrawn(
                PartnershipEvent.ReasonedAddress(address: known.text, reason: reason)
            )
        ]
    }

    func list(_ typed: String, _ reason: String) throws(PartnershipRefusal) -> [PartnershipEvent] {
        let domain: MailDomain
        do {
            domain = try MailDomain(typed)
        } catch {
            throw .noSuchDomain(typed, error)
        }
        try require(reason, .reason)
        if partnership.domains.contains(where: { $0.domain == domain }) {
            throw .alreadyListed(domain)
        }
        return [
            .domainListed(PartnershipEvent.ReasonedDomain(domain: domain.text, reason: reason))
        ]
    }

    func unlist(
        _ typed: String,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        let domain = typed.lowercased()
        guard partnership.domains.contains(where: { $0.domain.text == domain }) else {
            throw .notListed(typed)
        }
        try require(reason, .reason)
        return [.domainUnlisted(PartnershipEvent.ReasonedDomain(domain: domain, reason: reason))]
    }

    private func address(_ text: String) throws(PartnershipRefusal) -> MailAddress {
        guard let address = MailAddress(text), partnership.isInDirectory(address) else {
            throw .unknownAddress(text)
        }
        return address
    }
}
