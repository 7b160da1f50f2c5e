package import Partnerships
package import Procedures
import Schedules

/// What the partners think over after the national Panel's answer: their decision, and the meeting that takes it up.
package struct Reconsideration: Hashable, Sendable {
    package let answer: CaseEvent.PanelReplied
    /// The step by which the partners chose whether a review follows, by id.
    package let decision: String
    /// The meeting step at which they think it over, by id; nil where the procedure has no meeting for that decision.
    package let meeting: String?
    /// Whether the procedure has such a meeting itself; else it is the one of the decision, met again.
    package let hasOwnMeeting: Bool
    /// The meeting at which they decided, where one was held here.
    package let earlierMeeting: EntryID?
    /// Whether they have decided anew since the answer.
    package let isDecided: Bool
}

extension CaseFile {
    /// Nil where the national Panel has not answered, or agrees, or asks something.
    package func reconsideration(under procedure: Procedure) -> Reconsideration? {
        guard let answer = conclusions.replies.map(\.replied).last(where: { $0.reply.isAnswer }),
            answer.reply == .asksToReconsider || answer.reply == .reviewsNationally,
            let decision = procedure.steps.first(where: \.choosesReview)
        else { return nil }
        let own = procedure.meeting(reconsidering: decision)
        let first = procedure.meeting(deciding: decision)
        let taken = standing(OccurrenceName(decision.id))
        return Reconsideration(
            answer: answer,
            decision: decision.id,
            meeting: (own ?? first)?.id,
            hasOwnMeeting: own != nil,
            earlierMeeting: first.flatMap { meetings(of: $0.id).last { $0.ended != nil }?.entry },
            isDecided: taken.contains { $0.day >= answer.day }
        )
    }
}

extension Procedure {
    /// The meeting by which the procedure has a decision thought over.
    fileprivate func meeting(reconsidering decision: Step) -> Step? {
        steps.first { step in
            step.meeting?.reconsiders.map { steps[$0].id == decision.id } ?? false
        }
    }

    /// The meeting at which a decision is taken, else one that it follows, else the rapid review's.
    package func meeting(deciding decision: Step) -> Step? {
        let before = [decision.at].compactMap { $0 } + decision.after.compactMap(\.step)
        let holding = lookup.recorders[Int(Moment.rapidReviewMeeting.rawValue)]
        return (before + holding).map { steps[$0] }.first(where: \.isMeeting)
    }
}
