import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseFormBuilder {
    /// The newest return of a request, read whole, and what is found on it.
    mutating func askCheck(_ request: AgencyRequest) -> Asked? {
        // Whoever is second has typed something: it is shown again, with what was done meanwhile.
        guard let version = request.newestReturn,
            filler.isSent || request.standing == .answered
        else { return nil }
        let steps = procedure.checks(ofRequest: request.asked.step)
        let checked = Set(version.checks.compactMap(\.checked.step))
        let step = steps.first { !checked.contains($0.id) } ?? steps.last
        let part = step?.checkPart
        // Where a later check settles it, this one looks and passes it on.
        let isLast = step.map { $0.id == steps.last?.id } ?? true
        readTogether(version)
        let findings = askFindings(of: request, part)
        let outcome = askOutcome(part)
        let conclusion = askConclusion(
            isLast: isLast,
            next: isLast ? nil : steps.last,
            outcomes: part?.outcomes ?? []
        )
        let reasons = askReasons(version, request)
        if filler.isSent, conclusion == "send-back", reasons.isEmpty {
            filler.mark(
                "reason-0",
                "To send it back, say of at least one part what is to be done"
            )
        }
        let due = filler.optionalDay(
            "due",
            "Another day, if it is sent back",
            hint: dueHint(request)
        )
        let words = filler.area(
            "words",
            "Anything else to be recorded",
            hint: "Kept with the check; the agency does not see it.",
            isNeeded: false
        )
        let isBack = conclusion == "send-back"
        let copied = isBack ? part?.sentBack.map { copies($0, request) } ?? [] : []
        return Asked(
            title: "Check the answer of \(request.asked.subject)",
            lead: lead(step, request, version),
            button: "Record the check",
            reading: reading(version, request),
            command: .request(
                .check(
                    CaseEvent.ReturnChecked(
                        entry: fresh.entry,
                        request: request.entry,
                        version: version.put.entry,
                        step: step?.id,
                        findings: findings,
                        outcome: outcome ?? self.outcome(conclusion, part),
                        isAccepted: isBack ? false : conclusion == "accept" ? true : nil,
                        reasons: isBack ? reasons : [],
                        copiedTo: copied,
                        words: words
                    ),
                    due: isBack ? due : nil
                )
            )
        )
    }

    /// What is judged is the version that was read: a newer one is read first.
    private mutating func readTogether(_ version: AgencyRequest.Version) {
        filler.carry("digest", version.put.digest)
        if filler.isSent, filler.hidden("digest") != version.put.digest {
            filler.fail("Another version was signed meanwhile: read it, and check it anew")
        }
        if filler.isSent, version.isAccepted != nil {
            filler.fail(
                "Somebody else settled this return meanwhile: nothing more is to be checked"
            )
        }
    }

    private func lead(
        _ step: Step?,
        _ request: AgencyRequest,
        _ version: AgencyRequest.Version
    ) -> [String] {
        var lead = [
            step.map { "\($0.does)." }
                ?? "The procedure has no check of its own for these returns: these questions are Sightline’s."
        ]
        if let signed = version.signed {
            lead.append(
                "Round \(request.round). Signed by \(signed.signed.name), \(signed.signed.jobTitle), \(DayWording.when(signed.at)). What follows is what was signed."
            )
        }
        for step in procedure.sharing(ofRequest: request.asked.step) {
            let to = wording.recipients(step.to)
            lead.append(
                "The procedure passes each return on: \(step.does.lowercasedStart)\(to.isEmpty ? "" : ", to \(to)")."
            )
        }
        return lead
    }

    private func reading(
        _ version: AgencyRequest.Version,
        _ request: AgencyRequest
    ) -> [ReadSection] {
        var sections: [ReadSection]
        switch version.put.answer {
        case .form(_, let parts): sections = parts.map { ReadSection($0) }
        case .document(_, let words):
            sections = [
                ReadSection(
                    title: "A document of its own",
                    facts: words.isEmpty ? [] : [(term: "What it says", text: words)]
                )
            ]
        case .notKnown(let searched):
            sections = [
                ReadSection(
                    title: "Not known to \(request.asked.subject)",
                    facts: [(term: "What was searched", text: searched)]
                )
            ]
        }
        let rows = version.put.chronology
        if !rows.isEmpty {
            sections.append(
                ReadSection(
                    title: "Chronology, \(DayWording.count(rows.count, "row"))",
                    facts: rows.map { row in
                        let text = [row.happened, row.action, row.source, row.about]
                            .filter { !$0.isEmpty }.joined(separator: " · ")
                        return (
                            term: row.time.isEmpty ? row.date : "\(row.date), \(row.time)",
                            text: text
                        )
                    }
                )
            )
        }
        let files = request.files.filter { version.put.files.contains($0.document.document) }
        if !files.isEmpty {
            sections.append(
                ReadSection(
                    title: "Files",
                    facts: files.map { file in
                        let kept = file.document.file.map { FileWording.words($0) } ?? ""
                        let shut = file.isOpen ? "" : ". Not scanned, and shut until released"
                        return (term: file.document.title, text: kept + shut)
                    },
                    links: [
                        WordedLink(
                            words: "Save or release them on the page of the request",
                            address: Link.caseFile(
                                self.file.reference,
                                "requests",
                                "\(request.entry)"
                            )
                        )
                    ]
                )
            )
        }
        return sections
    }

    // What is found

    private static let ownQuestions = [
        "Is there enough information?", "Are the dates there, and do they fit together?",
        "Has a senior manager of the agency signed it?",
    ]

    private mutating func askFindings(
        of request: AgencyRequest,
        _ part: CheckPart?
    ) -> [CheckFinding] {
        let requested = procedure.requestSteps.first { $0.id == request.asked.step }?.request
        let own = (part?.asks ?? []) + (requested?.back.checklist ?? [])
        filler.heading("What was found")
        return (own.isEmpty ? Self.ownQuestions : own).enumerated().map { number, asks in
            let answer = filler.radio(
                "finding-\(number)",
                asks,
                [
                    (id: "yes", label: "Yes", hint: ""), (id: "no", label: "No", hint: ""),
                ]
            )
            let words = filler.line(
                "finding-\(number)-words",
                "What was found: \(asks.lowercasedStart)",
                isNeeded: false,
                most: 2000
            )
            return CheckFinding(
                asks: asks,
                isGood: answer.isEmpty ? nil : answer == "yes",
                words: words
            )
        }
    }

    /// Nil where the outcome follows from accepting or sending back, or the step names none.
    private mutating func askOutcome(_ part: CheckPart?) -> String? {
        let outcomes = part?.outcomes ?? []
        if outcomes.isEmpty || Set(outcomes) == Self.plainOutcomes { return nil }
        return filler.radio(
            "outcome",
            "Outcome of this check",
            outcomes.map {
                (id: $0, label: DayWording.capitalised(Wording.spaced($0)), hint: "")
            }
        )
    }

    private static let plainOutcomes: Set = ["accept", "send-back"]

    private func outcome(_ conclusion: String, _ part: CheckPart?) -> String? {
        let outcomes = part?.outcomes ?? []
        return outcomes.contains(conclusion) ? conclusion : nil
    }

    private mutating func askConclusion(
        isLast: Bool,
        next: Step?,
        outcomes: [String]
    ) -> String {
        let sendBack = (
            id: "send-back", label: "Send it back",
            hint: "It is awaited again, with what is to be done."
        )
        let first =
            isLast
            ? (id: "accept", label: "Accept it", hint: "It can then be shared in the pack.")
            : (
                id: "pass-on", label: "Leave it to the next check",
                hint: next.map { "\($0.does)." } ?? ""
            )
        return filler.radio(
            "conclusion",
            isLast ? "Accept it, or send it back" : "Leave it to the next check, or send it back",
            [first, sendBack]
        )
    }

    // Sending back

    private mutating func askReasons(
        _ version: AgencyRequest.Version,
        _ request: AgencyRequest
    ) -> [SectionReason] {
        filler.heading("If it is sent back: what is to be done, part by part")
        return parts(of: version).enumerated().compactMap { number, part in
            let text = filler.area(
                "reason-\(number)",
                part.isEmpty ? "The answer as a whole" : part,
                isNeeded: false
            )
            return text.isEmpty ? nil : SectionReason(section: part, reason: text)
        }
    }

    /// The titles of what can be sent back; empty for the whole.
    private func parts(of version: AgencyRequest.Version) -> [String] {
        var parts: [String] =
            switch version.put.answer {
            case .form(_, let parts): parts.map(\.title)
            case .document: ["The document"]
            case .notKnown: ["What was searched"]
            }
        if !version.put.chronology.isEmpty { parts.append("Chronology") }
        if !version.put.files.isEmpty { parts.append("Files") }
        return parts + [""]
    }

    private func dueHint(_ request: AgencyRequest) -> String {
        let schedule = opened.schedule(today: today)
        guard let due = schedule.line(backOf: request, under: procedure)?.due else {
            return "Leave empty, and it is due again without a day."
        }
        return "Leave empty, and the first day stands: \(DayWording.words(due))."
    }

    private func copies(_ sentBack: CheckPart.SentBack, _ request: AgencyRequest) -> [String] {
        sentBack.copy.map { recipient in
            wording.recipients([recipient])
                .replacing("the agency", with: request.asked.subject)
        }
    }
}

extension Step {
    var checkPart: CheckPart? {
        if case .check(let part) = kind { part } else { nil }
    }
}
