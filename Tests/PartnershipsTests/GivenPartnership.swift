import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import Partnerships

extension PersonID {
    static let admin: PersonID = 1
    static let joan: PersonID = 2
    static let ruth: PersonID = 3
    static let neil: PersonID = 4
    static let amal: PersonID = 5
}

extension Timestamp {
    /// Mon 5 Jan 2026, 9:12am.
    static let monday = Timestamp(milliseconds: 1_767_604_320_000)
}

/// Marlshire on Mon 5 Jan 2026: Joan and Ruth coordinate, Neil is a partner, Amal an author until March.
struct Given {
    private(set) var partnership = Partnership()
    private(set) var time = Timestamp.monday

    init(_ commands: (Actor, PartnershipCommand)...) throws {
        apply(
            try decide(
                .found(name: "Marlshire", procedure: "dorset", variation: nil),
                in: partnership,
                by: .operator,
                at: time
            ),
            by: .operator
        )
        for (person, name, capacity) in [
            (PersonID.admin, "Ada Ministrator", Capacity.administrator),
            (.joan, "Joan Ferris", .coordinator), (.ruth, "Ruth Penhallow", .coordinator),
            (.neil, "Neil Ashdown", .partner), (.amal, "Amal Rees", .reviewer),
        ] {
            try take(.operator, .addPerson(.named(person, name)))
            try take(
                .operator,
                .grant(.of(person, capacity, until: capacity.accessEnds ? "2026-03-31" : nil))
            )
        }
        for (actor, command) in commands { try take(actor, command) }
    }

    mutating func take(_ actor: Actor, _ command: PartnershipCommand) throws {
        apply(try decide(command, in: partnership, by: actor, at: time), by: actor)
    }

    mutating func wait(hours: Int64) {
        time = time.advanced(byHours: hours)
    }

    private mutating func apply(_ events: [PartnershipEvent], by actor: Actor) {
        for event in events { evolve(&partnership, by: event, recorded: time, actor: actor) }
    }

    func when(
        _ actor: Actor,
        _ command: PartnershipCommand,
        refuses refusal: PartnershipRefusal,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: refusal, sourceLocation: sourceLocation) {
            _ = try decide(command, in: partnership, by: actor, at: time)
        }
    }

    func after(_ actor: Actor, _ command: PartnershipCommand) throws -> Given {
        var copy = self
        try copy.take(actor, command)
        return copy
    }
}

extension Person {
    static func named(_ person: PersonID, _ name: String, email: String? = nil) -> Person {
        Person(
            person: person,
            name: name,
            email: email
                ?? "\(name.lowercased().split(separator: " ").joined(separator: "."))@marl.test",
            agency: nil
        )
    }
}

extension Membership {
    /// A membership whose entry has the person's number.
    static func of(
        _ person: PersonID,
        _ capacity: Capacity,
        from: Day = "2025-01-01",
        until: Day? = nil
    ) -> Membership {
        Membership(
            entry: EntryID(number: person.number) ?? 0,
            person: person,
            roles: [HeldRole(role: nil, capacity: capacity)],
            from: from,
            until: until
        )
    }
}

extension LetterDefinition {
    static func request(_ paragraphs: String...) -> LetterDefinition {
        LetterDefinition(
            id: "request",
            title: "Request",
            purpose: "To learn",
            legalBasis: "Section 16H",
            instruction: "",
            paragraphs: paragraphs
        )
    }
}
