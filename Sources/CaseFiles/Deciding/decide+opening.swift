import Partnerships
import Procedures
import WorkingDays

func openCase(
    _ opening: CaseCommand.OpenCase,
    under procedure: Procedure,
    today: Day
) throws(CaseRefusal) -> [CaseEvent] {
    if opening.began > today { throw .dayAhead(opening.began, today: today) }
    try checkAbout(opening.about)
    try checkRoles(of: opening.coordinator, under: procedure)
    return [
        .caseOpened(
            CaseEvent.CaseOpened(
                reference: opening.reference,
                edition: opening.edition,
                began: opening.began,
                about: opening.about,
                route: opening.route,
                coordinator: opening.coordinator
            )
        )
    ]
}

func reopen(_ file: CaseFile, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
    if file.isOpen { throw .caseIsOpen }
    try require(reason, .reason)
    return [.caseReopened(CaseEvent.CaseReopened(reason: reason))]
}

/// One incident has one to four children, the unborn included.
func checkAbout(_ about: CaseAbout) throws(CaseRefusal) {
    guard 1...4 ~= about.children.count else {
        throw .childrenOutOfRange(about.children.count)
    }
    for child in about.children where !child.isUnborn {
        try require(child.name, .childName, most: 200)
    }
    for child in about.children { try limit(child.name, .childName, most: 200) }
}

func checkRoles(of person: CasePerson, under procedure: Procedure) throws(CaseRefusal) {
    let valid = procedure.parts.map(\.id)
    for role in person.roles where !valid.contains(role) {
        throw .unknownRole(role, valid: valid)
    }
    if let until = person.until, until < person.from {
        throw .endsBeforeItBegins(from: person.from, until: until)
    }
}

extension Deciding {
    func describe(_ about: CaseAbout, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try checkAbout(about)
        try require(reason, .reason)
        if about == file.about { return [] }
        return [.caseDescribed(CaseEvent.CaseDescribed(about: about, reason: reason))]
    }

    func chooseRoute(_ route: Route, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try require(reason, .reason)
        if route == file.route { return [] }
        return [.routeChosen(CaseEvent.RouteChosen(route: route, reason: reason))]
    }

    func recordSafety(_ isSafe: Bool, _ words: String) throws(CaseRefusal) -> [CaseEvent] {
        try require(words, .words)
        let stage = file.stage(under: procedure)
        return [
            .safetyRecorded(CaseEvent.SafetyRecorded(isSafe: isSafe, words: words, stage: stage))
        ]
    }

    func move(to edition: Edition, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        if edition == file.edition { throw .sameEdition }
        try require(reason, .reason)
        return [
            .editionMoved(
                CaseEvent.EditionMoved(from: file.edition, to: edition, reason: reason)
            )
        ]
    }

    /// A case closes once nothing that its procedure asks is open; what is not done is set aside, by name and with the
    /// reason of the closing.
    func close(_ reason: String, settingAside aside: [String]) throws(CaseRefusal) -> [CaseEvent] {
        try require(reason, .reason)
        let open = file.openDuties(under: procedure, calendar: calendar, today: today).map(\.id)
        let left = open.filter { !aside.contains($0) }
        if !left.isEmpty { throw .dutiesOpen(left) }
        return open.map { .stepSetAside(CaseEvent.StepSetAside(step: $0, reason: reason)) }
            + [.caseClosed(CaseEvent.CaseClosed(day: today, reason: reason))]
    }
}
