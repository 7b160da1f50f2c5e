package import CaseStores
import Foundation
import GRDB
package import Partnerships
package import WorkingDays

extension SQLiteStore {
    package func caseRows(
        of partnership: PartnershipID
    ) async throws(StoreError) -> [(CaseReference, Day)] {
        try await reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT t.number, s.recorded FROM stream t
                    LEFT JOIN case_summary s
                        ON s.partnership = t.partnership AND s.reference = t.number
                    WHERE t.partnership = ? AND t.number >= 0 ORDER BY t.number
                    """,
                arguments: [partnership.number]
            )
            return rows.compactMap { row in
                // A case without a row is one whose row was taken away: it is asked about all the same.
                let recorded = Timestamp(milliseconds: (row[1] as Int64?) ?? 0)
                return CaseReference(number: row[0]).map { ($0, recorded.localTime.day) }
            }
        }
    }

    package func differences(
        from row: CaseRow,
        in partnership: PartnershipID
    ) async throws(StoreError) -> [CaseRowPart] {
        try await reading { db in
            var parts: [CaseRowPart] = []
            if try !isKept(row, partnership, db) { parts.append(.summary) }
            if try members(of: row.reference, partnership, db) != Set(memberRows(row)) {
                parts.append(.members)
            }
            if try dueItems(of: row.reference, partnership, db) != Set(row.dueItems) {
                parts.append(.dueItems)
            }
            let kept = try tokens(of: row.reference, partnership, db)
            if try kept != tokens(of: row, partnership, db) { parts.append(.terms) }
            return parts
        }
    }

    private func isKept(
        _ row: CaseRow,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> Bool {
        let kept = try Row.fetchOne(
            db,
            sql: """
                SELECT reference, version, stage, route, next_due, is_open, generation, sealed
                FROM case_summary WHERE partnership = ? AND reference = ?
                """,
            arguments: [partnership.number, row.reference.number]
        )
        guard let kept, let listed = try? listed(kept, partnership, db) else { return false }
        return listed
            == ListedCase(
                reference: row.reference,
                version: row.version,
                stage: row.stage,
                route: row.route,
                nextDue: row.nextDue,
                isOpen: row.isOpen,
                summary: row.summary
            )
    }

    private func tokens(
        of reference: CaseReference,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> [[UInt8]: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT token, rank FROM search_token WHERE partnership = ? AND reference = ?",
            arguments: [partnership.number, reference.number]
        )
        return Dictionary(rows.map { (Array($0[0] as Data), $0[1] as Int) }) { first, _ in first }
    }
}
