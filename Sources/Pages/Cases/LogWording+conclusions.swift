import CaseFiles
import Procedures

extension LogWording {
    /// Words how a review comes to its end.
    func words(of event: ConclusionEvent, after file: CaseFile?) -> Words {
        switch event {
        case .answered(let answered):
            (
                .answers,
                "answered what the procedure asks at: \(wording.called(OccurrenceName(answered.step)))",
                answered.answers.map { "\($0.asks): \($0.says)" }.joined(separator: "\n")
            )
        case .explained(let explained): words(of: explained)
        case .delayForeseen(let foreseen):
            (
                .dates,
                "recorded that it will be late: \(wording.called(OccurrenceName(foreseen.step)))"
                    + (foreseen.dueShown.map { ", due on \(DayWording.words($0))" } ?? "")
                    + ", to come by \(DayWording.words(foreseen.newDay)), as \(foreseen.agreedBy) agreed",
                "\(foreseen.cause.words). \(foreseen.words)"
            )
        case .delayTold(let told):
            (
                .dates,
                "recorded that \(told.to) was told of the delay, \(wording.when(told.day, told.minute)), by \(told.how.lowercasedStart)",
                ""
            )
        case .panelReplied(let replied):
            (
                .steps,
                "recorded what came from the national Panel, \(wording.when(replied.day, replied.minute)): \(replied.reply.words.lowercasedStart)"
                    + (replied.reference.isEmpty ? "" : ", reference \(replied.reference)"),
                replied.words
            )
        }
    }

    private func words(of explained: CaseEvent.DecisionExplained) -> Words {
        var lines: [String] = []
        if !explained.alternatives.isEmpty {
            lines.append("Also weighed: \(explained.alternatives)")
        }
        if let national = explained.recommendsNational {
            lines.append(
                "A national review is \(national ? "" : "not ")recommended: \(explained.nationalReasons)"
            )
        }
        if !explained.dissent.isEmpty { lines.append("Dissent: \(explained.dissent)") }
        return (
            .steps,
            "recorded who decided: \(DayWording.list(explained.decidedBy))",
            lines.joined(separator: "\n")
        )
    }
}
