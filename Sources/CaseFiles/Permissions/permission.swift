package import Partnerships
package import Procedures
import WorkingDays

/// Whether a person may do something to a case, and why.
package enum Permission: Hashable, Sendable {
    case permitted(by: Set<Reason>)
    /// The same whether there is no such case, or the person is off it, excluded from it, or shut out.
    case nothingHere
    /// On the case, and nothing that she is there lets her do this now.
    case notNow(CaseStage)

    package enum Reason: Hashable, Sendable {
        case capacity(Capacity, standingInFor: PersonID?)
        /// Opened to her in an emergency, to read.
        case brokenGlass
    }

    package var isPermitted: Bool {
        if case .permitted = self { true } else { false }
    }
}

/// Whether a person may do something to a case now.
package func permission(
    for person: PersonID,
    to act: CaseAct,
    in file: CaseFile,
    under procedure: Procedure,
    of partnership: Partnership,
    at now: Timestamp
) -> Permission {
    CasePermissions(for: person, in: file, under: procedure, of: partnership, at: now)[act]
}

/// Everything that a person may do to a case at one moment.
///
/// Nobody who is excluded may, whatever else she is. Of a person whose second factor was reset nothing is known until
/// somebody confirms it. Somebody who stands in for a person on the case is on it for as long as she stands in.
package struct CasePermissions: Sendable {
    private let stage: CaseStage
    /// Nil where there is nothing for her here.
    private let held: [(capacity: Capacity, standingInFor: PersonID?)]?
    private let isOpened: Bool
    private let isOnIt: Bool

    package init(
        for person: PersonID,
        in file: CaseFile,
        under procedure: Procedure,
        of partnership: Partnership,
        at now: Timestamp
    ) {
        let today = now.localTime.day
        stage = file.stage(under: procedure)
        // Whoever has left the partnership has left its cases, taken off them or not.
        let isLetIn =
            !partnership.isExcluded(person, from: file.reference) && !partnership.isShut(person)
            && partnership.isMember(person, on: today)
        held =
            isLetIn
            ? capacities(of: person, in: file, under: procedure, of: partnership, on: today) : nil
        isOpened = partnership.casesOpened(to: person, at: now).contains(file.reference)
        isOnIt = isOn(file, person, partnership, today)
    }

    package subscript(act: CaseAct) -> Permission {
        guard let held else { return .nothingHere }
        var reasons: Set<Permission.Reason> = []
        for one in held where permits(one.capacity, act, at: stage) {
            reasons.insert(.capacity(one.capacity, standingInFor: one.standingInFor))
        }
        if isOpened, [.see, .seeLog].contains(act) { reasons.insert(.brokenGlass) }
        if !reasons.isEmpty { return .permitted(by: reasons) }
        return isOpened || isOnIt ? .notNow(stage) : .nothingHere
    }
}

/// What a person is on one case: what she is in the partnership, and the roles that she was given on this case.
private func capacities(
    of person: PersonID,
    in file: CaseFile,
    under procedure: Procedure,
    of partnership: Partnership,
    on today: Day
) -> [(capacity: Capacity, standingInFor: PersonID?)] {
    // Somebody excluded too: where the coordinator is kept from a case, her deputy acts.
    let others = partnership.stoodInFor(by: person, on: today)
    return ([nil] + others.map { Optional($0) }).flatMap {
        other -> [(capacity: Capacity, standingInFor: PersonID?)] in
        let whose = other ?? person
        guard file.isOn(whose, today), partnership.isMember(whose, on: today) else { return [] }
        let own = partnership.standing(of: whose, on: today)
            .filter { $0.standingInFor == nil && $0.held.capacity != .administrator }
            .map(\.held.capacity)
        let given = file.people.filter { $0.person == whose && $0.isOn(today) }.flatMap { onCase in
            onCase.roles.compactMap { role in
                procedure.capacity(ofPart: role)
            }
        }
        // Whoever is on a case and nothing else there looks on.
        let all = own.isEmpty && given.isEmpty ? [.observer] : own + given
        return all.map { ($0, other) }
    }
}

private func isOn(
    _ file: CaseFile,
    _ person: PersonID,
    _ partnership: Partnership,
    _ today: Day
) -> Bool {
    file.isOn(person, today)
        || partnership.stoodInFor(by: person, on: today).contains {
            file.isOn($0, today) && partnership.isMember($0, on: today)
        }
}
