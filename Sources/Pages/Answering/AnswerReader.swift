package import CaseFiles
package import Partnerships
package import Procedures
import Schedules
package import WorkingDays

/// One request as somebody at the agency reads it: nothing of any other agency, and nothing of the rest of the case.
package struct AnswerReader: Sendable {
    package let opened: OpenedCase
    package let request: AgencyRequest
    package let seat: RequestSeat
    package let time: Timestamp
    private let line: ScheduledStep?
    private let tokens: PaperTokens

    package init(
        _ opened: OpenedCase,
        _ request: AgencyRequest,
        _ seat: RequestSeat,
        at time: Timestamp,
        tokens: PaperTokens
    ) {
        self.opened = opened
        self.request = request
        self.seat = seat
        self.time = time
        self.tokens = tokens
        line = opened.schedule(today: time.localTime.day)
            .line(backOf: request, under: opened.procedure)
    }

    package var today: Day { time.localTime.day }
    package var agency: String { request.asked.subject }
    /// By when; the day that the agency was told, where the plan has none.
    package var due: Day? { line?.due ?? request.asked.dueShown }
    package var over: String { "\(agency), for \(opened.partnership.name)" }

    package var crumbs: [Crumb] {
        [Crumb(name: "What is asked", address: Link.answerRequest())]
    }

    /// What waits for a signature.
    package var toSign: AgencyRequest.Version? {
        guard let newest = request.versions.last, newest.signed == nil, newest.handedBack == nil
        else { return nil }
        return newest
    }

    /// Whether the answer may still be written.
    package var isWritable: Bool {
        switch request.standing {
        case .asked, .opened, .unsigned, .handedBack, .sentBack: seat.part.writes
        case .answered, .accepted, .revoked: false
        }
    }

    package var signatories: [RequestSeat] { request.openSeats([.signatory]) }

    func token(_ address: String) -> String { tokens.token(address) }

    // What is asked

    /// What is asked, why, and by when; then what there is to do.
    package func requestPage(
        _ form: FormDefinition?,
        _ writing: FormWriting?,
        rows: Int
    ) -> PaperPage {
        PaperPage(
            title: "What is asked of \(agency)",
            over: over,
            banners: banners,
            lead: [dueWords] + minutes(form),
            sections: [asked, whyThen, readers] + records
                + (seat.part.writes ? tasks(writing, rows: rows) : [signing])
        )
    }

    private var banners: [Banner] {
        let newest = request.versions.last
        switch request.standing {
        case .unsigned:
            guard let newest else { return [] }
            let names = signatories.map(\.name)
            return [
                Banner(
                    kind: .today,
                    heading: seat.part == .signatory
                        ? "An answer waits for you to sign"
                        : "The answer waits to be signed",
                    lines: [
                        "Put forward on \(DayWording.when(newest.at)), to be signed by \(DayWording.list(names, "or")). Until it is signed it is not in."
                    ]
                )
            ]
        case .handedBack:
            guard let back = newest?.handedBack else { return [] }
            return [
                Banner(kind: .late, heading: "\(back.name) wants it changed", lines: [back.reason])
            ]
        case .sentBack:
            let check = newest?.checks.last { $0.checked.isAccepted == false }?.checked
            return [
                Banner(
                    kind: .late,
                    heading: "The business unit sent it back",
                    lines: (check?.reasons ?? []).map {
                        $0.section.isEmpty ? $0.reason : "\($0.section): \($0.reason)"
                    } + ["Change it, check it and put it forward once more."]
                )
            ]
        case .answered, .accepted:
            return [
                Banner(
                    kind: .done,
                    heading: request.standing == .accepted
                        ? "Your answer is accepted" : "Your answer is in",
                    lines: ["It can be changed no longer."],
                    link: WordedLink(
                        words: "See the receipt",
                        address: Link.answerRequest("receipt")
                    )
                )
            ]
        case .asked, .opened, .revoked: return []
        }
    }

    package var dueWords: String {
        guard let due else { return "No day is set: answer as soon as you can." }
        if due < today {
            return
                "It was due by \(DayWording.words(due)). A late answer is taken: send it as soon as you can."
        }
        return due == today
            ? "It is due today, \(DayWording.words(due))."
            : "It is due by \(DayWording.words(due))."
    }

    private func minutes(_ form: FormDefinition?) -> [String] {
        guard let minutes = form?.minutes, seat.part.writes else { return [] }
        return [
            "The form takes about \(minutes) minutes. If the family is not known to you, it takes five. You can stop at any time: what you wrote is kept."
        ]
    }

    private var asked: PaperPage.Section {
        var facts = opened.file.about.children.map { child in
            PaperPage.Fact("Who it is about", Self.words(child))
        }
        facts.append(PaperPage.Fact("What for", request.asked.purpose))
        if !request.asked.legalBasis.isEmpty {
            facts.append(PaperPage.Fact("Why you may answer", request.asked.legalBasis))
        }
        facts += request.asked.letter.enumerated().map { number, paragraph in
            PaperPage.Fact(number == 0 ? "As it was written" : "", paragraph)
        }
        return PaperPage.Section(title: "What is asked, and why", facts: facts)
    }

    private static func words(_ child: CaseAbout.Child) -> String {
        var words = child.name
        if !child.aliases.isEmpty {
            words += ", also known as \(DayWording.list(child.aliases, "or"))"
        }
        if child.isUnborn { return "\(words), not yet born" }
        return child.born.map { "\(words), born \(DayWording.words($0))" } ?? words
    }

    private var whyThen: PaperPage.Section {
        let reasons = Reasons(opened.procedure, opened.partnership.calendar)
        return PaperPage.Section(
            title: "By when, and why then",
            facts: [
                PaperPage.Fact("Due", due.map { DayWording.words($0) } ?? "No day is set"),
                PaperPage.Fact("Why", line.map { reasons.why($0).joined(separator: " ") } ?? ""),
            ].filter { !$0.text.isEmpty }
        )
    }

    private var readers: PaperPage.Section {
        PaperPage.Section(
            title: "Who reads it",
            note:
                "A senior manager of your agency signs it first. The business unit of \(opened.partnership.name) checks it, and shares it with those who hold this review once it is accepted. No other agency sees it before."
        )
    }

    private var records: [PaperPage.Section] {
        guard !request.asked.instruction.isEmpty else { return [] }
        let secured = request.secured
        return [
            PaperPage.Section(
                title: "Keep your records as they are",
                tag: secured == nil
                    ? StandingTag(kind: .open, word: "Not confirmed")
                    : StandingTag(kind: .done, word: "Confirmed"),
                note: request.asked.instruction,
                facts: secured.map {
                    [
                        PaperPage.Fact(
                            "Secured",
                            "\(DayWording.words($0.day))\($0.words.isEmpty ? "" : ". \($0.words)")"
                        )
                    ]
                } ?? [],
                links: isWritable
                    ? [
                        WordedLink(
                            words: secured == nil
                                ? "Confirm that records are secured" : "Change what was confirmed",
                            address: Link.answerRequest("records")
                        )
                    ] : []
            )
        ]
    }

    private var signing: PaperPage.Section {
        PaperPage.Section(
            title: "Your signature",
            tag: toSign == nil
                ? StandingTag(kind: .start, word: "Nothing to sign")
                : StandingTag(kind: .today, word: "Waits for you"),
            note: toSign == nil
                ? "You are asked by a message of its own as soon as the answer is put forward."
                : "",
            links: toSign == nil
                ? []
                : [
                    WordedLink(
                        words: "Read the answer, and sign it or hand it back",
                        address: Link.answerRequest("sign")
                    )
                ]
        )
    }

    // What is to do

    private func tasks(_ writing: FormWriting?, rows: Int) -> [PaperPage.Section] {
        guard isWritable else { return [] }
        let parts = (writing?.overview { Link.answerRequest("parts", $0) } ?? []).map { part in
            PaperPage.Section(
                title: part.title,
                tag: part.tag,
                note: part.note,
                links: part.links
            )
        }
        return [notKnown] + parts + [chronology(rows), files, document, people, check]
    }

    private func task(
        _ title: String,
        _ note: String,
        _ words: String,
        _ part: String,
        tag: StandingTag? = nil
    ) -> PaperPage.Section {
        PaperPage.Section(
            title: title,
            tag: tag,
            note: note,
            links: [WordedLink(words: words, address: Link.answerRequest(part))]
        )
    }

    private var notKnown: PaperPage.Section {
        task(
            "The family is not known to you?",
            "Then leave the form. Say what was searched, check it and send it.",
            "Answer that they are not known to us",
            "not-known"
        )
    }

    private func chronology(_ rows: Int) -> PaperPage.Section {
        task(
            "Chronology",
            "Dated events, pasted from a spreadsheet or a table.",
            rows == 0 ? "Add rows" : "See and add rows",
            "chronology",
            tag: rows == 0
                ? StandingTag(kind: .start, word: "No rows")
                : StandingTag(kind: .done, word: DayWording.count(rows, "row"))
        )
    }

    private var files: PaperPage.Section {
        let count = request.standingFiles.count
        return task(
            "Files",
            "Up to \(AgencyRequest.mostFiles) files, each up to \(FileWording.size(AgencyRequest.mostBytesOfFile)).",
            count == 0 ? "Add files" : "See and add files",
            "files",
            tag: count == 0
                ? StandingTag(kind: .start, word: "No files")
                : StandingTag(kind: .done, word: DayWording.count(count, "file"))
        )
    }

    private var document: PaperPage.Section {
        task(
            "A document of your own?",
            "Where the form would make you late, a Word file or PDF of yours is taken as the answer.",
            "Answer with a document",
            "document"
        )
    }

    private var people: PaperPage.Section {
        let others = request.seats.filter { $0.isOpen && $0.seat.entry != seat.entry }
        return PaperPage.Section(
            title: "Who answers with you",
            note:
                "Whoever helps comes by a link of their own, and you write together. Do not pass yours on.",
            facts: others.map {
                PaperPage.Fact(
                    DayWording.capitalised($0.seat.part.words),
                    "\($0.seat.name)\($0.opened == nil ? ", has not opened it yet" : "")"
                )
            },
            links: [
                WordedLink(
                    words: "Ask a colleague to help",
                    address: Link.answerRequest("colleagues")
                ),
                WordedLink(
                    words: "Name a senior manager who signs",
                    address: Link.answerRequest("signatories")
                ),
            ]
        )
    }

    private var check: PaperPage.Section {
        task(
            "Check and put forward",
            "You read everything once more; then it goes to your senior manager, who signs.",
            "Check your answers",
            "check"
        )
    }
}
