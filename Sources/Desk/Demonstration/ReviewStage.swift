import Procedures
import Schedules

/// How far a review of the demonstration has come, from the first call to the closing.
package enum ReviewStage: Int, CaseIterable, Hashable, Sendable {
    case referred, notified, asked, met, signing, submitted, replied, localReview, closed

    /// What there is to see of it.
    package var words: String {
        switch self {
        case .referred: "Referral received, whether to notify not decided"
        case .notified: "Notified, the rapid review begins"
        case .asked: "Agencies asked: some are back, one is late"
        case .met: "Rapid review meeting held, criteria under way"
        case .signing: "Report frozen, one signature outstanding"
        case .submitted: "Report submitted, the national Panel has it"
        case .replied: "The national Panel has replied, and asks for something"
        case .localReview: "Local child safeguarding practice review under way"
        case .closed: "Closed"
        }
    }

    /// Whether a step waits at this stage, however long ago it could have been done.
    func holds(_ step: Step, due isDue: Bool, under procedure: Procedure) -> Bool {
        switch self {
        case .referred:
            ![.threshold, .throughout].contains(procedure.sections[step.section].stage)
                || step.decidesToNotify || step.records == .notified
        case .notified: step.asksAgencies && !isDue
        case .met: step.choosesReview
        case .signing: step.id == procedure.reportSignOff?.id
        case .replied: step.followsReply(under: procedure)
        case .localReview: procedure.sections[step.section].stage == .lcspr
        case .asked, .submitted, .closed: false
        }
    }
}

extension Step {
    /// Whether every agency involved is asked by it, and the days of the review are counted from that.
    var asksAgencies: Bool { records == .requestsSent && request?.isOfAgencies == true }

    /// Whether people decide by it that there is to be a notification.
    fileprivate var decidesToNotify: Bool {
        guard case .decision(let part) = kind else { return false }
        return part.outcomes.contains { $0.makes == .notifiable }
    }

    /// Whether it is done on what the national Panel replied.
    fileprivate func followsReply(under procedure: Procedure) -> Bool {
        meeting?.reconsiders != nil
            || after.contains { point in
                point.step.map { procedure.steps[$0].records == .panelResponse } ?? false
            }
    }

    /// Whether it comes back again and again.
    var isRecurring: Bool {
        if case .every? = prompt { true } else { false }
    }
}

extension Procedure {
    /// The last signatures under what goes to the national Panel, of those that every review has.
    var reportSignOff: Step? {
        guard let submission = steps.first(where: { $0.records == .reportSubmitted }) else {
            return nil
        }
        let sent = papers(of: submission)
        return steps.last { step in
            guard case .signOff = step.kind, !step.isAsked else { return false }
            return papers(of: step).contains { sent.contains($0) }
        }
    }
}

extension Step {
    /// Whether a question decides if it is needed at all.
    fileprivate var isAsked: Bool { condition?.hasQuestion == true }
}

extension Condition {
    fileprivate var hasQuestion: Bool {
        switch self {
        case .question: true
        case .not(let condition): condition.hasQuestion
        case .all(let parts), .any(let parts): parts.contains { $0.hasQuestion }
        case .fact, .outcome: false
        }
    }
}
