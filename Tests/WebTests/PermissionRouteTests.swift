import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Pages
import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import Web

@Suite("Who is let in, route by route", .serialized)
struct PermissionRouteTests {
    /// One of each sort: every capacity, off the case, excluded from it, and of another partnership.
    private static let people: [(name: String, person: Int64, partnership: PartnershipID)] = [
        ("coordinator", 101, Demonstration.marlshire),
        ("support", 103, Demonstration.marlshire),
        ("notifier", 104, Demonstration.marlshire),
        ("chair", 105, Demonstration.marlshire),
        ("partner", 106, Demonstration.marlshire),
        ("checker", 109, Demonstration.marlshire),
        ("signatory", 110, Demonstration.marlshire),
        ("member", 111, Demonstration.marlshire),
        ("contributor", 113, Demonstration.marlshire),
        ("adviser", 115, Demonstration.marlshire),
        ("observer", 116, Demonstration.marlshire),
        ("deputy of a partner", 118, Demonstration.marlshire),
        ("coordinator off the case", 102, Demonstration.marlshire),
        ("reviewer off the case", 114, Demonstration.marlshire),
        ("excluded member", 112, Demonstration.marlshire),
        ("administrator", 117, Demonstration.marlshire),
        ("coordinator in another partnership", 101, Demonstration.eastmoor),
        ("partner of another partnership", 123, Demonstration.eastmoor),
    ]

    @Test func `each route of a case lets in whom the table permits, and is no case to others`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try #require(PersonID(number: 101))
            try await served.fileReport(as: joan)
            try await served.ask([203], as: served.token(of: joan))
            let opened = try await served.opened()
            let routes = try CaseRoute.all(of: served.routes, opened)
            #expect(routes.count >= 90)
            for (name, number, partnership) in Self.people {
                let person = try #require(PersonID(number: number))
                let token = try await served.token(of: person, in: partnership)
                for route in routes {
                    let permission = try await Self.permission(person, partnership, route, served)
                    try await Self.check(route, name, token, permission, served)
                }
            }
        }
    }

    private static func permission(
        _ person: PersonID,
        _ partnership: PartnershipID,
        _ route: CaseRoute,
        _ served: ServedDemonstration
    ) async throws -> Permission {
        guard partnership == Demonstration.marlshire else { return .nothingHere }
        let opened = try await served.opened()
        return permission(
            for: person,
            to: route.act,
            in: opened.file,
            under: opened.procedure,
            of: opened.partnership,
            at: ServedDemonstration.time
        )
    }

    private static func permission(
        for person: PersonID,
        to act: CaseAct,
        in file: CaseFile,
        under procedure: Procedure,
        of partnership: Partnership,
        at time: Timestamp
    ) -> Permission {
        CaseFiles.permission(
            for: person,
            to: act,
            in: file,
            under: procedure,
            of: partnership,
            at: time
        )
    }

    private static func check(
        _ route: CaseRoute,
        _ name: String,
        _ token: Token,
        _ permission: Permission,
        _ served: ServedDemonstration
    ) async throws {
        let answer = try await ask(route, ServedDemonstration.reference, token, served)
        switch permission {
        case .permitted:
            #expect(route.permitted.contains(answer.status), "\(name): \(route) \(answer.status)")
        case .notNow:
            #expect(answer.status == 403, "\(name): \(route) \(answer.status)")
            #expect(!answer.body.contains("Wren"), "\(name): \(route)")
        case .nothingHere:
            let none = try await ask(route, ServedDemonstration.noReference, token, served)
            #expect(answer.status == 404, "\(name): \(route) \(answer.status)")
            #expect(answer == none, "\(name): \(route)")
        }
    }

    private static func ask(
        _ route: CaseRoute,
        _ reference: CaseReference,
        _ token: Token,
        _ served: ServedDemonstration
    ) async throws -> ServedDemonstration.Answer {
        let path = route.path.replacing("{reference}", with: reference.path)
        return route.method == .get
            ? try await served.get(path, as: token) : try await served.post(path, as: token)
    }

    @Test func `whoever is not signed in is let in nowhere but at the door`() async throws {
        try await ServedDemonstration.open { served in
            let opened = try await served.opened()
            let open: Set<String> = [
                "/", "/plan", "/plan.ics", "/compare", "/procedures", "/procedures/dorset",
                "/sign-in", "/sign-in/demonstration", "/demonstration/mail",
            ]
            for route in served.routes where route.method != .head {
                let path = route.path
                    .replacing("{procedure}", with: "dorset")
                    .replacing("{reference}", with: opened.file.reference.path)
                    .replacing("{person}", with: "\(PersonID(number: 101) ?? 0)")
                let isOpen =
                    path.hasPrefix("/static/") || path.hasPrefix("/forms")
                    || path.hasPrefix("/answer")
                guard !open.contains(path), !isOpen else { continue }
                let answer =
                    route.method == .get
                    ? try await served.get(path, as: nil) : try await served.post(path, as: nil)
                let isSentAway = answer.status == 303 || [401, 403, 404].contains(answer.status)
                #expect(isSentAway, "\(route): \(answer.status)")
                if answer.status == 303 {
                    #expect(answer.header("location")?.hasPrefix("/sign-in") == true, "\(route)")
                }
                #expect(!answer.body.contains("Wren"), "\(route)")
            }
        }
    }

    @Test func `a form that another session made, or none, or another site's, records nothing`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try #require(PersonID(number: 101))
            let one = try await served.token(of: joan)
            let other = try await served.token(of: joan)
            let path = "/cases/4qx-7md/safety"
            let version = try await served.opened().file.version
            let items = [("is-safe", "yes"), ("words", "Seen today."), ("seen", "\(version)")]
            for foreign in ["", "x", other.formToken(for: path), one.formToken(for: "/sign-out")] {
                let answer = try await served.post(path, as: one, items, formToken: foreign)
                #expect(answer.status == 403)
            }
            var headers: HTTPFields = [:]
            headers[.origin] = "https://elsewhere.example"
            let crossing = try await served.post(path, as: one, items, headers: headers)
            #expect(crossing.status == 403)
            #expect(try await served.opened().file.version == version)
            #expect(try await served.post(path, as: one, items).status == 303)
            #expect(try await served.opened().file.version == version + 1)
        }
    }

    @Test func `an administrator sees no case, and manages people; others manage nobody`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let administrator = try #require(PersonID(number: 117))
            let admin = try await served.token(of: administrator)
            let cases = try await served.get("/cases", as: admin)
            #expect(cases.status == 200 && cases.body.contains("0 cases"))
            #expect(try await served.get("/people/new", as: admin).status == 200)
            #expect(try await served.get("/cases/new", as: admin).status == 404)
            #expect(try await served.get("/notices", as: admin).status == 404)
            let member = try await served.token(of: 111)
            for path in ["/people/new", "/agencies/new", "/closures/new", "/notices", "/cases/new"]
            {
                #expect(try await served.get(path, as: member).status == 404, "\(path)")
            }
            let reset = "/people/\(administrator)/resets"
            #expect(try await served.get(reset, as: member).status == 404)
            #expect(try await served.post(reset, as: member).status == 404)
        }
    }
}

/// A route of one case, with the rest of its address filled in.
private struct CaseRoute: CustomStringConvertible {
    let method: HTTPRequest.Method
    let path: String
    let act: CaseAct
    /// What the answer may be for whoever is permitted, nothing being sent with it.
    let permitted: Set<Int>

    var description: String { "\(method) \(path)" }

    private struct NotInTheTable: Error {
        let route: String
    }

    /// Every route with a case in its address; one that nobody said the act of fails the test.
    static func all(
        of routes: [ServedRoute],
        _ opened: OpenedCase
    ) throws -> [CaseRoute] {
        try routes.filter { $0.method != .head && $0.path.hasPrefix("/cases/{reference}") }
            .map { try CaseRoute($0.method, $0.path, opened) }
    }

    private init(_ method: HTTPRequest.Method, _ path: String, _ opened: OpenedCase) throws {
        self.method = method
        let parts = path.split(separator: "/").map(String.init)
        let name = parts.count > 2 ? parts[2] : ""
        let tail = parts.dropFirst(2).map { part in
            part.hasPrefix("{") ? ":\(part.dropFirst().dropLast())" : part
        }.joined(separator: "/")
        let form = CaseForm.allCases.first { $0.paths.contains(tail) }
        let file = opened.file
        let request = file.requests.last
        let correctable = file.occurrences.first { !$0.isWithdrawn }?.entry
        let undone = opened.procedure.steps.first { step in
            file.standing(OccurrenceName(step.id)).isEmpty && !step.isNationalLimit
        }
        let about: String? =
            switch form {
            case .corrections?: correctable.map { "\($0)" }
            case .completions?, .agreedDays?: "rapid-review-meeting"
            case .settingAside?, .takingUp?: undone?.id
            case .audiences?: file.documents.first.map { "\($0.document)" }
            case .departures?: "\(PersonID(number: 103) ?? 0)"
            case .answers?: "died"
            case .logEntries?: file.logEntries.first.map { "\($0.entry)" }
            case .views?: "decide-to-notify"
            case .signatures?, .refusals?: "sign-notification"
            case .submissions?, .laterChanges?: "submit-notification"
            case .copies?: "copy-notification"
            case .sameChild?, .sentByHand?, .releases?, .episodes?, .delayNotices?, .involvements?:
                "000-000-000-000"
            case .delays?: "submit-recommendations"
            case .asking?: "ask-agencies"
            case .meetings?: "action-planning-meeting"
            case _ where tail.hasPrefix("meetings/:about"):
                file.meetings.first.map { "\($0.entry)" }
            case .closedSeats?, .freshLinks?, .codes?:
                request?.seats.first.map { "\($0.seat.entry)" }
            default: request.map { "\($0.entry)" }
            }
        let exclusion = opened.partnership.exclusions.first { $0.reference == file.reference }
        self.path = path.replacing("{about}", with: about ?? "")
            .replacing("{step}", with: "rapid-review-meeting")
            .replacing("{person}", with: "\(PersonID(number: 103) ?? 0)")
            .replacing("{paper}", with: "notification")
            .replacing("{section}", with: "whole")
            .replacing("{number}", with: "1")
            .replacing("{job}", with: "000-000-000-000")
            .replacing(
                "{document}",
                with: file.documents.first { $0.file != nil }.map { "\($0.document)" } ?? ""
            )
            .replacing("{entry}", with: exclusion.map { "\($0.entry)" } ?? "")
        let isGet = method == .get
        switch (form, name) {
        case (let form?, _):
            act = form.act
            permitted =
                switch form {
                // No step of this case was set aside, and no other case concerns its child.
                case .takingUp, .sameChild: [404]
                // Nothing came back yet, and no message went.
                case .checks, .releases, .sentByHand, .episodes, .delayNotices: [404]
                // Nobody is in the register yet.
                case .involvements where parts.count > 4: [404]
                // They ask nothing that is needed: what is missing is the version that was seen.
                case .freshLinks, .listedPeople: [isGet ? 200 : 409]
                // The meeting of this case is still to be held.
                case .struckPoints, .endings, .addenda: [isGet ? 404 : 422]
                case .circulations, .approvals: [404]
                // No meeting was held that could have decided an action.
                case .actionEnds, .actionDays, .actionOwners, .actionsOvertaken,
                    .actionsReopened:
                    [404]
                default: [isGet ? 200 : 422]
                }
        case (nil, "papers"):
            (act, permitted) = Self.paper(parts, isGet: isGet)
        case (nil, "actions"):
            act = .see
            permitted = [200]
        case (nil, "meetings"):
            (act, permitted) = Self.meeting(parts, isGet: isGet)
        case (nil, "requests") where parts.count == 4:
            act = .seeReturns
            permitted = [200]
        case (nil, "requests") where parts[4] == "letter":
            // Nothing is ordered: neither the kind of file nor a file is known.
            act = .seeReturns
            permitted = parts.count > 6 ? [404] : [isGet ? 200 : 400]
        case (nil, "requests") where parts[4] == "versions":
            act = .seeReturns
            permitted = [404]
        case (nil, "chronology") where parts.count > 3:
            act = .seeReturns
            permitted = [200]
        case (nil, "chronology"), (nil, "chronology.csv"), (nil, "chronology.xlsx"):
            // Whoever a pack is shared with reads its rows; nothing is shared here.
            act = .see
            permitted = [200, 404]
        case (nil, "requests"), (nil, "pack"):
            // Who sees a file or a pack hangs on what is shared with her.
            act = .see
            permitted = parts.count == 3 ? [200, 404] : [404]
        case (nil, ""), (nil, "plan"), (nil, "steps"), (nil, "people"), (nil, "documents"),
            (nil, "agencies"), (nil, "national-panel"):
            act = .see
            permitted = [200]
        case (nil, "log") where parts.count > 3:
            // Nothing is ordered: neither the kind of file nor a file is known.
            act = .seeLog
            permitted = parts.count > 4 ? [404] : [isGet ? 200 : 400]
        case (nil, "log"):
            act = .seeLog
            permitted = [200]
        case (nil, "involvement"):
            act = .seeInvolvement
            permitted = [200]
        case (nil, "bundle"):
            // A code is asked for first, and none was given.
            act = .export
            permitted = [200, 303]
        case (nil, "looks"), (nil, "seen-by"):
            act = .seeReadLog
            permitted = [200]
        case (nil, "exclusions"):
            act = .putOn
            permitted = [isGet ? 200 : 422]
        default: throw NotInTheTable(route: path)
        }
    }

    /// A meeting that is still to be held: there is nothing to be minuted yet.
    private static func meeting(_ parts: [String], isGet: Bool) -> (CaseAct, Set<Int>) {
        switch (parts.count > 4 ? parts[4] : "", isGet) {
        case ("run", true) where parts.count == 5: (.runMeetings, [303])
        case ("run", _), ("minutes", _): (.runMeetings, [404])
        case ("drafts", _): (.runMeetings, [200])
        case ("papers", _) where parts[5] == "minutes": (.seeMinutes, [404])
        // Nothing is ordered: neither the kind of file nor a file is known.
        case ("papers", _) where parts.count > 7: (.see, [404])
        case ("papers", false): (.see, [400])
        default: (.see, [200])
        }
    }

    /// A document that nobody has begun: it is seen by everybody, and written by some.
    private static func paper(_ parts: [String], isGet: Bool) -> (CaseAct, Set<Int>) {
        switch (parts.count > 4 ? parts[4] : "", isGet) {
        case ("", _), ("copying", true): (.see, [200])
        // Nobody has put it forward: there is nothing to take an extract of.
        case ("versions", _) where parts.count > 6: (.see, [404])
        case ("versions", true): (.see, [200, 404])
        case ("versions", false): (.writePaper, [404, 409])
        case ("copying", false): (.writePaper, [400])
        case ("parts", false): (.writePaper, [422])
        // The notification is written on a form, and is no report.
        case ("preview", _), ("names", _), ("forward", _), ("comparison", _), ("heads", _):
            (.see, [404])
        default: (.writePaper, [200])
        }
    }
}
