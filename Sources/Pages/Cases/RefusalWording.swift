package import CaseFiles
import Partnerships
package import Procedures
import Schedules
import WorkingDays

extension CaseRefusal {
    /// What to do, in a sentence without its stop.
    package func words(under procedure: Procedure) -> String {
        switch self {
        case .alreadyOpened: "This case is open already"
        case .notOpened: "There is no such case"
        case .caseIsClosed: "The case is closed: open it again first"
        case .caseIsOpen: "The case is open: there is nothing to open again"
        case .missing(let part): "Enter the \(part.rawValue)"
        case .tooLong(let part, let characters, let most):
            "The \(part.rawValue) has \(characters) characters; shorten it to \(most) or fewer"
        case .dayAhead(let day, let today):
            "\(DayWording.words(day)) lies ahead; today is \(DayWording.words(today)). "
                + "To plan a day, agree it instead"
        case .dayBeforeTheCase(let day, let began):
            "\(DayWording.words(day)) lies before the case began, on \(DayWording.words(began))"
        case .childrenOutOfRange(let count):
            "Name one to four children, not \(count): more belong to another case"
        case .unknownPoint(let name, _): "“\(name)” is no date or step of this procedure"
        case .momentComesFromSteps(let moment, let steps):
            "“\(moment.words.label)” comes with its step: record \(list(steps, procedure)) as done"
        case .momentIsNotEntered(let moment):
            "“\(moment.words.label)” follows from other dates and is not entered"
        case .happensOnce(let name, _, let day):
            "\(label(name, procedure)) is recorded already, for \(DayWording.words(day)): correct that entry instead"
        case .unknownEntry: "The entry to be corrected is not in this case"
        case .alreadyWithdrawn: "That entry was withdrawn: record the date anew"
        case .unknownStep(let name, _): "“\(name)” is no step of this procedure"
        case .unknownFact(let name, _): "“\(name)” is nothing that this procedure asks"
        case .unknownPaper(let name, _): "“\(name)” is no kind of document of this procedure"
        case .unknownFolder(let name, _): "“\(name)” is no folder of this procedure"
        case .unknownRole(let name, _): "“\(name)” is no role of this procedure"
        case .unknownDocument: "There is no such document in this case"
        case .wrongEvidence(let step, let needs, _):
            "For \(list([step], procedure)) enter \(needs.words)"
        case .evidenceIncomplete(_, let kind): "Enter \(kind.words)"
        case .outcomeNeeded(_, let valid), .unknownOutcome(_, _, let valid):
            "Choose the outcome: \(DayWording.list(valid.map { Wording.spaced($0) }, "or"))"
        case .stepIsSetAside(let step):
            "\(list([step], procedure)) was set aside: take it up again first"
        case .stepIsNotSetAside(let step): "\(list([step], procedure)) was not set aside"
        case .stepIsDone(let step):
            "\(list([step], procedure)) is done: withdraw that entry first, if it never was"
        case .noAgreement(let name): "No day is agreed for \(label(name, procedure))"
        case .notOnTheCase: "That person is not on the case"
        case .lastCoordinator:
            "Somebody must coordinate the case: put another coordinator on it first"
        case .endsBeforeItBegins(let from, let until):
            "The last day, \(DayWording.words(until)), lies before the first, \(DayWording.words(from))"
        case .sameEdition: "The case is run by that edition already"
        case .alreadyFiled: "That document is filed already"
        case .nobodyMaySeeIt: "Choose at least one person who may see the document"
        case .paperIsBegun: "Somebody else began this document meanwhile: load the page again"
        case .paperIsSubmitted:
            "It was submitted, and stays as it was sent: record what has changed since beside it"
        case .nothingToSign: "Nothing was put forward to be signed yet"
        case .wordsHaveChanged:
            "The document was changed after you opened it: read it again before you sign"
        case .inPersonOnly: "The procedure lets nobody stand in for this signature"
        case .notHersToSign(let step):
            "It is not, or not yet, yours to sign: \(list([step], procedure))"
        case .noViews: "This step takes no views"
        case .noSubmission: "This step submits nothing"
        case .notRegistered(_, let roles, let others):
            "Only \(names(of: roles, procedure)) can submit: nobody else is registered. "
                + (others.map {
                    "Where they are away, \(list([$0], procedure)) comes first"
                } ?? "The procedure says nothing of others")
        case .unknownRecipient(let name, _, _): "“\(name)” is none of those who get a copy"
        case .notSubmitted: "It was not submitted yet: change the document itself"
        case .notLate(let day, let due):
            "\(DayWording.words(day)) is not later than the day on which it is due, \(DayWording.words(due))"
        case .dutiesOpen(let steps):
            "Still open: \(list(steps, procedure)). Do them, or tick them to be set aside with the closing"
        case .nothingSubmitted:
            "No report is recorded as submitted to the national Panel: record that first"
        case .noRequest, .nobodyAsked, .alreadyAsked, .nobodyToAnswer, .hasASeat, .seatIsShut,
            .requestIsRevoked, .notHersToWrite, .alreadyAnswered, .alreadyChecked,
            .writerCannotSign, .notASignatory, .tooManySeats, .tooManyFiles, .filesTooLarge,
            .tooManyRows, .rowsTooLarge,
            .notAccepted, .nothingToShare,
            .dayNotAhead, .untrustedAddresses, .tooManyPeople, .listedPerson:
            wordsOfRequests
        case .meeting(let refusal): refusal.words(under: procedure)
        }
    }

    /// What stands against asking an agency, answering, signing and checking.
    private var wordsOfRequests: String {
        switch self {
        case .noRequest: "This step asks nobody for an answer"
        case .nobodyAsked: "Choose at least one agency to ask"
        case .alreadyAsked(let agency): "\(agency) is asked already"
        case .nobodyToAnswer(let agency):
            "Nobody at \(agency) would write the answer: name a lead or a deputy"
        case .hasASeat(let email): "\(email) has a way in to this request already"
        case .seatIsShut: "This way in was shut: ask the business unit for another"
        case .untrustedAddresses(let addresses):
            "Nothing goes yet to \(DayWording.list(addresses)): under People and agencies, list the domain, have the address answer a mail, or allow it with a reason"
        case .requestIsRevoked(let agency): "\(agency) is no longer asked"
        case .notHersToWrite: "A senior manager signs or hands back; the lead writes"
        case .alreadyAnswered(let agency):
            "The answer of \(agency) is signed and with the business unit: it can be changed once it is sent back"
        case .alreadyChecked(let agency): "The return of \(agency) was checked already"
        case .writerCannotSign:
            "Whoever wrote the answer does not sign it: another senior manager does, or the business unit records why not"
        case .notASignatory: "Whoever may write the answer does not sign it: a senior manager does"
        case .tooManySeats(let most):
            "At most \(most) people of an agency have a way in at a time: shut one first"
        case .tooManyRows(let most):
            "A chronology takes \(most) rows: leave out what says little, or send the rest as a file"
        case .rowsTooLarge(let most):
            "The rows of a chronology take \(most >> 20) MiB together: shorten them, or send the rest as a file"
        case .tooManyFiles(let most): "A request takes \(most) files: take one out first"
        case .filesTooLarge(_, let most):
            "The files of a request may have \(most >> 20) MB together: take one out first"
        case .notAccepted(let agency): "The return of \(agency) is not accepted yet"
        case .nothingToShare: "Choose at least one accepted return"
        case .tooManyPeople(let most): "The list takes \(most) people: take somebody out first"
        case .listedPerson(let number, let fault): "Person \(number): \(fault.words)"
        case .dayNotAhead(let day, let today):
            "\(DayWording.words(day)) does not lie ahead: today is \(DayWording.words(today))"
        default: "That cannot be done now"
        }
    }

    private func names(of parts: [String], _ procedure: Procedure) -> String {
        DayWording.list(
            parts.map { part in procedure.parts.first { $0.id == part }?.name ?? part },
            "or"
        )
    }

    private func list(_ steps: [String], _ procedure: Procedure) -> String {
        DayWording.list(steps.map { label(OccurrenceName($0), procedure) }, "or")
    }

    private func label(_ name: OccurrenceName, _ procedure: Procedure) -> String {
        if let moment = Moment(id: name.point) { return "“\(moment.words.label)”" }
        guard let point = procedure.stepPoint(named: name.point), let step = point.step else {
            return "“\(name.point)”"
        }
        return "“\(procedure.steps[step].does)”"
    }
}

extension ListedPerson.Fault {
    /// What is wrong, and what to do, in a sentence without its stop.
    var words: String {
        switch self {
        case .noName: "Enter the name"
        case .noPseudonym: "Enter the pseudonym: Mother, say, or Child A"
        case .pseudonymTwice(let pseudonym):
            "“\(pseudonym)” is somebody else’s pseudonym: choose another"
        case .pseudonymIsAName(let pseudonym):
            "“\(pseudonym)” is a name on this list and would show it: choose another"
        case .tooLong: "Shorten each name and word to \(ListedPerson.mostCharacters) characters"
        case .bornAndDue: "Enter the day of birth or the day due, and not both"
        }
    }

    /// The last part of the name of the question it is about.
    var field: String {
        switch self {
        case .noName, .tooLong: "name"
        case .noPseudonym, .pseudonymTwice, .pseudonymIsAName: "pseudonym"
        case .bornAndDue: "due"
        }
    }
}

extension Evidence.Kind {
    /// After "enter": `the outcome, and the reasons for it`.
    package var words: String {
        switch self {
        case .note: "a note of what was done"
        case .document: "the document, or where it lies"
        case .sent: "to whom it was sent, and how"
        case .received: "from whom it was received"
        case .submitted: "to whom it was submitted, and their reference"
        case .appointed: "the name of whoever was appointed"
        case .decided: "the outcome, and the reasons for it"
        case .held: "who was there"
        case .signed: "the names of all who signed"
        }
    }
}

extension CaseRefusal {
    /// Beside which question; nil for the form as a whole.
    package var field: String? {
        switch self {
        case .missing(.dissent): "dissent"
        case .missing(.whyNotAsked): "barriers"
        case .missing(.dayAsked): "asked"
        case .missing(.deciders): "deciders"
        case .missing(.nationalReasons): "national-reasons"
        case .missing(.agreedBy): "agreed-by"
        case .notLate: "new-day"
        case .dutiesOpen: "aside"
        case .missing(let part), .tooLong(let part, _, _): part.rawValue
        case .dayAhead, .dayBeforeTheCase: "day"
        case .happensOnce, .momentComesFromSteps, .momentIsNotEntered: "moment"
        case .endsBeforeItBegins: "until"
        case .meeting(let refusal): refusal.field
        case .outcomeNeeded, .unknownOutcome: "outcome"
        default: nil
        }
    }
}
