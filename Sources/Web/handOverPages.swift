import CaseFiles
import Credentials
import Desk
import Hummingbird
import Pages
import Partnerships
import Views

extension CaseFormDesk {
    /// The links of letters that a person sends, shown this once; nil where mail goes out, or nothing holds a link.
    func handingOver(_ letters: [RequestLetter]) -> Response? {
        let links = handedOver(letters)
        guard !links.isEmpty else { return nil }
        let page = handOverPage(
            links,
            over: "Case \(reference)",
            crumbs: crumbs,
            at: guest.office.address()
        )
        return pageResponse(render(page, at: .within(.cases), in: guest.frame))
    }

    /// Makes a code to be read out by telephone; nil for any other form.
    func readingOut(
        _ commands: [CaseCommand],
        seen version: Int
    ) async throws(DeskError) -> Response? {
        guard case .request(.readOutCode(let read))? = commands.first else { return nil }
        let code = try await guest.office.seats.codeToReadOut(
            to: read.seat,
            of: read.request,
            on: reference,
            words: read.words,
            seen: version,
            for: guest.asking,
            present: guest.office.present()
        )
        let page = PaperPage(
            title: "A code to read out",
            over: "Case \(reference)",
            crumbs: crumbs,
            lead: ["It opens the link once. It is shown this once."],
            sections: [
                PaperPage.Section(title: "Code", facts: [PaperPage.Fact("Code", code.text)])
            ]
        )
        return pageResponse(render(page, at: .within(.cases), in: guest.frame))
    }
}

extension Office {
    var requests: RequestDesk {
        RequestDesk(cases: cases, sendsMail: sendsMail, name: { .random() })
    }
}

/// The links of letters that a person sends.
func handedOver(_ letters: [RequestLetter]) -> [(name: String, token: Token)] {
    letters.compactMap { letter in
        letter.queued.byHand
            ? letter.way.map { (name: letter.queued.name, token: $0.token) } : nil
    }
}

/// Links for people at an agency, shown once, to be handed over by somebody where no mail goes out.
func handOverPage(
    _ links: [(name: String, token: Token)],
    over: String,
    crumbs: [Crumb],
    at address: PublicAddress
) -> PaperPage {
    PaperPage(
        title: links.count == 1 ? "Hand over the link" : "Hand over the links",
        over: over,
        crumbs: crumbs,
        banners: [
            Banner(
                kind: .today,
                heading: "No mail goes out from here",
                lines: [
                    "Give each person the link of their own, by a way that only they read. It is shown this once. The business unit reads out a code by telephone."
                ]
            )
        ],
        sections: links.map { link in
            PaperPage.Section(
                title: link.name,
                facts: [
                    PaperPage.Fact(
                        "Link",
                        address.address(of: Link.answer(token: link.token.text)),
                        isCopied: true
                    )
                ]
            )
        }
    )
}
