import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

/// Words events of one case.
struct LogWording {
    let wording: Wording
    let names: [PersonID: String]
    let hidden: Set<DocumentID>
    let forms: [FormDefinition]
    /// Whether the reader runs the case, and may know of other cases of the same child.
    let runsTheCase: Bool
    /// Whether the reader may read what agencies answer, and so what is said of it.
    let seesReturns: Bool

    var procedure: Procedure { wording.procedure }

    typealias Words = (kind: LogLine.Kind, text: String, quoted: String)

    func line(_ logged: RecordedCaseEvent, after file: CaseFile?) -> LogLine {
        let (kind, text, quoted) = words(of: logged.event, after: file)
        let time = logged.recorded.localTime
        var entry: EntryID?
        if case .logEntryWritten(let written) = logged.event { entry = written.entry }
        return LogLine(
            version: logged.version,
            kind: kind,
            day: DayWording.text(time.day),
            time: DayWording.words(time.minute),
            who: name(logged.actor, file),
            text: text,
            quoted: quoted,
            person: logged.actor.person,
            entry: entry,
            recorded: time.day
        )
    }

    private func name(_ actor: Actor, _ file: CaseFile?) -> String {
        switch actor {
        case .person(let person): name(person)
        case .invited(let seat): file?.nameOfSeat(seat) ?? "Somebody at an agency"
        case .operator: "The operator of the machine"
        case .system: "Sightline"
        }
    }

    func name(_ person: PersonID) -> String {
        names[person] ?? unknownName(of: person)
    }

    func words(of event: CaseEvent, after file: CaseFile?) -> Words {
        switch event {
        case .caseOpened(let opened): words(of: opened)
        case .caseDescribed(let described):
            (.theCase, "changed what the case is about", described.reason)
        case .routeChosen(let chosen):
            (.theCase, "chose the route “\(chosen.route.words)”", chosen.reason)
        case .momentRecorded(let moment): words(of: moment)
        case .momentCorrected(let correction), .stepCorrected(let correction):
            words(of: correction, file)
        case .stepCompleted(let step): words(of: step)
        case .stepSetAside(let step):
            (.steps, "set aside: \(wording.called(OccurrenceName(step.step)))", step.reason)
        case .stepTakenUp(let step):
            (.steps, "took up again: \(wording.called(OccurrenceName(step.step)))", step.reason)
        case .factRecorded(let fact): words(of: fact)
        case .dayAgreed(let agreed): words(of: agreed)
        case .safetyRecorded(let safety):
            (
                .answers,
                safety.isSafe
                    ? "recorded that the children are safe now"
                    : "recorded that the children are NOT safe now", safety.words
            )
        case .personPutOn(let put): words(of: put.person)
        case .personTakenOff(let taken):
            (
                .people,
                "took \(name(taken.person)) off the case after \(DayWording.words(taken.until))",
                taken.reason
            )
        case .logEntryWritten(let entry): words(of: entry, file)
        case .documentFiled(let filed): words(of: filed.document)
        case .documentNarrowed(let narrowed): words(of: narrowed, file)
        case .editionMoved(let moved):
            (
                .theCase,
                "moved the case to another edition of the procedure “\(moved.to.procedure)”",
                moved.reason
            )
        case .caseClosed(let closed): (.theCase, "closed the case", closed.reason)
        case .caseReopened(let reopened): (.theCase, "opened the case again", reopened.reason)
        case .paperBegun, .paperPutForward, .paperSigned, .signatureRefused, .viewGiven,
            .criteriaWeighed, .submissionMade, .copySent, .laterChangeRecorded, .referrerTold,
            .sameChildLookedFor, .sameChildSuspected, .sameChildSettled:
            wordsOfPapers(event, after: file)
        case .request(let event): words(of: event, after: file)
        case .conclusion(let event): words(of: event, after: file)
        case .involvementRecorded(let told): words(of: told)
        }
    }

    private func words(of opened: CaseEvent.CaseOpened) -> Words {
        let count = opened.about.children.count
        let children = count == 1 ? "1 child" : "\(count) children"
        return (
            .theCase,
            "opened the case, which began on \(DayWording.words(opened.began)): \(children), "
                + "route “\(opened.route.words)”, under “\(procedure.title)”", ""
        )
    }

    private func words(of moment: CaseEvent.MomentRecorded) -> Words {
        (
            .dates,
            "recorded: \(wording.label(OccurrenceName(moment.moment, subject: moment.subject))), "
                + wording.when(moment.day, moment.minute), moment.note
        )
    }

    private func words(
        of correction: CaseEvent.OccurrenceCorrected,
        _ file: CaseFile?
    ) -> Words {
        guard let before = file?.occurrences.first(where: { $0.entry == correction.corrects })
        else { return (.dates, "corrected an entry", correction.reason) }
        let kind: LogLine.Kind = before.isStep ? .steps : .dates
        let was = wording.when(before.day, before.minute)
        guard let day = correction.day else {
            return (
                kind, "withdrew, as recorded in error: \(wording.label(before)), \(was)",
                correction.reason
            )
        }
        return (
            kind,
            "corrected: \(wording.label(before)), from \(was) to \(wording.when(day, correction.minute))",
            correction.reason
        )
    }

    private func words(of step: CaseEvent.StepCompleted) -> Words {
        var text =
            "recorded as done on \(wording.when(step.day, step.minute)): \(wording.called(step.name))"
        if let due = step.dueShown, due < step.day {
            text += ", which was due on \(DayWording.words(due))"
        }
        if case .decided(let outcome, _) = step.evidence, isCheck(step.name), !seesReturns {
            return (.steps, text, words(of: .decided(outcome: outcome, reasons: "")))
        }
        return (.steps, text, words(of: step.evidence))
    }

    /// Whether a step looks through what an agency answered.
    private func isCheck(_ name: OccurrenceName) -> Bool {
        guard let step = procedure.lookup.stepNamed[name.point] else { return false }
        if case .check = procedure.steps[step].kind { return true }
        return false
    }

    private func words(of evidence: Evidence) -> String {
        switch evidence {
        case .note(let text): text
        case .document(_, let place): place.isEmpty ? "" : "It lies in \(place)"
        case .sent(let to, let by): "Sent to \(to) by \(by)"
        case .received(let from): "Received from \(from)"
        case .submitted(let to, let reference):
            "Submitted to \(to); their reference is \(reference)"
        case .appointed(let name): "Appointed: \(name)"
        case .decided(let outcome, let reasons):
            [outcome.map { "Outcome: \(Wording.spaced($0))." } ?? "", reasons]
                .filter { !$0.isEmpty }.joined(separator: " ")
        case .held(let present, let outcome):
            "Present: \(present)" + (outcome.map { ". Outcome: \(Wording.spaced($0))" } ?? "")
        case .signed(let names):
            "Signed by \(DayWording.list(names.map { text in PersonID(text).map { name($0) } ?? text }))"
        }
    }

    private func words(of fact: CaseEvent.FactRecorded) -> Words {
        if let known = Fact(id: fact.fact) {
            let claim = fact.value ? known.clause : known.contrary
            return (.answers, "recorded that \(claim)", fact.reason)
        }
        let question = procedure.questions.first { $0.id == fact.fact }?.asks ?? fact.fact
        return (.answers, "answered “\(question)” with \(fact.value ? "yes" : "no")", fact.reason)
    }

    private func words(of agreed: CaseEvent.DayAgreed) -> Words {
        guard let day = agreed.day else {
            return (
                .dates, "let the day worked out stand again for: \(wording.called(agreed.name))",
                agreed.reason
            )
        }
        let instead = agreed.instead.map { ", instead of \(DayWording.words($0))" } ?? ""
        return (
            .dates,
            "recorded \(DayWording.words(day)) as agreed\(instead) for: \(wording.called(agreed.name))",
            agreed.reason
        )
    }

    private func words(of person: CasePerson) -> Words {
        let roles = person.roles.map { wording.name(of: $0) }
        var text = "put \(name(person.person)) on the case"
        if !roles.isEmpty { text += " as \(DayWording.list(roles))" }
        if let until = person.until { text += ", until \(DayWording.words(until))" }
        return (.people, text, "")
    }

    private func words(of entry: CaseEvent.LogEntryWritten, _ file: CaseFile?) -> Words {
        let about = "wrote, of \(DayWording.words(entry.day))"
        let corrects = entry.corrects.flatMap { corrected in
            file?.logEntries.first { $0.entry == corrected }
        }
        guard let corrects else { return (.entries, about, entry.text) }
        return (
            .entries,
            "\(about), to correct the entry of \(DayWording.words(corrects.recorded.localTime.day))",
            entry.text
        )
    }

    private func words(of document: CaseDocument) -> Words {
        if hidden.contains(document.document) {
            return (.documents, "filed a document that is kept to named people", "")
        }
        let file = document.file.map { ", the file \(FileWording.words($0))" } ?? ""
        let place = document.whereItLies.isEmpty ? "" : ", which lies in \(document.whereItLies)"
        return (.documents, "filed “\(document.title)”\(file)\(place)", "")
    }

    private func words(of narrowed: CaseEvent.DocumentNarrowed, _ file: CaseFile?) -> Words {
        let document = file?.documents.first { $0.document == narrowed.document }
        if hidden.contains(narrowed.document) {
            return (.documents, "changed who may see a document", "")
        }
        let title = document?.title ?? "a document"
        guard let audience = narrowed.audience else {
            return (.documents, "opened “\(title)” to everyone on the case again", narrowed.reason)
        }
        let people = DayWording.list(audience.map { name($0) })
        return (.documents, "kept “\(title)” to \(people)", narrowed.reason)
    }
}
