package import CaseFiles
package import Partnerships
package import Procedures
import WorkingDays

extension CaseFile {
    /// Case 4QX-7MD under a procedure, begun on Sat 13 Dec 2025 and coordinated by person 1, with nothing in it yet.
    package static func sample(
        under procedure: Procedure,
        coordinating roles: [String] = [],
        opened: Timestamp
    ) throws -> CaseFile {
        let child = CaseAbout.Child(name: "Ayla Example", aliases: [], born: nil, isUnborn: false)
        let opening = CaseCommand.OpenCase(
            reference: "4qx-7md",
            edition: Edition(procedure: procedure.id, variation: nil, hash: "a"),
            began: "2025-12-13",
            about: CaseAbout(children: [child], place: "", otherReferences: [], agencies: []),
            route: .notificationAndRapidReview,
            coordinator: CasePerson(person: 1, roles: roles, from: "2025-12-15", until: nil)
        )
        let events = try decide(
            .openCase(opening),
            in: nil,
            under: procedure,
            calendar: .standard,
            today: opened.localTime.day
        )
        let files = events.compactMap { beginFile(with: $0, recorded: opened, actor: .person(1)) }
        guard let file = files.first else { throw Unopened() }
        return file
    }

    private struct Unopened: Error {}
}
