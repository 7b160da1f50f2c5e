import Documents
import Pages
import TestSupport
import Testing
import WorkingDays

@Suite("The plan as a calendar file")
struct PlanICSTests {
    private func lines() throws -> [Substring] {
        let planned = try PlannedCase(
            "dorset",
            ["aware=2025-12-15", "notified=2025-12-19"],
            today: "2025-12-22"
        )
        let plan = plan(
            of: planned.schedule,
            under: planned.procedure,
            calendar: .standard,
            links: PlanLinks(plan: "", calendar: "", compare: "")
        )
        let text = String(decoding: planICS(plan), as: UTF8.self)
        return text.split(separator: "\r\n", omittingEmptySubsequences: false)
    }

    @Test
    func `every line fits in 75 octets and ends in CRLF`() throws {
        let lines = try lines()
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.suffix(2) == ["END:VCALENDAR", ""])
    }

    @Test
    func `each dated step is one all-day event with an identity of its own`() throws {
        let lines = try lines()
        let events = lines.count { $0 == "BEGIN:VEVENT" }
        let identities = Set(lines.filter { $0.hasPrefix("UID:") })
        #expect(events > 30)
        #expect(identities.count == events)
        #expect(lines.contains("DTSTART;VALUE=DATE:20260114"))
    }

    @Test
    func `the same plan gives the same bytes`() throws {
        #expect(try lines() == lines())
    }
}
