import Pages
import ProcedureLanguage
import Procedures
import TestSupport
import Testing
import WorkingDays

@Suite("A form as somebody fills it in")
struct FormAnsweringTests {
    private static let form = FormDefinition(
        id: "small",
        title: "Small",
        edition: "1",
        says: [],
        minutes: nil,
        sections: [
            FormSection(
                id: "one",
                title: "One",
                says: [],
                condition: nil,
                questions: [
                    question(
                        "harm",
                        .choice([
                            .init(id: "died", says: "A child died"),
                            .init(id: "hurt", says: "A child was hurt"),
                        ]),
                        isNeeded: true
                    ),
                    question("when", .day(isHonest: true, mayLieAhead: false), isNeeded: true),
                    question(
                        "safe",
                        .yesNoNotKnown(details: .init(after: .no, asks: "What was done?")),
                        isNeeded: true
                    ),
                ]
            ),
            FormSection(
                id: "two",
                title: "Two",
                says: [],
                condition: .answered(question: "harm", with: "died"),
                questions: [question("nhs", .identifier(.nhsNumber), isNeeded: false)]
            ),
        ]
    )

    private static func question(
        _ id: String,
        _ kind: FormQuestionKind,
        isNeeded: Bool
    ) -> FormQuestion {
        FormQuestion(
            id: id,
            asks: "Ask \(id)",
            hint: "",
            kind: kind,
            isNeeded: isNeeded,
            condition: nil
        )
    }

    private func errors(_ items: [(name: String, value: String)], section: Int = 0) -> [String] {
        let answering = FormAnswering(Self.form, items, today: "2026-01-05")
        return answering.asked(answering.sections[section], isSent: true).errors.map(\.message)
    }

    private static let good: [(name: String, value: String)] = [
        ("harm", "hurt"), ("when-how", "exact"), ("when-day", "2"), ("when-month", "1"),
        ("when-year", "2026"), ("safe", "yes"),
    ]

    private func good(_ changes: [String: String]) -> [(name: String, value: String)] {
        let kept = Self.good.filter { changes[$0.name] == nil }
        return kept + changes.map { ($0.key, $0.value) }
    }

    @Test func `a whole answer has no fault, an empty one a fault for each thing needed`() {
        #expect(errors(Self.good).isEmpty)
        #expect(errors([]).count == 3)
    }

    @Test(
        arguments: [
            (["when-how": "month", "when-day": ""], nil),
            (["when-how": "year", "when-day": "", "when-month": ""], nil),
            (["when-how": "exact", "when-day": ""], "must include a day"),
            (
                ["when-how": "month", "when-day": "", "when-month": ""],
                "must include a month and a year"
            ),
            (["when-how": "between"], "must include the later day as well"),
            (
                [
                    "when-how": "between", "when-to-day": "1", "when-to-month": "1",
                    "when-to-year": "2026",
                ],
                "must have its earlier day first"
            ),
            (["when-day": "6"], "lies ahead"),
            (["when-how": "about", "when-day": "31", "when-month": "2"], "must be a real date"),
        ] as [([String: String], String?)]
    )
    func `a day is told as exactly as it is known`(changes: [String: String], fault: String?) {
        let found = errors(good(changes))
        if let fault {
            #expect(found.count == 1 && found[0].contains(fault), "\(found)")
        } else {
            #expect(found.isEmpty, "\(found)")
        }
    }

    @Test func `details are needed after the answer that asks for them`() {
        #expect(errors(good(["safe": "no"])).count == 1)
        #expect(errors(good(["safe": "no", "safe-details": "Moved to her aunt."])).isEmpty)
    }

    @Test func `a section is asked only where its condition holds, and carries what others said`()
        throws
    {
        let hurt = FormAnswering(Self.form, Self.good, today: "2026-01-05")
        #expect(hurt.sections.map(\.id) == ["one"])
        let died = FormAnswering(Self.form, good(["harm": "died"]), today: "2026-01-05")
        #expect(died.sections.map(\.id) == ["one", "two"])
        #expect(errors(good(["harm": "died", "nhs": "9434765918"]), section: 1).count == 1)
        let carried = died.carried(but: died.sections[1])
        #expect(Set(carried.map(\.name)) == Set(Self.good.map(\.name)))
    }

    @Test
    func
        `a question that hangs on another of its page stands there, and counts only where it applies`()
        throws
    {
        let (read, _) = readForm(
            """
            form: small
            title: Small
            edition: "1"
            sections:
              one:
                title: One
                questions:
                  harm: { asks: What came of it?, kind: choice, options: { died: A child died, hurt: A child was hurt } }
                  when: { asks: When?, kind: text, needed: true, if: harm is died }
              two:
                title: Two
                questions:
                  who: { asks: Who?, kind: text, if: harm is died }
                  told: { asks: Told?, kind: yes-no }
            """
        )
        let form = try #require(read)
        func answering(_ items: [(name: String, value: String)]) -> FormAnswering {
            FormAnswering(form, items, today: "2026-01-05")
        }
        func names(_ section: Int, _ items: [(name: String, value: String)]) -> [String] {
            let answering = answering(items)
            return answering.asked(answering.sections[section], isSent: false).fields.compactMap {
                switch $0 {
                case .line(let field, _, _): "\(field.id): \(field.hint)"
                case .radio(let field): field.id
                default: nil
                }
            }
        }
        #expect(
            names(0, []) == [
                "harm", "when: Only if the answer to “What came of it?” is “A child died”.",
            ]
        )
        #expect(names(1, []) == ["told"])
        #expect(names(1, [("harm", "died")]) == ["who: ", "told"])
        func errors(_ items: [(name: String, value: String)]) -> [String] {
            let answering = answering(items)
            return answering.asked(answering.sections[0], isSent: true).errors.map(\.message)
        }
        #expect(errors([("harm", "hurt"), ("when", "")]).isEmpty)
        #expect(errors([("harm", "died"), ("when", "")]) == ["Answer: When?"])
        #expect(answering([("harm", "hurt"), ("when", "Then")]).check()[0].facts.count == 1)
    }

    @Test(
        arguments: [
            (HonestDay.exact("2025-12-19"), "Fri 19 Dec 2025", "2025-12-19", "2025-12-19"),
            (.month(year: 2025, month: 12), "in December 2025", "2025-12-01", "2025-12-31"),
            (.month(year: 2024, month: 2), "in February 2024", "2024-02-01", "2024-02-29"),
            (.year(2025), "in 2025", "2025-01-01", "2025-12-31"),
            (.before("2025-12-19"), "before Fri 19 Dec 2025", nil, "2025-12-18"),
            (.after("2025-12-31"), "after Wed 31 Dec 2025", "2026-01-01", nil),
            (
                .between("2025-12-19", "2025-12-22"),
                "between Fri 19 Dec 2025 and Mon 22 Dec 2025", "2025-12-19", "2025-12-22"
            ),
            (.about("2025-12-19"), "about Fri 19 Dec 2025", nil, nil),
        ] as [(HonestDay, String, Day?, Day?)]
    )
    func `a day half known has words, and the days it can be`(
        day: HonestDay,
        words: String,
        earliest: Day?,
        latest: Day?
    ) {
        #expect(DayWording.words(day) == words)
        #expect(day.earliest == earliest)
        #expect(day.latest == latest)
    }
}
