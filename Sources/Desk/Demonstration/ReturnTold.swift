import CaseFiles
import Procedures
import WorkingDays

/// What an agency of the demonstration answers; everything is made up.
struct ReturnTold: Sendable {
    let answer: ReturnAnswer
    let rows: [Row]

    typealias Row = (date: String, happened: String, action: String, about: String)

    private static func form(did: String, well: String, gaps: String, rows: [Row]) -> ReturnTold {
        func part(_ title: String, _ lines: [(String, String)]) -> CaseEvent.Part {
            CaseEvent.Part(
                title: title,
                lines: lines.map { CaseEvent.Part.Line(asks: $0.0, says: $0.1) }
            )
        }
        return ReturnTold(
            answer: .form(
                .none,
                parts: [
                    part(
                        "Is the family known to you?",
                        [("Does your agency know the child or anybody named?", "Known to us")]
                    ),
                    part(
                        "What your agency did and knew",
                        [
                            ("Your involvement in brief", did), ("What worked well?", well),
                            ("What was missing or late?", gaps),
                        ]
                    ),
                ]
            ),
            rows: rows
        )
    }

    /// What any agency answers in a review that is played.
    static func plain(_ told: ReviewPlayer.Told) -> ReturnTold {
        func date(_ months: Int) -> String {
            let day = told.began.advanced(byMonths: -months) ?? told.began
            return "\(day.dayOfMonth)/\(day.month)/\(day.year)"
        }
        let child = told.child.name.split(separator: " ").first.map(String.init) ?? ""
        return form(
            did: "Known for a year; seen four times, at home and at our door.",
            well: "What was seen was written down the same day.",
            gaps: "Nobody else was told of it.",
            rows: [
                (date(7), "Not brought to an appointment", "Letter sent", child),
                (date(3), "Seen with a bruise, said to be from a fall", "Noted", child),
                (date(1), "No access at home, twice", "Card left", child),
            ]
        )
    }

    static let adultsKnowNobody = ReturnTold(
        answer: .notKnown(
            searched: "Case records and the duty log, by every name and date of birth given."
        ),
        rows: []
    )

    static let police = form(
        did: "Two calls to the address in a year, both by neighbours.",
        well: "The second call led to a welfare check the same evening.",
        gaps: "The first was closed without asking who else lives there.",
        rows: [
            (
                "14 March 2025", "Neighbour reports shouting at the flat",
                "Officers found all calm", "Mother"
            ),
            (
                "2 September 2025", "Second call: a child crying for an hour",
                "Welfare check; child seen asleep", "Wren"
            ),
            (
                "3 September 2025", "Notification shared with children’s services", "None asked",
                "Wren"
            ),
        ]
    )

    static let hospitalsFirst = form(
        did: "Born here; three visits to the emergency department.",
        well: "The health visitor was told each time.",
        gaps: "Nobody put the three visits together.",
        rows: [
            ("June 2025", "Seen with a bruise to the cheek", "Explained as a fall", "Wren"),
            ("4 September 2025", "Seen with a swollen wrist", "Not brought to the review", "Wren"),
        ]
    )

    static let hospitalsSecond = form(
        did: "Born here; three visits to the emergency department, at 6.10pm, 9.40am and 11.05pm.",
        well: "The health visitor was told each time.",
        gaps: "Nobody put the three visits together.",
        rows: [
            (
                "17 June 2025", "Seen with a bruise to the cheek at 6.10pm", "Explained as a fall",
                "Wren"
            ),
            (
                "4 September 2025", "Seen with a swollen wrist at 9.40am",
                "Review booked for 11 September", "Wren"
            ),
            (
                "11 September 2025", "Did not attend the review of the wrist", "Letter to the GP",
                "Wren"
            ),
        ]
    )

    static let tidewater = form(
        did: "Father came to four of nine appointments.",
        well: "He asked for help himself.",
        gaps: "It was not asked whether children live with him.",
        rows: [
            ("about May 2025", "Father begins with the service", "Plan agreed", "Father"),
            ("?22 August 2025", "Father did not attend", "Text message sent", "Father"),
        ]
    )

    static let health = form(
        did: "Two practices held records; the practice nurse saw the child once.",
        well: "The records were joined when the family moved.",
        gaps: "The letter about the missed review lay unread for nine days.",
        rows: [
            ("11 September 2025", "Attended the review of the wrist, mother says", "Noted", "Wren"),
            (
                "20 September 2025", "Letter from the hospital read: review missed",
                "Mother rung, no answer", "Wren"
            ),
        ]
    )

    static let probation = form(
        did: "Father on a community order until August.",
        well: "Told the police of his new address.",
        gaps: "No home visit was made.",
        rows: [
            ("30 August 2025", "Order ends", "Closed", "Father")
        ]
    )

    static let community = form(
        did: "Health visitor saw the child five times.",
        well: "She went on visiting after two refusals.",
        gaps: "The bruise of June reached her by chance.",
        rows: [
            ("18 June 2025", "Bruise to the cheek seen at home", "Mother says: a fall", "Wren"),
            ("Autumn 2025", "No access, twice", "Card left", "Wren"),
        ]
    )

    static let housing = form(
        did: "The tenancy began in February; one repair.",
        well: "The repair team noted that a child lives there.",
        gaps: "The note was told to nobody.",
        rows: [
            (
                "3 September 2025", "Repair team notes a child’s cot and nobody else at home",
                "None", "Wren"
            )
        ]
    )
}
