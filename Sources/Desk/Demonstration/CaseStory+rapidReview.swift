import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// 4QX-7MD: a rapid review on day 8 of 15, with something overdue and something due today.
    static func rapidReview(_ edition: Edition, _ days: DemonstrationDays) -> CaseStory {
        var story = CaseStory("4QX-7MD", in: Demonstration.marlshire, under: edition, days)
        let notified = days.back(8)
        story.openRapidReview(aware: days.back(12))
        story.notify(aware: days.back(12), on: notified)
        story.beginReview(on: notified)
        story.askAgencies(from: notified)
        story.takeReturns(from: notified)
        story.reachDayEight(from: notified)
        return story
    }

    /// Told on the telephone that the authority was aware a day later than it was.
    private mutating func openRapidReview(aware: Day) {
        on(days.day(1, after: aware), "09:05", .joan)
        let incident = aware.advanced(byDays: -2) ?? aware
        open(
            began: incident,
            [.invented("Wren Example", born: incident.advanced(byMonths: -29))],
            place: "Portwell",
            others: ["Mosaic 000417"],
            agencies: [
                .marlshireCouncil, .marlshireHealth, .marlshirePolice, .portwellHospitals,
                .portwellHousing, .tidewater, .marlshireProbation, .fernhillSchools,
            ]
        )
        put(.priya, "business-support")
        put(.daniel, "head-of-qa")
        put(.ruth, "subgroup-chair")
        for person in [DemonstrationPerson.marian, .tom] { put(person) }
        for person in [DemonstrationPerson.farah, .neil] { put(person, "leadership") }
        put(.helen, "qa-director")
        moment(.incident, incident, "Admitted to Portwell General with a head injury")
        let told = moment(.aware, day, "Daniel Osei rang at 8.50am")
        moment(.partnershipAware, day)
        by(.daniel)
        ask(
            .recordSafety(
                isSafe: true,
                words: "The child is in hospital; two siblings are with a relative under a written "
                    + "agreement."
            )
        )
        fact("died", false, "The child is being treated.")
        fact("seriously-harmed", true, "The consultant expects lasting effects.")
        fact("abuse-or-neglect", true, "The injury is not explained by the account given.")
        fact("looked-after", false, "The child lived at home.")
        fact("care-leaver", false, "The child is two years old.")
        on(days.day(1, after: aware), "14:25", .joan)
        ask(
            .correctOccurrence(
                told,
                day: aware,
                minute: Minute(hour: 16, minute: 40),
                reason: "The duty log shows that the call came in at 4.40pm the day before."
            )
        )
    }

    private mutating func notify(aware: Day, on notified: Day) {
        on(days.day(2, after: aware), "10:15", .daniel)
        done(
            "decide-to-notify",
            .decided(
                outcome: "notify",
                reasons: "Police and NHS agree: abuse is suspected and the child is seriously "
                    + "harmed."
            )
        )
        fact("notifiable", true, "Decided with the police and the Integrated Care Board.")
        fact("partners-disagree", false, "All three see it alike.")
        on(days.day(2, after: aware), "15:40", .joan)
        ask(.setStepAside("raise-with-authority", reason: "The authority was the first to know."))
        fact("other-area-concerned", false, "The family has always lived in Portwell.")
        done("report-to-leadership", .sent(to: "Leadership", by: "secure e-mail"))
        on(days.day(3, after: aware), "11:30", .daniel)
        fact("registered-people-absent", false, "Daniel Osei is at work.")
        done("draft-notification", .document(nil, whereItLies: "Child Safeguarding Portal, draft"))
        on(days.day(3, after: aware), "16:10", .helen)
        by(.joan)
        done("sign-notification", .signed(by: ["Helen Marsh", "Ian Rowse", "Marian Holt"]))

        on(notified, "11:35", .daniel)
        submitted("submit-notification", reference: "EXAMPLE-0417", as: "head-of-qa")
        let copy = file("Serious incident notification", "notification", in: "Case folder")
        done("file-notification", .document(copy, whereItLies: "The child’s Mosaic record"))
        done("copy-notification", .sent(to: "Everyone on the list of 3.6", by: "secure e-mail"))
    }

    private mutating func beginReview(on notified: Day) {
        on(notified, "13:10", .joan)
        done("begin-review", .note("Joan Ferris, Daniel Osei and Ruth Penhallow spoke at 1pm."))
        put(.nadia, "qa-manager")
        by(.daniel)
        done("appoint-briefing-author", .appointed(name: "Nadia Brook"))
        done("ask-council", .sent(to: "Nadia Brook", by: "secure e-mail"), of: "qa-manager")

        on(days.day(1, after: notified), "09:30", .joan)
        put(.grace)
        put(.liam)
        put(.simon, "senior-solicitor")
        put(.olive, "scrutineer")
        exclude(.liam, "He lives next door to the child’s grandmother and told us so himself.")
        fact("adult-services-involved", false, "Their records hold neither parent.")
        done(
            "identify-agencies",
            .decided(
                outcome: nil,
                reasons: "Mosaic and the strategy discussion name eleven agencies."
            )
        )
        done(
            "invite-to-rapid-review",
            .sent(to: "Eleven agencies and the Head of QA", by: "secure e-mail")
        )
    }

    private mutating func askAgencies(from notified: Day) {
        on(days.day(2, after: notified), "09:20", .priya)
        ask(
            Self.asked,
            leavingOut: [
                (.marlshireYouthJustice, "Nobody in the family is over ten."),
                (.marlshireCafcass, "No proceedings, Cafcass says by telephone."),
            ],
            because: "Named in the referral or the strategy discussion"
        )
        for agency in [DemonstrationAgency.marlshirePolice, .portwellHospitals, .tidewater] {
            opened(agency)
        }
        on(days.day(2, after: notified), "12:05", .joan)
        done("await-panel-request", .received(from: "National Panel"))
        done("invite-to-leadership-meeting", .sent(to: "Leadership", by: "calendar invitation"))
        done(
            "book-sign-off",
            .decided(outcome: nil, reasons: "The only hour in which all three leaders are free.")
        )
        agree(
            "leadership-meeting",
            days.day(13, after: notified),
            "Leaves a day for changes before the limit."
        )
        arrange(
            "rapid-review-meeting",
            days.day(11, after: notified),
            at: "Portwell Town Hall, Room 2",
            chair: .ruth,
            Self.membersOfReview
        )
        write("Police ask that nobody speaks to the neighbour before their interview on Monday.")
    }

    static let asked: [DemonstrationAgency] = [
        .marlshireHealth, .marlshirePolice, .portwellHospitals, .portwellHousing, .tidewater,
        .marlshireProbation, .fernhillSchools, .marlshireAdults, .marlshireCommunity,
        .harbourPractice, .coastAmbulance,
    ]
}
