import CaseFiles

/// The stored name of each kind of case event; never changed, never used again for another.
package enum CaseEventType: String, CaseIterable, Sendable {
    case caseOpened = "case-opened"
    case caseDescribed = "case-described"
    case routeChosen = "route-chosen"
    case momentRecorded = "moment-recorded"
    case momentCorrected = "moment-corrected"
    case stepCompleted = "step-completed"
    case stepCorrected = "step-corrected"
    case stepSetAside = "step-set-aside"
    case stepTakenUp = "step-taken-up"
    case factRecorded = "fact-recorded"
    case dayAgreed = "day-agreed"
    case safetyRecorded = "safety-recorded"
    case personPutOn = "person-put-on"
    case personTakenOff = "person-taken-off"
    case logEntryWritten = "log-entry-written"
    case documentFiled = "document-filed"
    case documentNarrowed = "document-narrowed"
    case editionMoved = "edition-moved"
    case caseClosed = "case-closed"
    case caseReopened = "case-reopened"

    /// The version of the shape that is written now.
    package var version: Int { 1 }

    /// Reads what happened, given how to read a value.
    func decode(_ read: Reading) throws -> CaseEvent {
        switch self {
        case .caseOpened: .caseOpened(try read.value())
        case .caseDescribed: .caseDescribed(try read.value())
        case .routeChosen: .routeChosen(try read.value())
        case .momentRecorded: .momentRecorded(try read.value())
        case .momentCorrected: .momentCorrected(try read.value())
        case .stepCompleted: .stepCompleted(try read.value())
        case .stepCorrected: .stepCorrected(try read.value())
        case .stepSetAside: .stepSetAside(try read.value())
        case .stepTakenUp: .stepTakenUp(try read.value())
        case .factRecorded: .factRecorded(try read.value())
        case .dayAgreed: .dayAgreed(try read.value())
        case .safetyRecorded: .safetyRecorded(try read.value())
        case .personPutOn: .personPutOn(try read.value())
        case .personTakenOff: .personTakenOff(try read.value())
        case .logEntryWritten: .logEntryWritten(try read.value())
        case .documentFiled: .documentFiled(try read.value())
        case .documentNarrowed: .documentNarrowed(try read.value())
        case .editionMoved: .editionMoved(try read.value())
        case .caseClosed: .caseClosed(try read.value())
        case .caseReopened: .caseReopened(try read.value())
        }
    }
}

extension CaseEvent {
    /// The stored name, and what is stored.
    var stored: (type: CaseEventType, data: any Encodable) {
        switch self {
        case .caseOpened(let data): (.caseOpened, data)
        case .caseDescribed(let data): (.caseDescribed, data)
        case .routeChosen(let data): (.routeChosen, data)
        case .momentRecorded(let data): (.momentRecorded, data)
        case .momentCorrected(let data): (.momentCorrected, data)
        case .stepCompleted(let data): (.stepCompleted, data)
        case .stepCorrected(let data): (.stepCorrected, data)
        case .stepSetAside(let data): (.stepSetAside, data)
        case .stepTakenUp(let data): (.stepTakenUp, data)
        case .factRecorded(let data): (.factRecorded, data)
        case .dayAgreed(let data): (.dayAgreed, data)
        case .safetyRecorded(let data): (.safetyRecorded, data)
        case .personPutOn(let data): (.personPutOn, data)
        case .personTakenOff(let data): (.personTakenOff, data)
        case .logEntryWritten(let data): (.logEntryWritten, data)
        case .documentFiled(let data): (.documentFiled, data)
        case .documentNarrowed(let data): (.documentNarrowed, data)
        case .editionMoved(let data): (.editionMoved, data)
        case .caseClosed(let data): (.caseClosed, data)
        case .caseReopened(let data): (.caseReopened, data)
        }
    }
}
