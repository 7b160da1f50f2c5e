import Pages
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("Why a day is what it is")
struct WordingTests {
    private func why(_ id: String, _ moments: [String], _ line: String) throws -> [String] {
        let planned = try PlannedCase(id, moments, today: "2026-12-01")
        let reasons = Reasons(planned.procedure, .standard)
        return try reasons.why(planned.line(line))
    }

    @Test
    func `day zero, every day not counted and the clause are said`() throws {
        let why = try why("dorset", ["notified=2025-12-19"], "ask-agencies.back")
        #expect(why[0] == "Day 8 of rapid review, counted in working days from day zero.")
        #expect(why[1] == "Day zero is Fri 19 Dec 2025, when the notification was sent.")
        #expect(
            why[2]
                == "9 days not counted: Sat 20 Dec and Sun 21 Dec (weekend); Thu 25 Dec (Christmas Day); "
                + "Fri 26 Dec (Boxing Day); Sat 27 Dec and Sun 28 Dec (weekend); Thu 1 Jan (New Year's Day); "
                + "Sat 3 Jan and Sun 4 Jan (weekend)."
        )
        #expect(why[3] == "Clause 5.7.")
    }

    @Test
    func `a first day that is closed says where day 1 lies`() throws {
        let why = try why("hereford", ["intention=2026-05-02"], "send-pack")
        #expect(
            why.contains(
                "The count begins with Sat 2 May 2026, when the intention to notify was received; "
                    + "it is no working day, so day 1 is Tue 5 May 2026."
            ),
            "\(why)"
        )
    }

    @Test
    func `a limit on a closed day names the working day to aim at`() throws {
        let why = try why("dorset", ["lcspr-recommended=2025-08-31"], "publish-review")
        #expect(
            why.contains("Sat 28 Feb 2026 is not a working day: aim at Fri 27 Feb 2026."),
            "\(why)"
        )
    }

    @Test
    func `where the source gives no date none is invented`() throws {
        let why = try why("dorset", ["notified=2025-12-19"], "book-sign-off")
        #expect(why[0] == "The source gives no date, so none is worked out.")
    }
}
