import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Procedures
import WorkingDays

extension AnswerDesk {
    // Not known

    /// Asked, shown once more, and sent: with the page before it three pages in all.
    var notKnown: Question {
        Question(
            address: Link.answerRequest("not-known"),
            ask: { filler in
                let isShown = filler.hidden("shown") == "yes" && filler.hidden("again") == nil
                let searched = filler.area(
                    "searched",
                    "What was searched?",
                    hint:
                        "Which systems and paper records, by which names and dates of birth, and when."
                )
                let signatory = reader.signatories.isEmpty ? askPerson(&filler, .signatory) : nil
                guard filler.isComplete else { return nil }
                return { [filler] () async throws(DeskError) in
                    guard isShown else {
                        return guest.show(notKnownCheck(filler, searched, signatory))
                    }
                    return try await send(
                        .notKnown(searched: searched),
                        rows: [],
                        naming: signatory
                    )
                }
            },
            page: { filler in
                form(
                    "Not known to \(reader.agency)",
                    [
                        "Answer this if your agency searched its records and found nobody named in the request."
                    ],
                    .notKnown,
                    "Go on",
                    filler
                )
            }
        )
    }

    private func notKnownCheck(
        _ filler: FormFiller,
        _ searched: String,
        _ signatory: RequestSeat?
    ) -> FormPage {
        let signs = signatory.map(\.name) ?? DayWording.list(reader.signatories.map(\.name), "or")
        return form(
            "Check and put forward",
            ["This goes to \(signs), who signs it or hands it back."],
            .notKnown,
            "Put forward for signature",
            FormFiller(nil),
            hidden: filler.sent(but: Posted.own.union(["shown", "again"])) + [
                (name: "shown", value: "yes")
            ],
            reading: [
                ReadSection(
                    CaseEvent.Part(
                        title: "Not known to \(reader.agency)",
                        lines: [
                            CaseEvent.Part.Line(asks: "What was searched", says: searched),
                            CaseEvent.Part.Line(asks: "Who signs", says: signs),
                        ]
                    )
                )
            ]
        )
    }

    // A document

    var document: Question {
        Question(
            address: Link.answerRequest("document"),
            ask: { filler in
                let files = request.standingFiles
                let chosen = filler.radio(
                    "file",
                    "Which file is the answer?",
                    files.compactMap { file in
                        file.document.file.map {
                            (
                                id: "\(file.document.document)", label: FileWording.words($0),
                                hint: ""
                            )
                        }
                    }
                )
                let words = filler.area(
                    "words",
                    "What is to be said with it",
                    hint: "You may leave this empty.",
                    isNeeded: false
                )
                let signatory = reader.signatories.isEmpty ? askPerson(&filler, .signatory) : nil
                guard filler.isComplete, let file = DocumentID(chosen) else { return nil }
                return { () async throws(DeskError) in
                    let rows = try await ChronologyDraft(guest).read().rows
                    return try await send(
                        .document(file, words: words),
                        rows: rows,
                        naming: signatory
                    )
                }
            },
            page: { filler in
                form(
                    "Answer with a document",
                    [
                        "Use this where the form would make you late. The document says what the form asks; chronology rows and other files go with it."
                    ],
                    .document,
                    "Put forward for signature",
                    filler,
                    banner: request.standingFiles.isEmpty
                        ? Banner(
                            kind: .today,
                            heading: "There is no file yet",
                            lines: ["Add the document first, and come back to this page."],
                            link: WordedLink(
                                words: "Add a file",
                                address: Link.answerRequest("files")
                            )
                        ) : nil
                )
            }
        )
    }

    // The form

    func check(fault: String? = nil) async throws -> Response {
        guard let writing = try await writing() else { throw Detour.nothingHere }
        let rows = try await ChronologyDraft(guest).read().rows
        let page = reader.checkPage(
            writing,
            rows,
            digest: digest(of: formAnswer(writing), rows),
            fault: fault
        )
        return guest.show(page, status: fault == nil ? .ok : .unprocessableContent)
    }

    func putForward(_ posted: Posted) async throws -> Response {
        guard let writing = try await writing() else { throw Detour.nothingHere }
        let rows = try await ChronologyDraft(guest).read().rows
        let answer = formAnswer(writing)
        guard writing.isComplete else {
            return try await check(fault: "Something is still missing or wrong: see below")
        }
        guard !reader.signatories.isEmpty else {
            return try await check(fault: "Name a senior manager who signs")
        }
        guard posted.value("digest") == digest(of: answer, rows) else {
            return try await check(
                fault: "A colleague changed it while you read it: look at it once more"
            )
        }
        do throws(DeskError) {
            return try await send(answer, rows: rows, naming: nil)
        } catch .caseRefused(let refusal) {
            return try await check(fault: refusal.words(under: guest.opened.procedure))
        } catch {
            throw error
        }
    }

    private func formAnswer(_ writing: FormWriting) -> ReturnAnswer {
        .form(writing.answers, parts: writing.reading)
    }

    // Sending

    private func digest(of answer: ReturnAnswer, _ rows: [ReturnRow]) -> String {
        Desk.digest(
            of: answer,
            chronology: rows,
            files: request.standingFiles.compactMap(\.document.file)
        )
    }

    /// Freezes the answer and asks whoever signs: the links to her go with the act, or not at all.
    private func send(
        _ answer: ReturnAnswer,
        rows: [ReturnRow],
        naming new: RequestSeat?
    ) async throws(DeskError) -> Response {
        let digest = digest(of: answer, rows)
        // Pressed twice: it is with whoever signs.
        if let waiting = reader.toSign, waiting.put.digest == digest {
            return seeOther(Link.answerRequest())
        }
        let put = CaseEvent.ReturnPutForward(
            entry: .random(),
            request: request.entry,
            answer: answer,
            chronology: rows,
            files: request.standingFiles.map(\.document.document),
            digest: digest,
            seat: guest.seat.entry,
            round: request.round
        )
        let letters = (reader.signatories + [new].compactMap(\.self)).map {
            guest.invitation(to: $0)
        }
        try await guest.handle(
            [new.map { added($0) }, .putForward(put)].compactMap(\.self),
            sending: letters
        )
        return sent(letters)
    }

    /// Where mail goes out, back to the request; else the links are shown, this once, to be handed over.
    func sent(_ letters: [RequestLetter]) -> Response {
        let links = handedOver(letters)
        if links.isEmpty { return seeOther(Link.answerRequest()) }
        return guest.show(
            handOverPage(
                links,
                over: reader.over,
                crumbs: reader.crumbs,
                at: guest.office.address()
            )
        )
    }
}
