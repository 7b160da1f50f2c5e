package import CaseStores
import Foundation
import GRDB
package import Partnerships
import WorkingDays

/// What lists ask: each by a key, none by reading everything or by sorting.
enum ListSQL {
    private static let columns = """
        s.reference, s.version, s.stage, s.route, s.next_due, s.is_open, s.generation, s.sealed
        """

    static let cases = """
        SELECT \(columns) FROM case_member m
        CROSS JOIN case_summary s ON s.partnership = m.partnership AND s.reference = m.reference
        WHERE m.partnership = :partnership AND m.person = :person AND m.is_open = :isOpen
            AND (m.next_due, m.reference) > (:nextDue, :reference)
            AND m.from_day <= :today AND m.until_day >= :today
            AND (:stage IS NULL OR s.stage = :stage) AND (:route IS NULL OR s.route = :route)
        ORDER BY m.next_due, m.reference LIMIT :limit
        """

    static let caseCount = """
        SELECT count(*) FROM (
            SELECT 1 FROM case_member m
            WHERE m.partnership = :partnership AND m.person = :person AND m.is_open = :isOpen
                AND m.from_day <= :today AND m.until_day >= :today
            LIMIT :mostCounted
        )
        """

    static let caseCountOfSome = """
        SELECT count(*) FROM (
            SELECT 1 FROM case_member m
            CROSS JOIN case_summary s ON s.partnership = m.partnership AND s.reference = m.reference
            WHERE m.partnership = :partnership AND m.person = :person AND m.is_open = :isOpen
                AND m.from_day <= :today AND m.until_day >= :today
                AND (:stage IS NULL OR s.stage = :stage) AND (:route IS NULL OR s.route = :route)
            LIMIT :mostCounted
        )
        """

    static let dueItems = """
        SELECT d.line, d.step, d.due, d.done, d.person, d.calendar_version, d.reference
        FROM due_item d
        CROSS JOIN case_member m ON m.partnership = d.partnership AND m.reference = d.reference
            AND m.person = :person
        WHERE d.partnership = :partnership AND d.done IS NULL AND d.due IS NOT NULL
            AND d.due <= :upTo
            AND m.is_open = 1 AND m.from_day <= :today AND m.until_day >= :today
        ORDER BY d.due, d.reference, d.line LIMIT :limit
        """

    static let awaitingReturns = """
        SELECT s.reference FROM case_summary s
        WHERE s.partnership = :partnership AND s.is_open = 1 AND EXISTS (
            SELECT 1 FROM due_item d
            WHERE d.partnership = s.partnership AND d.reference = s.reference
                AND d.done IS NULL AND d.step LIKE '%.back'
        )
        ORDER BY s.reference
        """

    /// The cases in which a word is a name or reference, whoever is on them.
    static let naming = """
        SELECT reference FROM search_token
        WHERE partnership = :partnership AND token = :token AND rank = 1 LIMIT 200
        """

    /// Each word found whole or as a beginning; the best of its ranks.
    static func search(words: Int) -> String {
        let found = (0..<words).map { place in
            """
            SELECT reference, min(rank) AS rank FROM search_token
            WHERE partnership = :partnership AND token IN (:whole\(place), :start\(place))
            GROUP BY reference
            """
        }.joined(separator: "\nUNION ALL\n")
        return """
            SELECT \(columns), count(*) OVER () FROM (
                SELECT reference, sum(rank) AS rank, count(*) AS words FROM (\(found))
                GROUP BY reference HAVING words = \(words)
            ) f
            CROSS JOIN case_member m ON m.partnership = :partnership AND m.reference = f.reference
                AND m.person = :person AND m.from_day <= :today AND m.until_day >= :today
            CROSS JOIN case_summary s
                ON s.partnership = m.partnership AND s.reference = m.reference
            ORDER BY f.rank, s.recorded DESC, s.reference LIMIT :limit
            """
    }
}

extension SQLiteStore {
    package func cases(_ query: CaseQuery) async throws(StoreError) -> CaseList {
        try await reading { db in
            var arguments: [String: (any DatabaseValueConvertible)?] = [
                "partnership": query.partnership.number,
                "person": query.person.number,
                "isOpen": query.isOpen,
                "today": query.today.number,
            ]
            arguments["mostCounted"] = CaseList.mostCounted
            let isWhole = query.stage == nil && query.route == nil
            if !isWhole {
                arguments["stage"] = .some(query.stage)
                arguments["route"] = .some(query.route)
            }
            let count = try Int.fetchOne(
                db.cachedStatement(sql: isWhole ? ListSQL.caseCount : ListSQL.caseCountOfSome),
                arguments: StatementArguments(arguments)
            )
            arguments["mostCounted"] = nil
            let after = query.after
            arguments["stage"] = .some(query.stage)
            arguments["route"] = .some(query.route)
            arguments["nextDue"] =
                after.map { $0.nextDue.map { Int64($0.number) } ?? noDay } ?? Int64.min
            arguments["reference"] = after?.reference.number ?? -1
            arguments["limit"] = query.limit
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: ListSQL.cases),
                arguments: StatementArguments(arguments)
            )
            return CaseList(
                rows: try rows.map { try listed($0, query.partnership, db) },
                count: count ?? 0
            )
        }
    }

    package func dueItems(_ query: DueQuery) async throws(StoreError) -> [ListedDueItem] {
        try await reading { db in
            try Row.fetchAll(
                db.cachedStatement(sql: ListSQL.dueItems),
                arguments: [
                    "partnership": query.partnership.number,
                    "person": query.person.number,
                    "today": query.today.number,
                    "upTo": query.upTo.number,
                    "limit": query.limit,
                ]
            ).compactMap { row in
                CaseReference(number: row[6]).map {
                    ListedDueItem(reference: $0, item: DueItem(row))
                }
            }
        }
    }

    package func search(_ query: SearchQuery) async throws(StoreError) -> SearchAnswer {
        let words = Array(Set(query.words.flatMap { searchWords(in: $0) }).sorted().prefix(8))
        guard !words.isEmpty else { return SearchAnswer(rows: [], count: 0) }
        return try await reading { db in
            let search = try keys.keys(of: query.partnership, db).search
            var arguments: [String: (any DatabaseValueConvertible)?] = [
                "partnership": query.partnership.number,
                "person": query.person.number,
                "today": query.today.number,
                "limit": query.limit,
            ]
            for (place, word) in words.enumerated() {
                arguments["whole\(place)"] = Data(search.token(of: Array("w \(word)".utf8)))
                arguments["start\(place)"] = Data(search.token(of: Array("b \(word)".utf8)))
            }
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: ListSQL.search(words: words.count)),
                arguments: StatementArguments(arguments)
            )
            return SearchAnswer(
                rows: try rows.map { try listed($0, query.partnership, db) },
                count: rows.first?[8] ?? 0
            )
        }
    }

    package func cases(
        naming words: [String],
        in partnership: PartnershipID
    ) async throws(StoreError) -> [CaseReference] {
        let wanted = Set(words.flatMap { searchWords(in: $0) }).sorted().prefix(32)
        return try await reading { db in
            let search = try keys.keys(of: partnership, db).search
            var found: Set<CaseReference> = []
            for word in wanted {
                let numbers = try Int64.fetchAll(
                    db.cachedStatement(sql: ListSQL.naming),
                    arguments: [
                        "partnership": partnership.number,
                        "token": Data(search.token(of: Array("w \(word)".utf8))),
                    ]
                )
                found.formUnion(numbers.compactMap { CaseReference(number: $0) })
            }
            return found.sorted()
        }
    }

    package func casesAwaitingReturns(
        of partnership: PartnershipID
    ) async throws(StoreError) -> [CaseReference] {
        try await reading { db in
            try Int64.fetchAll(
                db.cachedStatement(sql: ListSQL.awaitingReturns),
                arguments: ["partnership": partnership.number]
            ).compactMap { CaseReference(number: $0) }
        }
    }

    func listed(
        _ row: Row,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> ListedCase {
        guard let reference = CaseReference(number: row[0]) else {
            throw StoreError.altered(.init(stream: nil, version: nil, what: .summary))
        }
        let stream = EventStream(partnership, reference)
        let version: Int = row[1]
        let key = try keys.key(of: stream, generation: row[6], db)
        let binding = Self.summaryBinding(stream, version)
        guard let summary = Sealing.open(row[7] as Data, with: key, boundTo: binding) else {
            throw StoreError.altered(.init(stream: stream, version: version, what: .summary))
        }
        let nextDue: Int64 = row[4]
        return ListedCase(
            reference: reference,
            version: version,
            stage: row[2],
            route: row[3],
            nextDue: nextDue == noDay ? nil : Day(number: Int(nextDue)),
            isOpen: row[5],
            summary: summary
        )
    }
}
