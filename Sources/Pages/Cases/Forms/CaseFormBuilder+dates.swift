import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseFormBuilder {
    mutating func askMoment() -> Asked {
        let entered = Moment.entered.filter { moment in
            guard moment != .meetingEnded, moment != .versionMade else { return false }
            return moment.isEnteredByHand
                || procedure.lookup.recorders[Int(moment.rawValue)].isEmpty
        }
        let counted = Set(procedure.lookup.countedFrom)
        func options(_ moments: [Moment]) -> [(id: String, label: String)] {
            moments.map { (id: $0.id, label: $0.words.label) }
        }
        let chosen = filler.list(
            "moment",
            "What happened",
            [
                (
                    label: "This procedure counts from",
                    options: options(entered.filter { counted.contains($0) })
                ),
                (label: "Others", options: options(entered.filter { !counted.contains($0) })),
            ]
        )
        let day = filler.day(
            "day",
            "The day",
            hint: "The day it happened, not the day you heard of it."
        )
        let minute = filler.time("time", "Time")
        let subject = filler.line(
            "subject",
            "Of which agency, if of one",
            isNeeded: false,
            most: 200
        )
        let note = filler.area(
            "note",
            "How it is known",
            hint: "A letter, a call, an e-mail: from whom, and where it lies.",
            isNeeded: false
        )
        return Asked(
            title: "Record a date",
            lead: [
                "Before it is recorded you see every date that it would change."
            ],
            button: "See what would change",
            command: Moment(id: chosen).map { moment in
                .recordMoment(
                    CaseCommand.RecordMoment(
                        entry: fresh.entry,
                        moment: moment,
                        subject: subject.isEmpty ? nil : subject,
                        day: day,
                        minute: minute,
                        note: note
                    )
                )
            }
        )
    }

    mutating func askCorrection() -> Asked? {
        guard let occurrence = file.occurrences.first(where: { "\($0.entry)" == about }),
            !occurrence.isWithdrawn
        else { return nil }
        let what = wording.label(occurrence)
        let was = wording.when(occurrence.day, occurrence.minute)
        let how = filler.radio(
            "how",
            "What is wrong",
            [
                (id: "day", label: "The day or time is wrong", hint: ""),
                (id: "withdraw", label: "It never happened", hint: "It was recorded in error."),
            ],
            was: "day"
        )
        let day = filler.optionalDay(
            "day",
            "The right day",
            was: occurrence.day,
            isNeeded: how != "withdraw"
        )
        let minute = filler.time("time", "The right time", was: occurrence.minute)
        let reason = filler.reason("How you know.")
        return Asked(
            title: "Correct a date",
            lead: [
                "\(DayWording.capitalised(what)) is recorded for \(was). What was recorded first stays in the log.",
                "Before it is changed you see every date that would change with it. What is booked does not move.",
            ],
            button: "See what would change",
            command: .correctOccurrence(
                occurrence.entry,
                day: how == "withdraw" ? nil : day,
                minute: minute,
                reason: reason
            )
        )
    }

    mutating func askAnswer() -> Asked {
        let facts = Fact.allCases.map { (id: $0.id, label: $0.asks) }
        let own = procedure.questions.map { (id: $0.id, label: $0.asks) }
        let known = about.flatMap { asked in
            (facts + own).contains { $0.id == asked } ? asked : nil
        }
        let chosen = filler.list(
            "question",
            "Question",
            [
                (label: "Of every procedure", options: facts),
                (label: "Of this procedure", options: own),
            ],
            was: known ?? ""
        )
        let value = filler.yesNo("answer", "Answer", was: file.facts[chosen]?.value)
        let reason = filler.reason("Who says so, and on what.")
        return Asked(
            title: "Answer a question about the case",
            lead: [
                "The plan follows the answers. Before it is recorded you see what would change."
            ],
            button: "See what would change",
            command: .recordFact(chosen, value, reason: reason)
        )
    }

    // Steps

    /// The step, or the returns of one, that the address names.
    private var step: (step: Step, isReturn: Bool)? {
        guard let about, let point = procedure.stepPoint(named: about), let reference = point.step,
            !procedure.steps[reference].isNationalLimit
        else { return nil }
        return (procedure.steps[reference], point.isReturn)
    }

    private func says(_ step: Step, _ isReturn: Bool) -> String {
        isReturn ? "Answers come back: \(step.does.lowercasedStart)" : step.does
    }

    mutating func askCompletion() -> Asked? {
        guard let about, let (step, isReturn) = step else { return nil }
        // Who submitted is asked there, and only people who are registered can have.
        if case .submission = step.kind { return nil }
        let day = filler.day("day", "The day it was done", was: today)
        let minute = filler.time("time", "Time")
        var subject = ""
        if isReturn || step.forEach != nil {
            subject = filler.line(
                "subject",
                isReturn ? "Which agency answered" : "For which agency, meeting or version",
                hint: isReturn
                    ? "As its name is written elsewhere in the case."
                    : "Leave empty if it is for all.",
                isNeeded: isReturn,
                most: 200
            )
        }
        let evidence = askEvidence(of: step, isReturn: isReturn)
        var more: [CaseCommand] = []
        if !isReturn, case .decision(let part) = step.kind {
            more = askDecision(step, part)
            if part.criteria == "notification" {
                more += askRouteAfter(filler.hidden("reasons") ?? "")
            }
        } else if !isReturn {
            more = askSettledFacts(step)
        }
        if !isReturn { more += askProceduresQuestions(step) }
        return Asked(
            title: step.isDecision ? "Record a decision" : "Record as done",
            lead: ["\(says(step, isReturn))."]
                + (step.isDecision
                    ? ["People decide. Sightline counts nothing up, and decides nothing."] : []),
            reading: decisionReading(step, on: day),
            command: evidence.map { evidence in
                .completeStep(
                    CaseCommand.CompleteStep(
                        entry: fresh.entry,
                        name: OccurrenceName(about, subject: subject.isEmpty ? nil : subject),
                        day: day,
                        minute: minute,
                        evidence: evidence
                    )
                )
            },
            more: more
        )
    }

    /// The views that stand, and the text that the criteria are weighed against.
    private func decisionReading(_ step: Step, on day: Day) -> [ReadSection] {
        guard case .decision(let part) = step.kind else { return [] }
        let views = file.views(on: step.id).map { view in
            (
                term: wording.partner(view.given.of),
                text:
                    "\(view.given.view.map { DayWording.capitalised(Wording.spaced($0)) } ?? "No settled view"). “\(view.given.reasons)”"
            )
        }
        let text = procedure.criteriaText(part, on: day)
        return [
            ReadSection(
                title: "The views so far",
                facts: views.isEmpty ? [(term: "Views", text: "None is recorded yet.")] : views,
                faults: []
            )
        ]
            + (text.isEmpty
                ? [] : [ReadSection(title: "The text to bear in mind", facts: text, faults: [])])
    }

    private mutating func askEvidence(of step: Step, isReturn: Bool) -> Evidence? {
        switch step.evidence(isReturn: isReturn) {
        case .note: return .note(filler.area("note", "What was done"))
        case .document: return askDocument()
        case .sent:
            return .sent(
                to: filler.line("to", "To whom it was sent", most: 2000),
                by: filler.line("by", "How it was sent", hint: "Secure e-mail, post, by hand.")
            )
        case .received:
            return .received(from: filler.line("from", "From whom it was received"))
        case .submitted:
            return .submitted(
                to: filler.line("to", "To which body"),
                reference: filler.line("reference", "The reference they gave")
            )
        case .appointed:
            return .appointed(name: filler.line("name", "Name of whoever was appointed"))
        case .decided:
            let outcome = askOutcome(of: step)
            return .decided(
                outcome: outcome,
                reasons: filler.area(
                    "reasons",
                    "Reasons",
                    hint: step.outcomes.isEmpty ? "Who decided, on what, and who disagreed." : ""
                )
            )
        case .held:
            let outcome = askOutcome(of: step)
            return .held(
                present: filler.area(
                    "present",
                    "Who was there",
                    hint: "Name and agency, one to a line."
                ),
                outcome: outcome
            )
        case .signed:
            let names = filler.area("names", "Who signed", hint: "Name and role, one to a line.")
            return .signed(by: names.split(separator: "\n").map { String($0).trimmed })
        }
    }

    private mutating func askDocument() -> Evidence? {
        var document: CaseDocument?
        if !file.documents.isEmpty {
            let chosen = filler.list(
                "filed-document",
                "Document of this case",
                [
                    (
                        label: "",
                        options: file.documents.filter { $0.audience == nil }.map {
                            (id: "\($0.document)", label: $0.title)
                        }
                    )
                ],
                isNeeded: false
            )
            document = file.documents.first { "\($0.document)" == chosen }
        }
        let place = filler.line(
            "where",
            "Where it lies",
            hint: "Folder and name of the file, if it is not chosen above.",
            isNeeded: document == nil,
            most: 1000
        )
        return .document(document?.document, whereItLies: place)
    }

    private mutating func askOutcome(of step: Step) -> String? {
        guard !step.outcomes.isEmpty else { return nil }
        let options = step.outcomes.map {
            (id: $0, label: DayWording.capitalised(Wording.spaced($0)), hint: "")
        }
        let chosen = filler.radio("outcome", "What came of it", options)
        return chosen.isEmpty ? nil : chosen
    }

    mutating func askSettingAside() -> Asked? {
        guard let (step, isReturn) = step, !isReturn else { return nil }
        let reason = filler.reason("Why it is not done in this case, and who says so.")
        return Asked(
            title: "Set a step aside",
            lead: [
                "\(step.does). It stays in the plan, marked as not needed, and can be taken up again."
            ],
            button: "Set it aside",
            command: .setStepAside(step.id, reason: reason)
        )
    }

    mutating func askTakingUp() -> Asked? {
        guard let (step, _) = step, file.setAside[step.id] != nil else { return nil }
        let reason = filler.reason()
        return Asked(
            title: "Take a step up again",
            lead: ["\(step.does)."],
            button: "Take it up again",
            command: .takeStepUp(step.id, reason: reason)
        )
    }

    mutating func askAgreedDay() -> Asked? {
        guard let about, let (step, isReturn) = step else { return nil }
        let name = OccurrenceName(about)
        let standing = file.agreements.last { $0.name.point == about }
        let how =
            standing == nil
            ? "agree"
            : filler.radio(
                "how",
                "What is agreed",
                [
                    (id: "agree", label: "A day", hint: ""),
                    (id: "computed", label: "The day worked out stands again", hint: ""),
                ],
                was: "agree"
            )
        let day = filler.optionalDay(
            "day",
            step.isMeeting ? "The day it is booked for" : "The day agreed or granted",
            was: standing?.day,
            isNeeded: how == "agree"
        )
        var subject = standing?.name.subject ?? ""
        if isReturn || step.forEach != nil {
            subject = filler.line(
                "subject",
                "For which agency, if for one",
                was: subject,
                isNeeded: false,
                most: 200
            )
        }
        let reason = filler.reason("Who agreed or granted it.")
        return Asked(
            title: step.isMeeting ? "Book a day" : "Record an agreed day",
            lead: [
                "\(says(step, isReturn)).",
                "The agreed day governs, and the day worked out stays beside it.",
            ],
            button: "See what would change",
            command: .agreeDay(
                OccurrenceName(name.point, subject: subject.isEmpty ? nil : subject),
                day: how == "agree" ? day : nil,
                reason: reason,
                entry: fresh.entry
            )
        )
    }
}
