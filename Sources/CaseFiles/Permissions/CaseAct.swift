package import Procedures
import Schedules

/// Everything that a person can do to a case.
package enum CaseAct: String, CaseIterable, Hashable, Sendable {
    case see
    case seeLog = "see-log"
    case seeReadLog = "see-read-log"
    case print
    case export
    case describe
    case recordMoment = "record-moment"
    case correct
    case recordFact = "record-fact"
    case recordSafety = "record-safety"
    case completeStep = "complete-step"
    case decide
    case setAside = "set-aside"
    case agreeDay = "agree-day"
    case chooseRoute = "choose-route"
    case writeLog = "write-log"
    case fileDocument = "file-document"
    case narrowDocument = "narrow-document"
    case putOn = "put-on"
    case takeOff = "take-off"
    case moveEdition = "move-edition"
    case close
    case reopen
    case writePaper = "write-paper"
    /// What reports say, and what they were taken from.
    case seeReports = "see-reports"
    case sign
    /// That others signed where Sightline did not see it.
    case recordSignatures = "record-signatures"
    case giveView = "give-view"
    case submit
    case tellReferrer = "tell-referrer"
    case askAgencies = "ask-agencies"
    /// What agencies answered, before it is shared.
    case seeReturns = "see-returns"
    case checkReturns = "check-returns"
    /// What family and practitioners were asked and said.
    case seeInvolvement = "see-involvement"
    case recordInvolvement = "record-involvement"
    case arrangeMeetings = "arrange-meetings"
    /// Attendance, what is decided, whether it is quorate, and the minutes.
    case runMeetings = "run-meetings"
    case seeMinutes = "see-minutes"
    /// Whose the actions of meetings are, by when, and whether they are still needed.
    case trackActions = "track-actions"

    /// Whether a code must have been given lately, however long ago the sign-in was.
    package var needsFreshCode: Bool {
        switch self {
        case .export, .sign, .submit: true
        default: false
        }
    }
}

extension CaseCommand {
    /// The act that the command is, in the table of permissions; nil for opening a case, which no case permits.
    ///
    /// The outcome of a decision is a decision; that of a check, or that a meeting was quorate, belongs to the step done.
    package func act(under procedure: Procedure) -> CaseAct? {
        switch self {
        case .openCase: nil
        case .describe: .describe
        case .chooseRoute: .chooseRoute
        case .recordMoment: .recordMoment
        case .correctOccurrence: .correct
        case .completeStep(let completion):
            procedure.stepPoint(named: completion.name.point)?.step
                .map { procedure.steps[$0].act } ?? .completeStep
        case .setStepAside, .takeStepUp: .setAside
        case .recordFact: .recordFact
        case .agreeDay: .agreeDay
        case .recordSafety: .recordSafety
        case .putOn: .putOn
        case .takeOff: .takeOff
        case .writeLogEntry: .writeLog
        case .fileDocument: .fileDocument
        case .narrowDocument: .narrowDocument
        case .moveEdition: .moveEdition
        case .closeCase: .close
        case .reopenCase: .reopen
        case .beginPaper, .putForward, .recordLaterChange: .writePaper
        case .sign, .refuseSignature: .sign
        case .giveView: .giveView
        case .weigh: .decide
        case .submit: .submit
        case .sendCopy: .completeStep
        case .tellReferrer: .tellReferrer
        case .settleSameChild: .putOn
        case .noteSameChild, .suspectSameChild: nil
        case .request(let command): command.act
        case .conclude(let command): command.act
        case .recordInvolvement: .recordInvolvement
        case .meeting(let command): command.act
        }
    }
}

extension Step {
    /// What recording it as done is, in the table of permissions: a decision only where there is something to choose;
    /// and whoever signs does not record that all have.
    package var act: CaseAct {
        switch kind {
        case .decision(let part) where !part.outcomes.isEmpty: .decide
        case .signOff: .recordSignatures
        default: .completeStep
        }
    }
}
