import Partnerships

extension PartnershipReader {
    func line(_ agency: Agency) -> PeoplePage.AgencyLine {
        let isOpen = administers && !agency.isClosed
        return PeoplePage.AgencyLine(
            anchor: Self.anchor(agency.agency),
            name: agency.name,
            kind: agency.kind?.words ?? "Kind not given yet",
            note: agency.note,
            isClosed: agency.isClosed,
            contacts: Agency.Contact.Part.allCases.compactMap { part in
                agency.contact(part).map { line($0, of: agency) }
            },
            links: isOpen
                ? [
                    WordedLink(words: "Change", address: Link.agency(agency.agency)),
                    WordedLink(words: "Close", address: Link.agency(agency.agency, "closing")),
                ] : []
        )
    }

    static func anchor(_ agency: AgencyID) -> String { "agency-\(agency)" }

    private func line(
        _ contact: Agency.Contact,
        of agency: Agency
    ) -> PeoplePage.ContactLine {
        let trust = partnership.trust(of: contact.email)
        return PeoplePage.ContactLine(
            part: DayWording.capitalised(contact.part.words),
            name: contact.name,
            jobTitle: contact.jobTitle,
            email: contact.email,
            telephone: contact.telephone,
            trust: line(
                trust,
                checkSent: MailAddress(contact.email)
                    .flatMap { partnership.addresses[$0]?.check?.at }
            ),
            links: coordinates && !agency.isClosed ? acts(on: trust, contact.part, agency) : []
        )
    }

    private func line(_ trust: AddressTrust, checkSent: Timestamp?) -> PeoplePage.TrustLine {
        let (words, because) =
            switch trust {
            case .confirmed(let at): ("Confirmed", "answered a mail on \(when(at))")
            case .domainListed(let domain): ("Domain listed", domain.text)
            case .allowed(let by, let at): ("Allowed", "by \(name(by)) on \(when(at))")
            case .notYet:
                (
                    "Not trusted yet",
                    checkSent.map { "a mail went there on \(when($0)) and is not answered" }
                        ?? "nothing is sent there"
                )
            }
        return PeoplePage.TrustLine(
            isTrusted: trust.isTrusted,
            words: words,
            because: because
        )
    }

    private func acts(
        on trust: AddressTrust,
        _ part: Agency.Contact.Part,
        _ agency: Agency
    ) -> [WordedLink] {
        func link(_ words: String, _ form: String) -> WordedLink {
            WordedLink(
                words: words,
                address: Link.agency(agency.agency, "\(part.rawValue)/\(form)")
            )
        }
        return switch trust {
        case .confirmed, .allowed: [link("Stop trusting this address", "withdrawal")]
        case .notYet:
            (sendsMail ? [link("Send it a mail without case content", "check")] : [])
                + [link("Allow this address", "allowance")]
        case .domainListed: []
        }
    }

    func line(_ listed: ListedDomain) -> PeoplePage.DomainLine {
        let domain = listed.domain.text
        return PeoplePage.DomainLine(
            domain: domain,
            reason: listed.reason,
            says: "Listed by \(name(listed.by)) on \(when(listed.at))",
            link: coordinates
                ? WordedLink(words: "Take it off", address: Link.domain(listed.domain)) : nil
        )
    }

    /// A notice of addresses, with the way to where they are looked at.
    func line(_ notice: Notice, _ id: AgencyID, _ addresses: [String]) -> NoticesPage.Line {
        let agency = partnership.agencies[id]?.name ?? "an agency"
        let entered =
            addresses.count == 1
            ? "the address \(addresses[0]) was entered"
            : "the addresses \(DayWording.list(addresses)) were entered"
        return NoticesPage.Line(
            when: when(notice.at),
            says:
                "For \(agency) \(entered) by \(name(notice.by)). Nothing goes there until trusted.",
            link: WordedLink(
                words: "Look at \(agency)",
                address: "\(Link.people)#\(Self.anchor(id))"
            )
        )
    }
}
