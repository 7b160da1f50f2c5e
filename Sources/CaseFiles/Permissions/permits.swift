package import Procedures

/// Whether somebody on a case may do something to it, by what she is and how far the case has come.
package func permits(_ capacity: Capacity, _ act: CaseAct, at stage: CaseStage) -> Bool {
    guard let stages = permissions[capacity]?[act] else { return false }
    return stages.contains(stage)
}

private typealias Stages = Set<CaseStage>

private let always = Stages(CaseStage.allCases)
private let open = always.subtracting([.closed])
private let notifying: Stages = [.threshold, .notification]
private let reviewing: Stages = [.threshold, .notification, .rapidReview, .nationalPanel]
private let publishing: Stages = [.lcspr, .actions]

/// What everybody on a case may do, whatever else she is.
private let everybody: [CaseAct: Stages] = [.see: always, .print: always]

/// The table: what is not here is not permitted.
///
/// An administrator sees no case. Whoever may sign does so only where the procedure names her part.
private let permissions: [Capacity: [CaseAct: Stages]] = [
    .coordinator: everybody.with([
        .seeReports: always,
        .seeLog: always, .seeReadLog: always, .export: always, .writeLog: always,
        .describe: open, .recordMoment: open, .correct: open, .recordFact: open, .sign: open,
        .recordSafety: open, .completeStep: open, .decide: open, .setAside: open,
        .agreeDay: open, .chooseRoute: open, .moveEdition: open, .close: open,
        .fileDocument: always, .narrowDocument: always, .putOn: always, .takeOff: always,
        .reopen: [.closed], .writePaper: open, .giveView: open, .submit: open,
        .tellReferrer: always, .recordSignatures: open, .askAgencies: open,
        .seeReturns: always, .checkReturns: open, .seeInvolvement: always,
        .recordInvolvement: open, .arrangeMeetings: open, .runMeetings: open,
        .seeMinutes: always, .trackActions: open,
    ]),
    .support: everybody.with([
        .seeReports: always,
        .seeLog: always, .writeLog: always, .describe: open, .recordMoment: open,
        .recordSafety: open, .completeStep: open, .agreeDay: open, .fileDocument: always,
        .writePaper: open, .giveView: open, .tellReferrer: open, .askAgencies: open,
        .seeReturns: always, .checkReturns: open, .seeInvolvement: always,
        .recordInvolvement: open, .arrangeMeetings: open, .runMeetings: open,
        .seeMinutes: always, .trackActions: open,
    ]),
    .notifier: everybody.with([
        .seeReports: always,
        .seeLog: always, .writeLog: open, .describe: notifying, .recordMoment: notifying,
        .correct: notifying, .recordFact: reviewing, .recordSafety: open, .completeStep: open,
        .decide: notifying, .fileDocument: open, .writePaper: notifying.union([.rapidReview]),
        .giveView: open, .submit: open, .sign: open, .seeMinutes: always,
    ]),
    // The chair reads the business manager's own looks, which nobody else would.
    .chair: everybody.with([
        .seeReports: always,
        .seeLog: always, .seeReadLog: always, .writeLog: open, .recordFact: reviewing,
        .recordSafety: open, .completeStep: open, .decide: open, .agreeDay: open,
        .fileDocument: open, .giveView: open, .sign: open, .writePaper: open,
        .recordSignatures: open, .seeReturns: always, .checkReturns: open,
        .seeInvolvement: always, .recordInvolvement: open, .arrangeMeetings: open,
        .runMeetings: open, .seeMinutes: always, .trackActions: open,
    ]),
    .partner: everybody.with([
        .seeReports: always,
        .seeLog: always, .writeLog: open, .recordFact: reviewing, .recordSafety: open,
        .completeStep: open, .decide: open, .agreeDay: open, .chooseRoute: reviewing,
        .fileDocument: open, .giveView: open, .sign: open, .seeInvolvement: always,
        .seeMinutes: always, .trackActions: open,
    ]),
    .checker: everybody.with([
        .seeReports: always,
        .seeLog: always, .completeStep: open, .decide: open, .fileDocument: open,
        .recordSafety: open, .seeReturns: open, .checkReturns: open, .seeMinutes: always,
    ]),
    .signatory: everybody.with([
        .seeReports: always,
        .seeLog: always, .completeStep: open, .decide: open, .recordSafety: open, .sign: open,
        .giveView: open, .submit: open, .seeMinutes: always,
    ]),
    .member: everybody.with([
        .seeReports: always,
        .seeLog: always, .completeStep: open, .decide: open, .recordSafety: open,
        .sign: open, .seeMinutes: always,
    ]),
    .contributor: everybody.with([.completeStep: open, .recordSafety: open]),
    .reviewer: everybody.with([
        .seeReports: always, .completeStep: publishing, .fileDocument: publishing,
        .seeInvolvement: publishing, .recordInvolvement: publishing,
    ]),
    .adviser: everybody.with([.seeReports: open, .completeStep: open]),
    .observer: everybody,
]

extension [CaseAct: Set<CaseStage>] {
    fileprivate func with(_ more: [CaseAct: Set<CaseStage>]) -> [CaseAct: Set<CaseStage>] {
        merging(more) { _, other in other }
    }
}
