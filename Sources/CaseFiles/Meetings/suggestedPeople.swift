package import Partnerships
package import Procedures
package import WorkingDays

/// Somebody who may belong on the list of a meeting, and why.
package struct SuggestedPerson: Hashable, Sendable {
    /// The same however often it is suggested: a person's or a seat's name, or that of an earlier list.
    package let id: String
    package let name: String
    package let role: String
    package let email: String
    package let part: MeetingPerson.Part
    package let standsFor: [String]
    /// Whether the procedure has her among the members.
    package let isMember: Bool

    fileprivate func isSame(as other: SuggestedPerson) -> Bool {
        name == other.name || !email.isEmpty && comparable(email) == comparable(other.email)
    }
}

/// Who of the people on the case and of the agencies that were asked may be wanted at a meeting.
///
/// Members by the procedure come first and are marked; those on the list of an earlier meeting of the step follow.
package func suggestedPeople(
    for part: MeetingPart,
    of step: String,
    in file: CaseFile,
    under procedure: Procedure,
    of partnership: Partnership,
    today: Day
) -> [SuggestedPerson] {
    let members = part.members.flatMap { procedure.seats(among: $0.who, in: file) }
    var found = file.people.filter { $0.isOn(today) }.compactMap { onCase -> SuggestedPerson? in
        guard let person = partnership.people[onCase.person],
            !partnership.isExcluded(onCase.person, from: file.reference)
        else { return nil }
        var own = onCase.roles + procedure.partners(of: onCase.roles)
        if let partner = partnership.partner(of: person, on: today), !own.contains(partner) {
            own.append(partner)
        }
        return SuggestedPerson(
            id: "\(onCase.person)",
            name: person.name,
            role: onCase.roles.map { id in procedure.parts.first { $0.id == id }?.name ?? id }
                .joined(separator: ", "),
            email: person.email,
            part: own.contains { members.contains($0) } ? .member : .observer,
            standsFor: own,
            isMember: own.contains { members.contains($0) }
        )
    }
    let isOfAgencies = part.members.contains { $0.who.isOfAgencies }
    let asked = file.requests.filter { $0.revoked == nil }.flatMap { request in
        request.openSeats([.lead]).map { seat in
            SuggestedPerson(
                id: "\(seat.entry)",
                name: seat.name,
                role: [seat.jobTitle, request.asked.subject].filter { !$0.isEmpty }
                    .joined(separator: ", "),
                email: seat.email,
                part: .agency,
                standsFor: [],
                isMember: isOfAgencies
            )
        }
    }
    // Whoever is on the case and was asked besides, or asked twice, is one person.
    for person in asked where !found.contains(where: { $0.isSame(as: person) }) {
        found.append(person)
    }
    let earlier = procedure.earlierMeetings(for: part, of: step)
        .flatMap { file.meetings(of: $0).suffix(1) }
    for person in earlier.flatMap(\.people) {
        let suggested = SuggestedPerson(
            id: "\(person.entry)",
            name: person.name,
            role: person.role,
            email: person.email,
            part: person.part,
            standsFor: person.standsFor,
            isMember: true
        )
        if !found.contains(where: { $0.isSame(as: suggested) }) { found.append(suggested) }
    }
    return found.filter(\.isMember) + found.filter { !$0.isMember }
}

extension Partnership {
    /// The statutory partner for which somebody acts, by the kind of her agency.
    fileprivate func partner(of person: Person, on day: Day) -> String? {
        guard capacities(of: person.person, on: day).contains(.partner) else { return nil }
        let partner: SafeguardingPartner? =
            switch person.agency.flatMap({ agencies[$0]?.kind }) {
            case .childrensServices: .localAuthority
            case .integratedCareBoard: .icb
            case .police: .police
            default: nil
            }
        return partner?.rawValue
    }
}

extension Procedure {
    /// The partners for which some roles stand.
    fileprivate func partners(of ids: [String]) -> [String] {
        var found: [String] = []
        for role in roles where ids.contains(role.id) {
            if let partner = role.partner?.rawValue, !found.contains(partner) {
                found.append(partner)
            }
        }
        return found
    }

    /// What members are known by: partners, roles and groups.
    fileprivate func seats(among who: Who, in file: CaseFile) -> [String] {
        switch who.people {
        case .group(let group): [groups[group].id] + seats(of: who)
        case .members(let meeting?), .everyoneInvited(let meeting?):
            steps[meeting].meeting?.members.flatMap { seats(among: $0.who, in: file) } ?? []
        default: seats(of: who)
        }
    }

    /// The steps whose lists this one takes up: its own, those whose members or guests it names, and the one at which was
    /// decided what it thinks over.
    fileprivate func earlierMeetings(for part: MeetingPart, of step: String) -> [String] {
        [step]
            + part.members.compactMap { member in
                switch member.who.people {
                case .members(let meeting?), .everyoneInvited(let meeting?): steps[meeting].id
                default: nil
                }
            }
            + [part.reconsiders.flatMap { meeting(deciding: steps[$0])?.id }].compactMap { $0 }
    }
}

extension Who {
    /// Whether agencies are meant, or the people who speak for them.
    package var isOfAgencies: Bool {
        switch people {
        case .agencyInvolved, .agencyAsked, .anyAgency, .agency, .agencyRepresentative,
            .agenciesRepresentatives:
            true
        default: false
        }
    }
}
