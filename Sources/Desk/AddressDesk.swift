import CaseStores
package import Credentials
package import Partnerships
import Procedures

/// Finds out whether an address is whose it seems, by a mail that holds nothing of a case.
package struct AddressDesk: Sendable {
    private let partnerships: PartnershipDesk

    package init(partnerships: PartnershipDesk) {
        self.partnerships = partnerships
    }

    /// The path of the page that the link in such a mail opens.
    package static func path(_ token: Token) -> String { "/addresses/\(token.text)" }

    /// Sends a mail whose link, opened within 14 days, confirms the address.
    package func check(
        _ address: String,
        of contact: String,
        for asking: Asking
    ) async throws(DeskError) {
        let partnership = try await partnerships.partnership(asking.partnership)
        guard partnership.capacities(of: asking.person, on: asking.today).contains(.coordinator),
            !partnership.isShut(asking.person)
        else { throw .nothingHere }
        var random = SystemRandomNumberGenerator()
        let token = Token(using: &random)
        let hash = token.hash.text
        let mail = OutgoingMail(
            about: .init(kind: .addressCheck, reference: nil, entry: nil, name: contact),
            address: address,
            subject: "Is this your address?",
            paragraphs: [
                "Dear \(contact),",
                "\(partnership.name) may one day ask you for information about a child. Before it does, it makes sure that this address reaches you.",
                "Nothing is asked of you now but to open the link below and press the button.",
            ],
            link: Self.path(token)
        )
        try await partnerships.handle(
            [.checkAddress(address, token: hash)],
            in: asking.partnership,
            by: asking.actor,
            at: asking.time,
            outbox: [mail.row(key: "address-check/\(hash)", notBefore: asking.time)]
        ) { (_: Partnership, _: [PartnershipEvent]) async throws(DeskError) in [] }
    }

    /// Takes the answer to such a mail; false where the link is used, too old or none of ours.
    package func answer(_ token: Token, at now: Timestamp) async throws(DeskError) -> Bool {
        for id in try await partnerships.founded() {
            let partnership = try await partnerships.partnership(id)
            guard let address = partnership.address(checkedBy: token.hash.text, at: now) else {
                continue
            }
            try await partnerships.handle(
                .confirmAddress(address.text),
                in: id,
                by: .system,
                at: now
            )
            return true
        }
        return false
    }
}
