import Pages
import ProcedureLanguage
import Procedures
import TestSupport
import Testing
import WorkingDays

@Suite("Answers that do not fit, and answers that are doubted")
struct FormFindingTests {
    private static func form() throws -> FormDefinition {
        let (form, diagnostics) = readForm(
            """
            form: small
            title: Small
            edition: "1"
            sections:
              one:
                title: One
                questions:
                  day: { asks: When did it happen?, kind: day, honest: true, unlikely-before: 1 year ago }
                  unborn: { asks: Unborn?, kind: yes-no }
                  name: { asks: Name, kind: text, needed: unborn is no }
                  born: { asks: Date of birth, kind: day, honest: true, ahead: unborn is yes, unlikely-before: 18 years before day, unlikely-after: 42 weeks ahead }
                  age: { asks: Age, kind: number, age-from: born, on: day, unlikely-over: 17 }
                  death: { asks: Death, kind: day, unlikely-before: day }
                  found: { asks: Found, kind: day, not-before: day, not-after: 2 days after death }
            """
        )
        return try #require(form, "\(diagnostics.map(\.message))")
    }

    /// `day: 2026-01-05, born: month 2020-02-00` as a browser sends it.
    private func items(_ words: String) -> [(name: String, value: String)] {
        words.split(separator: ", ").flatMap { part -> [(name: String, value: String)] in
            let name = String(part.prefix { $0 != ":" })
            let value = part.dropFirst(name.count + 2)
            let parts = value.split(separator: " ")
            guard let date = parts.last?.split(separator: "-"), date.count == 3 else {
                return [(name, String(value))]
            }
            return [
                ("\(name)-how", parts.count > 1 ? String(parts[0]) : "exact"),
                ("\(name)-day", date[2] == "00" ? "" : String(date[2])),
                ("\(name)-month", date[1] == "00" ? "" : String(date[1])),
                ("\(name)-year", String(date[0])),
            ]
        }
    }

    private func answering(
        _ words: String,
        _ more: [(name: String, value: String)] = []
    ) throws -> FormAnswering {
        FormAnswering(try Self.form(), items(words) + more, today: "2026-01-05")
    }

    private func errors(
        _ words: String,
        _ more: [(name: String, value: String)] = []
    ) throws -> [FormError] {
        let answering = try answering(words, more)
        return answering.asked(answering.sections[0], isSent: true).errors
    }

    @Test(
        arguments: [
            // The birthday is on the day itself, the day after, the day before.
            ("day: 2025-12-19, born: 2020-12-19, age: 5", nil),
            ("day: 2025-12-19, born: 2020-12-20, age: 4", nil),
            ("day: 2025-12-19, born: 2020-12-20, age: 5", "The dates give an age of 4"),
            ("day: 2025-12-19, born: month 2020-12-00, age: 4", nil),
            ("day: 2025-12-19, born: month 2020-12-00, age: 5", nil),
            (
                "day: 2025-12-19, born: month 2020-12-00, age: 6",
                "The dates give an age from 4 to 5"
            ),
            ("day: 2025-12-19, born: year 2024-00-00, age: 0", nil),
            (
                "day: before 2025-12-19, born: 2024-12-20, age: 1",
                "The dates give an age of 0 or less"
            ),
            (
                "day: after 2025-12-19, born: 2022-12-20, age: 1",
                "The dates give an age of 3 or more"
            ),
            // A day about which nothing is certain is held against nobody.
            ("day: about 2025-12-19, born: 2020-12-20, age: 9", nil),
            // 29 February: 28 February of a year without it is the day before the birthday.
            ("day: 2025-02-28, born: 2024-02-29, age: 0", nil),
            ("day: 2025-03-01, born: 2024-02-29, age: 1", nil),
            (
                "unborn: yes, day: 2025-12-19, born: 2026-03-01, age: 0",
                "By the dates the birth comes later, so there is no age yet"
            ),
        ] as [(String, String?)]
    )
    func `an age fits the birth and the day`(words: String, fault: String?) throws {
        let found = try errors(words).filter { $0.field == "age" }.map(\.message)
        #expect(
            found == (fault.map { ["Age. \($0)"] } ?? [])
        )
    }

    @Test(
        arguments: [
            ("day: 2025-01-05", nil),
            ("day: 2025-01-04", "Sat 4 Jan 2025: that is more than 1 year ago"),
            ("day: month 2025-01-00", nil),
            ("day: month 2024-12-00", "In December 2024: that is more than 1 year ago"),
            ("day: about 2020-01-01", nil),
            ("day: 2025-12-19, born: 2007-12-19", nil),
            (
                "day: 2025-12-19, born: 2007-12-18",
                "Tue 18 Dec 2007: that is more than 18 years before Fri 19 Dec 2025, given for “When did it happen?”"
            ),
            ("unborn: yes, born: 2026-10-26", nil),
            ("unborn: yes, born: 2026-10-27", "Tue 27 Oct 2026: that is more than 42 weeks ahead"),
            ("age: 17", nil), ("age: 18", "18: that is over 17"),
            ("day: 2025-12-19, death: 2025-12-19", nil),
            (
                "day: 2025-12-19, death: 2025-12-18",
                "Thu 18 Dec 2025: that is before Fri 19 Dec 2025, given for “When did it happen?”"
            ),
        ] as [(String, String?)]
    )
    func `what is unlikely is asked about, and stands once it is confirmed`(
        words: String,
        doubt: String?
    ) throws {
        let found = try errors(words)
        #expect(found.map(\.message) == (doubt.map { ["Is this right? \($0)"] } ?? []))
        guard let doubt, let field = found.first?.field else { return }
        #expect(field.hasSuffix("-sure"))
        #expect(try errors(words, [(field, doubt)]).isEmpty)
        #expect(try errors(words, [(field, "yes")]).count == 1, "another doubt is not this one")
        let checked = try answering(words, [(field, doubt)]).check()
        #expect(checked[0].facts.filter { $0.text.hasSuffix("(confirmed)") }.count == 1)
        #expect(checked[0].errors.isEmpty)
        let kept = try answering(words, [(field, doubt)]).answers
        #expect(kept.values(of: field) == [doubt])
    }

    @Test(
        arguments: [
            ("day: 2025-12-19, found: 2025-12-19", nil),
            (
                "day: 2025-12-19, found: 2025-12-18",
                "Found. Thu 18 Dec 2025: that is before Fri 19 Dec 2025, given for “When did it happen?”"
            ),
            ("death: 2025-12-19, found: 2025-12-21", nil),
            (
                "death: 2025-12-19, found: 2025-12-22",
                "Found. Mon 22 Dec 2025: that is more than 2 days after Fri 19 Dec 2025, given for “Death”"
            ),
        ] as [(String, String?)]
    )
    func `what cannot be is refused`(words: String, fault: String?) throws {
        #expect(try errors(words).map(\.message) == (fault.map { [$0] } ?? []))
    }

    @Test func `a condition says whether a name is needed and a birth may lie ahead`() throws {
        #expect(try errors("unborn: no").map(\.message) == ["Enter the name"])
        #expect(try errors("unborn: yes").isEmpty)
        #expect(try errors("unborn: yes, born: 2026-02-01").isEmpty)
        let ahead = try errors("unborn: no, name: Ann, born: 2026-02-01")
        #expect(ahead.map(\.message) == ["Sun 1 Feb 2026 lies ahead; today is Mon 5 Jan 2026"])
    }

    @Test func `the page asks of a doubt also where it is shown again`() throws {
        let answering = try answering("day: 2024-01-05")
        let fields = answering.asked(answering.sections[0], isSent: false).fields
        let asksAgain = fields.contains { field in
            if case .boxes(let boxes) = field { boxes.id == "day-sure" } else { false }
        }
        #expect(asksAgain)
    }
}
