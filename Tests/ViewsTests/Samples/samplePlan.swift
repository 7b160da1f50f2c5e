@testable import Pages

/// The plan of scenario S03, in a picture of so many days from Sat 13 Dec 2025.
func samplePlan(days: Int = 35, steps: [SampleStep] = sampleSteps) -> Plan {
    let groups = Array(Set(steps.map(\.group))).sorted()
    return Plan(
        procedure:
            "Pan-Dorset serious incident notification, rapid review and LCSPR, edition 2023-05",
        procedureID: "dorset",
        identity: "2025-12-13",
        seenOn: sampleDay(21),
        summary: "Next: sign off the council’s briefing report, due Mon 5 Jan 2026. 2 steps due "
            + "today. 1 step overdue.",
        counter: DayCounter(
            heading: "Day 8 of 15",
            left: "7 working days left, to Wed 14 Jan 2026",
            day: 8,
            last: 15
        ),
        findings: [
            FindingText(
                code: "done-late",
                message: "Send copies of the notification: done 1 working day late.",
                isContradiction: false
            ),
            FindingText(
                code: "contradictory-dates",
                message: "The notification is said to have been sent before anyone was aware.",
                isContradiction: true
            ),
        ],
        timeline: samplePicture(days: days, steps: steps),
        clocks: [sampleClock, sampleUnstartedClock],
        groups: groups.map { group in
            PlanGroup(heading: group, rows: steps.filter { $0.group == group }.map(\.row))
        },
        link: "/plan?procedure=dorset&aware-day=15&aware-month=12&aware-year=2025",
        calendarLink: "/plan.ics?procedure=dorset&aware-day=15&aware-month=12&aware-year=2025",
        compareLink: "/compare?procedure=dorset&aware-day=15&aware-month=12&aware-year=2025",
        calendar: "England and Wales bank holidays, list 2026-11, 1990 to 2060"
    )
}

func samplePicture(days: Int, steps: [SampleStep] = sampleSteps) -> TimelinePicture {
    TimelinePicture(
        title: "Timeline of the plan, Sat 13 Dec 2025 to \(sampleDay(days - 3).words)",
        description: "One step to a line. The table below holds the same facts.",
        days: sampleDays(from: -2, count: days),
        counters: [
            TimelineCounter(
                label: "Day of notification",
                numbers: sampleNumbers(from: 0, number: 0, count: 6)
                    .map { ($0.day + 2, $0.number) }
            ),
            TimelineCounter(
                label: "Day of rapid review",
                numbers: sampleNumbers(from: 4, number: 0, count: 16)
                    .map { ($0.day + 2, $0.number) }
                    .filter { $0.0 < days }
            ),
        ],
        rows: steps.compactMap { $0.line(from: -2, count: days) }.sorted { $0.due < $1.due },
        today: days > 23 ? 23 : nil,
        limit: days > 32 ? (32, "National limit, Wed 14 Jan") : nil
    )
}

let sampleClock = ClockText(
    id: "rapid-review",
    heading: "Rapid review: day zero Fri 19 Dec 2025",
    says:
        "Starts when the notification is sent. The day it starts is day zero; it counts working days.",
    weeks: (0..<5).map { week in
        (0..<7).map { weekday in
            let offset = week * 7 + weekday
            let day = sampleDays(from: offset, count: 1)[0]
            let isOutside = offset < 4 || offset > 30
            let number = sampleNumbers(from: 4, number: 0, count: 16).first { $0.day == offset }
            return CalendarCell(
                kind: isOutside ? .outside : day.kind,
                date: day.number,
                month: offset == 4 ? "Dec" : day.number == "1" ? "Jan" : nil,
                number: isOutside ? nil : number?.number,
                isZero: offset == 4,
                isLast: offset == 30,
                reason: day.holiday ?? (day.kind == .weekend ? "weekend" : nil)
            )
        }
    },
    caption: "How the days of the rapid review are counted: date small, day number large"
)

let sampleUnstartedClock = ClockText(
    id: "panel-response",
    heading: "National Panel’s response: not started",
    says: "Starts when the national Panel considers the case.",
    weeks: [],
    caption: ""
)
