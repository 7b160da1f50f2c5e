package import Partnerships

/// The file that a case begins with.
///
/// Nil where the first event does not open a case.
package func beginFile(
    with event: CaseEvent,
    recorded: Timestamp,
    actor: Actor
) -> CaseFile? {
    guard case .caseOpened(let opened) = event else { return nil }
    return CaseFile(
        reference: opened.reference,
        version: 1,
        edition: opened.edition,
        began: opened.began,
        opened: recorded,
        about: opened.about,
        route: opened.route,
        people: [opened.coordinator]
    )
}

/// What a file becomes by one more event.
package func evolve(
    _ file: inout CaseFile,
    by event: CaseEvent,
    recorded: Timestamp,
    actor: Actor
) {
    file.version += 1
    switch event {
    case .caseOpened: break
    case .caseDescribed(let described): file.about = described.about
    case .routeChosen(let chosen):
        file.route = chosen.route
        file.routeReason = chosen.reason
    case .momentRecorded(let moment): file.add(moment, recorded, actor)
    case .momentCorrected(let correction), .stepCorrected(let correction): file.apply(correction)
    case .stepCompleted(let step):
        file.add(step, recorded, actor)
        file.noteDue(step)
    case .stepSetAside(let step): file.setAside[step.step] = step.reason
    case .stepTakenUp(let step): file.setAside[step.step] = nil
    case .factRecorded(let fact):
        file.facts[fact.fact] = CaseFile.Answer(value: fact.value, reason: fact.reason)
    case .dayAgreed(let agreed): file.apply(agreed)
    case .safetyRecorded(let safety):
        file.safety = CaseFile.Safety(
            isSafe: safety.isSafe,
            words: safety.words,
            recorded: recorded,
            actor: actor,
            stage: safety.stage
        )
    case .personPutOn(let put): file.put(put.person)
    case .personTakenOff(let taken): file.takeOff(taken)
    case .logEntryWritten(let entry): file.add(entry, recorded, actor)
    case .documentFiled(let filed): file.documents.append(filed.document)
    case .documentNarrowed(let narrowed): file.apply(narrowed)
    case .editionMoved(let moved): file.edition = moved.to
    case .caseClosed(let closed):
        file.closed = CaseFile.Closing(day: closed.day, reason: closed.reason)
    case .caseReopened: file.closed = nil
    case .paperBegun(let begun):
        file.papers.append(
            CaseFile.Paper(document: begun.document, paper: begun.paper, form: begun.form)
        )
    case .paperPutForward(let put): file.putForward(put, recorded, actor)
    case .paperSigned(let signed): file.sign(signed, recorded)
    case .signatureRefused(let refused): file.refuse(refused, recorded)
    case .viewGiven(let view):
        file.views.append(CaseFile.View(given: view, recorded: recorded, actor: actor))
    case .criteriaWeighed(let weighed): file.weighed.append(weighed)
    case .submissionMade(let submission): file.submissions.append(submission)
    case .copySent(let copy): file.copies.append(copy)
    case .laterChangeRecorded(let change): file.laterChanges.append(change)
    case .referrerTold(let told): file.referrerTold.append(told)
    case .sameChildLookedFor(let looked): file.matches = looked.matches
    case .sameChildSuspected(let suspected):
        file.sameChild.append(CaseFile.SameChild(suspected: suspected, recorded: recorded))
    case .sameChildSettled(let settled):
        guard let place = file.sameChild.firstIndex(where: { $0.suspected.entry == settled.entry })
        else { return }
        file.sameChild[place].settled = settled
    case .request(let event): file.apply(event, recorded, actor)
    case .conclusion(let event): file.apply(event, recorded, actor)
    case .involvementRecorded(let told):
        file.involvements.append(
            CaseFile.Involvement(told: told, recorded: recorded, actor: actor)
        )
    }
}

extension CaseFile {
    fileprivate mutating func add(
        _ moment: CaseEvent.MomentRecorded,
        _ recorded: Timestamp,
        _ actor: Actor
    ) {
        occurrences.append(
            Occurrence(
                entry: moment.entry,
                name: OccurrenceName(moment.moment, subject: moment.subject),
                day: moment.day,
                minute: moment.minute,
                evidence: isBlank(moment.note) ? nil : .note(moment.note),
                recorded: recorded,
                actor: actor,
                isStep: false
            )
        )
    }

    fileprivate mutating func add(
        _ step: CaseEvent.StepCompleted,
        _ recorded: Timestamp,
        _ actor: Actor
    ) {
        occurrences.append(
            Occurrence(
                entry: step.entry,
                name: step.name,
                day: step.day,
                minute: step.minute,
                evidence: step.evidence,
                recorded: recorded,
                actor: actor,
                isStep: true
            )
        )
    }

    fileprivate mutating func apply(_ correction: CaseEvent.OccurrenceCorrected) {
        guard let place = occurrences.firstIndex(where: { $0.entry == correction.corrects }) else {
            return
        }
        guard let day = correction.day else {
            occurrences[place].isWithdrawn = true
            return
        }
        occurrences[place].day = day
        occurrences[place].minute = correction.minute
    }

    fileprivate mutating func apply(_ agreed: CaseEvent.DayAgreed) {
        agreements.removeAll { $0.name == agreed.name }
        guard let day = agreed.day else { return }
        agreements.append(
            Agreement(entry: agreed.entry, name: agreed.name, day: day, reason: agreed.reason)
        )
    }

    fileprivate mutating func put(_ person: CasePerson) {
        people.removeAll { $0.person == person.person }
        people.append(person)
    }

    fileprivate mutating func takeOff(_ taken: CaseEvent.PersonTakenOff) {
        guard let place = people.firstIndex(where: { $0.person == taken.person }) else { return }
        let person = people[place]
        people[place] = CasePerson(
            person: person.person,
            roles: person.roles,
            from: person.from,
            until: taken.until
        )
    }

    fileprivate mutating func add(
        _ entry: CaseEvent.LogEntryWritten,
        _ recorded: Timestamp,
        _ actor: Actor
    ) {
        logEntries.append(
            LogEntry(
                entry: entry.entry,
                day: entry.day,
                text: entry.text,
                corrects: entry.corrects,
                actor: actor,
                recorded: recorded
            )
        )
    }

    fileprivate mutating func apply(_ narrowed: CaseEvent.DocumentNarrowed) {
        guard let place = documents.firstIndex(where: { $0.document == narrowed.document }) else {
            return
        }
        documents[place].audience = narrowed.audience
    }
}
