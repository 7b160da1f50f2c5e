import Foundation
import ProcedureLanguage
import Procedures
import TestSupport
import Testing
import WorkingDays

@Suite("Forms as data")
struct FormTests {
    @Test func `every form that ships can be used, and asks each thing once`() throws {
        let folder = ShippedProcedures.folder.appendingPathComponent("forms")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }
        #expect(names.contains("referral.yaml"))
        for name in names {
            let (form, diagnostics) = readForm(try ShippedProcedures.text("forms/\(name)"))
            #expect(diagnostics.isEmpty, "\(name): \(diagnostics.map(\.message))")
            let read = try #require(form)
            #expect("\(read.id).yaml" == name)
            #expect(Set(read.questions.map(\.id)).count == read.questions.count)
        }
    }

    @Test func `what the referral tells stands in the notification already`() throws {
        let referral = try #require(
            readForm(try ShippedProcedures.text("forms/referral.yaml")).form
        )
        let notification = try #require(
            readForm(try ShippedProcedures.text("forms/notification.yaml")).form
        )
        let shared = notification.questions.filter { question in
            referral.questions.contains { $0.id == question.id }
        }
        #expect(shared.count > 80)
        for question in shared {
            let other = referral.questions.first { $0.id == question.id }
            #expect(other?.kind == question.kind, "\(question.id)")
        }
        let told = FormAnswers(
            [
                ("place", "Milltown"), ("incident-day-how", "month"), ("incident-day-month", "12"),
                ("incident-day-year", "2025"), ("name", "Pat Example"), ("child-unborn", "no"),
                ("child-name", "Child One"), ("child-another", "yes"), ("child-unborn-2", "yes"),
                ("child-ethnicity-2", "white-irish"), ("child-another-2", "no"),
                ("signed-name", "Pat Example"),
            ],
            of: referral
        )
        let filled = notification.prefilled(from: [(referral, told)])
        #expect(filled.day(of: "incident-day") == .month(year: 2025, month: 12))
        #expect(filled.repetitions(of: "child", in: notification) == [1, 2])
        #expect(filled.items.count == told.items.count - 2)
    }

    @Test func `ten faults are ten diagnostics, each in its place`() {
        let text = """
            form: Bad Form
            title: Ten faults
            edition: "1"
            minutes: soon
            sections:
              one:
                title: One
                questions:
                  a: { asks: A, kind: yesno }
                  b: { asks: B, kind: text, most: none }
                  c: { kind: text }
                  d: { asks: D, kind: choice }
                  e: { asks: E, kind: choice, options: { x: X } }
                  f: { asks: F, kind: text, if: z is yes }
                  g: { asks: G, kind: day, options: { x: X, y: Y } }
                  h: { asks: H, kind: text, colour: red }
            """
        let (form, diagnostics) = readForm(text)
        #expect(form == nil)
        #expect(diagnostics.count == 10)
        #expect(diagnostics.map(\.place.line) == [1, 4, 9, 10, 11, 12, 13, 14, 15, 16])
        #expect(diagnostics[2].message.contains("did you mean 'yes-no'?"))
        #expect(diagnostics[7].message.contains("unknown question 'z'"))
    }

    @Test func `of rules and repetitions, too, every fault is told in its place`() {
        let text = """
            form: bad
            title: Faults of rules
            edition: "1"
            sections:
              one:
                title: One
                another: More?
                questions:
                  a: { asks: A, kind: day, unlikely-before: 3 moons ago }
                  b: { asks: B, kind: day, not-after: c }
                  c: { asks: C, kind: text, unlikely-before: 1 year ago }
                  d: { asks: D, kind: number, age-from: a }
                  e: { asks: E, kind: number, age-from: c, on: b }
                  f: { asks: F, kind: text, needed: g is yes }
                  a-day: { asks: G, kind: text }
                  h-2: { asks: H, kind: day, not-before: 5000 days ago }
                  i: { asks: I, kind: day, ahead: maybe }
                  j: { asks: J, kind: day, unlikely-after: 2 weeks }
                  k: { asks: K, kind: number, unlikely-over: many }
              two:
                title: Two
                times: 3
                no-more: None.
                questions:
                  l: { asks: L, kind: text }
              three:
                title: Three
                times: 12
                another: More?
                no-more: None.
                questions:
                  m: { asks: M, kind: text }
              four:
                title: Four
                times: 2
                another: More?
                no-more: None.
                questions:
                  h: { asks: H, kind: text }
              four-2:
                title: Five
                questions:
                  n: { asks: N, kind: text }
              whole:
                title: Six
                questions:
                  p: { asks: P, kind: text }
              six:
                title: Seven
                questions:
                  four-another: { asks: O, kind: text }
            """
        let (form, diagnostics) = readForm(text)
        #expect(form == nil)
        #expect(
            diagnostics.map(\.place.line) == [
                7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 22, 28, 39, 40, 44, 51,
            ]
        )
        let messages = diagnostics.map(\.message)
        for (line, words) in [
            (0, "'another' means nothing"), (1, "'days', 'weeks'"), (2, "unknown day 'c'"),
            (3, "means nothing for a question of kind 'text'"), (4, "needs 'on'"),
            (5, "'c' asks for no day"), (6, "unknown question 'g'"),
            (7, "takes the name 'a-day', which belongs to 'a'"), (8, "from 1 to 1000"),
            (9, "'true' or 'false'"), (10, "say from when"), (11, "no whole number"),
            (12, "has no 'another'"), (13, "from 2 to 9"), (14, "belongs to 'h-2'"),
        ] {
            #expect(messages[line].contains(words), "\(messages[line])")
        }
    }

    @Test(arguments: [
        ("a is yes", true), ("a is no", false), ("not a is no", true),
        ("a is yes and b is x", false), ("a is yes or b is x", true),
        ("(a is no or b is y) and a is yes", true),
    ])
    func `a condition follows the answers before it`(words: String, holds: Bool) throws {
        let (form, diagnostics) = readForm(
            """
            form: small
            title: Small
            edition: "1"
            sections:
              one:
                title: One
                questions:
                  a: { asks: A, kind: yes-no }
                  b: { asks: B, kind: choices, options: { x: X, y: Y } }
                  c: { asks: C, kind: text, if: \(words) }
            """
        )
        let condition = try #require(form?.questions.last?.condition, "\(diagnostics)")
        #expect(condition.holds { ["a": ["yes"], "b": ["y"]][$0] ?? [] } == holds)
    }

    @Test(arguments: [
        (FormIdentifier.nhsNumber, "943 476 5919", true),
        (.nhsNumber, "9434765918", false), (.nhsNumber, "943476591", false),
        (.nhsNumber, "abcdefghij", false),
        (.upn, "A123456789012", true), (.upn, "h801 200001001", true),
        (.upn, "B123456789012", false), (.upn, "H801200001002", false),
        (.localAuthorityNumber, "M-000417", true), (.localAuthorityNumber, "", false),
        (.localAuthorityNumber, "<b>", false),
    ])
    func `an identifier whose check fails is none`(
        identifier: FormIdentifier,
        typed: String,
        isGood: Bool
    ) {
        #expect((identifier.normalised(typed) != nil) == isGood)
    }

    /// The check letter of a pupil number is the one the eleven digits and the last character give; every other is refused.
    @Test func `of all letters exactly one checks a pupil number`() {
        let letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
        for rest in ["801200001001", "123456789012", "00000000000A", "99999999999Z"] {
            let good = letters.filter { FormIdentifier.upn.normalised("\($0)\(rest)") != nil }
            #expect(good.count == 1, "\(rest): \(good)")
        }
    }
}
