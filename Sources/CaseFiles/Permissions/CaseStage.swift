package import Procedures
import Schedules

/// How far a case has come.
package enum CaseStage: String, CaseIterable, Hashable, Sendable, Codable {
    /// Whether to notify is not decided.
    case threshold
    /// To be notified, and not yet.
    case notification
    case rapidReview = "rapid-review"
    /// The report is with the national Panel.
    case nationalPanel = "national-panel"
    case lcspr
    /// Reviewed or published: actions and learning are left.
    case actions
    case closed
}

extension CaseFile {
    /// How far the case has come, by what is recorded in it.
    package func stage(under procedure: Procedure) -> CaseStage {
        if !isOpen { return .closed }
        let known = known(under: procedure)
        func holds(_ fact: Fact) -> Bool {
            known.truth(of: .fact(fact), in: procedure) == .yes
        }
        func came(_ moment: Moment) -> Bool { !known.occurrences(of: .moment(moment)).isEmpty }
        if came(.published) { return .actions }
        if came(.lcsprDecided) || holds(.lcspr) && came(.panelResponse) {
            return .lcspr
        }
        if came(.panelResponse) { return .actions }
        if came(.reportSubmitted) { return .nationalPanel }
        if came(.notified) || came(.rapidReviewDecided) { return .rapidReview }
        return holds(.notifiable) ? .notification : .threshold
    }
}
