import Procedures
import WorkingDays

/// Says what does not fit or is unlikely about answers to one form.
struct FormFindingWording {
    let form: FormDefinition

    /// One sentence without a stop.
    func words(_ finding: FormFinding) -> String {
        switch finding {
        case .day(let rule, let answer, let from):
            "\(DayWording.capitalised(DayWording.words(answer))): that is \(limit(rule, from))"
        case .number(let rule, let answer):
            switch rule.side {
            case .before: "\(answer): that is under \(rule.limit)"
            case .after: "\(answer): that is over \(rule.limit)"
            }
        case .age(let least, let most): "The dates give an age \(age(least, most))"
        case .notYetBorn: "By the dates the birth comes later, so there is no age yet"
        }
    }

    private func limit(_ rule: FormDayRule, _ from: HonestDay) -> String {
        let count = abs(rule.limit.count)
        let period = DayWording.count(count, String(rule.limit.unit.rawValue.dropLast()))
        let given = rule.limit.from.map { question in
            let asks = form.questions.first { $0.id == question }?.asks ?? question
            return "\(DayWording.words(from)), given for “\(asks)”"
        }
        let side = rule.limit.count < 0 ? "before" : "after"
        switch (given, rule.side) {
        case (nil, _) where count == 0: return rule.side == .before ? "before today" : "ahead"
        case (nil, .before) where rule.limit.count < 0: return "more than \(period) ago"
        case (nil, .after) where rule.limit.count > 0: return "more than \(period) ahead"
        case (nil, .before): return "less than \(period) ahead"
        case (nil, .after): return "less than \(period) ago"
        case (let day?, let caught) where count == 0:
            return "\(caught == .before ? "before" : "after") \(day)"
        case (let day?, .before):
            return "\(rule.limit.count < 0 ? "more" : "less") than \(period) \(side) \(day)"
        case (let day?, .after):
            return "\(rule.limit.count < 0 ? "less" : "more") than \(period) \(side) \(day)"
        }
    }

    private func age(_ least: Int?, _ most: Int?) -> String {
        switch (least, most) {
        case (let least?, let most?) where least == most: "of \(least)"
        case (let least?, let most?): "from \(least) to \(most)"
        case (let least?, nil): "of \(least) or more"
        case (nil, let most?): "of \(most) or less"
        case (nil, nil): "that is not known"
        }
    }
}
