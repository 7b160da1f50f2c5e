import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension PlayedPartnership {
    /// What everybody did in one review up to its stage, all of it before `days` are over.
    func played(
        _ review: Review,
        under procedure: Procedure,
        _ edition: Edition,
        _ days: DemonstrationDays
    ) throws(CaseRefusal) -> CaseStory {
        let began = days.day(-review.day, after: days.latest)
        let born = began.advanced(byMonths: -review.months)
        var player = try ReviewPlayer(
            review.reference,
            of: cast,
            under: procedure,
            edition: edition,
            days,
            .init(
                child: .invented("\(review.child) Example", born: born),
                place: review.place,
                began: began,
                notified: notified,
                answers: answers,
                isLocalReview: ![.replied, .closed].contains(review.stage),
                isOneLate: review.stage == .asked
            )
        )
        try play(&player, to: review.stage, days)
        return player.story
    }

    private func play(
        _ player: inout ReviewPlayer,
        to stage: ReviewStage,
        _ days: DemonstrationDays
    ) throws(CaseRefusal) {
        switch stage {
        case .replied:
            try hear(&player, stage, reply, Self.words(of: reply), 1, days)
        case .localReview:
            try hear(
                &player,
                stage,
                .agrees,
                "The Panel agrees that there is more to learn.",
                14,
                days
            )
        case .closed:
            try hear(
                &player,
                stage,
                .agrees,
                "The Panel agrees, and thanks the partners.",
                12,
                days
            )
        default: break
        }
        try player.run(through: days.latest, as: stage)
        switch stage {
        case .met: try player.giveViews()
        case .signing: try player.signAllButOne()
        case .submitted: try player.reply(.acknowledged, "", on: days.latest)
        case .closed:
            try player.close(
                "The learning is shared, and nothing that the review asked for is open."
            )
        default: break
        }
    }

    /// The national Panel considers the report, and answers some working days before today.
    private func hear(
        _ player: inout ReviewPlayer,
        _ stage: ReviewStage,
        _ reply: PanelReply,
        _ words: String,
        _ back: Int,
        _ days: DemonstrationDays
    ) throws(CaseRefusal) {
        let considered = days.day(-back - 5, after: days.latest)
        let answered = days.day(-back, after: days.latest)
        try player.run(through: considered, as: stage)
        try player.reply(.considered, "", on: considered)
        try player.run(through: answered, as: stage)
        try player.reply(reply, words, on: answered)
    }

    private static func words(of reply: PanelReply) -> String {
        reply == .queries
            ? "Which of the two services knew of the first injury, and from when?"
            : "The Panel asks the partners to think of a local review again: the same was seen twice before."
    }
}

extension ReviewPlayer {
    /// Two of the three partners have said what they think; the third has not.
    mutating func giveViews() throws(CaseRefusal) {
        guard let step = procedure.steps.first(where: { $0.choosesReview }) else { return }
        let partners = cast.others.filter { $0.partner != nil }.prefix(2)
        for member in partners {
            guard let partner = member.partner else { continue }
            let view = CaseEvent.ViewGiven(
                entry: name(),
                step: step.id,
                of: partner.rawValue,
                by: member.person.name,
                view: step.outcomes.first,
                reasons: "Each agency knew a part and none the whole.",
                evidence: "The returns of two agencies, on the same week.",
                day: today,
                minute: nil
            )
            try ask([.giveView(view)], by: nil)
        }
    }

    /// The report is put forward, and everybody but one has signed it.
    mutating func signAllButOne() throws(CaseRefusal) {
        guard let step = procedure.reportSignOff, case .signOff(let part) = step.kind else {
            return
        }
        _ = try sign(step, part, leaving: 1)
    }
}
