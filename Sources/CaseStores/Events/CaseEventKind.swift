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
    case agencyAsked = "agency-asked"
    case agencyLeftOut = "agency-left-out"
    case seatAdded = "seat-added"
    case seatEnded = "seat-ended"
    case requestRevoked = "request-revoked"
    case requestOpened = "request-opened"
    case recordsSecured = "records-secured"
    case codeReadOut = "code-read-out"
    case linkRested = "link-rested"
    case replyFiled = "reply-filed"
    case returnPutForward = "return-put-forward"
    case returnSigned = "return-signed"
    case returnHandedBack = "return-handed-back"
    case returnChecked = "return-checked"
    case returnFileAdded = "return-file-added"
    case returnFileRemoved = "return-file-removed"
    case fileReleased = "file-released"
    case packShared = "pack-shared"
    case peopleListed = "people-listed"
    case episodeMarked = "episode-marked"
    case messageQueued = "message-queued"
    case messageSettled = "message-settled"
    case rungPassedOver = "rung-passed-over"
    case chasingPaused = "chasing-paused"
    case chasingResumed = "chasing-resumed"
    case stepAnswered = "step-answered"
    case decisionExplained = "decision-explained"
    case delayForeseen = "delay-foreseen"
    case delayTold = "delay-told"
    case panelReplied = "panel-replied"
    case involvementRecorded = "involvement-recorded"
    case meetingArranged = "meeting-arranged"
    case meetingChanged = "meeting-changed"
    case meetingCancelled = "meeting-cancelled"
    case meetingPeopleChanged = "meeting-people-changed"
    case meetingAgendaChanged = "meeting-agenda-changed"
    case invitationQueued = "invitation-queued"
    case invitationAnswered = "invitation-answered"
    case meetingBegun = "meeting-begun"
    case meetingAttended = "meeting-attended"
    case meetingLeft = "meeting-left"
    case attendanceCorrected = "attendance-corrected"
    case meetingPointNoted = "meeting-point-noted"
    case meetingPointStruck = "meeting-point-struck"
    case meetingEnded = "meeting-ended"
    case minutesPutForward = "minutes-put-forward"
    case minutesCirculated = "minutes-circulated"
    case minutesMailQueued = "minutes-mail-queued"
    case minutesApproved = "minutes-approved"
    case minutesAddedTo = "minutes-added-to"
    case actionDone = "action-done"
    case actionMoved = "action-moved"
    case actionGiven = "action-given"
    case actionOvertaken = "action-overtaken"
    case actionReopened = "action-reopened"

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
        case .agencyAsked: .request(.asked(try reading.value()))
        case .agencyLeftOut: .request(.leftOut(try reading.value()))
        case .seatAdded: .request(.seatAdded(try reading.value()))
        case .seatEnded: .request(.seatEnded(try reading.value()))
        case .requestRevoked: .request(.revoked(try reading.value()))
        case .requestOpened: .request(.opened(try reading.value()))
        case .recordsSecured: .request(.recordsSecured(try reading.value()))
        case .codeReadOut: .request(.codeReadOut(try reading.value()))
        case .linkRested: .request(.linkRested(try reading.value()))
        case .replyFiled: .request(.replyFiled(try reading.value()))
        case .returnPutForward: .request(.putForward(try reading.value()))
        case .returnSigned: .request(.signed(try reading.value()))
        case .returnHandedBack: .request(.handedBack(try reading.value()))
        case .returnChecked: .request(.checked(try reading.value()))
        case .returnFileAdded: .request(.fileAdded(try reading.value()))
        case .returnFileRemoved: .request(.fileRemoved(try reading.value()))
        case .fileReleased: .request(.fileReleased(try reading.value()))
        case .packShared: .request(.packShared(try reading.value()))
        case .peopleListed: .request(.peopleListed(try reading.value()))
        case .episodeMarked: .request(.episodeMarked(try reading.value()))
        case .messageQueued: .request(.messageQueued(try reading.value()))
        case .messageSettled: .request(.messageSettled(try reading.value()))
        case .rungPassedOver: .request(.rungPassedOver(try reading.value()))
        case .chasingPaused: .request(.chasingPaused(try reading.value()))
        case .chasingResumed: .request(.chasingResumed(try reading.value()))
        case .stepAnswered: .conclusion(.answered(try reading.value()))
        case .decisionExplained: .conclusion(.explained(try reading.value()))
        case .delayForeseen: .conclusion(.delayForeseen(try reading.value()))
        case .delayTold: .conclusion(.delayTold(try reading.value()))
        case .panelReplied: .conclusion(.panelReplied(try reading.value()))
        case .involvementRecorded: .involvementRecorded(try reading.value())
        case .meetingArranged: .meeting(.arranged(try reading.value()))
        case .meetingChanged: .meeting(.changed(try reading.value()))
        case .meetingCancelled: .meeting(.cancelled(try reading.value()))
        case .meetingPeopleChanged: .meeting(.peopleChanged(try reading.value()))
        case .meetingAgendaChanged: .meeting(.agendaChanged(try reading.value()))
        case .invitationQueued: .meeting(.invitationQueued(try reading.value()))
        case .invitationAnswered: .meeting(.invitationAnswered(try reading.value()))
        case .meetingBegun: .meeting(.begun(try reading.value()))
        case .meetingAttended: .meeting(.attended(try reading.value()))
        case .meetingLeft: .meeting(.left(try reading.value()))
        case .attendanceCorrected: .meeting(.attendanceCorrected(try reading.value()))
        case .meetingPointNoted: .meeting(.pointNoted(try reading.value()))
        case .meetingPointStruck: .meeting(.pointStruck(try reading.value()))
        case .meetingEnded: .meeting(.ended(try reading.value()))
        case .minutesPutForward: .meeting(.minutesPutForward(try reading.value()))
        case .minutesCirculated: .meeting(.minutesCirculated(try reading.value()))
        case .minutesApproved: .meeting(.minutesApproved(try reading.value()))
        case .minutesAddedTo: .meeting(.minutesAddedTo(try reading.value()))
        case .minutesMailQueued: .meeting(.minutesMailQueued(try reading.value()))
        case .actionDone: .meeting(.actionDone(try reading.value()))
        case .actionMoved: .meeting(.actionMoved(try reading.value()))
        case .actionGiven: .meeting(.actionGiven(try reading.value()))
        case .actionOvertaken: .meeting(.actionOvertaken(try reading.value()))
        case .actionReopened: .meeting(.actionReopened(try reading.value()))
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
        case .request(let event): event.stored
        case .meeting(let event): event.stored
        case .conclusion(let event): event.stored
        case .involvementRecorded(let data): (.involvementRecorded, data)
        }
    }
}

extension ConclusionEvent {
    fileprivate var stored: (kind: CaseEventKind, data: any Encodable) {
        switch self {
        case .answered(let data): (.stepAnswered, data)
        case .explained(let data): (.decisionExplained, data)
        case .delayForeseen(let data): (.delayForeseen, data)
        case .delayTold(let data): (.delayTold, data)
        case .panelReplied(let data): (.panelReplied, data)
        }
    }
}

extension RequestEvent {
    fileprivate var stored: (kind: CaseEventKind, data: any Encodable) {
        switch self {
        case .asked(let data): (.agencyAsked, data)
        case .leftOut(let data): (.agencyLeftOut, data)
        case .seatAdded(let data): (.seatAdded, data)
        case .seatEnded(let data): (.seatEnded, data)
        case .revoked(let data): (.requestRevoked, data)
        case .opened(let data): (.requestOpened, data)
        case .recordsSecured(let data): (.recordsSecured, data)
        case .codeReadOut(let data): (.codeReadOut, data)
        case .linkRested(let data): (.linkRested, data)
        case .replyFiled(let data): (.replyFiled, data)
        case .putForward(let data): (.returnPutForward, data)
        case .signed(let data): (.returnSigned, data)
        case .handedBack(let data): (.returnHandedBack, data)
        case .checked(let data): (.returnChecked, data)
        case .fileAdded(let data): (.returnFileAdded, data)
        case .fileRemoved(let data): (.returnFileRemoved, data)
        case .fileReleased(let data): (.fileReleased, data)
        case .packShared(let data): (.packShared, data)
        case .peopleListed(let data): (.peopleListed, data)
        case .episodeMarked(let data): (.episodeMarked, data)
        case .messageQueued(let data): (.messageQueued, data)
        case .messageSettled(let data): (.messageSettled, data)
        case .rungPassedOver(let data): (.rungPassedOver, data)
        case .chasingPaused(let data): (.chasingPaused, data)
        case .chasingResumed(let data): (.chasingResumed, data)
        }
    }
}

extension MeetingEvent {
    fileprivate var stored: (kind: CaseEventKind, data: any Encodable) {
        switch self {
        case .arranged(let data): (.meetingArranged, data)
        case .changed(let data): (.meetingChanged, data)
        case .cancelled(let data): (.meetingCancelled, data)
        case .peopleChanged(let data): (.meetingPeopleChanged, data)
        case .agendaChanged(let data): (.meetingAgendaChanged, data)
        case .invitationQueued(let data): (.invitationQueued, data)
        case .invitationAnswered(let data): (.invitationAnswered, data)
        case .begun(let data): (.meetingBegun, data)
        case .attended(let data): (.meetingAttended, data)
        case .left(let data): (.meetingLeft, data)
        case .attendanceCorrected(let data): (.attendanceCorrected, data)
        case .pointNoted(let data): (.meetingPointNoted, data)
        case .pointStruck(let data): (.meetingPointStruck, data)
        case .ended(let data): (.meetingEnded, data)
        case .minutesPutForward(let data): (.minutesPutForward, data)
        case .minutesCirculated(let data): (.minutesCirculated, data)
        case .minutesApproved(let data): (.minutesApproved, data)
        case .minutesAddedTo(let data): (.minutesAddedTo, data)
        case .minutesMailQueued(let data): (.minutesMailQueued, data)
        case .actionDone(let data): (.actionDone, data)
        case .actionMoved(let data): (.actionMoved, data)
        case .actionGiven(let data): (.actionGiven, data)
        case .actionOvertaken(let data): (.actionOvertaken, data)
        case .actionReopened(let data): (.actionReopened, data)
        }
    }
}
