import Foundation
import ProcedureLanguage
import Procedures
import TestSupport
import Testing
import WorkingDays

@Suite("What somebody answered to a form")
struct FormAnswersTests {
    private static func form(_ title: String, _ questions: String) throws -> FormDefinition {
        let (form, diagnostics) = readForm(
            """
            form: small
            title: \(title)
            edition: "1"
            sections:
              first:
                title: First
                questions:
                  harm: { asks: Harm, kind: choice, options: { died: Died, hurt: Hurt } }
                  plans: { asks: Plans, kind: choices, options: { a: A, b: B, c: C } }
              child:
                title: The child
                next: Child
                times: 3
                another: Is there another child?
                no-more: Tell of the others elsewhere.
                if: harm is died
                questions:
                  child-name: { asks: Name, kind: text, needed: true }
                  child-ill: { asks: Ill?, kind: yes-no-not-known, details: { after: "yes", asks: How } }
                  child-nhs: { asks: Number, kind: nhs-number, if: child-ill is yes }
              last:
                title: Last
                questions:
            \(questions)
            """
        )
        return try #require(form, "\(diagnostics.map(\.message))")
    }

    private static func form() throws -> FormDefinition {
        try form(
            "Small",
            """
                  born: { asks: Born, kind: day }
                  seen: { asks: Seen, kind: day, honest: true }
                  people: { asks: Who, kind: people }
                  table: { asks: Table, kind: rows, columns: { a: A, b: B } }
                  twins: { asks: Twins?, kind: yes-no, if: child-another is yes }
                  signed: { asks: You sign, kind: signature }
            """
        )
    }

    private static let sent: [(name: String, value: String)] = [
        ("signed-role", "Manager"), ("signed-name", " Sam Sample "), ("again", "yes"),
        ("plans", "c"), ("plans", "x"), ("plans", "a"), ("plans", "c"), ("harm", "died"),
        ("harm", "hurt"), ("child-name", "Ann"), ("child-ill", "yes"),
        ("child-ill-details", "Fits"), ("child-nhs", "943 476 5919"), ("child-another", "yes"),
        ("child-name-2", "Ben"), ("child-ill-2", "no"), ("child-nhs-2", "9434765919"),
        ("child-another-2", "no"), ("child-another-3", "yes"), ("child-name-3", "Cat"),
        ("born-day", "5"), ("born-month", "jan"), ("born-year", "2020"), ("seen-how", "month"),
        ("seen-month", "2"), ("seen-year", "2025"), ("people", "\r\nAnn Ash, mother\r\n\r\n Bo "),
        ("table", "1 | x\r\n2||"), ("form-token", "secret"), ("twins", ""),
    ]

    @Test func `they keep what belongs to a question, in the order of the form`() throws {
        let answers = FormAnswers(Self.sent, of: try Self.form())
        #expect(
            answers
                == FormAnswers(
                    Self.sent.reversed().filter { $0.value != "hurt" },
                    of: try Self.form()
                )
        )
        #expect(!answers.items.contains { ["again", "form-token", "twins"].contains($0.name) })
        #expect(answers.chosen(of: "harm") == ["died"])
        #expect(answers.chosen(of: "plans") == ["a", "c"])
        #expect(answers.text(of: "child-name-2") == "Ben")
        #expect(answers.text(of: "child-name-4") == nil)
        #expect(answers.yesNoNotKnown(of: "child-ill") == .yes)
        #expect(answers.details(of: "child-ill") == "Fits")
        #expect(answers.identifier(of: "child-nhs", as: .nhsNumber) == "9434765919")
        #expect(answers.identifier(of: "child-nhs", as: .upn) == nil)
        #expect(answers.day(of: "born") == .exact("2020-01-05"))
        #expect(answers.day(of: "seen") == .month(year: 2025, month: 2))
        #expect(answers.day(of: "people") == nil)
        #expect(answers.lines(of: "people") == ["Ann Ash, mother", "Bo"])
        #expect(answers.rows(of: "table") == [["1", "x"], ["2", "", ""]])
        #expect(answers.signature(of: "signed")?.name == "Sam Sample")
    }

    @Test func `they are written as pairs, and read again`() throws {
        let answers = FormAnswers(
            [("harm", "died"), ("child-name", "Ann \"A\"")],
            of: try Self.form()
        )
        let written = try JSONEncoder().encode(answers)
        #expect(
            String(decoding: written, as: UTF8.self)
                == #"[["harm","died"],["child-name","Ann \"A\""]]"#
        )
        #expect(try JSONDecoder().decode(FormAnswers.self, from: written) == answers)
        for bad in ["[[\"a\"]]", "{}", "[[\"a\",\"b\",\"c\"]]", "[[1,2]]"] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(FormAnswers.self, from: Data(bad.utf8))
            }
        }
    }

    @Test func `an answer to a question that is not asked counts for nothing`() throws {
        let form = try Self.form()
        let answers = FormAnswers(Self.sent, of: form)
        // The third child was never asked for, and the second is not ill.
        #expect(answers.repetitions(of: "child", in: form) == [1, 2])
        #expect(answers.repetitions(of: "last", in: form) == [1])
        let counting = answers.counting(in: form)
        #expect(counting.text(of: "child-nhs") != nil)
        #expect(counting.text(of: "child-nhs-2") == nil)
        #expect(counting.text(of: "child-name-3") == nil)
        let hurt = FormAnswers(
            Self.sent.map { ($0.name, $0.value == "died" ? "hurt" : $0.value) },
            of: form
        )
        #expect(hurt.repetitions(of: "child", in: form) == [])
        #expect(hurt.asked(by: form).map(\.section.id) == ["first", "last"])
    }

    @Test func `a section that repeats stands as often as it may, each with names of its own`()
        throws
    {
        let form = try Self.form()
        let children = form.repetitions(of: "child")
        #expect(children.map(\.id) == ["child", "child-2", "child-3"])
        #expect(children.map(\.title) == ["The child", "Child 2", "Child 3"])
        #expect(children.map(\.repetition?.number) == [1, 2, 3])
        #expect(
            children[1].questions.map(\.id) == [
                "child-name-2", "child-ill-2", "child-nhs-2", "child-another-2",
            ]
        )
        #expect(
            children[1].questions[2].condition == .answered(question: "child-ill-2", with: "yes")
        )
        #expect(
            children[2].condition
                == .all([
                    .answered(question: "harm", with: "died"),
                    .answered(question: "child-another", with: "yes"),
                    .answered(question: "child-another-2", with: "yes"),
                ])
        )
        #expect(
            children.map { $0.questions.last?.rules.noMore } == [
                nil, nil, "Tell of the others elsewhere.",
            ]
        )
        #expect(FormRepetition.id("child-name", 2) == "child-name-2")
    }

    @Test func `another form takes over what it asks alike, and no signature`() throws {
        let earlier = try Self.form()
        let later = try Self.form(
            "Later",
            """
                  born: { asks: The day of birth, kind: day, ahead: true }
                  seen: { asks: Seen, kind: day }
                  people: { asks: Who, kind: long-text }
                  signed: { asks: You sign, kind: signature }
                  own: { asks: Own, kind: text }
            """
        )
        let first = FormAnswers(
            [("child-name", "not counted"), ("own", "no question there")],
            of: earlier
        )
        let answers = later.prefilled(from: [
            (earlier, first), (earlier, FormAnswers(Self.sent, of: earlier)),
        ])
        #expect(
            answers.items.map(\.name) == [
                "harm", "plans", "plans", "child-name", "child-ill", "child-ill-details",
                "child-nhs", "child-another", "child-name-2", "child-ill-2", "child-another-2",
                "born-day", "born-month", "born-year",
            ]
        )
        #expect(answers.text(of: "child-name") == "Ann")
    }
}
