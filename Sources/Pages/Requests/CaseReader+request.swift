package import CaseFiles
package import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    /// What one agency was asked, and what came of it; nil where there is no such request.
    package func requestPage(_ id: EntryID) -> RequestPage? {
        guard let request = file.request(id),
            let line = board(of: opened, step: request.asked.step, today: today)
                .first(where: { $0.request == id })
        else { return nil }
        return RequestPage(
            head: head("agencies"),
            title: request.asked.subject,
            standing: line.tag,
            lead: requestLead(request, line),
            acts: requestActs(request),
            sections: [
                followingSection(request), askedSection(request), peopleSection(request),
                versionsSection(request), filesSection(request), repliesSection(request),
                messagesSection(request), remindersSection(request), letterSection(request),
            ].compactMap { $0 }
        )
    }

    /// An answer as it was put forward once; nil where there is no such version.
    package func returnPage(_ id: EntryID, version number: Int) -> RequestPage? {
        guard let request = file.request(id), request.versions.indices.contains(number - 1) else {
            return nil
        }
        let version = request.versions[number - 1]
        let isNewest = number == request.versions.count
        return RequestPage(
            head: head("agencies"),
            title: "Answer of \(request.asked.subject), version \(number)",
            standing: tag(version),
            lead: isNewest ? [] : ["There is a newer version."],
            acts: [
                WordedLink(words: request.asked.subject, address: requestLink(request)),
                WordedLink(
                    words: "As a Word file or PDF",
                    address: "\(answerLink(id, number))/document"
                ),
            ]
                + (isNewest && request.standing == .answered && may(.checkReturns)
                    ? [WordedLink(words: "Check it", address: link(.checks, "\(id)"))] : []),
            sections: answerSections(of: version, in: request).map {
                RequestPage.Section($0.title, facts: $0.facts)
            } + chronologySections(version) + [
                RequestPage.Section(
                    "Files",
                    note: version.put.files.isEmpty ? "None." : "",
                    items: fileItems(
                        request,
                        request.files.filter { version.put.files.contains($0.document.document) }
                    )
                ),
                RequestPage.Section("Signed and checked", facts: history(of: version, in: request)),
            ]
        )
    }

    func requestLink(_ request: AgencyRequest) -> String {
        link("requests", "\(request.entry)")
    }

    // What is said at the top

    private func requestLead(_ request: AgencyRequest, _ line: AgencyBoardLine) -> [String] {
        if let reason = request.revoked { return ["No longer asked: \(reason)"] }
        var lead: [String] = []
        if let due = line.due {
            let why =
                schedule.line(backOf: request, under: procedure)
                .map { builder.row($0).explanation.lead } ?? ""
            lead.append("Due \(DayWording.words(due)). \(why)")
        } else {
            lead.append("The procedure gives no day by which it is due.")
        }
        if let trouble = line.trouble { lead.append("\(trouble.words).") }
        if let pause = file.pause(of: request, on: today) {
            let until = pause.until.map { " until \(DayWording.words($0))" } ?? ""
            lead.append("Reminders are paused\(until): \(pause.reason)")
        }
        return lead
    }

    private func requestActs(_ request: AgencyRequest) -> [WordedLink] {
        guard request.revoked == nil else { return [] }
        var acts: [WordedLink] = []
        func add(_ form: CaseForm, _ words: String) {
            if may(form.act) {
                acts.append(WordedLink(words: words, address: link(form, "\(request.entry)")))
            }
        }
        if request.standing == .answered { add(.checks, "Check the answer") }
        if request.standing.isWithTheAgency {
            add(.dueDays, "Change the due day")
            add(.returnsElsewhere, "Record an answer that came another way")
            if request.pause?.holds(on: today) == true {
                add(.resumptions, "Let reminders go again")
            } else {
                add(.pauses, "Pause reminders")
            }
        }
        add(.seats, "Write to somebody else there")
        add(.replies, "File a message from it")
        if request.secured == nil { add(.securedRecords, "Record that its records are secured") }
        if request.standing != .accepted { add(.revocations, "No longer ask it") }
        return acts
    }

    /// What the procedure wants done with a return on the day it comes, and is not recorded yet.
    private func followingSection(_ request: AgencyRequest) -> RequestPage.Section? {
        guard request.newestReturn != nil, request.revoked == nil else { return nil }
        let waiting = procedure.sharing(ofRequest: request.asked.step).filter { step in
            !schedule.steps.contains { line in
                procedure.steps[line.key.step].id == step.id && line.done != nil
                    && line.key.subject == request.asked.subject
            }
        }
        guard !waiting.isEmpty else { return nil }
        return RequestPage.Section(
            "To be passed on",
            facts: waiting.map { step in
                let to = wording.recipients(step.to)
                return (step.does, to.isEmpty ? "" : "To \(to). \(dueWords(step, request))")
            },
            links: waiting.map { WordedLink(words: $0.does, address: link("steps", $0.id)) }
        )
    }

    private func dueWords(_ step: Step, _ request: AgencyRequest) -> String {
        let line = schedule.steps.first {
            procedure.steps[$0.key.step].id == step.id && $0.key.subject == request.asked.subject
        }
        return line?.due.map { "Due \(DayWording.words($0))." } ?? ""
    }

    // What was asked

    private func askedSection(_ request: AgencyRequest) -> RequestPage.Section {
        let asked = request.asked
        var facts = [
            (term: "Asked", text: "\(when(request.at)), by \(who(request.by))"),
            (
                term: "Step",
                text: procedure.lookup.stepNamed[asked.step]
                    .map { procedure.steps[$0].does } ?? asked.step
            ),
            (
                term: "Form",
                text: opened.forms.first { $0.id == asked.form }?.title
                    ?? Wording.spaced(asked.form)
            ),
            (term: "Why it is asked", text: asked.purpose),
        ]
        func add(_ term: String, _ text: String) {
            if !text.isEmpty { facts.append((term, text)) }
        }
        add("By which law", asked.legalBasis)
        add("What it is to do with its records", asked.instruction)
        add("Why this agency", DayWording.capitalised(asked.because))
        add("Due day it was told", asked.dueShown.map { DayWording.words($0) } ?? "None")
        let agreed = file.agreements.filter { $0.name == file.back(of: request) }
        for day in agreed { add("Day changed", "\(DayWording.words(day.day)): \(day.reason)") }
        if let secured = request.secured {
            add(
                "Records secured",
                "\(DayWording.words(secured.day)). \(secured.words)"
            )
        } else if !asked.instruction.isEmpty {
            add("Records secured", "Not confirmed yet")
        }
        return RequestPage.Section(
            "What was asked",
            facts: facts,
            links: [
                WordedLink(words: "The step in the plan", address: link("steps", asked.step))
            ]
        )
    }

    private func letterSection(_ request: AgencyRequest) -> RequestPage.Section? {
        request.asked.letter.isEmpty
            ? nil
            : RequestPage.Section(
                "The letter as it went",
                paragraphs: request.asked.letter,
                links: [
                    WordedLink(
                        words: "The letter as a document",
                        address: "\(requestLink(request))/letter/document"
                    )
                ]
            )
    }

    /// The letter of a request as it went, to be read and made into files; nil where none went.
    package func letterDocument(_ id: EntryID) -> PrintedDocument? {
        guard let request = file.request(id), !request.asked.letter.isEmpty else { return nil }
        let asked = request.asked
        return PrintedDocument(
            title: "Letter to \(asked.subject)",
            reference: "Case \(file.reference)",
            version: "As it went, \(when(request.at))",
            blocks: letterBlocks(
                asked.letter,
                purpose: asked.purpose,
                legalBasis: asked.legalBasis,
                instruction: asked.instruction
            )
        )
    }

    private func peopleSection(_ request: AgencyRequest) -> RequestPage.Section {
        RequestPage.Section(
            "People there",
            items: request.seats.map { seat in
                var facts = [(term: "As", text: DayWording.capitalised(seat.seat.part.words))]
                func add(_ term: String, _ text: String) {
                    if !text.isEmpty { facts.append((term, text)) }
                }
                add("Job title", seat.seat.jobTitle)
                add("E-mail address", seat.seat.email)
                add("Telephone", seat.seat.telephone)
                add("Opened", seat.opened.map { when($0) } ?? "Not yet")
                if let host = seat.seat.invitedBy.flatMap({ request.seat($0)?.seat.name }) {
                    add("Invited by", host)
                }
                add("Link rests", seat.rested.map { "Ten wrong codes, \(when($0))" } ?? "")
                if let ended = seat.ended {
                    add(ended.isDisowned ? "Said: this is not me" : "Shut", ended.reason)
                }
                let mayShut = seat.isOpen && request.revoked == nil && may(.askAgencies)
                return RequestPage.Item(
                    seat.seat.name,
                    tag: seat.tag,
                    facts: facts,
                    links: mayShut
                        ? [
                            WordedLink(
                                words: "Send \(seat.seat.name) a new link",
                                address: link(.freshLinks, "\(seat.seat.entry)")
                            ),
                            WordedLink(
                                words: "Read out a code to \(seat.seat.name)",
                                address: link(.codes, "\(seat.seat.entry)")
                            ),
                            WordedLink(
                                words: "Shut the way in of \(seat.seat.name)",
                                address: link(.closedSeats, "\(seat.seat.entry)")
                            ),
                        ] : []
                )
            }
        )
    }

    // The answer itself

    /// What an agency answered, part by part, in its own words.
    package func answerSections(
        of version: AgencyRequest.Version,
        in request: AgencyRequest
    ) -> [ReadSection] {
        switch version.put.answer {
        case .form(_, let parts): return parts.map { ReadSection($0) }
        case .document(let document, let words):
            let title = request.files.first { $0.document.document == document }?.document.title
            return [
                ReadSection(
                    title: "A document of its own",
                    facts: [(term: "Document", text: title ?? "")]
                        + (words.isEmpty ? [] : [(term: "What it says", text: words)])
                )
            ]
        case .notKnown(let searched):
            return [
                ReadSection(
                    title: "Not known to \(request.asked.subject)",
                    facts: [(term: "What was searched", text: searched)]
                )
            ]
        }
    }

    func chronologySections(_ version: AgencyRequest.Version) -> [RequestPage.Section] {
        let rows = version.put.chronology
        return rows.isEmpty
            ? []
            : [
                RequestPage.Section(
                    "Chronology, \(DayWording.count(rows.count, "row"))",
                    rows: rows.map { RequestPage.Row($0) }
                )
            ]
    }
}

extension AgencyRequest.Seat {
    fileprivate var tag: StandingTag {
        if let ended {
            return StandingTag(kind: .not, word: ended.isDisowned ? "Not this person" : "Shut")
        }
        return opened == nil
            ? StandingTag(kind: .start, word: "Not opened")
            : StandingTag(kind: .done, word: "Opened")
    }
}
