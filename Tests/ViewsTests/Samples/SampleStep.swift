@testable import Pages

/// One step of the sample plan, in days after Mon 15 Dec 2025.
struct SampleStep {
    let id: String
    let does: String
    let clause: String
    let who: String
    let due: Int?
    var rule = ""
    var opens: Int?
    var done: Int?
    var booked: Int?
    var others: [Int] = []
    var group = "5. Procedure for the rapid review"

    var standing: StandingTag {
        guard let due else { return StandingTag(kind: .not, word: "Not started") }
        if let done {
            return done > due
                ? StandingTag(kind: .late, word: "Done late")
                : StandingTag(kind: .done, word: "Done")
        }
        if due < today { return StandingTag(kind: .overdue, word: "Overdue") }
        return due == today
            ? StandingTag(kind: .today, word: "Due today") : StandingTag(kind: .open, word: "Open")
    }

    var row: PlanRow {
        PlanRow(
            id: id,
            due: due.map(sampleDay),
            dueNote: due == nil ? "No date given" : opens.map { "From \(sampleDay($0).words)" },
            does: does,
            clauses: clause,
            rule: rule,
            who: who,
            standing: standing,
            when: done.map { sampleDay($0).words } ?? booked.map { "Booked \(sampleDay($0).words)" }
                ?? (standing.kind == .overdue ? "6 working days overdue" : "Not yet"),
            explanation: Explanation(
                question: due.map { "Why \(sampleDay($0).words.dropLast(5))?" } ?? "Why no date?",
                lead: "\(rule), counted in working days from day zero.",
                facts: [
                    ("Day zero", "Fri 19 Dec 2025, when the notification was sent"),
                    (
                        "Not counted",
                        "9 days: Sat 20 Dec and Sun 21 Dec (weekend); Thu 25 Dec (Christmas Day); "
                            + "Fri 26 Dec (Boxing Day); Sat 27 Dec and Sun 28 Dec (weekend); "
                            + "Thu 1 Jan (New Year’s Day); Sat 3 Jan and Sun 4 Jan (weekend)"
                    ),
                    ("Clause", clause),
                    ("Kind of limit", "A limit the partnership set itself"),
                ]
                    + others.map {
                        (
                            "Other reading",
                            "\(sampleDay($0).words), if counted from the incident on Sat 13 Dec "
                                + "2025. Not used: clause 5.1 counts from the notification"
                        )
                    }
            ),
            warning: id == "send-pack"
                ? "Can no longer be met: Wed 7 Jan 2026 at the earliest" : nil
        )
    }

    func line(from first: Int, count: Int) -> TimelineRow? {
        guard let due, due - first < count else { return nil }
        return TimelineRow(
            id: id,
            label: does,
            opens: opens.map { $0 - first },
            due: due - first,
            done: done.map { $0 - first },
            isLate: standing.kind == .late,
            booked: booked.map { $0 - first },
            overdueTo: standing.kind == .overdue ? today - first : nil,
            others: others.map { $0 - first },
            note: standing.kind == .overdue
                ? "overdue" : standing.kind == .today ? "due today" : nil
        )
    }

    private var today: Int { 21 }
}

/// Scenario S03 under the Dorset guide, seen on Mon 5 Jan 2026.
let sampleSteps: [SampleStep] = [
    SampleStep(
        id: "raise-concern",
        does:
            "Raise with the HoQA an incident that seems to meet the criteria but is not notified, and try to agree",
        clause: "2.1",
        who: "Any agency",
        due: nil,
        rule: "No date given",
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "settle",
        does: "Settle whether to notify where an agency and the HoQA do not agree",
        clause: "2.1",
        who: "PDSCP Executive",
        due: 7,
        rule: "In time for submit-notification",
        done: 2,
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "report-incident",
        does:
            "Report the incident to the leaders and, where relevant, to partnerships outside the area",
        clause: "2.6",
        who: "PDSCP Business Manager",
        due: 7,
        rule: "5 working days after aware",
        done: 2,
        others: [8],
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "draft-notification",
        does:
            "Draft the notification in the government's system with immediate learning and action; send it for sign-off",
        clause: "3.1",
        who: "Head of QA",
        due: 7,
        rule: "In time for sign-notification",
        done: 3,
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "sign-notification",
        does:
            "Approve the draft in turn; the first director passes it to the others and then to the Executive Director",
        clause: "3.2",
        who: "Corporate Directors",
        due: 7,
        rule: "In time for submit-notification",
        done: 4,
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "submit-notification",
        does:
            "Submit the notification through the portal and download the copy with its date in the title",
        clause: "2.3, 3.4",
        who: "Head of QA",
        due: 7,
        rule: "Day 5 of notification",
        done: 4,
        others: [4],
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "mosaic-copy",
        does: "Put a copy on the child's Mosaic record",
        clause: "3.6",
        who: "Head of QA",
        due: 7,
        rule: "Day 5 of notification",
        done: 4,
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "send-copies",
        does: "Send copies of the notification",
        clause: "3.6",
        who: "Head of QA",
        due: 7,
        rule: "Day 5 of notification",
        done: 8,
        group: "2. Criteria and notification"
    ),
    SampleStep(
        id: "appoint-author",
        does:
            "Appoint a QA Service Manager to write the council's briefing report and the genogram",
        clause: "5.3",
        who: "Head of QA",
        due: 4,
        rule: "Day 0 of rapid review",
        done: 4
    ),
    SampleStep(
        id: "ask-council",
        does: "Ask for the council's briefing report with its supporting materials",
        clause: "5.4",
        who: "Head of QA",
        due: 4,
        rule: "Day 0 of rapid review",
        done: 4
    ),
    SampleStep(
        id: "council-briefing",
        does: "Answers come back from QA Service Manager",
        clause: "5.4",
        who: "QA Service Manager",
        due: 15,
        rule: "Day 5 of rapid review",
        opens: 4,
        done: 14
    ),
    SampleStep(
        id: "genogram",
        does:
            "Draw the genogram from all relevant information and hand it over with the supporting materials",
        clause: "5.4",
        who: "QA Service Manager",
        due: 15,
        rule: "Day 5 of rapid review",
        done: 14
    ),
    SampleStep(
        id: "check-briefing",
        does:
            "Check the briefing report and its materials for compliance and send them for sign-off",
        clause: "5.5, 5.13",
        who: "Head of QA",
        due: 14,
        rule: "The same day as return-received",
        done: 14
    ),
    SampleStep(
        id: "sign-briefing",
        does: "Sign off the council's briefing report",
        clause: "5.13",
        who: "Corporate Director",
        due: 21,
        rule: "Day 8 of rapid review"
    ),
    SampleStep(
        id: "identify-agencies",
        does: "Find out which agencies are involved by having the Mosaic records checked",
        clause: "5.6",
        who: "PDSCP Business Manager",
        due: 7,
        rule: "Day 1 of rapid review",
        done: 7
    ),
    SampleStep(
        id: "ask-adult-care",
        does: "Ask Adult Social Care for its briefing report",
        clause: "5.6",
        who: "PDSCP Business Manager",
        due: 7,
        rule: "Day 1 of rapid review",
        done: 7
    ),
    SampleStep(
        id: "ask-agencies",
        does:
            "Ask every agency involved for its briefing report, also those that are not on the record",
        clause: "5.7",
        who: "PDSCP Business Manager",
        due: 8,
        rule: "Day 2 of rapid review",
        done: 8
    ),
    SampleStep(
        id: "ask-agencies.back",
        does: "Answers come back from each agency involved",
        clause: "5.7",
        who: "Each agency involved",
        due: 21,
        rule: "Day 8 of rapid review",
        opens: 8
    ),
    SampleStep(
        id: "invite",
        does: "Invite all agencies involved and the HoQA to the rapid review meeting",
        clause: "5.8",
        who: "PDSCP Business Manager",
        due: 7,
        rule: "Day 1 of rapid review",
        done: 7
    ),
    SampleStep(
        id: "await-panel",
        does: "Hear from the national Panel that a rapid review is required",
        clause: "5.9",
        who: "National Panel",
        due: 8,
        rule: "2 working days after notified",
        done: 8,
        others: [6]
    ),
    SampleStep(
        id: "agree-sign-off-day",
        does: "Agree a day for the sign-off through the Personal Assistants of the Executive",
        clause: "5.10",
        who: "PDSCP Business Manager",
        due: nil,
        rule: "Prompt: before day 14"
    ),
    SampleStep(
        id: "invite-leaders",
        does: "Invite the leaders to the meeting that considers the recommendations",
        clause: "5.11",
        who: "PDSCP Business Manager",
        due: 8,
        rule: "Day 2 of rapid review",
        done: 8
    ),
    SampleStep(
        id: "invite-action-planning",
        does: "Invite everyone invited to the rapid review to an action planning meeting after it",
        clause: "5.12",
        who: "PDSCP Business Manager",
        due: 8,
        rule: "Day 2 of rapid review"
    ),
    SampleStep(
        id: "send-pack",
        does: "Send the members all completed briefing reports with the agenda",
        clause: "5.14",
        who: "Business support",
        due: 22,
        rule: "Day 9 of rapid review"
    ),
    SampleStep(
        id: "rapid-review-meeting",
        does: "Hold the rapid review meeting and consider all briefing reports",
        clause: "6.2",
        who: "Subgroup Chair",
        due: 24,
        rule: "Day 11 of rapid review",
        booked: 24,
        group: "6. The meetings"
    ),
    SampleStep(
        id: "agree-wording",
        does: "Agree on the day of the meeting the recommendation to the leaders and its wording",
        clause: "6.2",
        who: "Subgroup",
        due: 24,
        rule: "The same day as the meeting",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "action-plan",
        does: "Agree the action plan in draft",
        clause: "6.2",
        who: "Subgroup",
        due: 24,
        rule: "The same day as the meeting",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "complete-template",
        does:
            "Complete the template of the notification of recommendations and send it to the HoQA",
        clause: "6.3",
        who: "PDSCP Business Manager",
        due: 24,
        rule: "Day 11 of rapid review",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "check-template",
        does: "Check the notification of recommendations and send it to the leaders",
        clause: "6.4",
        who: "Head of QA",
        due: 25,
        rule: "Day 12 of rapid review",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "leadership-meeting",
        does: "Hold the Leadership Meeting on the recommendations",
        clause: "5.11, 6.5",
        who: "Leadership",
        due: 29,
        rule: "Day 14 of rapid review",
        booked: 28,
        group: "6. The meetings"
    ),
    SampleStep(
        id: "sign-recommendations",
        does: "Sign off the notification of recommendations",
        clause: "6.5",
        who: "Leadership",
        due: 29,
        rule: "Day 14 of rapid review",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "submit-report",
        does:
            "Send the notification of recommendations to the national Panel with a copy to the HoQA",
        clause: "5.8, 6.6",
        who: "PDSCP Business Manager",
        due: 30,
        rule: "Day 15 of rapid review",
        others: [23],
        group: "6. The meetings"
    ),
    SampleStep(
        id: "keep-copy",
        does: "Keep a local copy on the T drive under Communication with National Panel",
        clause: "6.6",
        who: "PDSCP Business Manager",
        due: 30,
        rule: "Day 15 of rapid review",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "share-family",
        does: "Consider whether and how learning and recommendations are shared with the family",
        clause: "6.7",
        who: "Leadership",
        due: nil,
        rule: "No date given",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "await-response",
        does: "Receive the national Panel's response",
        clause: "6.8",
        who: "National Panel",
        due: 57,
        rule: "10 working days after panel-considered",
        group: "6. The meetings"
    ),
    SampleStep(
        id: "find-authors",
        does:
            "Begin to find authors' CVs before the national Panel answers and share them for shortlisting",
        clause: "7.1",
        who: "PDSCP Business Manager",
        due: 57,
        rule: "In time for await-panel-response",
        group: "7. The LCSPR"
    ),
    SampleStep(
        id: "appoint-lcspr-author",
        does: "Decide who is appointed as author",
        clause: "7.2",
        who: "Leadership",
        due: nil,
        rule: "No date given",
        group: "7. The LCSPR"
    ),
    SampleStep(
        id: "publish",
        does: "Complete and publish the review",
        clause: "7.6",
        who: "Review Panel",
        due: 210,
        rule: "6 months after lcspr-recommended",
        group: "7. The LCSPR"
    ),
]
