package import CaseStores
import Foundation
import GRDB
package import Partnerships

extension SQLiteStore {
    package func referral(
        _ reference: CaseReference,
        in partnership: PartnershipID
    ) async throws(StoreError) -> ReferralRow? {
        try await reading { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT reference, author, reviewer, changed, version, sealed FROM referral
                    WHERE partnership = ? AND reference = ?
                    """,
                arguments: [partnership.number, reference.number]
            ).map { try referral($0, partnership, db) }
        }
    }

    package func referrals(
        of person: PersonID,
        in partnership: PartnershipID
    ) async throws(StoreError) -> [ReferralRow] {
        try await reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT reference, author, reviewer, changed, version, sealed FROM referral
                    WHERE partnership = :partnership AND (author = :person OR reviewer = :person)
                    ORDER BY changed DESC, reference LIMIT 200
                    """,
                arguments: ["partnership": partnership.number, "person": person.number]
            ).map { try referral($0, partnership, db) }
        }
    }

    package func saveReferral(_ row: ReferralRow) async throws(StoreError) {
        try await committed { db in
            let standing =
                try Int.fetchOne(
                    db,
                    sql: "SELECT version FROM referral WHERE partnership = ? AND reference = ?",
                    arguments: [row.partnership.number, row.reference.number]
                ) ?? 0
            guard standing == row.version else {
                throw StoreError.versionConflict(
                    EventStream(row.partnership, row.reference),
                    expected: row.version,
                    actual: standing
                )
            }
            let sealed = Sealing.seal(
                row.bytes,
                with: try keys.keys(of: row.partnership, db).wrapping.derived(for: "referral"),
                boundTo: row.binding(version: row.version + 1)
            )
            try db.execute(
                sql: "INSERT OR REPLACE INTO referral VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    row.partnership.number, row.reference.number, row.author.number,
                    row.reviewer?.number ?? -1, row.changed.milliseconds, row.version + 1,
                    Data(sealed),
                ]
            )
        }
    }

    private func referral(
        _ row: Row,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> ReferralRow {
        guard let reference = CaseReference(number: row[0]), let author = PersonID(number: row[1])
        else { throw StoreError.altered(.init(stream: nil, version: nil, what: .draft)) }
        let reviewer: Int64 = row[2]
        func found(_ bytes: [UInt8]) -> ReferralRow {
            ReferralRow(
                partnership: partnership,
                reference: reference,
                author: author,
                reviewer: PersonID(number: reviewer),
                changed: Timestamp(milliseconds: row[3]),
                version: row[4],
                bytes: bytes
            )
        }
        let key = try keys.keys(of: partnership, db).wrapping.derived(for: "referral")
        let binding = found([]).binding(version: row[4])
        guard let bytes = Sealing.open(row[5] as Data, with: key, boundTo: binding) else {
            throw StoreError.altered(
                .init(stream: EventStream(partnership, reference), version: row[4], what: .draft)
            )
        }
        return found(bytes)
    }
}

extension ReferralRow {
    /// Nobody gives another's referral herself for author by changing a row.
    fileprivate func binding(version: Int) -> [UInt8] {
        Array(
            """
            referral \(partnership) \(reference.path) \(author) \
            \(reviewer.map { "\($0)" } ?? "-") \(changed.milliseconds) \(version)
            """.utf8
        )
    }
}
