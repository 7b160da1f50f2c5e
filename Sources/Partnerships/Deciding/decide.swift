import Procedures
import WorkingDays

/// What follows from a command in a partnership, or why it is refused; nothing changes here.
package func decide(
    _ command: PartnershipCommand,
    in partnership: Partnership,
    by actor: Actor,
    at now: Timestamp
) throws(PartnershipRefusal) -> [PartnershipEvent] {
    if case .found(let name, let procedure, let variation) = command {
        if partnership.isFounded { throw .alreadyFounded }
        try require(name, .name)
        return [
            .partnershipFounded(
                PartnershipEvent.PartnershipFounded(
                    name: name,
                    procedure: procedure,
                    variation: variation
                )
            )
        ]
    }
    guard partnership.isFounded else { throw .notFounded }
    let deciding = Deciding(partnership: partnership, actor: actor, now: now)
    try deciding.permit(command)
    return try deciding.events(command)
}

/// The rules of one founded partnership.
struct Deciding {
    let partnership: Partnership
    let actor: Actor
    let now: Timestamp

    var today: Day { now.localTime.day }

    func events(_ command: PartnershipCommand) throws(PartnershipRefusal) -> [PartnershipEvent] {
        switch command {
        case .found: throw .alreadyFounded
        case .addPerson(let person): try add(person)
        case .describePerson(let person): try describe(person)
        case .grant(let membership): try grant(membership)
        case .endMembership(let entry, let until, let reason):
            try endMembership(entry, until, reason)
        case .nameDeputy(let deputy): try name(deputy)
        case .endDeputy(let entry, let until, let reason): try endDeputy(entry, until, reason)
        case .addAgency(let agency): try add(agency)
        case .describeAgency(let agency): try describe(agency)
        case .closeAgency(let agency, let reason): try close(agency, reason)
        case .checkAddress(let address, let token): try check(address, token)
        case .confirmAddress(let address): try confirm(address)
        case .allowAddress(let address, let reason): try allow(address, reason)
        case .withdrawTrust(let address, let reason): try withdrawTrust(in: address, reason)
        case .listDomain(let domain, let reason): try list(domain, reason)
        case .unlistDomain(let domain, let reason): try unlist(domain, reason)
        case .closeDay(let day, let reason): try close(day, reason)
        case .openDay(let day, let reason): try open(day, reason)
        case .putToUse(let edition): try putToUse(edition)
        case .writeLetter(let letter, let seen, let shipped):
            try write(letter, after: seen, instead: shipped)
        case .putLetterToUse(let letter, let number, let seen):
            try putToUse(number, of: letter, instead: seen)
        case .exclude(let entry, let reference, let person, let name, let email, let reason):
            try exclude(entry, reference, person, name, email, reason)
        case .endExclusion(let entry, let reason): try endExclusion(entry, reason)
        case .resetFactor(let person, let asker): try resetFactor(of: person, askedBy: asker)
        case .confirm(let person): try confirm(person)
        case .askToBreakGlass(let entry, let reference, let person, let reason):
            try askToBreakGlass(entry, reference, person, reason)
        case .breakGlass(let entry): try breakGlass(entry)
        case .seeNotices(let count): try seeNotices(count)
        case .handleKeys(let what):
            [.keysHandled(PartnershipEvent.KeysHandled(what: what))]
        }
    }

    /// Who may ask for what: the operator and administrators see to people, coordinators to everything of a case.
    func permit(_ command: PartnershipCommand) throws(PartnershipRefusal) {
        // An answer comes in from outside, and nobody gives it in its stead.
        if case .confirmAddress = command {
            if actor == .system { return }
            throw .notAllowed(nil)
        }
        guard let person = actor.person else {
            if command.isForTheOperator { return }
            throw .notAllowed(nil)
        }
        // Whoever holds her link might be somebody else: until it is confirmed she does nothing at all.
        if partnership.isShut(person) { throw .notAllowed(nil) }
        let capacities = partnership.capacities(of: person, on: today)
        let wanted = command.capacities
        if wanted.isEmpty ? !capacities.isEmpty : !wanted.isDisjoint(with: capacities) { return }
        throw .notAllowed(wanted.min { $0.rawValue < $1.rawValue })
    }

    func require(_ text: String, _ part: PartnershipRefusal.Part) throws(PartnershipRefusal) {
        try Partnerships.require(text, part)
    }

    func person(_ id: PersonID) throws(PartnershipRefusal) -> Person {
        guard let person = partnership.people[id] else { throw .unknownPerson(id) }
        return person
    }
}

func require(_ text: String, _ part: PartnershipRefusal.Part) throws(PartnershipRefusal) {
    if text.allSatisfy(\.isWhitespace) { throw .missing(part) }
}

extension PartnershipCommand {
    /// What is done from the machine itself: people and editions, never a case.
    fileprivate var isForTheOperator: Bool {
        switch self {
        case .addPerson, .describePerson, .grant, .endMembership, .resetFactor, .putToUse,
            .addAgency, .describeAgency, .closeDay, .openDay, .handleKeys:
            true
        default: false
        }
    }

    /// The capacities of which one is needed; empty where any member may.
    fileprivate var capacities: Set<Capacity> {
        switch self {
        case .found, .askToBreakGlass, .confirmAddress: []
        case .breakGlass: []
        case .nameDeputy, .endDeputy: [.coordinator, .chair]
        case .addPerson, .describePerson, .grant, .endMembership, .addAgency, .describeAgency,
            .closeAgency, .closeDay, .openDay:
            [.administrator, .coordinator]
        case .resetFactor, .handleKeys: [.administrator]
        case .putToUse, .exclude, .endExclusion, .seeNotices, .allowAddress, .checkAddress,
            .withdrawTrust,
            .listDomain, .unlistDomain, .writeLetter, .putLetterToUse:
            [.coordinator]
        case .confirm: [.coordinator, .chair]
        }
    }
}
