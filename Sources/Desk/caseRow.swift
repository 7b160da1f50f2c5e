package import CaseFiles
package import CaseStores
import Foundation
package import Partnerships
package import Procedures
import Schedules
package import WorkingDays

/// What lists say of a case, sealed.
package struct CaseSummary: Hashable, Sendable, Codable {
    package let children: [String]
    package let place: String
    package let began: Day
}

/// What lists, reminders and search need of a case, worked out from its file.
package func caseRow(
    of file: CaseFile,
    under procedure: Procedure,
    of partnership: Partnership,
    today: Day
) -> CaseRow {
    let schedule = schedule(
        of: file.known(under: procedure),
        under: procedure,
        calendar: partnership.calendar,
        today: today
    )
    let items = dueItems(of: schedule, procedure, partnership)
    return CaseRow(
        reference: file.reference,
        version: file.version,
        stage: file.stage(under: procedure).rawValue,
        route: file.route.rawValue,
        nextDue: file.isOpen ? items.filter { $0.done == nil }.compactMap(\.due).min() : nil,
        isOpen: file.isOpen,
        summary: summary(of: file),
        members: members(of: file, partnership),
        dueItems: items,
        terms: terms(of: file)
    )
}

private func summary(of file: CaseFile) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let summary = CaseSummary(
        children: file.about.children.map { $0.isUnborn && $0.name.isEmpty ? "Unborn" : $0.name },
        place: file.about.place,
        began: file.began
    )
    guard let data = try? encoder.encode(summary) else {
        preconditionFailure("a summary can be written")
    }
    return Array(data)
}

/// A line for each step that needs doing: its limit, never its standing, which is another one tomorrow.
///
/// A day that is only worth a look is no limit, and nothing is overdue by it.
private func dueItems(
    of schedule: Schedule,
    _ procedure: Procedure,
    _ partnership: Partnership
) -> [DueItem] {
    schedule.steps.enumerated().compactMap { line, scheduled in
        let step = procedure.steps[scheduled.key.step]
        guard scheduled.applies != .no, scheduled.standing != .notNeeded, !step.isNationalLimit
        else { return nil }
        return DueItem(
            line: line,
            step: scheduled.key.isReturn ? "\(step.id).back" : step.id,
            due: scheduled.due,
            done: scheduled.done?.day ?? (scheduled.standing == .done ? schedule.today : nil),
            person: nil,
            calendarVersion: partnership.calendarVersion
        )
    }
}

/// Everybody on the case and whoever stands in for them, but for people excluded from it.
private func members(of file: CaseFile, _ partnership: Partnership) -> [CaseRow.Member] {
    let own = file.people.map {
        CaseRow.Member(person: $0.person, from: $0.from, until: $0.until)
    }
    let deputies = partnership.deputies.flatMap { deputy in
        own.filter { $0.person == deputy.standsInFor }.compactMap { member in
            overlap(deputy, member, partnership)
        }
    }
    var members: [PersonID: CaseRow.Member] = [:]
    // Somebody on the case in her own right is not let go when she no longer stands in.
    for member in deputies + own where !partnership.isExcluded(member.person, from: file.reference)
    {
        members[member.person] = member
    }
    return members.values.sorted { $0.person < $1.person }
}

/// While she stands in, the other is on the case, and the other belongs to the partnership.
private func overlap(
    _ deputy: Deputy,
    _ member: CaseRow.Member,
    _ partnership: Partnership
) -> CaseRow.Member? {
    let belongs = partnership.memberships.filter { $0.person == member.person }
    guard !belongs.isEmpty else { return nil }
    let ends = belongs.map { $0.until ?? .last }.max() ?? .last
    let from = max(deputy.from, member.from)
    let until = min(deputy.until, member.until ?? deputy.until, ends)
    return from <= until
        ? CaseRow.Member(person: deputy.person, from: from, until: until) : nil
}

private func terms(of file: CaseFile) -> Set<SearchTerm> {
    let about = file.about
    let names = about.children.flatMap { [$0.name] + $0.aliases }
    // By a word of a title nobody learns of a document that is not for everyone on the case.
    let titles = file.documents.filter { $0.audience == nil }.map(\.title)
    return Set(
        names.map { SearchTerm(word: $0, kind: .name) }
            + (about.otherReferences + about.children.flatMap { $0.numbers ?? [] }
            + [file.reference.path]).map {
                SearchTerm(word: $0, kind: .reference)
            }
            + (about.agencies + [about.place] + titles).map {
                SearchTerm(word: $0, kind: .other)
            }
    )
}
