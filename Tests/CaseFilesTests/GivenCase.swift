import CaseFiles
import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

/// A case under Dorset's procedure, seen on Mon 5 Jan 2026: given commands, when one more, then events or a refusal.
struct Given {
    static let today: Day = "2026-01-05"
    let procedure: Procedure
    private(set) var file: CaseFile?
    private var entries = 0

    init(_ commands: CaseCommand..., isOpened: Bool = true) throws {
        procedure = try ShippedProcedures.procedure("dorset")
        for command in (isOpened ? [.opening] : []) + commands {
            let events = try decide(
                command,
                in: file,
                under: procedure,
                calendar: .standard,
                today: Self.today
            )
            apply(events)
        }
    }

    private mutating func apply(_ events: [CaseEvent]) {
        for event in events {
            if var file {
                evolve(&file, by: event, recorded: .opening, actor: .person(.joan))
                self.file = file
            } else {
                file = beginFile(with: event, recorded: .opening, actor: .person(.joan))
            }
        }
    }

    private func events(_ command: CaseCommand) throws(CaseRefusal) -> [CaseEvent] {
        try decide(
            command,
            in: file,
            under: procedure,
            calendar: .standard,
            today: Self.today
        )
    }

    func when(
        _ command: CaseCommand,
        refuses refusal: CaseRefusal,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: refusal, sourceLocation: sourceLocation) { _ = try events(command) }
    }

    func when(
        _ command: CaseCommand,
        then expected: CaseEvent...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try events(command) == expected, sourceLocation: sourceLocation)
    }

    /// The steps that are still to be done, by id.
    var openDuties: [String] {
        file?.openDuties(under: procedure, calendar: .standard, today: Self.today).map(\.id) ?? []
    }

    /// The case closed, with everything that was open set aside.
    func closed(_ reason: String) throws -> Given {
        try after(.closeCase(reason: reason, settingAside: openDuties))
    }

    /// The case after one more command.
    func after(_ command: CaseCommand) throws -> Given {
        var copy = self
        copy.apply(try events(command))
        return copy
    }
}

extension CaseCommand {
    static let opening = opening(began: "2025-12-13")

    static func opening(began: Day) -> CaseCommand {
        .openCase(
            OpenCase(
                reference: .example,
                edition: Edition(procedure: "dorset", variation: nil, hash: "a"),
                began: began,
                about: .example,
                route: .notificationAndRapidReview,
                coordinator: CasePerson(
                    person: .joan,
                    roles: ["business-manager"],
                    from: "2025-12-15",
                    until: nil
                )
            )
        )
    }
}

extension CaseAbout {
    static let example = CaseAbout(
        children: [Child(name: "Ayla Example", aliases: [], born: "2019-03-02", isUnborn: false)],
        place: "Portwell",
        otherReferences: [],
        agencies: ["Portwell Housing"]
    )
}

extension CaseReference {
    static let example: CaseReference = "4qx-7md"
}

extension PersonID {
    static let joan: PersonID = 1
    static let ruth: PersonID = 2
}

extension Timestamp {
    /// Mon 15 Dec 2025, 9:12am.
    static let opening = Timestamp(milliseconds: 1_765_789_920_000)
}
