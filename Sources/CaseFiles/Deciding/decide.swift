import Partnerships
package import Procedures
package import WorkingDays

/// What follows from a command in a case, or why it is refused; nothing changes here.
///
/// The file is nil only where the case is to be opened. No event follows from a command that changes nothing.
package func decide(
    _ command: CaseCommand,
    in file: CaseFile?,
    under procedure: Procedure,
    calendar: WorkingCalendar,
    today: Day
) throws(CaseRefusal) -> [CaseEvent] {
    if case .openCase(let opening) = command {
        guard file == nil else { throw .alreadyOpened }
        return try openCase(opening, under: procedure, today: today)
    }
    guard let file else { throw .notOpened }
    if case .reopenCase(let reason) = command { return try reopen(file, reason) }
    guard file.isOpen || command.isTakenWhenClosed else { throw .caseIsClosed }
    let deciding = Deciding(file: file, procedure: procedure, calendar: calendar, today: today)
    return try deciding.events(command)
}

extension CaseCommand {
    /// The log and who may read go on when a case is closed.
    var isTakenWhenClosed: Bool {
        switch self {
        case .writeLogEntry, .putOn, .takeOff, .narrowDocument, .fileDocument, .suspectSameChild,
            .settleSameChild, .tellReferrer, .request(.settleMessage):
            true
        default: false
        }
    }
}

/// The rules of one open case.
struct Deciding {
    let file: CaseFile
    let procedure: Procedure
    let calendar: WorkingCalendar
    let today: Day

    func events(_ command: CaseCommand) throws(CaseRefusal) -> [CaseEvent] {
        switch command {
        case .openCase: throw .alreadyOpened
        case .reopenCase: throw .caseIsOpen
        case .describe(let about, let reason): try describe(about, reason)
        case .chooseRoute(let route, let reason): try chooseRoute(route, reason)
        case .recordMoment(let moment): try recordMoment(moment)
        case .correctOccurrence(let entry, let day, let minute, let reason):
            try correct(entry, day, minute, reason)
        case .completeStep(let completion): try complete(completion)
        case .setStepAside(let step, let reason): try setAside(step, reason)
        case .takeStepUp(let step, let reason): try takeUp(step, reason)
        case .recordFact(let fact, let value, let reason): try record(fact, value, reason)
        case .agreeDay(let name, let day, let reason, let entry):
            try agree(name, day, reason, entry)
        case .recordSafety(let isSafe, let words): try recordSafety(isSafe, words)
        case .putOn(let person): try putOn(person)
        case .takeOff(let person, let until, let reason): try takeOff(person, until, reason)
        case .writeLogEntry(let text, let day, let corrects, let entry):
            try writeLogEntry(text, day, corrects, entry)
        case .fileDocument(let document): try fileDocument(document)
        case .narrowDocument(let document, let audience, let reason):
            try narrow(document, audience, reason)
        case .moveEdition(let edition, let reason): try move(to: edition, reason)
        case .closeCase(let reason, let aside): try close(reason, settingAside: aside)
        case .beginPaper(let begun): try begin(begun)
        case .putForward(let put): try putForward(put)
        case .sign(let given): try sign(given)
        case .refuseSignature(let given): try refuseSignature(given)
        case .giveView(let view): try giveView(view)
        case .weigh(let weighed): try weigh(weighed)
        case .submit(let given): try submit(given)
        case .sendCopy(let copy): try sendCopy(copy)
        case .recordLaterChange(let change): try recordLaterChange(change)
        case .tellReferrer(let told): try tellReferrer(told)
        case .noteSameChild(let looked): [.sameChildLookedFor(looked)]
        case .suspectSameChild(let suspected): [.sameChildSuspected(suspected)]
        case .settleSameChild(let settled): try settleSameChild(settled)
        case .request(let command): try request(command)
        case .conclude(let command): try conclude(command)
        case .recordInvolvement(let told): try record(told)
        }
    }
}

/// A text that must be there, and not be longer than a person can have meant.
func require(_ text: String, _ part: CaseRefusal.Part, most: Int = 4000) throws(CaseRefusal) {
    if isBlank(text) { throw .missing(part) }
    try limit(text, part, most: most)
}

func limit(_ text: String, _ part: CaseRefusal.Part, most: Int = 4000) throws(CaseRefusal) {
    let count = text.count
    if count > most { throw .tooLong(part, characters: count, most: most) }
}
