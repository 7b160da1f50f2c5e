import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseFormBuilder {
    var namedStep: Step? {
        guard let about, let reference = procedure.lookup.stepNamed[about],
            !procedure.steps[reference].isNationalLimit
        else { return nil }
        return procedure.steps[reference]
    }

    func name(_ person: PersonID) -> String {
        partnership.name(of: person)
    }

    // Views

    mutating func askView() -> Asked? {
        guard let step = namedStep, case .decision = step.kind else { return nil }
        let own = procedure.partners.map { (id: $0.partner.rawValue, label: $0.name) }
        let of = filler.list(
            "of",
            "Whose view",
            [(label: "", options: own + [(id: "other", label: "Another agency")])]
        )
        let other = filler.line(
            "other",
            "Which other agency",
            isNeeded: of == "other",
            most: 200
        )
        let by = filler.line("name", "Who gave it", hint: "Name and role.")
        let outcomes = step.outcomes.map {
            (id: $0, label: DayWording.capitalised(Wording.spaced($0)), hint: "")
        }
        let view = filler.radio(
            "view",
            "For what",
            outcomes + [(id: "none", label: "No settled view yet", hint: "")]
        )
        let reasons = filler.area("reason", "Reasons, in their own words")
        let evidence = filler.area("evidence", "The evidence they point to", isNeeded: false)
        let day = filler.day("day", "The day it was given", was: today)
        let minute = filler.time("time", "Time")
        return Asked(
            title: "Record a view",
            lead: [
                "\(step.does).",
                "Every view is kept. A partner who changes it gives another, which stands beside the first.",
            ],
            command: .giveView(
                CaseEvent.ViewGiven(
                    entry: fresh.entry,
                    step: step.id,
                    of: of == "other" ? other : of,
                    by: by,
                    view: view == "none" ? nil : view,
                    reasons: reasons,
                    evidence: evidence,
                    day: day,
                    minute: minute
                )
            )
        )
    }

    // Decisions

    /// What else a decision asks: each criterion, the facts that it settles, and the way the case goes on.
    mutating func askDecision(_ step: Step, _ part: DecisionPart) -> [CaseCommand] {
        var commands: [CaseCommand] = []
        if let criteria = procedure.weighed(part) {
            filler.heading("The criteria, one by one")
            var findings: [CaseEvent.CriteriaWeighed.Finding] = []
            for criterion in criteria.weighed {
                let id = "criterion-\(criterion.id)"
                let finding = filler.radio(
                    id,
                    criterion.says,
                    CriterionFinding.allCases.map {
                        (id: $0.rawValue, label: DayWording.capitalised($0.words), hint: "")
                    }
                )
                let reason = filler.area("\(id)-reason", "Why: \(criterion.says.lowercasedStart)")
                findings.append(
                    CaseEvent.CriteriaWeighed.Finding(
                        criterion: criterion.id,
                        says: criterion.says,
                        finding: CriterionFinding(rawValue: finding) ?? .unclear,
                        reason: reason
                    )
                )
            }
            commands.append(
                .weigh(
                    CaseEvent.CriteriaWeighed(
                        entry: fresh.entry,
                        step: step.id,
                        from: criteria.from,
                        findings: findings
                    )
                )
            )
        }
        let answers = may(.recordFact) ? part.answers : []
        if !answers.isEmpty { filler.heading("What it settles") }
        for fact in answers {
            let was = file.facts[fact.id]?.value
            let answer = filler.radio(
                "fact-\(fact.id)",
                fact.asks,
                [
                    (id: "yes", label: "Yes", hint: ""), (id: "no", label: "No", hint: ""),
                    (id: "", label: "Not settled by this", hint: ""),
                ],
                was: was.map { $0 ? "yes" : "no" } ?? "",
                isNeeded: false
            )
            if !answer.isEmpty, (answer == "yes") != was {
                commands.append(
                    .recordFact(
                        fact.id,
                        answer == "yes",
                        reason: "Settled by the decision: \(step.does.lowercasedStart)"
                    )
                )
            }
        }
        return commands
    }

    /// How the case goes on, where a decision says so.
    mutating func askRouteAfter(_ reasons: String) -> [CaseCommand] {
        guard may(.chooseRoute) else { return [] }
        let chosen = filler.list(
            "route",
            "The way this case goes on",
            [
                (
                    label: "",
                    options: Route.allCases.map {
                        (id: $0.rawValue, label: DayWording.capitalised($0.words))
                    }
                )
            ],
            was: file.route.rawValue
        )
        guard let route = Route(rawValue: chosen), route != file.route else { return [] }
        return [.chooseRoute(route, reason: reasons)]
    }

    // Signatures

    mutating func askSignature(refuses: Bool) -> Asked? {
        guard let step = namedStep,
            let standing = file.signOff(of: step, under: procedure, on: today)
        else { return nil }
        let version = standing.version
        let signer = standing.signer(
            by: person,
            of: step,
            in: file,
            of: partnership,
            on: today
        )
        let digest = filler.hidden("digest") ?? version?.digest ?? ""
        filler.carry("digest", version?.digest ?? "")
        if !refuses, case .signOff(let part) = step.kind {
            for (number, asks) in part.asks.enumerated() {
                _ = filler.boxes(
                    "seen-\(number)",
                    asks,
                    [(id: "yes", label: "I have read what it says on this")],
                    isNeeded: true
                )
            }
        }
        let words =
            refuses
            ? filler.area("reason", "What must be changed")
            : filler.area("words", "Anything you add to your signature", isNeeded: false)
        if !refuses {
            _ = filler.boxes(
                "read",
                "Your signature",
                [(id: "yes", label: "I have read all of it, and I sign these words")],
                isNeeded: true
            )
        }
        let sign = CaseCommand.Sign(
            entry: fresh.entry,
            step: step.id,
            person: person,
            standingInFor: signer.flatMap { $0 == person ? nil : $0 },
            digest: digest,
            words: words
        )
        return Asked(
            title: refuses ? "Send it back unsigned" : "Sign",
            lead: [
                "\(step.does).",
                version.map {
                    "This is version \($0.number), put forward by \(name($0.actor.person ?? person)) on \(DayWording.when($0.recorded)). Your signature counts for these words and no others."
                } ?? "Nothing was put forward to be signed yet.",
                signer.flatMap { $0 == person ? nil : "You stand in for \(name($0))." } ?? "",
            ],
            button: refuses ? "Send it back" : "Sign it",
            reading: version.map { $0.parts.map { ReadSection($0) } } ?? [],
            command: refuses ? .refuseSignature(sign) : .sign(sign)
        )
    }

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
        let reference = filler.line("reference", "The reference they gave")
        filler.heading("The copy that was downloaded")
        let papers = part.of.map { procedure.papers[$0] }
        let given = filler.line(
            "title",
            "Title",
            hint: papers.first.map {
                "Leave it empty, and it is called “\(fileName(of: $0, of: step, on: nil))” with the day given above: the copy itself does not say when it was sent."
            } ?? "",
            isNeeded: false
        )
        let title =
            given.isEmpty
            ? papers.first.map { fileName(of: $0, of: step, on: day) } ?? step.does : given
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

    /// A document's name by the procedure's own pattern; a day that is not known stands as its words.
    ///
    /// The day on which the step is done is the day of the moment that it records.
    private func fileName(of paper: PaperKind, of step: Step, on day: Day?) -> String {
        guard let pattern = paper.file else {
            return "\(paper.name) \(day.map { "\($0)" } ?? "YYYY-MM-DD")"
        }
        return pattern.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .moment(let moment, let format):
                (moment == step.records ? day : file.standing(OccurrenceName(moment.id)).last?.day)
                    .map { format.words($0) } ?? format.rawValue
            case .reference: "\(file.reference)"
            case .initials: "\(file.reference)"
            case .agency: ""
            case .version: "1"
            }
        }.joined()
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

    // What others are told

    mutating func askReferrerTold() -> Asked {
        let day = filler.day("day", "The day they were told", was: today)
        let how = filler.line("how", "How", hint: "Telephone, secure e-mail, in a meeting.")
        let words = filler.area(
            "words",
            "What they were told",
            hint:
                "Whoever sent the referral reads these words here too, and nothing else of the case."
        )
        return Asked(
            title: "Record what the referrer was told",
            command: .tellReferrer(
                CaseEvent.ReferrerTold(entry: fresh.entry, day: day, how: how, words: words)
            )
        )
    }

    mutating func askSameChild() -> Asked? {
        guard let suspected = file.openSameChild.first(where: { "\($0.suspected.entry)" == about })
        else { return nil }
        let isSame = filler.yesNo("same", "Is it the same child?")
        let words = filler.area("words", "How it was settled, and with whom")
        let holders = suspected.suspected.heldBy.map { name($0) }
        return Asked(
            title: "Settle whether it is the same child",
            lead: [
                "A case that is held by \(DayWording.list(holders)) may concern a child of this one. Speak to them first."
            ],
            command: .settleSameChild(
                CaseEvent.SameChildSettled(
                    entry: suspected.suspected.entry,
                    isSame: isSame,
                    words: words
                )
            )
        )
    }
}

extension Procedure {
    /// The criteria that a decision weighs, with the text that stands behind them: the procedure's own, else its guidance's.
    func weighed(_ part: DecisionPart) -> (from: String?, weighed: [Criteria.Criterion])? {
        guard let id = part.criteria, let own = criteria.first(where: { $0.id == id }) else {
            return nil
        }
        func limbs(_ criteria: Criteria) -> [Criteria.Criterion] {
            criteria.parts.filter { $0.part != .bearInMind }.flatMap(\.criteria)
        }
        let mine = limbs(own)
        if !mine.isEmpty { return (own.from, mine) }
        let text = guidance.first { $0.id == own.from } ?? guidance.first
        guard let national = text?.criteria.first(where: { $0.id == id }) else { return nil }
        return (text?.id, limbs(national))
    }
}

extension Procedure {
    /// What is to be borne in mind with the criteria of a decision, and which editions say so, as they stand on a day.
    func criteriaText(_ part: DecisionPart, on day: Day) -> [(term: String, text: String)] {
        guard let id = part.criteria, let own = criteria.first(where: { $0.id == id }) else {
            return []
        }
        func minded(_ criteria: Criteria) -> [String] {
            criteria.parts.filter { $0.part == .bearInMind }.flatMap(\.criteria).map(\.says)
        }
        var facts = minded(own).map { (term: "The procedure", text: $0) }
        for edition in guidance {
            guard let national = edition.criteria.first(where: { $0.id == id }) else { continue }
            facts += minded(national).map { (term: edition.title, text: $0) }
            facts.append(
                (
                    term: "In force",
                    text: "\(edition.title): from \(DayWording.words(edition.inForceFrom))"
                        + (edition.inForceTo.map { last in
                            " to \(DayWording.words(last))"
                                + (last < day
                                    ? ". It was no longer in force on \(DayWording.words(day)): look at the newer edition too"
                                    : "")
                        } ?? "") + "."
                )
            )
        }
        return facts
    }
}

extension NamePattern.DayFormat {
    fileprivate func words(_ day: Day) -> String {
        let (year, month, date) = day.ymd
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return switch self {
        case .iso: "\(day)"
        case .dayMonthYear: two(date) + two(month) + two(year % 100)
        case .words: "\(date) \(DayWording.month(month)) \(year)"
        }
    }
}
