import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// 3MN-8WC: a local review in its fifth month, to be published soon.
    static func localReview(_ edition: Edition, _ days: DemonstrationDays) -> CaseStory {
        var story = CaseStory("3MN-8WC", in: Demonstration.marlshire, under: edition, days)
        let notified = days.back(103)
        story.wholeReview(
            .invented("Martin Example", born: notified.advanced(byMonths: -104)),
            place: "Fernhill",
            notified: notified,
            reference: "EXAMPLE-0362"
        )
        story.appointAuthor(on: days.back(66))
        story.holdFirstMeeting(on: days.back(62))

        story.on(days.back(40), "11:30", .priya)
        story.done("ask-for-chronologies.back", .received(from: "All four agencies"))
        story.on(days.back(30), "16:00", .amal)
        story.done(
            "learning-events",
            .held(present: "Nineteen practitioners, in two groups", outcome: nil)
        )
        story.on(days.back(12), "16:30", .joan)
        story.done(
            "review-meetings",
            .held(present: "Ruth Penhallow (chair), Dr Amal Rees, the subgroup", outcome: nil)
        )
        story.file("LCSPR report version 1", "lcspr-report", in: "Case folder")
        story.moment(.publication, days.ahead(38), "Aimed at; the family is told a week before")
        story.agree(
            "final-review-meeting",
            days.ahead(12),
            "The first day on which the author and all members are free."
        )
        story.on(days.back(2), "14:45", .joan)
        story.write("Dr Amal Rees sent version 2 of the draft; two agencies have yet to comment.")
        return story
    }

    mutating func appointAuthor(on appointed: Day) {
        on(days.day(-2, after: appointed), "10:00", .joan)
        done(
            "author-meetings",
            .held(present: "Joan Ferris, Daniel Osei, Ruth Penhallow", outcome: nil)
        )
        by(.daniel)
        done(
            "recommend-author",
            .decided(outcome: nil, reasons: "The most experience with young children.")
        )
        on(appointed, "13:50", .joan)
        done("appoint-author", .appointed(name: "Dr Amal Rees"))
        done("choose-review-chair", .appointed(name: "Ruth Penhallow"))
        done("contract-author", .sent(to: "Dr Amal Rees", by: "secure e-mail"))
        done("contract-author.back", .received(from: "Dr Amal Rees"))
        done("plan-review-meetings", .sent(to: "The Review Panel", by: "calendar invitation"))
    }

    private mutating func holdFirstMeeting(on held: Day) {
        on(days.day(-1, after: held), "11:20", .joan)
        put(.amal, "author")
        put(.simon, "senior-solicitor")
        done("draft-terms", .document(nil, whereItLies: "Case folder"))
        on(held, "15:30", .joan)
        done(
            "first-review-meeting",
            .held(present: "Ruth Penhallow (chair), Dr Amal Rees, the subgroup", outcome: nil)
        )
        by(.joan)
        done("sign-terms", .signed(by: ["Ruth Penhallow", "Grace Adeyemi"]))
        done("ask-for-chronologies", .sent(to: "Four agencies", by: "secure e-mail"))
        agree(
            "ask-for-chronologies.back",
            days.day(24, after: held),
            "Four weeks and a half term, as agreed at the first Review Panel."
        )
        done(
            "invite-to-review-meetings",
            .sent(to: "The Review Panel and practitioners", by: "calendar invitation")
        )
    }
}
