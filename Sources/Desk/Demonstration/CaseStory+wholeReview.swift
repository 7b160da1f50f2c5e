import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// A rapid review in Marlshire from the first call to the national Panel's answer, with nothing out of the way.
    mutating func wholeReview(
        _ child: CaseAbout.Child,
        place: String,
        notified: Day,
        reference: String
    ) {
        let aware = days.day(-4, after: notified)
        let agencies: [DemonstrationAgency] = [
            .marlshireHealth, .marlshirePolice, .portwellHospitals, .fernhillSchools,
        ]
        on(days.day(1, after: aware), "09:15", .joan)
        open(began: aware, [child], place: place, agencies: [.marlshireCouncil] + agencies)
        put(.priya, "business-support")
        put(.daniel, "head-of-qa")
        put(.ruth, "subgroup-chair")
        for person in [DemonstrationPerson.marian, .farah, .neil, .tom, .grace] { put(person) }
        put(.helen, "qa-director")
        moment(.incident, aware)
        moment(.aware, aware)
        moment(.partnershipAware, day)
        notify(notified, reference)
        gather(agencies, from: notified)
        meet(from: notified)
        hearFromPanel(from: notified)
    }

    private mutating func notify(_ notified: Day, _ reference: String) {
        on(days.day(-2, after: notified), "10:40", .daniel)
        ask(.recordSafety(isSafe: true, words: "The child is in foster care."))
        fact("died", false, "The child is recovering.")
        fact("seriously-harmed", true, "Two operations were needed.")
        fact("abuse-or-neglect", true, "Neglect over months is suspected.")
        fact("looked-after", false, "The child lived at home.")
        done(
            "decide-to-notify",
            .decided(outcome: "notify", reasons: "All three partners see the criteria met.")
        )
        fact("notifiable", true, "Decided with both other partners.")
        fact("partners-disagree", false, "All three see it alike.")
        fact("registered-people-absent", false, "Daniel Osei is at work.")
        done("draft-notification", .document(nil, whereItLies: "Child Safeguarding Portal, draft"))
        by(.helen)
        by(.joan)
        done("sign-notification", .signed(by: ["Helen Marsh", "Ian Rowse", "Marian Holt"]))
        by(.joan)
        ask(.setStepAside("raise-with-authority", reason: "The authority was the first to know."))
        fact("other-area-concerned", false, "The family has always lived here.")
        done("report-to-leadership", .sent(to: "Leadership", by: "secure e-mail"))

        on(notified, "12:20", .daniel)
        submitted("submit-notification", reference: reference, as: "head-of-qa")
        let copy = file("Serious incident notification", "notification", in: "Case folder")
        done("file-notification", .document(copy, whereItLies: "The child’s Mosaic record"))
        done("copy-notification", .sent(to: "Everyone on the list of 3.6", by: "secure e-mail"))
        done("appoint-briefing-author", .appointed(name: "Nadia Brook"))
        done("ask-council", .sent(to: "Nadia Brook", by: "secure e-mail"))
        by(.joan)
        done("begin-review", .note("Begun without waiting for the national Panel."))
    }

    private mutating func gather(_ agencies: [DemonstrationAgency], from notified: Day) {
        on(days.day(1, after: notified), "09:40", .joan)
        fact("adult-services-involved", false, "Their records hold neither parent.")
        done("identify-agencies", .decided(outcome: nil, reasons: "Mosaic names four agencies."))
        done("invite-to-rapid-review", .sent(to: "Four agencies", by: "secure e-mail"))
        on(days.day(2, after: notified), "09:40", .joan)
        for agency in agencies {
            let lead = agency.agency.lead?.name ?? agency.name
            done("ask-agencies", .sent(to: lead, by: "secure e-mail"), of: agency.name)
        }
        done("await-panel-request", .received(from: "National Panel"))
        done("book-sign-off", .decided(outcome: nil, reasons: "All three leaders are free."))
        done("invite-to-leadership-meeting", .sent(to: "Leadership", by: "secure e-mail"))
        done("invite-to-action-planning", .sent(to: "Everyone invited", by: "secure e-mail"))
        on(days.day(5, after: notified), "14:30", .daniel)
        done("ask-council.back", .received(from: "Nadia Brook"))
        done("draw-genogram", .document(nil, whereItLies: "Case folder"))
        by(.tom)
        done("check-council-briefing", .decided(outcome: "accept", reasons: "Complete."))
        on(days.day(7, after: notified), "11:00", .helen)
        by(.joan)
        done("sign-council-briefing", .signed(by: ["Helen Marsh"]))
        by(.daniel)
        done("send-council-briefing", .sent(to: "Joan Ferris", by: "secure e-mail"))
        on(days.day(7, after: notified), "15:20", .priya)
        for agency in agencies { returned(agency) }
        on(days.day(9, after: notified), "10:00", .priya)
        done("send-pack", .sent(to: "Members of the meeting", by: "secure e-mail"))
    }

    private mutating func meet(from notified: Day) {
        on(days.day(11, after: notified), "15:15", .joan)
        let everyone = "Ruth Penhallow (chair), all three partners, four agencies, Daniel Osei"
        done("rapid-review-meeting", .held(present: everyone, outcome: nil))
        fact("lcspr", true, "The case shows improvements that are needed between agencies.")
        fact("national-review", false, "Nothing in it is of national importance.")
        fact("criteria-unmet", false, "The criteria for notifying are met.")
        done(
            "agree-recommendation",
            .decided(outcome: nil, reasons: "A local review: agencies knew different things.")
        )
        done("draft-actions", .document(nil, whereItLies: "Case folder"))
        let draft = file(
            "Recommendations to the national Panel",
            "recommendations",
            in: "Case folder"
        )
        done("draft-recommendations", .document(draft, whereItLies: ""))
        on(days.day(12, after: notified), "14:10", .tom)
        done("check-recommendations", .decided(outcome: "accept", reasons: "Clear and complete."))
        on(days.day(13, after: notified), "10:50", .joan)
        let leaders = ["Marian Holt", "Dr Farah Iqbal", "Supt Neil Ashdown"]
        done(
            "leadership-meeting",
            .held(present: leaders.joined(separator: ", "), outcome: nil)
        )
        by(.joan)
        done("sign-recommendations", .signed(by: leaders))
        done(
            "decide-family-sharing",
            .decided(outcome: "share", reasons: "The grandparents are told in person.")
        )
        on(days.day(14, after: notified), "09:30", .joan)
        done("submit-recommendations", .submitted(to: "National Panel", reference: "By e-mail"))
        done(
            "file-recommendations",
            .document(draft, whereItLies: "Communication with National Panel")
        )
        by(.daniel)
        done("share-recommendations", .sent(to: "Head of Locality", by: "secure e-mail"))
    }

    private mutating func hearFromPanel(from notified: Day) {
        on(days.day(16, after: notified), "11:00", .joan)
        let meeting = "Everyone who was invited to the rapid review"
        done("action-planning-meeting", .held(present: meeting, outcome: nil))
        done("await-panel-date", .received(from: "National Panel"))
        on(days.day(24, after: notified), "16:00", .joan)
        done("await-panel-meeting", .received(from: "National Panel"))
        on(days.day(27, after: notified), "14:40", .joan)
        done("source-authors", .note("Three CVs were shared for shortlisting."))
        on(days.day(31, after: notified), "10:10", .joan)
        file("Answer of the national Panel", "panel-reply", in: "Case folder")
        done("await-panel-response", .received(from: "National Panel"))
        fact("panel-disagrees", false, "The Panel agrees that a local review is right.")
        done("share-panel-response", .sent(to: "Members of the meeting", by: "secure e-mail"))
        moment(.lcsprRecommended, days.day(30, after: notified), "The date of the Panel’s letter")
        moment(.lcsprDecided, day, "Leadership confirmed it by e-mail")
    }
}
