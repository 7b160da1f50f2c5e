import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// 6RE-5PA: a local review that is published, with its actions under way.
    static func published(_ edition: Edition, _ days: DemonstrationDays) -> CaseStory {
        var story = CaseStory("6RE-5PA", in: Demonstration.marlshire, under: edition, days)
        let notified = days.back(178)
        story.wholeReview(
            .invented("Robin Example", born: notified.advanced(byMonths: -11)),
            place: "Portwell",
            notified: notified,
            reference: "EXAMPLE-0311"
        )
        story.appointAuthor(on: days.back(140))
        story.on(days.back(134), "15:30", .joan)
        story.done("draft-terms", .document(nil, whereItLies: "Case folder"))
        story.done(
            "first-review-meeting",
            .held(present: "Ruth Penhallow (chair), the author, the subgroup", outcome: nil)
        )
        story.by(.joan)
        story.done("sign-terms", .signed(by: ["Ruth Penhallow", "Grace Adeyemi"]))
        story.done("ask-for-chronologies", .sent(to: "Four agencies", by: "secure e-mail"))
        story.moment(.publication, days.back(28), "Agreed with the author")
        story.on(days.back(112), "11:20", .priya)
        story.done("ask-for-chronologies.back", .received(from: "All four agencies"))
        story.on(days.back(96), "16:10", .joan)
        story.done("learning-events", .held(present: "Fourteen practitioners", outcome: nil))
        story.on(days.back(75), "16:20", .joan)
        story.done(
            "review-meetings",
            .held(present: "Ruth Penhallow (chair), the author, the subgroup", outcome: nil)
        )
        story.done(
            "legal-review",
            .decided(outcome: "approve", reasons: "Simon Lacey asked for two words to go.")
        )
        story.on(days.back(53), "12:10", .joan)
        story.done(
            "final-review-meeting",
            .held(present: "Ruth Penhallow (chair), the author, the subgroup", outcome: nil)
        )
        story.approveAndPublish()
        story.planActions()
        return story
    }

    private mutating func approveAndPublish() {
        on(days.back(49), "10:30", .joan)
        let leaders = ["Marian Holt", "Dr Farah Iqbal", "Supt Neil Ashdown"]
        done(
            "report-approval-meeting",
            .held(present: leaders.joined(separator: ", "), outcome: nil)
        )
        by(.joan)
        done("approve-review-report", .signed(by: leaders))
        done(
            "legal-sight-of-final-report",
            .decided(outcome: "approve", reasons: "Nothing in it identifies the family.")
        )
        fact("director-attends", false, "She asks to be told the outcome.")
        done(
            "communications-meeting",
            .held(present: "Joan Ferris and the Comms team", outcome: nil)
        )
        fact("improvements-only", false, "The full report can be published.")
        on(days.back(38), "09:45", .joan)
        done(
            "send-before-publication",
            .submitted(to: "National Panel, Secretary of State and Ofsted", reference: "By e-mail")
        )
        on(days.back(28), "10:00", .joan)
        let report = file("LCSPR report “Robin”", "lcspr-report", in: "The partnership’s website")
        done("publish-review", .document(report, whereItLies: ""))
        by(.daniel)
        done("name-media-contact", .sent(to: "Heads of service", by: "secure e-mail"))
        by(.joan)
        fact("publication-delayed", false, "Published on the day aimed at.")
    }

    private mutating func planActions() {
        on(days.back(20), "16:15", .joan)
        done(
            "review-action-planning-meeting",
            .held(present: "Everyone invited to the Review Panel", outcome: nil)
        )
        let tracker = file("Action tracker", "action-tracker", in: "Case folder")
        done("keep-tracker", .document(tracker, whereItLies: ""))
        put(.colin, "business-manager")
        on(days.back(9), "10:25", .colin)
        write("Four of nine actions are closed; Fernhill Schools reports on handover next month.")
    }
}
