import CaseFiles
import CaseStores
import Desk
import Foundation
import Partnerships
import Procedures
import SQLiteStore
import WorkingDays

/// Agencies that are asked under several procedures, and a server that reminds them through pretended days.
struct ChaseLoad {
    let place: LoadPlace

    static let procedures = ["dorset", "hereford", "west-midlands", "cheshire-east"]
    private static let agencies = 6
    private static let coordinator: PersonID = id(7)
    private static let chair: PersonID = id(8)

    init(_ place: LoadPlace) {
        self.place = place
    }

    // Pretended time

    /// Pretended days begin with Mon 5 Jan 2026, and none is left out.
    private static let times = ["09:29", "09:30", "12:00", "17:00"]

    static func time(_ moment: Int) -> Timestamp {
        let first = Day(year: 2026, month: 1, day: 5)
        guard let day = first?.advanced(byDays: moment / times.count),
            let minute = Minute(times[moment % times.count])
        else { preconditionFailure("pretended days lie within the calendar") }
        return Timestamp(LocalTime(day: day, minute: minute))
    }

    // Asking

    /// Opens a case and asks its agencies, each for a day of its own; whoever needs no further reminder is let go.
    func ask(round: Int, at moment: Int) async throws {
        let store = try await place.store()
        let editions = Editions(store: store)
        let desk = CaseDesk(store: store, editions: editions)
        let asking = Asking(
            person: Self.coordinator,
            partnership: Self.partnership(round),
            time: Self.time(moment)
        )
        let edition = try await editions.keep(
            try Self.texts(Self.procedures[round % Self.procedures.count]),
            variation: nil
        )
        let procedure = try await editions.procedure(edition)
        try await found(asking, edition, store, desk)
        try await letGo(asking, store, desk)
        let reference = place.reference(round)
        let coordinating = procedure.roles.filter { $0.capacity == .coordinator }.map(\.id)
        _ = try await desk.open(
            .madeUp(
                reference,
                edition,
                asking,
                coordinator: Self.coordinator,
                roles: coordinating
            ),
            for: asking
        )
        try await desk.handle(
            commands(round, procedure, asking),
            on: reference,
            seen: .max,
            for: asking
        )
        try store.close()
    }

    static func partnership(_ round: Int) -> PartnershipID {
        id(Int64(11 + round % procedures.count))
    }

    private func found(
        _ asking: Asking,
        _ edition: Edition,
        _ store: SQLiteStore,
        _ desk: CaseDesk
    ) async throws {
        let partnership = asking.partnership
        if try await desk.partnerships.founded().contains(partnership) { return }
        try await store.addPartnership(partnership, name: edition.procedure)
        let people: [(PersonID, Capacity)] = [
            (Self.coordinator, .coordinator), (Self.chair, .chair),
        ]
        let commands =
            [PartnershipCommand.found(name: "Load", procedure: edition.procedure, variation: nil)]
            + people.flatMap { person, capacity -> [PartnershipCommand] in
                let described = Person(
                    person: person,
                    name: "Person \(person)",
                    email: "\(person)@partnership.example",
                    agency: nil
                )
                let membership = Membership(
                    entry: Self.id(person.number),
                    person: person,
                    roles: [HeldRole(role: nil, capacity: capacity)],
                    from: asking.today,
                    until: nil
                )
                return [.addPerson(described), .grant(membership)]
            }
        for command in commands {
            try await desk.partnerships.handle(
                command,
                in: partnership,
                by: .operator,
                at: asking.time
            )
        }
        for agency in 0..<Self.agencies {
            try await desk.partnerships.handle(
                .listDomain("agency-\(agency).example", reason: "The agency's own"),
                in: partnership,
                by: .person(Self.coordinator),
                at: asking.time
            )
        }
    }

    private func letGo(
        _ asking: Asking,
        _ store: SQLiteStore,
        _ desk: CaseDesk
    ) async throws {
        for (reference, _) in try await store.caseRows(of: asking.partnership) {
            let opened = try await desk.unguarded(reference, of: asking.partnership)
            let done = opened.file.requests.filter { request in
                request.revoked == nil && opened.chases(of: request, at: asking.time).isEmpty
            }
            if done.isEmpty { continue }
            try await desk.handle(
                done.map { request in
                    .request(
                        .revoke(
                            CaseEvent.RequestRevoked(request: request.entry, reason: "Over")
                        )
                    )
                },
                on: reference,
                seen: .max,
                for: asking
            )
        }
    }

    private func commands(
        _ round: Int,
        _ procedure: Procedure,
        _ asking: Asking
    ) -> [CaseCommand] {
        let steps = procedure.requestSteps.map(\.id)
        // Where there are several, the first may ask one person and no agency.
        guard let step = steps.first(where: { $0 == "ask-agencies" }) ?? steps.first else {
            preconditionFailure("the procedure asks agencies")
        }
        let chair = CasePerson(
            person: Self.chair,
            roles: procedure.roles.filter { $0.capacity == .chair }.map(\.id),
            from: asking.today,
            until: nil
        )
        let asked = (0..<Self.agencies).map { agency(asked: $0, step) }
        let agreed = asked.enumerated().map { place, asked -> CaseCommand in
            let days = 1 + (round * 5 + place * 3) % 9
            return .agreeDay(
                OccurrenceName("\(step).back", subject: asked.subject),
                day: asking.today.advanced(byDays: days),
                reason: "Agreed",
                entry: Self.random()
            )
        }
        let pause = CaseEvent.ChasingPaused(
            request: asked[round % Self.agencies].entry,
            until: asking.today.advanced(byDays: 6),
            reason: "Away"
        )
        let ask = RequestCommand.AskAgencies(
            step: step,
            asked: asked,
            leftOut: [],
            by: "by link",
            entry: Self.random()
        )
        return [.putOn(chair), .request(.ask(ask))] + agreed + [.request(.pauseChasing(pause))]
    }

    private func agency(asked agency: Int, _ step: String) -> CaseEvent.AgencyAsked {
        let parts: [RequestSeat.Part] = [.lead, .deputy, .signatory]
        return CaseEvent.AgencyAsked(
            entry: Self.random(),
            step: step,
            agency: nil,
            subject: "Agency \(agency)",
            form: "",
            purpose: "A review",
            legalBasis: "",
            instruction: "",
            letter: [],
            // The second has no deputy, and the third nobody who signs.
            seats: parts.enumerated().filter { agency == 0 || agency != $0.offset }.map { _, part in
                RequestSeat(
                    entry: Self.random(),
                    name: "\(part) \(agency)",
                    jobTitle: "",
                    email: "\(part)@agency-\(agency).example",
                    telephone: "",
                    part: part,
                    invitedBy: nil
                )
            },
            because: "",
            dueShown: nil
        )
    }

    // Reminding

    /// Lives through the moments from one to another, and says when each begins and when it is over.
    func run(from first: Int, to end: Int) async throws {
        let store = try await place.store()
        let desk = ChaseDesk(
            cases: CaseDesk(store: store, editions: Editions(store: store)),
            sendsMail: true,
            name: { Self.random() }
        )
        say("ready\n")
        for moment in first..<end {
            say("begun \(moment)\n")
            try await desk.run(at: Self.time(moment))
            say("\(moment)\n")
        }
        try store.close()
    }

    private func say(_ line: String) {
        let bytes = Array(line.utf8)
        _ = Foundation.write(1, bytes, bytes.count)
    }

    // Names and texts

    private static func id<Kind>(_ number: Int64) -> Identifier<Kind> {
        guard let name = Identifier<Kind>(number: number) else {
            preconditionFailure("the number lies within the range")
        }
        return name
    }

    private static func random() -> EntryID { id(Int64.random(in: 1_000_000..<(1 << 40))) }

    /// The texts that ship, in the folder that the program is started in.
    private static func texts(_ procedure: String) throws -> Editions.Texts {
        func files(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                .filter { $0.hasSuffix(".yaml") }
                .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
        }
        return Editions.Texts(
            procedure: try String(
                contentsOfFile: "procedures/\(procedure).yaml",
                encoding: .utf8
            ),
            guidance: try files("guidance")
        )
    }
}
