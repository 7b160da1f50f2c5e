import ProcedureLanguage
import Procedures
import TestSupport
import Testing
import WorkingDays

/// A small procedure with a ladder, into which faults are written.
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
            due: day 2 of review
            request: { form: form, of: each agency involved, back: day 8 of review }
    chasing:
      from: "9:00"
      until: "17:00"
      clause: "3"
      rungs:
        before:
          when: 2 working days before due
          at: "09:30"
          to: lead
          says: reminder
          because: Ours
        over: { when: 1 week after due, at: "16:59", to: [senior-signatory, manager], says: chase, clause: "4" }
    variations:
      north:
        title: The north
        chasing: { until: "18:00", rungs: { over: { when: due day } } }
    """

@Suite("The ladder of a procedure")
struct ChasingTests {
    @Test func `it is read with its hours, its rungs and its clauses`() throws {
        let read = readProcedure(sound, guidance: [])
        #expect(read.diagnostics.isEmpty)
        let procedure = try #require(read.procedure)
        let chasing = try #require(procedure.procedure.chasing)
        #expect("\(chasing.from) \(chasing.until)" == "09:00 17:00")
        #expect(chasing.rungs.map(\.id) == ["before", "over"])
        #expect(
            chasing.rungs[0]
                == Chasing.Rung(
                    id: "before",
                    when: .init(count: 2, unit: .workingDay, direction: .before),
                    at: try #require(Minute("09:30")),
                    to: [.contact(.lead)],
                    says: .reminder,
                    clauses: [],
                    because: "Ours"
                )
        )
        #expect(chasing.rungs[1].when == .init(count: 1, unit: .week, direction: .after))
        #expect(chasing.rungs[1].to == [.contact(.signatory), .role(Reference(0))])
        let uses = procedure.procedure.clauseUses.filter { $0.carriedBy.hasPrefix("chasing") }
        #expect(uses.map(\.clause) == ["3", "4"])
        #expect(uses.map(\.carriedBy) == ["chasing", "chasing.over"])
    }

    @Test func `a variation gives it other values`() throws {
        let procedure = try #require(readProcedure(sound, guidance: []).procedure)
        let chasing = try #require(procedure.variations.first?.chasing)
        #expect("\(chasing.until)" == "18:00")
        #expect(chasing.rungs[1].when == nil && chasing.rungs[1].says == .chase)
    }

    @Test(arguments: [
        (
            "at: \"09:30\"", "at: \"17:00\"",
            "38:11: error: 17:00 lies outside the working hours, 09:00 until before 17:00"
        ),
        (
            "until: \"17:00\"", "until: \"8:00\"",
            "33:10: error: the working hours end at 08:00, before or as they begin at 09:00"
        ),
        (
            "from: \"9:00\"", "from: nine",
            "error: 'nine' is no time of day; write it like \"9:00\" or \"16:30\""
        ),
        (
            "2 working days before due", "2 hours before due",
            "error: a rung stands so many working days, calendar days or weeks from the due day, not hours"
        ),
        ("2 working days before due", "due tomorrow", "error: 'tomorrow' is not expected here"),
        ("2 working days before due", "2 days before due", "error: '2 days' has no unit"),
        (
            "to: lead", "to: leed",
            "error: unknown contact or role 'leed'; did you mean 'lead'? the contacts and roles are lead, deputy, senior-signatory, manager"
        ),
        ("to: lead", "to: [lead, lead]", "error: 'lead' is named twice"),
        ("to: lead", "to: []", "error: a rung goes to somebody"),
        (
            "says: reminder", "says: nudge",
            "error: unknown says 'nudge'; the valid ones are reminder, chase, escalation"
        ),
        (
            "      because: Ours", "      because: ",
            "error: a text is wanted here, and nothing is written"
        ),
        (
            "          because: Ours\n", "",
            "error: a rung has the 'clause' that asks for it, or says 'because'"
        ),
        (
            "    chasing:",
            "    reminders: { each-return: [{ at: due, to: manager }] }\n    chasing:",
            "error: 'each-return' and 'chasing' both say when agencies are reminded; keep 'chasing'"
        ),
        (
            "rungs: { over: { when: due day } }", "rungs: { other: { when: due day } }",
            "error: a variation cannot add the key 'other'"
        ),
    ])
    func `a fault is told where it stands`(piece: String, other: String, told: String) throws {
        let text = sound.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    \($0)" }.joined(separator: "\n")
        let faulty = try text.replacingFirst(piece, with: other)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
            .joined(separator: "\n")
        let reports = reports(faulty)
        #expect(reports.contains { $0.contains(told) }, "\(reports)")
    }

    @Test(arguments: ["dorset", "hereford", "west-midlands", "cheshire-east", "rochdale"])
    func `each guide that ships has a ladder, and says why`(id: String) throws {
        let chasing = try #require(try ShippedProcedures.procedure(id).chasing)
        #expect(chasing.rungs.map(\.id) == ["before-due", "due-day", "overdue", "escalate"])
        #expect(chasing.rungs.map(\.says) == [.reminder, .reminder, .chase, .escalation])
        #expect(chasing.rungs.allSatisfy { $0.because != nil || !$0.clauses.isEmpty })
        #expect(chasing.because != nil)
        let escalation = try #require(chasing.rungs.last)
        #expect(escalation.to.contains(.contact(.signatory)))
    }
}
