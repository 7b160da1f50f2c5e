import ProcedureLanguage
import Procedures
import TestSupport
import Testing

/// A small procedure into which faults are written.
private let sound = """
    \(soundHead)
    sections:
      "1":
        title: One
        stage: rapid-review
        steps:
          notify:
            clause: "1"
            does: Notify
            by: manager
            due: 5 working days after aware
            records: notified
          ask:
            clause: "2"
            does: Ask
            by: manager
            after: notify
            due: day 2 of review
            request: { form: form, of: each agency involved, back: day 8 of review }
          meet:
            clause: "3"
            does: Meet
            by: manager
            after: ask.back
            due: day 9 to day 11 of review
            meeting: { members: partners, quorum: one from each of partners }
            records: rapid-review-meeting
    """

/// The sound text with one piece replaced.
private func reports(replacing piece: String, with other: String) throws -> [String] {
    reports(try sound.replacingFirst(piece, with: other))
}

@Suite("What a writer of a procedure is told")
struct DiagnosticTests {
    @Test
    func `a sound procedure is read without a word`() {
        #expect(reports(sound).isEmpty)
    }

    @Test(arguments: [
        (
            "day 2 of review", "day 2 of reviw",
            "our-area.yaml:30:23: error: unknown clock 'reviw'; did you mean 'review'? the clocks are review"
        ),
        (
            "5 working days after aware", "5 days after aware",
            "our-area.yaml:23:14: error: '5 days' has no unit; say 'working days', 'calendar days', 'weeks', 'months' or 'hours'"
        ),
        (
            "after: notify", "after: notfy",
            "our-area.yaml:29:16: error: unknown moment or step 'notfy'; did you mean 'notify'?"
        ),
        (
            "records: notified", "records: notifed",
            "our-area.yaml:24:18: error: unknown moment 'notifed'; did you mean 'notified'?"
        ),
        (
            "by: manager\n        after: notify", "by: manger\n        after: notify",
            "our-area.yaml:28:13: error: unknown role, group, partner or body 'manger'; did you mean 'manager'?"
        ),
        (
            "due: day 2 of review", "due: day 2 of review\n        if: died and lcspr or unborn",
            "our-area.yaml:31:28: error: 'and' and 'or' stand side by side; put brackets round one of them"
        ),
        (
            "due: day 9 to day 11 of review", "due: 1 hour after meeting-ended",
            "our-area.yaml:37:27: error: 'meeting-ended' exists only inside 'for: each meeting'; this step has no such 'for'"
        ),
        (
            "does: Meet", "dos: Meet",
            "our-area.yaml:34:9: error: unknown key 'dos' of a step; did you mean 'does'?"
        ),
        (
            "due: day 2 of review", "due: day 2 of review\n        if: meet is late",
            "our-area.yaml:31:21: error: 'meet' has no outcome 'late'; its outcomes are quorate, inquorate"
        ),
        (
            "capacity: coordinator", "capacity: boss",
            "our-area.yaml:11:39: error: unknown capacity 'boss'; the valid ones are coordinator"
        ),
        (
            "starts: notified, first-day: 0", "starts: notified, else aware, first-day: 0",
            "our-area.yaml:13:31: error: unknown key 'else aware'; a comma ends a value inside { }, and rules are written without: 'X else Y'"
        ),
    ])
    func `each fault is told with its place, the value and the valid ones`(
        _ piece: String,
        _ other: String,
        _ expected: String
    ) throws {
        let told = try reports(replacing: piece, with: other)
        #expect(told.contains { $0.hasPrefix(expected) }, "\(told)")
    }

    @Test
    func `the line is shown with a caret under the bad value`() throws {
        let told = try reports(replacing: "day 2 of review", with: "day 2 of reviw")
        #expect(
            told.first?.split(separator: "\n").dropFirst().joined(separator: "\n")
                == """
                30 |         due: day 2 of reviw
                   |                       ^^^^^
                """
        )
    }

    @Test
    func `a clock that cannot be read harms none of the rules that name it`() throws {
        let told = try reports(
            replacing: "review: { starts: notified, first-day: 0, clause: \"1\" }",
            with: "review: none"
        )
        #expect(told.contains { $0.contains("a clock is a map of keys and values, not a text") })
    }

    @Test
    func `every fault is told at once`() throws {
        let text =
            sound
            .replacing("of review", with: "of reviw")
            .replacing("records: notified", with: "records: notifed")
        #expect(reports(text).count >= 4)
    }

    @Test
    func `a step that waits on itself by a detour is told the way round`() throws {
        let told = try reports(
            replacing: "by: manager\n        due: 5 working",
            with: "by: manager\n        after: meet\n        due: 5 working"
        )
        #expect(
            told.contains {
                $0.contains("steps wait for each other: notify -> meet -> ask -> notify")
            },
            "\(told)"
        )
    }

    @Test
    func `a name declared and never used is told`() throws {
        let told = try reports(
            replacing: "clocks:",
            with: "bodies:\n  ofsted: {}\nclocks:"
        )
        #expect(
            told.contains { $0.contains("the body 'ofsted' is declared and never used") },
            "\(told)"
        )
    }

    @Test
    func `a moment that nobody brings about is told`() throws {
        let told = try reports(replacing: "after aware", with: "after leadership-meeting")
        #expect(told.contains { $0.contains("no step records 'leadership-meeting'") }, "\(told)")
    }

    @Test
    func `a clause both carried and waived is told`() {
        let told = reports(sound + "\nwaived:\n  \"2\": No need\n")
        #expect(
            told.contains { $0.contains("the clause '2' is waived here and carried elsewhere") }
        )
    }

    @Test
    func `a variation gives new values and cannot add`() throws {
        let good =
            sound + """

                variations:
                  north:
                    title: North
                    steps: { ask: { request: { back: day 9 of review } } }
                """
        let read = readProcedure(good, guidance: [])
        #expect(read.procedure?.variations.count == 1)
        let bad = good.replacing("steps: { ask:", with: "steps: { asc:")
        #expect(
            reports(bad).contains {
                $0.contains("a variation cannot add the step 'asc'; did you mean 'ask'?")
            }
        )
    }
}

@Suite("Texts that would harm")
struct HarmfulTextTests {
    @Test(arguments: [
        ("a: &x 1", "anchors"), ("a: *x", "aliases"), ("a: !!int 1", "tags"),
        ("a: 1\n---\nb: 2", "second document"), ("a: 1\na: 2", "stands here already, on line 1"),
        ("? [a]\n: 1", "a key must be a text"), ("", "the file is empty"),
        ("a: [1", "this is not YAML"),
        ("a: \u{0}", "this is not YAML"),
    ])
    func `they are refused with the reason`(_ text: String, _ reason: String) {
        #expect(reports(text).contains { $0.contains(reason) }, "\(reports(text))")
    }

    @Test
    func `nesting, size and number have bounds`() {
        #expect(reports(String(repeating: "[", count: 100_000)).count == 1)
        let deep = (0..<200).map { String(repeating: " ", count: $0) + "a:" }.joined(
            separator: "\n"
        )
        #expect(reports(deep).contains { $0.contains("nested more than") })
        #expect(
            reports(String(repeating: "a", count: 1_200_000)).contains {
                $0.contains("the most that is read")
            }
        )
        let many = "a: [" + String(repeating: "b, ", count: 150_000) + "]"
        #expect(reports(many).contains { $0.contains("more than 100000 values") })
    }
}
