package import CaseFiles
package import CaseStores
import Foundation
package import Partnerships
import Procedures
package import WorkingDays

/// A case as it stands in a list.
package struct CaseLine: Hashable, Sendable {
    package let reference: CaseReference
    package let stage: CaseStage
    package let route: Route
    package let nextDue: Day?
    package let isOpen: Bool
    package let summary: CaseSummary
    package let key: CaseKey
}

extension CaseDesk {
    /// The cases that somebody is on, by their next due day, page by page; nothing for one who is shut out.
    package func cases(
        for asking: Asking,
        isOpen: Bool = true,
        stage: CaseStage? = nil,
        route: Route? = nil,
        after: CaseKey? = nil,
        limit: Int = 25
    ) async throws(DeskError) -> (lines: [CaseLine], count: Int) {
        guard try await isLetIn(asking) else { return ([], 0) }
        let list = try await keeping { () async throws(StoreError) in
            try await store.cases(
                CaseQuery(
                    partnership: asking.partnership,
                    person: asking.person,
                    today: asking.today,
                    isOpen: isOpen,
                    stage: stage?.rawValue,
                    route: route?.rawValue,
                    after: after,
                    limit: limit
                )
            )
        }
        return (try lines(list.rows), list.count)
    }

    /// What is not done yet in the cases that somebody is on, up to a day, by day.
    package func dueItems(
        upTo day: Day,
        for asking: Asking
    ) async throws(DeskError) -> [ListedDueItem] {
        guard try await isLetIn(asking) else { return [] }
        return try await keeping { () async throws(StoreError) in
            try await store.dueItems(
                DueQuery(
                    partnership: asking.partnership,
                    person: asking.person,
                    today: asking.today,
                    upTo: day
                )
            )
        }
    }

    /// The cases in which every word is found, of those that the searcher is on; that she searched is recorded first.
    package func search(
        _ text: String,
        for asking: Asking
    ) async throws(DeskError) -> (lines: [CaseLine], count: Int) {
        guard try await isLetIn(asking) else { return ([], 0) }
        let answer = try await keeping { () async throws(StoreError) in
            try await store.recordLook(
                Look(
                    partnership: asking.partnership,
                    reference: nil,
                    person: asking.person,
                    recorded: asking.time,
                    what: "search \(text)"
                )
            )
            return try await store.search(
                SearchQuery(
                    partnership: asking.partnership,
                    person: asking.person,
                    today: asking.today,
                    words: [text]
                )
            )
        }
        return (try lines(answer.rows), answer.count)
    }

    /// What a person sees of a case, and by what: for whoever may ask it of that case.
    package func whatIsSeen(
        by person: PersonID,
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> (opened: OpenedCase, permissions: [CaseAct: Permission]) {
        let opened = try await look(
            at: reference,
            "what \(person) sees",
            for: asking,
            act: .seeReadLog
        )
        let may = opened.permissions(of: person, at: asking.time)
        let permissions = CaseAct.allCases.map { ($0, may[$0]) }
        return (opened, Dictionary(uniqueKeysWithValues: permissions))
    }

    /// Who looked at a case: all looks for the business manager, and for the chair the business manager's own.
    package func readLog(
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> (opened: OpenedCase, looks: [Look]) {
        let opened = try await look(at: reference, "read log", for: asking, act: .seeReadLog)
        let looks = try await keeping { () async throws(StoreError) in
            try await store.looks(
                LookQuery(partnership: asking.partnership, of: .caseFile(reference))
            )
        }
        let partnership = opened.partnership
        if partnership.capacities(of: asking.person, on: asking.today).contains(.coordinator) {
            return (opened, looks)
        }
        let coordinators = looks.filter { look in
            partnership.capacities(of: look.person, on: asking.today).contains(.coordinator)
        }
        return (opened, coordinators)
    }

    private func isLetIn(_ asking: Asking) async throws(DeskError) -> Bool {
        let partnership = try await partnerships.partnership(asking.partnership)
        return !partnership.isShut(asking.person)
            && partnership.isMember(asking.person, on: asking.today)
    }

    private func lines(_ rows: [ListedCase]) throws(DeskError) -> [CaseLine] {
        var lines: [CaseLine] = []
        for row in rows {
            guard let stage = CaseStage(rawValue: row.stage),
                let route = Route(rawValue: row.route),
                let summary = try? JSONDecoder().decode(
                    CaseSummary.self,
                    from: Data(row.summary)
                )
            else { throw .store(.altered(.init(stream: nil, version: nil, what: .summary))) }
            lines.append(
                CaseLine(
                    reference: row.reference,
                    stage: stage,
                    route: route,
                    nextDue: row.nextDue,
                    isOpen: row.isOpen,
                    summary: summary,
                    key: row.key
                )
            )
        }
        return lines
    }
}
