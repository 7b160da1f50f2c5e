import CaseFiles
import CaseStores
import Desk
import Partnerships
import SQLiteStore
import WorkingDays

/// Twelve agencies that answer one case at the same time, again and again: nothing that one sent may be lost.
struct ReturnLoad {
    private let place: LoadPlace
    private let returns: Int
    private static let agencies = 12

    init(_ place: LoadPlace, returns: Int) {
        self.place = place
        self.returns = returns
    }

    func run() async throws {
        let store = try await place.store()
        let desk = CaseDesk(store: store, editions: Editions(store: store))
        let partnership = try await desk.partnerships.partnership(Demonstration.marlshire)
        guard let joan = partnership.people.values.first(where: { $0.name == "Joan Ferris" }),
            let edition = partnership.editions.last,
            let last = try await desk.unguarded(place.reference(1), of: Demonstration.marlshire)
                .events.last
        else { preconditionFailure("the folder holds a demonstration with a crowd") }
        let asking = Asking(
            person: joan.person,
            partnership: Demonstration.marlshire,
            time: last.recorded.advanced(byHours: 1)
        )
        let reference = place.reference(900_000)
        _ = try await desk.open(.madeUp(reference, edition, asking), for: asking)
        try await desk.handle(ask(), on: reference, seen: .max, for: asking)
        let seconds = try await answer(reference, desk, asking)
        let file = try await desk.unguarded(reference, of: Demonstration.marlshire).file
        let kept = Set(file.requests.flatMap(\.versions).map(\.put.digest))
        let lost = returns - kept.count
        print("returns by twelve agencies at once\t\(Double(returns) / seconds)")
        print("returns that were lost\t\(lost)")
        precondition(lost == 0, "an answer that was acknowledged is there")
        try store.close()
    }

    private func answer(
        _ reference: CaseReference,
        _ desk: CaseDesk,
        _ asking: Asking
    ) async throws -> Double {
        let rate = try await perSecond(1) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for agency in 0..<Self.agencies {
                    group.addTask {
                        for number in stride(from: agency, to: returns, by: Self.agencies) {
                            try await desk.handle(
                                [put(number, of: agency)],
                                of: name(agency, 0),
                                on: reference,
                                seat: name(agency, 1),
                                in: asking.partnership,
                                at: asking.time
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        return 1 / rate
    }

    private func put(_ number: Int, of agency: Int) -> RequestCommand {
        .putForward(
            CaseEvent.ReturnPutForward(
                entry: name(agency, 100 + number),
                request: name(agency, 0),
                answer: .notKnown(searched: "Every system, by name and date of birth: \(number)"),
                chronology: [],
                files: [],
                digest: "digest \(number)",
                seat: name(agency, 1),
                round: 1
            )
        )
    }

    private func ask() -> CaseCommand {
        .request(
            .ask(
                RequestCommand.AskAgencies(
                    step: "ask-agencies",
                    asked: (0..<Self.agencies).map { asked($0) },
                    leftOut: [],
                    by: "by link",
                    entry: name(Self.agencies, 0)
                )
            )
        )
    }

    private func asked(_ agency: Int) -> CaseEvent.AgencyAsked {
        CaseEvent.AgencyAsked(
            entry: name(agency, 0),
            step: "ask-agencies",
            agency: nil,
            subject: "Agency \(agency)",
            form: "briefing-report",
            purpose: "A rapid review",
            legalBasis: "",
            instruction: "",
            letter: [],
            seats: [
                RequestSeat(
                    entry: name(agency, 1),
                    name: "Lead \(agency)",
                    jobTitle: "",
                    email: "lead@agency-\(agency).example",
                    telephone: "",
                    part: .lead,
                    invitedBy: nil
                )
            ],
            because: "",
            dueShown: nil
        )
    }

    private func name(_ agency: Int, _ number: Int) -> EntryID {
        guard let name = EntryID(number: Int64(1_000_000 * (agency + 1) + number)) else {
            preconditionFailure("the number lies within the range")
        }
        return name
    }
}
