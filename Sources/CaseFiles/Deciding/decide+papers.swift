import Partnerships
import Procedures
import Schedules
import WorkingDays

extension Deciding {
    // Writing

    func begin(_ begun: CaseEvent.PaperBegun) throws(CaseRefusal) -> [CaseEvent] {
        if file.paper(begun.paper) != nil { return [] }
        try checkWritten(begun.paper)
        return [.paperBegun(begun)]
    }

    /// These words from now on: signatures under others are void, and the steps that write it are done.
    func putForward(_ put: CaseEvent.PaperPutForward) throws(CaseRefusal) -> [CaseEvent] {
        try checkWritten(put.paper)
        let paper = file.paper(put.paper)
        if let paper, paper.document != put.document { throw .paperIsBegun(put.paper) }
        if let paper, paper.newest?.digest == put.digest { return [] }
        if file.submission(of: put.document) != nil { throw .paperIsSubmitted(put.paper) }
        return [.paperPutForward(put)] + voided(put) + written(put)
    }

    /// A document that some step of the procedure writes, signs or sends.
    private func checkWritten(_ paper: String) throws(CaseRefusal) {
        let valid = procedure.steps.flatMap { procedure.papers(of: $0) }
        guard valid.contains(paper) || Self.ours.contains(paper) else {
            throw .unknownPaper(paper, valid: valid)
        }
    }

    /// Documents that every case can have, whether its procedure names them or not.
    private static let ours: Set<String> = ["referral", "notification"]

    /// A sign-off that was complete is so no longer.
    private func voided(_ put: CaseEvent.PaperPutForward) -> [CaseEvent] {
        procedure.steps.flatMap { step -> [CaseEvent] in
            guard let standing = file.signOff(of: step, under: procedure, on: today),
                standing.paper?.document == put.document
            else { return [] }
            return file.standing(OccurrenceName(step.id)).map { occurrence in
                .stepCorrected(
                    CaseEvent.OccurrenceCorrected(
                        corrects: occurrence.entry,
                        day: nil,
                        minute: nil,
                        reason: "The document was changed after it was signed"
                    )
                )
            }
        }
    }

    /// The steps that write this document are done by its being put forward.
    ///
    /// Where several write it, one after the other, a later one is not done while it waits: a report that is begun before
    /// the meeting is brought up to date after it.
    private func written(_ put: CaseEvent.PaperPutForward) -> [CaseEvent] {
        var entry = put.entry
        let writing = procedure.steps.filter { $0.writes(put.paper, under: procedure) }
        return writing.enumerated().compactMap { number, step in
            let name = OccurrenceName(step.id)
            guard file.setAside[step.id] == nil, file.standing(name).isEmpty,
                number == 0 || !isWaiting(step)
            else { return nil }
            entry = entry.next
            return completed(name, entry, by: .document(put.document, whereItLies: ""))
        }
    }

    private func completed(
        _ name: OccurrenceName,
        _ entry: EntryID,
        by evidence: Evidence
    ) -> CaseEvent {
        .stepCompleted(
            CaseEvent.StepCompleted(
                entry: entry,
                name: name,
                day: today,
                minute: nil,
                evidence: evidence,
                dueShown: due(name)
            )
        )
    }

    // Signing

    func sign(_ given: CaseCommand.Sign) throws(CaseRefusal) -> [CaseEvent] {
        let (step, standing, stage, part) = try signer(given)
        guard let paper = standing.paper else { throw .nothingToSign(step.id) }
        try checkQuorate(for: step)
        try limit(given.words, .words)
        let signed = CaseEvent.PaperSigned(
            entry: given.entry,
            step: step.id,
            stage: stage,
            person: given.person,
            role: part,
            standingInFor: given.standingInFor,
            document: paper.document,
            digest: given.digest,
            words: given.words,
            dueShown: due(OccurrenceName(step.id))
        )
        var after = file
        after.sign(signed, .zero)
        var events: [CaseEvent] = [.paperSigned(signed)]
        if let complete = after.signOff(of: step, under: procedure, on: today), complete.isComplete,
            file.standing(OccurrenceName(step.id)).isEmpty
        {
            let names = complete.stages.flatMap(\.slots).flatMap(\.signatures).map {
                "\($0.signed.person)"
            }
            events.append(
                completed(OccurrenceName(step.id), given.entry.next, by: .signed(by: names))
            )
        }
        return events
    }

    func refuseSignature(_ given: CaseCommand.Sign) throws(CaseRefusal) -> [CaseEvent] {
        let (step, standing, stage, part) = try signer(given)
        guard let paper = standing.paper else { throw .nothingToSign(step.id) }
        try require(given.words, .reason)
        return [
            .signatureRefused(
                CaseEvent.SignatureRefused(
                    entry: given.entry,
                    step: step.id,
                    stage: stage,
                    person: given.person,
                    role: part,
                    document: paper.document,
                    digest: given.digest,
                    reason: given.words
                )
            )
        ]
    }

    private func signer(
        _ given: CaseCommand.Sign
    ) throws(CaseRefusal) -> (
        step: Step, standing: SignOffStanding, stage: Int, part: String
    ) {
        let (step, _) = try find(OccurrenceName(given.step))
        if file.setAside[step.id] != nil { throw .stepIsSetAside(step.id) }
        guard let standing = file.signOff(of: step, under: procedure, on: today),
            let version = standing.version
        else { throw .nothingToSign(step.id) }
        guard version.digest == given.digest else { throw .wordsHaveChanged(step.id) }
        if step.noDeputies, given.standingInFor != nil { throw .inPersonOnly(step.id) }
        guard let (stage, part) = standing.part(of: given.standingInFor ?? given.person, in: file)
        else { throw .notHersToSign(step.id) }
        return (step, standing, stage, part)
    }

    // Views and criteria

    func giveView(_ view: CaseEvent.ViewGiven) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(view.step))
        guard case .decision = step.kind else { throw .noViews(step.id) }
        try require(view.of, .subject, most: 200)
        try require(view.by, .name, most: 300)
        try require(view.reasons, .reason)
        try limit(view.evidence, .evidence)
        try checkPast(view.day)
        if let given = view.view, !step.outcomes.isEmpty, !step.outcomes.contains(given) {
            throw .unknownOutcome(step: step.id, given: given, valid: step.outcomes)
        }
        return [.viewGiven(view)]
    }

    func weigh(_ weighed: CaseEvent.CriteriaWeighed) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(weighed.step))
        guard case .decision = step.kind else { throw .noViews(step.id) }
        for finding in weighed.findings { try require(finding.reason, .reason) }
        return weighed.findings.isEmpty ? [] : [.criteriaWeighed(weighed)]
    }

    // Submitting

    func submit(_ given: CaseCommand.Submit) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(given.completion.name.point))
        guard case .submission(let part) = step.kind else { throw .noSubmission(step.id) }
        try require(given.by, .name, most: 300)
        let role = try registered(given, part, step)
        let written = part.of.lazy.compactMap { file.paper(procedure.papers[$0].id) }
            .first { $0.newest != nil }
        let made = CaseEvent.SubmissionMade(
            entry: given.completion.entry,
            step: step.id,
            by: given.by,
            person: given.person,
            role: role,
            document: written?.document,
            digest: written?.newest?.digest,
            copy: given.copy?.document
        )
        let copy = try given.copy.map { (copy) throws(CaseRefusal) in try fileDocument(copy) } ?? []
        return copy + (try complete(given.completion)) + [.submissionMade(made)]
    }

    /// The role by which somebody may submit; nil where the procedure registers nobody, and where others may.
    private func registered(
        _ given: CaseCommand.Submit,
        _ part: SubmissionPart,
        _ step: Step
    ) throws(CaseRefusal) -> String? {
        if part.registered.isEmpty { return nil }
        let valid = part.registered.flatMap { procedure.parts(of: $0) }
        if let role = given.roles.first(where: { valid.contains($0) }) { return role }
        let others = part.othersAfter.map { procedure.steps[$0].id }
        if let others, !file.standing(OccurrenceName(others)).isEmpty { return nil }
        throw .notRegistered(step: step.id, roles: valid, othersAfter: others)
    }

    // Copies, later changes, and what others are told

    func sendCopy(_ copy: CaseEvent.CopySent) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(copy.step))
        let valid = step.to.map(\.who.text)
        guard valid.contains(copy.to) else {
            throw .unknownRecipient(copy.to, step: step.id, valid: valid)
        }
        if file.setAside[step.id] != nil { throw .stepIsSetAside(step.id) }
        try require(copy.name, .name, most: 300)
        try require(copy.how, .how, most: 300)
        try checkPast(copy.day)
        var events: [CaseEvent] = [.copySent(copy)]
        let sent = Set(file.copies.filter { $0.step == step.id }.map(\.to) + [copy.to])
        let known = file.known(under: procedure)
        let wanted = step.to.filter { recipient in
            recipient.condition.map { known.truth(of: $0, in: procedure) != .no } ?? true
        }
        let name = OccurrenceName(step.id)
        if step.evidence(isReturn: false) == .sent, file.standing(name).isEmpty,
            wanted.allSatisfy({ sent.contains($0.who.text) })
        {
            let names = (file.copies.filter { $0.step == step.id } + [copy]).map(\.name)
            events.append(
                completed(
                    name,
                    copy.entry.next,
                    by: .sent(to: names.joined(separator: "; "), by: copy.how)
                )
            )
        }
        return events
    }

    func recordLaterChange(
        _ change: CaseEvent.LaterChangeRecorded
    ) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(change.step))
        guard !file.standing(OccurrenceName(step.id)).isEmpty else { throw .notSubmitted(step.id) }
        try require(change.words, .words)
        try limit(change.told, .text)
        try checkPast(change.day)
        return [.laterChangeRecorded(change)]
    }

    func tellReferrer(_ told: CaseEvent.ReferrerTold) throws(CaseRefusal) -> [CaseEvent] {
        try require(told.words, .words)
        try require(told.how, .how, most: 300)
        try checkPast(told.day)
        return [.referrerTold(told)]
    }

    func settleSameChild(
        _ settled: CaseEvent.SameChildSettled
    ) throws(CaseRefusal) -> [CaseEvent] {
        guard let open = file.sameChild.first(where: { $0.suspected.entry == settled.entry }) else {
            throw .unknownEntry(settled.entry)
        }
        if open.settled != nil { return [] }
        try require(settled.words, .words)
        return [.sameChildSettled(settled)]
    }
}

extension Step {
    /// Whether it is done by writing a document, once for the case.
    fileprivate func writes(_ paper: String, under procedure: Procedure) -> Bool {
        switch kind {
        case .document, .form: forEach == nil && procedure.papers(of: self).contains(paper)
        default: false
        }
    }
}
