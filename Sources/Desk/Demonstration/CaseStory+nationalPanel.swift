import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// 7HC-4VJ: Eastmoor has sent its report, and the national Panel has not answered.
    static func nationalPanel(_ edition: Edition, _ days: DemonstrationDays) -> CaseStory {
        var story = CaseStory("7HC-4VJ", in: Demonstration.eastmoor, under: edition, days)
        let notified = days.back(22)
        story.referInEastmoor(on: days.back(25))
        story.decideInEastmoor(notified: notified)
        story.gatherInEastmoor(notified: notified)
        story.concludeInEastmoor(notified: notified)
        return story
    }

    private static let eastmoor: [DemonstrationAgency] = [
        .eastmoorHealth, .eastmoorPolice, .moorsideAcademy,
    ]

    private mutating func referInEastmoor(on referred: Day) {
        on(referred, "14:20", .joan)
        open(
            began: referred,
            [
                .invented("Heron Example", born: referred.advanced(byMonths: -140)),
                .invented("Plover Example", born: referred.advanced(byMonths: -117)),
            ],
            place: "Moorside",
            agencies: [.eastmoorCouncil] + Self.eastmoor
        )
        put(.callum, "business-team")
        put(.ingrid, "review-chair")
        for person in [DemonstrationPerson.martin, .samuel, .leila] { put(person) }
        put(.bethan, "agency-lead")
        moment(.incident, referred)
        moment(.identified, referred)
        moment(.aware, referred)
        moment(.partnershipAware, referred)
        by(.bethan)
        done("refer", .document(nil, whereItLies: "Case referral form, in the case folder"))
        by(.leila)
        ask(.recordSafety(isSafe: true, words: "Both children are with their father."))
    }

    private mutating func decideInEastmoor(notified: Day) {
        on(days.day(-2, after: notified), "10:30", .joan)
        done("consult-partners", .note("Spoke to all three on the telephone."))
        fact("died", false, "Both children are alive.")
        fact("seriously-harmed", true, "One of them has lost the sight of an eye.")
        fact("abuse-or-neglect", true, "A member of the household is suspected.")
        on(notified, "11:00", .joan)
        fact("partners-disagree", false, "All three see it alike.")
        fact("outside-england", false, "It happened at home.")
        done(
            "decide-to-notify",
            .decided(outcome: "notify-and-review", reasons: "The criteria are met, all agree.")
        )
        fact("notifiable", true, "Decided by the three partners.")
        submitted("submit-notification", reference: "EXAMPLE-0398", as: "business-manager")
        done("await-panel-request", .received(from: "National Panel"))
        done("name-chair", .appointed(name: "Ingrid Vale"))
        done(
            "choose-agencies",
            .decided(outcome: nil, reasons: "Health, police and one school know the children.")
        )
        file("Serious incident notification", "notification", in: "Case folder")
    }

    private mutating func gatherInEastmoor(notified: Day) {
        on(notified, "15:00", .callum)
        for agency in Self.eastmoor {
            let lead = agency.agency.lead?.name ?? agency.name
            done("ask-agencies", .sent(to: lead, by: "secure e-mail"), of: agency.name)
        }
        on(days.day(1, after: notified), "10:15", .bethan)
        done("secure-records", .document(nil, whereItLies: "Safe of each Safeguarding Lead"))
        on(days.day(3, after: notified), "14:00", .callum)
        for agency in Self.eastmoor { returned(agency) }
        on(days.day(5, after: notified), "16:00", .callum)
        done("collate-returns", .document(nil, whereItLies: "Case folder"))
        by(.ingrid)
        done("build-overview", .document(nil, whereItLies: "Case folder"))
        on(days.day(7, after: notified), "09:30", .callum)
        done("circulate-returns", .sent(to: "Members of the meeting", by: "secure e-mail"))
    }

    /// A teacher and a health visitor leave before the criteria are gone through.
    private mutating func meetInEastmoor(from notified: Day) -> ToldMeeting {
        on(days.day(7, after: notified), "10:05", .joan)
        let people: [DemonstrationMember] = [
            .init(.ingrid, "Independent chair", .chair),
            .init(.martin, "Director of Children’s Services", .member, for: "local-authority"),
            .init(.samuel, "Designated doctor", .member, for: "icb"),
            .init(.leila, "Detective Chief Inspector", .member, for: "police"),
            .init(named: "Una Marsh", "Head of year, Eastmoor Academy"),
            .init(named: "Bea Frost", "Health visitor"),
        ]
        let meeting = arrange(
            "rapid-review-meeting",
            days.day(8, after: notified),
            at: "Eastmoor Civic Centre",
            chair: .ingrid,
            people,
            from: "10:00",
            until: "12:00"
        )
        hold(meeting, on: days.day(8, after: notified), leavingAt: "10:55")
        return meeting
    }

    private mutating func concludeInEastmoor(notified: Day) {
        let meeting = meetInEastmoor(from: notified)
        on(days.day(8, after: notified), "15:40", .joan)
        fact("national-review", false, "Nothing in it is of national importance.")
        fact("criteria-unmet", false, "The criteria for notifying are met.")
        done(
            "decide-review",
            .decided(outcome: "share-learning", reasons: "The learning is known and in hand.")
        )
        fact("lcspr", false, "The rapid review has found what there is to learn.")
        minute(meeting, on: days.day(9, after: notified))
        on(days.day(12, after: notified), "11:30", .joan)
        let report = file("Rapid Review report", "report", in: "Case folder")
        done("write-report", .document(report, whereItLies: ""))
        fact("extension-needed", false, "The report is written.")
        done("share-learning", .sent(to: "All agencies", by: "learning bulletin"))
        on(days.day(13, after: notified), "16:45", .joan)
        by(.joan)
        done(
            "sign-report",
            .signed(by: ["Martin Oakes", "Dr Samuel Okoro", "DCI Leila Farrow", "Joan Ferris"])
        )
        on(days.day(14, after: notified), "10:20", .joan)
        done("submit-report", .submitted(to: "National Panel", reference: "By e-mail"))
        write("The national Panel confirmed receipt and will write after its next meeting.")
    }
}
