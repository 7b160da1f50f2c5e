package import CaseFiles

/// The stored name of each kind of case event.
package enum CaseEventKind: String, EventKind {
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
    case paperBegun = "paper-begun"
    case paperPutForward = "paper-put-forward"
    case paperSigned = "paper-signed"
    case signatureRefused = "signature-refused"
    case viewGiven = "view-given"
    case criteriaWeighed = "criteria-weighed"
    case submissionMade = "submission-made"
    case copySent = "copy-sent"
    case laterChangeRecorded = "later-change-recorded"
    case referrerTold = "referrer-told"
    case sameChildLookedFor = "same-child-looked-for"
    case sameChildSuspected = "same-child-suspected"
    case sameChildSettled = "same-child-settled"

    package var version: Int { 1 }

    package func decode(_ reading: EventReading) throws -> CaseEvent {
        switch self {
        case .caseOpened: .caseOpened(try reading.value())
        case .caseDescribed: .caseDescribed(try reading.value())
        case .routeChosen: .routeChosen(try reading.value())
        case .momentRecorded: .momentRecorded(try reading.value())
        case .momentCorrected: .momentCorrected(try reading.value())
        case .stepCompleted: .stepCompleted(try reading.value())
        case .stepCorrected: .stepCorrected(try reading.value())
        case .stepSetAside: .stepSetAside(try reading.value())
        case .stepTakenUp: .stepTakenUp(try reading.value())
        case .factRecorded: .factRecorded(try reading.value())
        case .dayAgreed: .dayAgreed(try reading.value())
        case .safetyRecorded: .safetyRecorded(try reading.value())
        case .personPutOn: .personPutOn(try reading.value())
        case .personTakenOff: .personTakenOff(try reading.value())
        case .logEntryWritten: .logEntryWritten(try reading.value())
        case .documentFiled: .documentFiled(try reading.value())
        case .documentNarrowed: .documentNarrowed(try reading.value())
        case .editionMoved: .editionMoved(try reading.value())
        case .caseClosed: .caseClosed(try reading.value())
        case .caseReopened: .caseReopened(try reading.value())
        case .paperBegun: .paperBegun(try reading.value())
        case .paperPutForward: .paperPutForward(try reading.value())
        case .paperSigned: .paperSigned(try reading.value())
        case .signatureRefused: .signatureRefused(try reading.value())
        case .viewGiven: .viewGiven(try reading.value())
        case .criteriaWeighed: .criteriaWeighed(try reading.value())
        case .submissionMade: .submissionMade(try reading.value())
        case .copySent: .copySent(try reading.value())
        case .laterChangeRecorded: .laterChangeRecorded(try reading.value())
        case .referrerTold: .referrerTold(try reading.value())
        case .sameChildLookedFor: .sameChildLookedFor(try reading.value())
        case .sameChildSuspected: .sameChildSuspected(try reading.value())
        case .sameChildSettled: .sameChildSettled(try reading.value())
        }
    }
}

extension CaseEvent: StoredEvent {
    package var stored: (kind: CaseEventKind, data: any Encodable) {
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
        case .paperBegun(let data): (.paperBegun, data)
        case .paperPutForward(let data): (.paperPutForward, data)
        case .paperSigned(let data): (.paperSigned, data)
        case .signatureRefused(let data): (.signatureRefused, data)
        case .viewGiven(let data): (.viewGiven, data)
        case .criteriaWeighed(let data): (.criteriaWeighed, data)
        case .submissionMade(let data): (.submissionMade, data)
        case .copySent(let data): (.copySent, data)
        case .laterChangeRecorded(let data): (.laterChangeRecorded, data)
        case .referrerTold(let data): (.referrerTold, data)
        case .sameChildLookedFor(let data): (.sameChildLookedFor, data)
        case .sameChildSuspected(let data): (.sameChildSuspected, data)
        case .sameChildSettled(let data): (.sameChildSettled, data)
        }
    }
}
