import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseFormBuilder {
    // Submissions, copies, later changes

    mutating func askSubmission() -> Asked? {
        guard let step = namedStep, case .submission(let part) = step.kind else { return nil }
        let registered = part.registered.flatMap { procedure.parts(of: $0) }
        let on = file.people.filter { $0.isOn(today) }
        let able = on.filter { one in
            registered.isEmpty || one.roles.contains { registered.contains($0) }
        }
        let others = on.filter { one in !able.contains { $0.person == one.person } }
        func option(_ one: CasePerson) -> (id: String, label: String) {
            let roles = one.roles.map { wording.name(of: $0) }
            return (
                id: "\(one.person)",
                label: name(one.person) + (roles.isEmpty ? "" : ", \(DayWording.list(roles))")
            )
        }
        let chosen = filler.list(
            "submitter",
            "Who submitted it",
            [
                (
                    label: registered.isEmpty ? "On this case" : "Registered to submit",
                    options: able.map { option($0) }
                ), (label: "Others", options: others.map { option($0) }),
            ].filter { !$0.options.isEmpty }
        )
        let submitter = on.first { "\($0.person)" == chosen }
        let day = filler.day("day", "The day it was submitted", was: today)
        let minute = filler.time("time", "Time")
        let to = filler.line(
            "to",
            "To which body",
            was: step.to.map { wording.who($0.who) }.joined(separator: ", ")
        )
        let reference = filler.line(
            "reference",
            part.through == .portal
                ? "The reference they gave" : "How it can be found again",
            hint: part.through == .portal
                ? "" : "Their reference, or the subject and time of the message."
        )
        filler.heading("The copy that was downloaded")
        let papers = part.of.map { procedure.papers[$0] }
        let given = filler.line(
            "title",
            "Title",
            hint: papers.first.map {
                "Leave it empty, and it is called “\(copyTitle(of: $0, of: step, on: nil))” with the day given above: the copy itself does not say when it was sent."
            } ?? "",
            isNeeded: false
        )
        let title =
            given.isEmpty
            ? papers.first.map { copyTitle(of: $0, of: step, on: day) } ?? step.does : given
        let kept = askFile()
        let place = filler.line(
            "where",
            "Where the copy lies",
            hint: "Not needed with a file. Without either, file the copy later.",
            isNeeded: false,
            most: 1000
        )
        let copy =
            place.isEmpty && kept == nil
            ? nil
            : CaseDocument(
                document: fresh.document,
                title: title,
                paper: papers.first?.id,
                folder: papers.first?.folder.map { procedure.folders[$0].id },
                whereItLies: place,
                filed: today,
                audience: nil,
                file: kept
            )
        return Asked(
            title: "Record the submission",
            lead: [
                "\(step.does).",
                "Sightline has notified nobody. This records what a person did in the government’s own service.",
            ] + submissionNotes(step, part),
            button: "See what would change",
            command: .submit(
                CaseCommand.Submit(
                    completion: CaseCommand.CompleteStep(
                        entry: fresh.entry,
                        name: OccurrenceName(step.id),
                        day: day,
                        minute: minute,
                        evidence: .submitted(to: to, reference: reference)
                    ),
                    by: submitter.map { name($0.person) } ?? "",
                    person: submitter?.person,
                    roles: submitter?.roles ?? [],
                    copy: copy
                )
            )
        )
    }

    /// Who may submit, what comes first where they are away, and what was submitted before.
    private func submissionNotes(_ step: Step, _ part: SubmissionPart) -> [String] {
        var notes: [String] = []
        if !part.registered.isEmpty {
            var words =
                "Only \(DayWording.list(part.registered.map { wording.who($0) }, "or")) can submit."
            if let others = part.othersAfter {
                words +=
                    " Where they are away: \(procedure.steps[others].does.lowercasedStart), and record it first."
            }
            notes.append(words)
        }
        for earlier in file.submissions where earlier.step != step.id {
            guard let before = procedure.lookup.stepNamed[earlier.step],
                let done = file.standing(OccurrenceName(earlier.step)).last
            else { continue }
            notes.append(
                "It is linked to an earlier one: \(procedure.steps[before].does.lowercasedStart), on \(DayWording.words(done.day))."
            )
        }
        return notes
    }

    /// What a copy is called where nobody says: by the procedure's own pattern, where it has one, else by its day.
    ///
    /// The day on which the step is done is the day of the moment that it records; a day that is not known stands as
    /// its words.
    private func copyTitle(of paper: PaperKind, of step: Step, on day: Day?) -> String {
        guard let pattern = paper.file else {
            let format = procedure.filingInForce.dayFormat
            return "\(paper.name) \(day.map { format.words($0) } ?? format.rawValue)"
        }
        var parts = NameParts(title: paper.name, day: day)
        if let moment = step.records { parts.days[moment] = .some(day) }
        return pattern.filled(parts, of: file)
    }

    mutating func askCopies() -> Asked? {
        guard let step = namedStep, !step.to.isEmpty else { return nil }
        let sent = Set(file.copies.filter { $0.step == step.id }.map(\.to))
        let open = step.to.filter { !sent.contains($0.who.text) }
        let chosen = filler.boxes(
            "to",
            "Who got it",
            open.map { recipient in
                (
                    id: recipient.who.text,
                    label: DayWording.capitalised(wording.who(recipient.who))
                        + (recipient.purpose.map { " (for \($0))" } ?? "")
                )
            },
            isNeeded: true
        )
        let names = filler.line(
            "name",
            "To whom by name, and at which address",
            hint: "Only what is needed to find it again.",
            isNeeded: false
        )
        let day = filler.day("day", "The day it was sent", was: today)
        let how = filler.line("how", "How it was sent", hint: "Secure e-mail, post, by hand.")
        var entry = fresh.entry
        let commands = chosen.map { to -> CaseCommand in
            let label = step.to.first { $0.who.text == to }.map { wording.who($0.who) } ?? to
            let copy = CaseEvent.CopySent(
                entry: entry,
                step: step.id,
                to: to,
                name: DayWording.capitalised(label) + (names.isEmpty ? "" : ": \(names)"),
                day: day,
                how: how
            )
            entry = entry.next.next
            return .sendCopy(copy)
        }
        return Asked(
            title: "Record who got a copy",
            lead: [
                "\(step.does).",
                sent.isEmpty
                    ? "Sightline sends nothing: record what you sent."
                    : "\(DayWording.count(sent.count, "recipient")) recorded already, \(open.count) left.",
            ],
            command: commands.first,
            more: Array(commands.dropFirst())
        )
    }

    mutating func askLaterChange() -> Asked? {
        guard let step = namedStep, case .submission = step.kind,
            !file.standing(OccurrenceName(step.id)).isEmpty
        else { return nil }
        let kind = filler.radio(
            "kind",
            "What has changed",
            [
                (id: "died", label: "The child has died", hint: ""),
                (id: "no-abuse", label: "Abuse and neglect have been ruled out", hint: ""),
                (id: "other", label: "Something else", hint: ""),
            ]
        )
        let day = filler.day("day", "Since when", was: today)
        let words = filler.area("words", "What is known now, and from whom")
        let told = filler.line(
            "told",
            "Who outside was told, and how",
            hint: "Leave empty if nobody was told yet.",
            isNeeded: false
        )
        let change = CaseCommand.recordLaterChange(
            CaseEvent.LaterChangeRecorded(
                entry: fresh.entry,
                step: step.id,
                day: day,
                words: words,
                told: told
            )
        )
        let fact: [CaseCommand] =
            switch may(.recordFact) ? kind : "other" {
            case "died": [.recordFact(Fact.died.id, true, reason: words)]
            case "no-abuse": [.recordFact(Fact.abuseOrNeglect.id, false, reason: words)]
            default: []
            }
        return Asked(
            title: "Record what has changed since it was submitted",
            lead: [
                "What was submitted stays as it was sent, and this stands beside it.",
                "Whoever received it does not learn of it from here.",
            ],
            button: "See what would change",
            command: change,
            more: fact
        )
    }
}
