package import Partnerships
package import WorkingDays

/// A referral in somebody's list.
package struct ReferralLine: Sendable {
    let reference: CaseReference
    let isOwn: Bool
    let isToRead: Bool
    let sent: Day?
    let changed: Day

    package init(
        reference: CaseReference,
        isOwn: Bool,
        isToRead: Bool,
        sent: Day?,
        changed: Day
    ) {
        self.reference = reference
        self.isOwn = isOwn
        self.isToRead = isToRead
        self.sent = sent
        self.changed = changed
    }
}

/// What stands over everything by which an incident is told.
package let notForDanger = Banner(
    kind: .late,
    heading: "This is not the way to report a child in danger now",
    lines: [
        "If a child is in danger, ring 999 or the council’s children’s services first. Nobody may read this before the next working day."
    ]
)

/// What somebody has told, or is about to tell, the partnership.
package func referralListPage(
    _ lines: [ReferralLine],
    document: String,
    token: String
) -> PaperPage {
    PaperPage(
        title: "Tell the partnership of a serious incident",
        banners: [notForDanger],
        lead: [
            "When a child has died or was seriously harmed and abuse or neglect may have played a part, any agency can tell the partnership. It takes about 25 minutes, and you can stop and come back.",
            "You do not decide whether the incident must be notified: the council does, with its partners.",
        ],
        presses: [
            PaperPage.Press(
                Form(
                    action: Link.referrals,
                    token: token,
                    hidden: [(name: "document", value: document)],
                    button: "Begin a referral"
                )
            )
        ],
        sections: lines.isEmpty
            ? [] : [PaperPage.Section(title: "Yours", links: lines.map { $0.link })]
    )
}

extension ReferralLine {
    fileprivate var link: WordedLink {
        let state =
            if let sent {
                "sent on \(DayWording.words(sent))"
            } else if isToRead {
                "for you to read, since \(DayWording.words(changed))"
            } else {
                "\(isOwn ? "being written" : "back with its author"), last changed on \(DayWording.words(changed))"
            }
        return WordedLink(
            words: "Referral \(reference): \(state)",
            address: Link.referral(reference)
        )
    }
}

/// How far a referral has come, for one who may open it.
package struct ReferralState: Sendable {
    let reference: CaseReference
    let isHers: Bool
    let isAuthor: Bool
    let author: String
    /// Who reads it now.
    let reader: String?
    let notes: [(by: String, when: String, words: String)]
    let sent: (by: String, when: String, to: [String], isReceiver: Bool)?
    let told: [(day: Day, words: String)]
    /// Whether the procedure has a senior manager read it first.
    let wantsReader: Bool
    let readers: [(id: String, name: String)]

    package init(
        reference: CaseReference,
        isHers: Bool,
        isAuthor: Bool,
        author: String,
        reader: String?,
        notes: [(by: String, when: String, words: String)],
        sent: (by: String, when: String, to: [String], isReceiver: Bool)?,
        told: [(day: Day, words: String)],
        wantsReader: Bool,
        readers: [(id: String, name: String)]
    ) {
        self.reference = reference
        self.isHers = isHers
        self.isAuthor = isAuthor
        self.author = author
        self.reader = reader
        self.notes = notes
        self.sent = sent
        self.told = told
        self.wantsReader = wantsReader
        self.readers = readers
    }
}

/// One referral: what it says so far, what is missing, and what can be done with it.
package func referralPage(
    _ state: ReferralState,
    _ writing: FormWriting,
    digest: String,
    fault: String?,
    tokens: PaperTokens
) -> PaperPage {
    func at(_ part: String, _ of: String? = nil) -> String {
        Link.referral(state.reference, part, of)
    }
    var banners: [Banner] = []
    if let fault { banners.append(Banner(kind: .late, heading: fault)) }
    if let sent = state.sent {
        banners.append(
            Banner(
                kind: .done,
                heading: "Sent by \(sent.by), \(sent.when)",
                lines: [
                    "\(DayWording.list(sent.to)) can read it now. Nobody was notified by it: the council decides whether the national Panel is.",
                    sent.isReceiver
                        ? ""
                        : "You are not on the case that was opened. What you are told of it stands here.",
                ]
            )
        )
    } else {
        banners.append(notForDanger)
    }
    banners += state.told.map { told in
        Banner(
            kind: .plain,
            heading: "What you were told on \(DayWording.words(told.day))",
            lines: [told.words]
        )
    }
    if let reader = state.reader, !state.isHers {
        banners.append(
            Banner(
                kind: .plain,
                heading: "\(reader) reads it first",
                lines: ["It comes back to you, or is sent, when they have."]
            )
        )
    }
    banners += state.notes.filter { !$0.words.isEmpty }.map { note in
        Banner(kind: .plain, heading: "\(note.by), \(note.when)", lines: [note.words])
    }
    let sections = writing.overview { at("parts", $0) }
    return PaperPage(
        title: "Referral \(state.reference)",
        crumbs: [Crumb(name: Way.referrals.name, address: Link.referrals)],
        banners: banners,
        lead: state.sent == nil
            ? [
                state.isAuthor ? "" : "Written by \(state.author).",
                state.wantsReader
                    ? "The procedure has a senior manager of the agency read it before it is sent."
                    : "",
            ] : [],
        acts: state.isHers
            ? [
                WordedLink(
                    words: "Write it all on one page",
                    address: at("parts", FormWriting.whole)
                )
            ] : [],
        presses: state.isHers ? presses(state, isComplete: writing.isComplete, digest, tokens) : [],
        sections: state.isHers
            ? sections
            : sections.map { section in
                PaperPage.Section(title: section.title, facts: section.facts)
            }
    )
}

private func presses(
    _ state: ReferralState,
    isComplete: Bool,
    _ digest: String,
    _ tokens: PaperTokens
) -> [PaperPage.Press] {
    func form(
        _ act: String,
        _ button: String,
        _ ask: (inout FormFiller) -> Void = { _ in }
    ) -> Form {
        let address = Link.referral(state.reference, act)
        var filler = FormFiller(nil)
        ask(&filler)
        return Form(
            action: address,
            token: tokens.token(address),
            hidden: [(name: "digest", value: digest)],
            fields: filler.fields,
            button: button
        )
    }
    var presses: [PaperPage.Press] = []
    if isComplete {
        presses.append(
            PaperPage.Press(
                form("sending", "Send it to the partnership"),
                heading: "It is complete"
            )
        )
    }
    if state.reader == nil {
        presses.append(
            PaperPage.Press(
                form("readers", "Ask them to read it") { filler in
                    _ = filler.list(
                        "reader",
                        "Senior manager",
                        [
                            (
                                label: "",
                                options: state.readers.map { (id: $0.id, label: $0.name) }
                            )
                        ]
                    )
                    _ = filler.area("words", "A word to them", isNeeded: false)
                },
                heading: "Have somebody read it first"
            )
        )
    } else {
        presses.append(
            PaperPage.Press(
                form("returns", "Give it back to \(state.author)") { filler in
                    _ = filler.area("words", "What must be changed")
                },
                heading: "Or give it back"
            )
        )
    }
    return presses
}
