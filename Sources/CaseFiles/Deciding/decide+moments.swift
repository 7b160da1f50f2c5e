import Partnerships
import Procedures
import WorkingDays

extension Deciding {
    func recordMoment(_ given: CaseCommand.RecordMoment) throws(CaseRefusal) -> [CaseEvent] {
        let moment = given.moment
        guard Moment.entered.contains(moment), moment != .meetingEnded else {
            throw .momentIsNotEntered(moment)
        }
        if !moment.isEnteredByHand {
            let steps = procedure.lookup.recorders[Int(moment.rawValue)]
            guard steps.isEmpty else {
                throw .momentComesFromSteps(moment, steps: steps.map { procedure.steps[$0].id })
            }
        }
        if !moment.namesAFutureDay { try checkPast(given.day) }
        try limit(given.note, .note)
        let name = OccurrenceName(moment.id, subject: given.subject)
        if moment.happensOnce, let earlier = file.standing(name).last {
            if earlier.day == given.day, earlier.minute == given.minute { return [] }
            throw .happensOnce(name, recorded: earlier.entry, day: earlier.day)
        }
        return [
            .momentRecorded(
                CaseEvent.MomentRecorded(
                    entry: given.entry,
                    moment: moment.id,
                    subject: given.subject,
                    day: given.day,
                    minute: given.minute,
                    note: given.note
                )
            )
        ]
    }

    /// Puts a recorded date right, or withdraws it; what was recorded first stays in the log.
    func correct(
        _ entry: EntryID,
        _ day: Day?,
        _ minute: Minute?,
        _ reason: String
    ) throws(CaseRefusal) -> [CaseEvent] {
        guard let occurrence = file.occurrences.first(where: { $0.entry == entry }) else {
            throw .unknownEntry(entry)
        }
        if occurrence.isWithdrawn { throw .alreadyWithdrawn(entry) }
        try require(reason, .reason)

        let moment = occurrence.isStep ? nil : Moment(id: occurrence.name.point)
        if let day, moment?.namesAFutureDay != true { try checkPast(day) }
        if occurrence.day == day, occurrence.minute == minute { return [] }
        let correction = CaseEvent.OccurrenceCorrected(
            corrects: entry,
            day: day,
            minute: day == nil ? nil : minute,
            reason: reason
        )
        return [moment == nil ? .stepCorrected(correction) : .momentCorrected(correction)]
    }

    func record(
        _ fact: String,
        _ value: Bool,
        _ reason: String
    ) throws(CaseRefusal) -> [CaseEvent] {
        let valid = Fact.allCases.map(\.id) + procedure.questions.map(\.id)
        guard valid.contains(fact) else { throw .unknownFact(fact, valid: valid) }
        try require(reason, .reason)
        if file.facts[fact]?.value == value { return [] }
        return [
            .factRecorded(CaseEvent.FactRecorded(fact: fact, value: value, reason: reason))
        ]
    }

    /// What has happened lies no later than today.
    func checkPast(_ day: Day) throws(CaseRefusal) {
        if day > today { throw .dayAhead(day, today: today) }
    }
}
