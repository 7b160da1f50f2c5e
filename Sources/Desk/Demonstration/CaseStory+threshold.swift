import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// 9TB-2KH: the authority has just become aware, and whether to notify is not decided.
    static func threshold(_ edition: Edition, _ days: DemonstrationDays) -> CaseStory {
        var story = CaseStory("9TB-2KH", in: Demonstration.marlshire, under: edition, days)
        let aware = days.back(2)
        story.on(days.back(1), "09:25", .joan)
        story.open(
            began: aware,
            [
                .invented("Linnet Example", born: aware.advanced(byMonths: -61)),
                .unborn,
            ],
            place: "Marlshire, near Fernhill",
            agencies: [.marlshireCouncil, .marlshireHealth, .marlshirePolice, .fernhillSchools]
        )
        story.put(.priya, "business-support")
        story.put(.daniel, "head-of-qa")
        story.put(.ruth, "subgroup-chair")
        for person in [DemonstrationPerson.marian, .farah, .neil] { story.put(person) }
        story.moment(.incident, aware, "Found at home by a neighbour in the afternoon")
        story.moment(.aware, aware, "Reported to the duty team at 5.15pm")
        story.moment(.partnershipAware, story.day)

        story.on(days.back(1), "11:10", .farah)
        story.done(
            "raise-with-authority",
            .document(nil, whereItLies: "Form of the Integrated Care Board, in the case folder")
        )
        story.by(.daniel)
        story.ask(
            .recordSafety(
                isSafe: false,
                words: "The child is in hospital. Where the mother stays tonight is not settled."
            )
        )
        story.fact("died", false, "The child is in hospital.")
        story.fact("seriously-harmed", true, "Intensive care, for at least a week.")
        story.fact("looked-after", false, "Lived with the mother.")
        story.on(days.back(1), "16:20", .daniel)
        story.ask(
            .recordSafety(
                isSafe: true,
                words: "The child stays in hospital; the mother is in a place of safety."
            )
        )
        story.on(days.latest, "09:35", .joan)
        story.write("Rang Daniel Osei: the paediatrician’s view on neglect is due this afternoon.")
        return story
    }
}
