@testable import Pages

/// What a sample form holds.
enum SampleFill {
    case empty, filled, wrong
}

func sampleForm(_ fill: SampleFill, procedures: Int = 1) -> PlanForm {
    let isWrong = fill == .wrong
    let isFilled = fill == .filled
    return PlanForm(
        procedures: procedureNames.enumerated().map { place, entry in
            Choice(id: entry.0, label: entry.1, isChosen: place < procedures)
        },
        variations: [
            Choice(id: "", label: "None", isChosen: true),
            Choice(id: "out-of-area", label: "Placed out of area", isChosen: false),
        ],
        moments: [
            date("incident", "Incident", "When the child was harmed", isFilled ? "13" : nil),
            date(
                "aware",
                "Local authority aware",
                "Starts the 5 days to notify",
                isFilled ? "15" : nil
            ),
            DateField(
                id: "notified",
                label: "Notification sent",
                hint: "Day zero of the rapid review",
                day: isWrong || isFilled ? "19" : "",
                month: isWrong || isFilled ? "12" : "",
                year: isFilled ? "2025" : "",
                fault: isWrong ? "The day the notification was sent must include a year" : nil
            ),
            date(
                "panel-considered",
                "National Panel considered the case",
                "Leave empty until known",
                nil
            ),
            date("lcspr-recommended", "LCSPR recommended", "", nil),
        ],
        questions: [
            question("seriously-harmed", "Was the child seriously harmed?", isFilled ? "yes" : ""),
            question("looked-after", "Was the child looked after?", ""),
            PlanForm.YesNoField(
                id: "decide-directors-meeting",
                label: "What did the directors’ meeting decide?",
                hint: "Clause 3.2",
                value: "",
                choices: [("hold", "Hold it"), ("not-hold", "Do not hold it")],
                fault: isWrong ? "Choose one of the answers" : nil
            ),
        ],
        others: (1...3).map {
            sampleOther($0, isFilled: isFilled && $0 == 1, isWrong: isWrong && $0 == 1)
        },
        closed: TextField(
            id: "closed",
            label: "Days closed",
            hint: "One to a line, for example 29 12 2025",
            value: isWrong ? "29 Dec\n<script>alert(1)</script>" : "",
            fault: isWrong ? "Line 2 must be a date, such as 29 12 2025" : nil
        ),
        today: date(
            "today",
            "As on",
            "The day the plan is seen from",
            isFilled ? "5" : nil,
            month: "1",
            year: "2026"
        ),
        errors: isWrong
            ? [
                FormError(
                    field: "notified-year",
                    message: "The day the notification was sent must include a year"
                ),
                FormError(
                    field: "fact-decide-directors-meeting",
                    message: "Choose one of the answers"
                ),
                FormError(field: "other-1-day", message: "Give the day, month and year"),
                FormError(
                    field: "closed",
                    message: "Line 2 must be a date, such as 29 12 2025"
                ),
            ] : []
    )
}

private let procedureNames = [
    ("dorset", "Pan-Dorset, edition 2023-05"),
    ("cheshire-east", "Cheshire East, edition 2024-09"),
    ("hereford", "Herefordshire, edition 2023-11"),
    ("rochdale", "Rochdale, edition 2022-01"),
    ("west-midlands", "West Midlands, edition 2024-03"),
]

private func date(
    _ id: String,
    _ label: String,
    _ hint: String,
    _ day: String?,
    month: String = "12",
    year: String = "2025"
) -> DateField {
    DateField(
        id: id,
        label: label,
        hint: hint,
        day: day ?? "",
        month: day == nil ? "" : month,
        year: day == nil ? "" : year,
        fault: nil
    )
}

private func question(_ id: String, _ label: String, _ value: String) -> PlanForm.YesNoField {
    PlanForm.YesNoField(
        id: id,
        label: label,
        hint: nil,
        value: value,
        choices: [("yes", "Yes"), ("no", "No")],
        fault: nil
    )
}

private func sampleOther(_ number: Int, isFilled: Bool, isWrong: Bool) -> PlanForm.OtherDateRow {
    PlanForm.OtherDateRow(
        number: number,
        choices: [
            ChoiceGroup(
                label: "Moments",
                choices: [
                    Choice(
                        id: "requests-sent",
                        label: "Requests sent",
                        isChosen: isFilled || isWrong
                    )
                ]
            ),
            ChoiceGroup(
                label: "5. Procedure for the rapid review",
                choices: sampleSteps.map {
                    Choice(id: $0.id, label: $0.does, isChosen: false)
                }
            ),
        ],
        who: isFilled ? "police" : "",
        date: DateField(
            id: "other-\(number)",
            label: "Date",
            hint: "",
            day: isFilled ? "23" : "",
            month: isFilled ? "12" : "",
            year: isFilled ? "2025" : "",
            fault: isWrong ? "Give the day, month and year" : nil
        ),
        time: TextField(
            id: "other-\(number)-time",
            label: "Time, if it matters",
            hint: "",
            value: "",
            fault: nil
        ),
        isAgreed: false,
        fault: isWrong ? "Choose what this is the date of" : nil
    )
}
