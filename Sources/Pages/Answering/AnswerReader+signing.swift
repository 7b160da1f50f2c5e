package import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension AnswerReader {
    // Checking

    /// Everything as it would go, with what is still open.
    package func checkPage(
        _ writing: FormWriting,
        _ rows: [ReturnRow],
        digest: String,
        fault: String? = nil
    ) -> PaperPage {
        let isReady = writing.isComplete && !signatories.isEmpty
        return PaperPage(
            title: "Check your answers",
            over: over,
            crumbs: crumbs,
            banners: fault.map { [Banner(kind: .late, heading: $0)] } ?? [],
            lead: [
                writing.isComplete
                    ? "This is what your senior manager reads. Nothing is sent before you press the button below."
                    : "Something is still open: see below. What you wrote is kept.",
                dueWords,
            ],
            sections: writing.overview { Link.answerRequest("parts", $0) }
                + [
                    section(
                        rows,
                        links: [
                            WordedLink(
                                words: "Change the chronology",
                                address: Link.answerRequest("chronology")
                            )
                        ]
                    ),
                    section(
                        files: request.standingFiles,
                        links: [
                            WordedLink(
                                words: "Change the files",
                                address: Link.answerRequest("files")
                            )
                        ]
                    ),
                    putForward(isReady: isReady, digest: digest),
                ]
        )
    }

    private func putForward(isReady: Bool, digest: String) -> PaperPage.Section {
        let address = Link.answerRequest("check")
        let names = DayWording.list(signatories.map(\.name), "or")
        return PaperPage.Section(
            title: "Put it forward",
            note: signatories.isEmpty
                ? "Nobody is named who signs. Name a senior manager of your agency who did not write this."
                : "It goes to \(names), who signs it or hands it back. What is read there is what you see here.",
            links: signatories.isEmpty
                ? [
                    WordedLink(
                        words: "Name a senior manager who signs",
                        address: Link.answerRequest("signatories")
                    )
                ] : [],
            press: isReady
                ? PaperPage.Press(
                    Form(
                        action: address,
                        token: token(address),
                        hidden: [(name: "digest", value: digest)],
                        button: "Put forward for signature"
                    )
                ) : nil
        )
    }

    func section(
        _ rows: [ReturnRow],
        links: [WordedLink] = []
    ) -> PaperPage.Section {
        PaperPage.Section(
            title: "Chronology",
            note: rows.isEmpty ? "No rows." : DayWording.count(rows.count, "row"),
            facts: rows.map {
                PaperPage.Fact(
                    [$0.date, $0.time].filter { !$0.isEmpty }.joined(separator: ", "),
                    $0.words
                )
            },
            links: links
        )
    }

    func section(
        files: [AgencyRequest.File],
        links: [WordedLink] = []
    ) -> PaperPage.Section {
        PaperPage.Section(
            title: "Files",
            note: files.isEmpty ? "No files." : "",
            facts: files.enumerated().compactMap { number, file in
                file.document.file.map { kept in
                    PaperPage.Fact(
                        "File \(number + 1)",
                        FileWording.words(kept)
                            + (file.isOpen
                                ? "" : ". Received, and shut until the business unit releases it")
                    )
                }
            },
            links: links
        )
    }

    /// Where each file is saved that is open.
    package func savingLinks(_ files: [AgencyRequest.File]) -> [WordedLink] {
        files.filter(\.isOpen).compactMap { file in
            file.document.file.map { kept in
                WordedLink(
                    words: "Save \(kept.name)",
                    address: Link.answerRequest("files", "\(file.document.document)")
                )
            }
        }
    }

    // What was frozen

    /// An answer as it was put forward, whole.
    package func reading(_ version: AgencyRequest.Version) -> [PaperPage.Section] {
        let put = version.put
        let files = files(of: version)
        var sections: [PaperPage.Section]
        switch put.answer {
        case .form(_, let parts):
            sections = parts.map { part in
                PaperPage.Section(
                    title: part.title,
                    facts: part.lines.map { PaperPage.Fact($0.asks, $0.says) }
                )
            }
        case .document(let document, let words):
            let file = files.first { $0.document.document == document }?.document.file
            sections = [
                PaperPage.Section(
                    title: "Answered with a document",
                    facts: [
                        PaperPage.Fact("Document", file.map { FileWording.words($0) } ?? ""),
                        PaperPage.Fact("What is said with it", words),
                    ].filter { !$0.text.isEmpty }
                )
            ]
        case .notKnown(let searched):
            sections = [
                PaperPage.Section(
                    title: "Not known to \(agency)",
                    facts: [PaperPage.Fact("What was searched", searched)]
                )
            ]
        }
        if !put.chronology.isEmpty { sections.append(section(put.chronology)) }
        if !files.isEmpty { sections.append(section(files: files, links: savingLinks(files))) }
        return sections
    }

    private func files(of version: AgencyRequest.Version) -> [AgencyRequest.File] {
        request.files.filter { version.put.files.contains($0.document.document) }
    }

    /// Nobody states that she has read what she could not open.
    private func shutWords(_ version: AgencyRequest.Version, _ writer: String?) -> [String] {
        guard files(of: version).contains(where: { !$0.isOpen }) else { return [] }
        return [
            "Some of its files are shut here until the business unit releases them: before you sign, have \(writer ?? "whoever wrote it") show you what is in them."
        ]
    }

    /// The frozen words for the one who signs; the form that signs them stands below.
    package func signPage(_ version: AgencyRequest.Version, _ filler: FormFiller) -> FormPage {
        let address = Link.answerRequest("sign")
        let writer = version.put.seat.flatMap { request.seat($0)?.seat.name }
        return FormPage(
            title: "Read the answer, and sign it",
            over: over,
            crumbs: crumbs,
            lead: [
                "Put forward\(writer.map { " by \($0)" } ?? "") on \(DayWording.when(version.at)). You answer for these words as they stand here.",
                dueWords,
            ] + shutWords(version, writer),
            banner: Banner(
                kind: .plain,
                heading: "Something is to be changed?",
                lines: ["Then hand it back and say what. It comes to you again."],
                link: WordedLink(words: "Hand it back", address: Link.answerRequest("hand-back"))
            ),
            reading: reading(version).map { section in
                ReadSection(
                    title: section.title,
                    facts: section.facts.map { (term: $0.term, text: $0.text) },
                    links: section.links
                )
            },
            form: Form(
                action: address,
                token: token(address),
                hidden: [
                    (name: "version", value: "\(version.put.entry)"),
                    (name: "digest", value: version.put.digest),
                ],
                fields: filler.fields,
                errors: filler.errors,
                button: "Sign"
            )
        )
    }

    /// What whoever signs states, in the words that are kept with her signature.
    package static let statement =
        "I have read this answer. It is my agency’s, and I stand for it."

    /// Who signs, and what she says with it.
    package func askSignature(_ filler: inout FormFiller) -> (name: String, jobTitle: String) {
        filler.heading("Sign")
        let name = filler.line("name", "Your name", was: seat.name, most: 200)
        let jobTitle = filler.line("job-title", "Your job title", was: seat.jobTitle, most: 200)
        _ = filler.boxes(
            "statement",
            "What you state",
            [(id: "yes", label: Self.statement)],
            isNeeded: true
        )
        return (name, jobTitle)
    }

    /// That the answer is in: when, by whom, and by what it is known.
    package func receiptPage(_ version: AgencyRequest.Version) -> PaperPage? {
        guard let signature = version.signed else { return nil }
        let late = signature.daysLate(opened.partnership.calendar)
        return PaperPage(
            title: "Your answer is in",
            over: over,
            crumbs: crumbs,
            banners: late.map { days in
                [
                    Banner(
                        kind: .plain,
                        heading: days == 0
                            ? "It came after the day it was due"
                            : "It came \(DayWording.count(days, "working day")) after the day it was due",
                        lines: ["It is taken all the same, and marked as late."]
                    )
                ]
            } ?? [],
            lead: ["Keep this page, or write down the receipt. It can be changed no longer."],
            sections: [
                PaperPage.Section(
                    title: "Receipt",
                    facts: [
                        PaperPage.Fact("Reference", "\(opened.file.reference)"),
                        PaperPage.Fact("Answer of", agency),
                        PaperPage.Fact("Signed", DayWording.when(signature.at)),
                        PaperPage.Fact(
                            "By",
                            "\(signature.signed.name), \(signature.signed.jobTitle)"
                        ),
                        PaperPage.Fact(
                            "Receipt",
                            Self.grouped(String(version.put.digest.prefix(16)))
                        ),
                    ]
                )
            ] + reading(version)
        )
    }

    /// `3fa8 90c1 …`.
    private static func grouped(_ text: String) -> String {
        text.enumerated().map { $0 > 0 && $0 % 4 == 0 ? " \($1)" : "\($1)" }.joined()
    }
}

extension ReturnRow {
    /// Everything but when.
    var words: String {
        var parts = [happened]
        if !action.isEmpty { parts.append("What was done: \(action)") }
        if !about.isEmpty { parts.append("About: \(about)") }
        if !source.isEmpty { parts.append("Recorded in: \(source)") }
        return parts.filter { !$0.isEmpty }.joined(separator: ". ")
    }
}
