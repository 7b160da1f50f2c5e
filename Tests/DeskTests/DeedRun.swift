import CaseFiles
import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import Desk

/// The deeds of the demonstration, permitted, decided and folded as the desks do it, with no store beneath.
struct DeedRun {
    let deeds: [Deed]
    private let now: Timestamp
    private var partnerships: [PartnershipID: Partnership] = [:]
    private var files: [CaseReference: CaseFile] = [:]
    private var latest: [PartnershipID: Timestamp] = [:]

    /// Weekends, bank holidays, both changes of the clocks, and every month.
    static let days: [Day] = [
        "2024-02-29", "2024-03-01", "2025-12-24", "2025-12-25", "2025-12-26", "2025-12-31",
        "2026-01-01", "2026-01-02", "2026-01-05", "2026-02-14", "2026-03-29", "2026-03-30",
        "2026-04-03", "2026-04-06", "2026-04-07", "2026-05-04", "2026-05-31", "2026-06-17",
        "2026-07-24", "2026-08-29", "2026-08-31", "2026-09-01", "2026-10-25", "2026-10-26",
        "2026-11-11", "2026-12-19", "2027-01-03", "2027-12-27", "2027-12-28", "2028-02-29",
    ]

    init(_ day: Day, _ time: String, _ extent: Demonstration.Extent = .told) throws {
        now = try Timestamp(day, time)
        var worked: [String: Demonstration.Worked] = [:]
        for id in extent.procedures {
            let edition = Edition(procedure: id, variation: nil, hash: "a")
            worked[id] = (try ShippedProcedures.procedure(id), edition)
        }
        deeds = try Demonstration.deeds(extent, worked, at: now)
    }

    mutating func play() throws {
        for deed in deeds {
            #expect(deed.time <= now, "\(deed)")
            #expect(latest[deed.partnership].map { $0 <= deed.time } ?? true, "\(deed)")
            latest[deed.partnership] = deed.time
            do {
                try play(deed)
            } catch {
                Issue.record("\(now.localTime): \(error) for \(deed)")
                return
            }
        }
    }

    private mutating func play(_ deed: Deed) throws {
        var partnership = partnerships[deed.partnership] ?? Partnership()
        switch deed.what {
        case .ofPartnership(let command):
            let events = try decide(command, in: partnership, by: deed.actor, at: deed.time)
            for event in events {
                evolve(&partnership, by: event, recorded: deed.time, actor: deed.actor)
            }
            partnerships[deed.partnership] = partnership
        case .opening(let opening):
            try play(.openCase(opening), on: opening.reference, deed, partnership)
        case .ofCase(let reference, let commands):
            let procedure = try ShippedProcedures.procedure(partnership.procedure)
            for command in commands {
                let act = try #require(command.act(under: procedure))
                try permit(act, on: reference, deed, partnership)
            }
            for command in commands { try play(command, on: reference, deed, partnership) }
        case .ofRequest(let reference, _, let commands):
            for command in commands {
                try play(.request(command), on: reference, deed, partnership)
            }
        case .look(let reference, _): try permit(.see, on: reference, deed, partnership)
        }
    }

    private mutating func play(
        _ command: CaseCommand,
        on reference: CaseReference,
        _ deed: Deed,
        _ partnership: Partnership
    ) throws {
        let events = try decide(
            command,
            in: files[reference],
            under: try ShippedProcedures.procedure(partnership.procedure),
            calendar: partnership.calendar,
            today: deed.time.localTime.day
        )
        #expect(!events.isEmpty, "nothing follows from \(deed)")
        for event in events {
            if var file = files[reference] {
                evolve(&file, by: event, recorded: deed.time, actor: deed.actor)
                files[reference] = file
            } else {
                files[reference] = beginFile(
                    with: event,
                    recorded: deed.time,
                    actor: deed.actor
                )
            }
        }
    }

    /// The case as it is in the end.
    func file(_ reference: CaseReference) throws -> CaseFile { try #require(files[reference]) }

    /// The plan of a case on the day on which the demonstration is made.
    func plan(of file: CaseFile, in partnership: PartnershipID) throws -> Schedule {
        let procedure = try ShippedProcedures.procedure(file.edition.procedure)
        return schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: try #require(partnerships[partnership]).calendar,
            today: now.localTime.day
        )
    }

    /// The steps of a case that are overdue in the end.
    func overdue(_ reference: CaseReference, _ partnership: PartnershipID) throws -> Set<String> {
        let file = try file(reference)
        let procedure = try ShippedProcedures.procedure(file.edition.procedure)
        let plan = try plan(of: file, in: partnership)
        return Set(
            plan.steps.filter { $0.standing == .overdue }.map { procedure.steps[$0.key.step].id }
        )
    }

    private func permit(
        _ act: CaseAct,
        on reference: CaseReference,
        _ deed: Deed,
        _ partnership: Partnership
    ) throws {
        let permission = permission(
            for: try #require(deed.actor.person),
            to: act,
            in: try #require(files[reference]),
            under: try ShippedProcedures.procedure(partnership.procedure),
            of: partnership,
            at: deed.time
        )
        #expect(permission.isPermitted, "\(now.localTime): \(permission) for \(deed)")
    }
}

extension Deed.What {
    var reference: CaseReference? {
        switch self {
        case .ofPartnership: nil
        case .opening(let opening): opening.reference
        case .ofCase(let reference, _), .look(let reference, _), .ofRequest(let reference, _, _):
            reference
        }
    }
}
