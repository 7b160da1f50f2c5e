@testable import Pages

/// The Dorset guide, with every part filled.
func sampleProcedure() -> ProcedurePage {
    ProcedurePage(
        id: "dorset",
        title: "Pan-Dorset serious incident notification, rapid review and LCSPR",
        edition: "2023-05",
        source: "Pan-Dorset Safeguarding Children Partnership, Protocol for Serious Incident "
            + "Notification, Rapid Reviews and LCSPRs, May 2023",
        guidance: ["Working Together to Safeguard Children 2023, chapter 5"],
        variations: [
            ("", "As published", "/procedures/dorset"),
            ("out-of-area", "Placed out of area", "/procedures/dorset?variation=out-of-area"),
        ],
        variation: "",
        sections: Array(Set(sampleSteps.map(\.group))).sorted().map { group in
            ProcedurePage.SectionText(
                id: String(group.prefix(1)),
                title: group,
                clauses: "",
                steps: sampleSteps.filter { $0.group == group }.map(\.text)
            )
        },
        clocks: [
            named(
                "rapid-review",
                "Rapid review",
                "Starts when the notification is sent, day zero.",
                "5.1"
            )
        ],
        people: [
            named(
                "head-of-qa",
                "Head of QA",
                "Head of Quality Assurance and Partnerships, Dorset Council. Drafts, checks and submits.",
                "1.4"
            ),
            named("business-manager", "PDSCP Business Manager", "Runs the rapid review.", "1.5"),
        ],
        questions: [
            named(
                "adults",
                "Is Adult Social Care involved?",
                "If so, it is asked for a briefing report.",
                "5.6"
            )
        ],
        criteria: [
            ProcedurePage.CriteriaText(
                title: "When a notification must be made",
                parts: [
                    (
                        "Serious harm includes",
                        [
                            named("life", "Potentially life-threatening injury", "", "2.2"),
                            named(
                                "impairment",
                                "Serious and long-term impairment",
                                "Of mental health or development.",
                                "2.2"
                            ),
                        ]
                    )
                ],
                source: "Children Act 2004, section 16C"
            )
        ],
        papers: [named("briefing", "Briefing report", "Kept in the rapid review folder.", "5.7")],
        folders: [named("panel", "Communication with National Panel", "On the T drive.", "6.6")],
        filing: [],
        reminders: [
            "Two working days before each return is due, to every agency that has not answered."
        ],
        chasing: [
            named(
                "overdue",
                "One working day after the due day, at 9:30am",
                "A chase to the lead and the deputy.",
                ""
            )
        ],
        notes: [named("n1", "Chair", "The chair of the subgroup chairs the meeting.", "6.2")],
        defects: [
            named(
                "D2",
                "Two day zeros",
                "The table reprinted from the 2018 guidance counts 15 days from the incident; clause 5.1 counts from the notification. The plan follows 5.1 and shows the other day beside it.",
                "5.1"
            ),
            named(
                "D7",
                "A limit without a unit",
                "Clause 3.7 says “2 days”. The plan counts working days.",
                "3.7"
            ),
        ],
        clauses: sampleSteps.map { step in
            ProcedurePage.ClauseText(
                clause: step.clause,
                carriers: [(step.does, "#\(step.id)")],
                waived: nil
            )
        } + [
            ProcedurePage.ClauseText(
                clause: "1.1",
                carriers: [],
                waived: "Says what the document is for"
            )
        ],
        planLink: "/plan?procedure=dorset"
    )
}

private func named(_ id: String, _ name: String, _ text: String, _ clauses: String)
    -> ProcedurePage.NamedText
{
    ProcedurePage.NamedText(id: id, name: name, text: text, clauses: clauses)
}

extension SampleStep {
    fileprivate var text: ProcedurePage.StepText {
        ProcedurePage.StepText(
            id: id,
            does: does,
            clauses: clause,
            who: who,
            due: rule,
            kind: "Task",
            details: others.isEmpty
                ? [] : [("Other reading", "From the incident, as the 2018 table says")],
            checklist: id == "submit-notification"
                ? ["Date in the title", "Copy on the record"] : []
        )
    }
}

func sampleProcedureList() -> ProcedureListPage {
    ProcedureListPage(
        procedures: [
            ProcedureListPage.Entry(
                id: "dorset",
                title: "Pan-Dorset serious incident notification, rapid review and LCSPR",
                edition: "2023-05",
                source: "Pan-Dorset Safeguarding Children Partnership, May 2023",
                steps: 84,
                clauses: 96,
                variations: [],
                link: "/procedures/dorset",
                planLink: "/plan?procedure=dorset"
            ),
            ProcedureListPage.Entry(
                id: "west-midlands",
                title: "West Midlands rapid review",
                edition: "2024-03",
                source: "West Midlands regional procedures",
                steps: 41,
                clauses: 52,
                variations: ["Stoke-on-Trent and Staffordshire", "Walsall"],
                link: "/procedures/west-midlands",
                planLink: "/plan?procedure=west-midlands"
            ),
        ]
    )
}
