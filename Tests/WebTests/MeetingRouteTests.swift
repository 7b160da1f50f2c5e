import CaseFiles
import Credentials
import Desk
import Pages
import Partnerships
import TestSupport
import Testing

@testable import Web

/// The rapid review meeting of the demonstration's first case, which is still to be held.
@Suite("A meeting, its minutes and its actions, by their routes", .serialized)
struct MeetingRouteTests {
    private static let page = "/cases/4qx-7md"

    private static func meeting(_ served: ServedDemonstration) async throws -> Meeting {
        try #require(try await served.opened().file.meetings.last)
    }

    private static func seen(_ served: ServedDemonstration) async throws -> (String, String) {
        ("seen", "\(try await served.opened().file.version)")
    }

    /// That the days which change were seen.
    private static func confirmed(
        _ served: ServedDemonstration
    ) async throws -> (String, String) {
        ("confirmed", "\(try await served.opened().partnership.calendarVersion)")
    }

    private static func at(_ meeting: Meeting, _ rest: String = "") -> String {
        "\(page)/meetings/\(meeting.entry)\(rest)"
    }

    /// The meeting has begun at ten, everybody came, and Daniel Osei has an action by Fri 9 January.
    private static func running(_ served: ServedDemonstration) async throws -> (Token, Meeting) {
        let joan = try await served.token(of: 101)
        let meeting = try await meeting(served)
        let run = at(meeting, "/run/item-1")
        for tap in ["begin"] + meeting.people.map({ "came-\($0.entry)" }) {
            let answer = try await served.post(run, as: joan, [("tap", tap), ("at", "10:00")])
            #expect(answer.status == 303)
        }
        let noted = try await served.post(
            run,
            as: joan,
            [
                ("action", "Tell the family"), ("who", "daniel  osei"), ("by-day", "9"),
                ("by-month", "1"), ("by-year", "2026"),
            ]
        )
        #expect(noted.status == 303)
        return (joan, try await Self.meeting(served))
    }

    private static func minuted(_ served: ServedDemonstration) async throws -> (Token, Meeting) {
        let (joan, meeting) = try await running(served)
        let ended = try await served.post(
            at(meeting, "/end"),
            as: joan,
            [
                ("until", "10:20"), ("quorate", "yes"), ("name", "Ruth Penhallow"),
                ("reason", "All were there"), try await seen(served), try await confirmed(served),
            ]
        )
        #expect(ended.status == 303)
        let forward = try await served.get(at(meeting, "/minutes"), as: joan)
        let digest = try forward.hidden("digest")
        let put = try await served.post(at(meeting, "/minutes"), as: joan, [("digest", digest)])
        #expect(put.status == 303)
        return (joan, try await Self.meeting(served))
    }

    @Test
    func `what was said is saved over what was seen, and both texts are shown where it is not`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let (joan, meeting) = try await Self.running(served)
            let run = Self.at(meeting, "/run/item-1")
            let said = CaseReader.said("item-1")
            let first = try await served.post(
                run,
                as: joan,
                [(said, "Joan heard this"), ("version-item-1", "0"), ("base", "")]
            )
            #expect(first.status == 303)
            let priya = try await served.token(of: 103)
            let second = try await served.post(
                run,
                as: priya,
                [(said, "Priya heard that"), ("version-item-1", "0"), ("base", "")]
            )
            #expect(second.status == 409)
            #expect(second.body.contains("Joan Ferris changed this meanwhile"))
            #expect(second.body.contains("Joan heard this"))
            #expect(second.body.contains("Priya heard that"))
        }
    }

    @Test func `an action without anybody is refused, and nothing typed is lost`() async throws {
        try await ServedDemonstration.open { served in
            let (joan, meeting) = try await Self.running(served)
            let answer = try await served.post(
                Self.at(meeting, "/run/item-1"),
                as: joan,
                [("action", "Ring the school"), ("decision", "A local review")]
            )
            #expect(answer.status == 422)
            #expect(answer.body.contains("Ring the school"))
            #expect(answer.body.contains("A local review"))
            let after = try await Self.meeting(served)
            #expect(after.actions.map(\.noted.words) == ["Tell the family"])
        }
    }

    @Test
    func `who reads minutes does not run the meeting, and who is not on the case finds nothing`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let (_, meeting) = try await Self.minuted(served)
            let neil = try #require(
                try await served.opened().partnership.people.values.first {
                    $0.name == "Supt Neil Ashdown"
                }
            )
            let reader = try await served.token(of: neil.person)
            let minutes = try await served.get(Self.at(meeting, "/papers/minutes"), as: reader)
            #expect(minutes.status == 200 && minutes.body.contains("Tell the family"))
            #expect(minutes.body.contains("Not approved yet"))
            for path in ["/run", "/run/item-1", "/minutes", "/circulation", "/approval"] {
                let answer = try await served.get(Self.at(meeting, path), as: reader)
                #expect(answer.status == 403, "\(path): \(answer.status)")
            }
            // An administrator is in the partnership, and sees no case.
            let admin = try await served.token(of: 117)
            for path in ["", "/run", "/papers/minutes"] {
                #expect(try await served.get(Self.at(meeting, path), as: admin).status == 404)
            }
            #expect(try await served.get("\(Self.page)/actions", as: admin).status == 404)
        }
    }

    @Test
    func `minutes are put forward as they were seen, and sent round to whoever was chosen`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let (joan, meeting) = try await Self.minuted(served)
            let stale = try await served.post(
                Self.at(meeting, "/minutes"),
                as: joan,
                [("digest", String(repeating: "0", count: 64))]
            )
            #expect(stale.status == 409)
            #expect(stale.body.contains("Somebody changed them meanwhile"))
            let path = Self.at(meeting, "/circulation")
            let asked = try await served.get(path, as: joan)
            #expect(asked.status == 200)
            let own = [
                ("how", "secure e-mail"), ("day-day", "5"), ("day-month", "1"),
                ("day-year", "2026"),
            ]
            let nobody = try await served.post(path, as: joan, own + [try await Self.seen(served)])
            #expect(nobody.status == 422 && nobody.body.contains("Choose at least one person"))
            let to = try #require(meeting.people.first { $0.part != .practitioner })
            let sent = try await served.post(
                path,
                as: joan,
                own + [
                    ("to", "\(to.entry)"), ("entry", "4qx-7md-k2p-9ht"),
                    try await Self.seen(served), try await Self.confirmed(served),
                ]
            )
            #expect(sent.status == 303, "\(sent.body)")
            let after = try await Self.meeting(served)
            #expect(after.circulations.last?.people == [to.entry])
            #expect(after.minutesMails.map(\.queued.person) == (to.email.isEmpty ? [] : [to.entry]))
            let page = try await served.get(Self.at(meeting), as: joan)
            #expect(page.body.contains("Messages about it"))
        }
    }

    @Test func `an action is on the page of actions, on the case and in the work of whose it is`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let (joan, _) = try await Self.running(served)
            let daniel = try await served.token(of: 104)
            let page = try await served.get("\(Self.page)/actions", as: joan)
            #expect(page.body.contains("Tell the family") && page.body.contains("Daniel Osei"))
            #expect(page.body.contains("The meeting set this day"))
            #expect(try await served.get(Self.page, as: joan).body.contains("Tell the family"))
            let work = try await served.get("/my-work", as: daniel)
            #expect(work.body.contains("Tell the family"))
            let log = try await served.get("\(Self.page)/log", as: joan)
            #expect(log.body.contains("noted an action of the rapid review meeting"))
        }
    }

    @Test func `an action is done with evidence, by one of two who say so at once`() async throws {
        try await ServedDemonstration.open { served in
            let (joan, meeting) = try await Self.running(served)
            let daniel = try await served.token(of: 104)
            let action = try #require(meeting.actions.first?.noted.entry)
            let done = "\(Self.page)/actions/done/\(action)"
            let seen = try await Self.seen(served)
            let day = [("day-day", "5"), ("day-month", "1"), ("day-year", "2026")]
            let bare = try await served.post(done, as: joan, day + [seen])
            #expect(bare.status == 422)
            let first = try await served.post(
                done,
                as: daniel,
                day + [("evidence", "Told at home, noted by the nurse"), seen]
            )
            #expect(first.status == 303)
            let second = try await served.post(
                done,
                as: joan,
                day + [("evidence", "I was told so"), seen]
            )
            #expect(second.status == 409 && second.body.contains("I was told so"))
            #expect(second.body.contains("Daniel Osei"))
            let page = try await served.get("\(Self.page)/actions", as: joan)
            #expect(page.body.contains("Told at home, noted by the nurse"))
            #expect(page.body.contains("Done or overtaken: 1"))
            #expect(try await !served.get("/my-work", as: daniel).body.contains("Tell the family"))
        }
    }

    @Test func `its day is moved by whoever tracks actions, with a reason, and by nobody else`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let (joan, meeting) = try await Self.running(served)
            let daniel = try await served.token(of: 104)
            let action = try #require(meeting.actions.first?.noted.entry)
            let path = "\(Self.page)/actions/day/\(action)"
            #expect(try await served.get(path, as: daniel).status == 403)
            let by = [("by-day", "16"), ("by-month", "1"), ("by-year", "2026")]
            let bare = try await served.post(path, as: joan, by + [try await Self.seen(served)])
            #expect(bare.status == 422)
            let moved = try await served.post(
                path,
                as: joan,
                by + [("reason", "The family is away"), try await Self.seen(served)]
            )
            #expect(moved.status == 303)
            let page = try await served.get("\(Self.page)/actions", as: joan)
            #expect(page.body.contains("Fri 16 Jan 2026") && page.body.contains("Fri 9 Jan 2026"))
            #expect(page.body.contains("The family is away"))
            let none = "\(Self.page)/actions/day/4qx-7md-k2p-9ht"
            #expect(try await served.get(none, as: joan).status == 404)
        }
    }

    @Test func `a report takes a line of minutes, marked until they are approved`() async throws {
        try await ServedDemonstration.open { served in
            let (joan, meeting) = try await Self.minuted(served)
            let report = "\(Self.page)/papers/recommendations"
            let part = "\(report)/parts/daily-life"
            let offered = try await served.get("\(part)?from=meetings", as: joan).body
            #expect(offered.contains("Version 1 of the minutes, not approved yet"))
            let minutes = try #require(meeting.newestMinutes)
            let place = try #require(
                minutes.put.parts.firstIndex { part in
                    part.lines.contains { $0.says.hasPrefix("Tell the family") }
                }
            )
            let line = try #require(
                minutes.put.parts[place].lines.firstIndex { $0.says.hasPrefix("Tell the family") }
            )
            let taken = try await served.post(
                part,
                as: joan,
                [
                    ("take", "minutes-\(minutes.put.entry)-\(place)-\(line)"),
                    ("daily-life-text", ""), ("version-daily-life", "0"),
                ]
            )
            #expect(taken.status == 303)
            let page = try await served.get(report, as: joan).body
            let source = "version 1, not approved: \(minutes.put.parts[place].title)"
            #expect(page.contains("Minutes of Rapid review meeting"))
            #expect(page.contains(source))
            #expect(page.contains("The minutes are not approved yet"))
            let approved = try await served.post(
                Self.at(meeting, "/approval"),
                as: joan,
                [
                    ("name", "Ruth Penhallow"), ("day-day", "5"), ("day-month", "1"),
                    ("day-year", "2026"), try await Self.seen(served),
                ]
            )
            #expect(approved.status == 303)
            let after = try await served.get(report, as: joan).body
            #expect(!after.contains("not approved"))
        }
    }
}
