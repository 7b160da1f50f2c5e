import CaseStores
import Foundation
import GRDB
import Partnerships
import WorkingDays

/// Stands for a day that is not set, after every day that can be written.
let noDay: Int64 = 2_147_483_647

extension SQLiteStore {
    /// Replaces what lists show of a case, touching only the rows that differ.
    func write(_ row: CaseRow, of act: Act, _ db: Database) throws {
        let stream = EventStream(act.partnership, row.reference)
        let before = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT next_due, is_open, terms FROM case_summary
                    WHERE partnership = ? AND reference = ?
                    """
            ),
            arguments: [act.partnership.number, row.reference.number]
        )
        let terms = try tokens(of: row, act.partnership, db)
        let digest = Data(digest(terms))
        try writeSummary(row, of: act, stream, digest, db)
        try writeMembers(row, act.partnership, db)
        try writeDueItems(row, act.partnership, db)
        if before?["terms"] as Data? != digest {
            try writeTokens(terms, row, act.partnership, db)
        }
    }

    private func writeSummary(
        _ row: CaseRow,
        of act: Act,
        _ stream: EventStream,
        _ terms: Data,
        _ db: Database
    ) throws {
        let generation = try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT generation FROM stream WHERE partnership = ? AND number = ?"
            ),
            arguments: [stream.partnership.number, stream.number]
        )
        guard let generation else {
            throw StoreError.altered(.init(stream: stream, version: nil, what: .missing))
        }
        let key = try keys.key(of: stream, generation: generation, db)
        let sealed = Sealing.seal(
            row.summary,
            with: key,
            boundTo: Self.summaryBinding(stream, row.version)
        )
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO case_summary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            act.partnership.number, row.reference.number, row.version, row.stage, row.route,
            row.nextDue.map { Int64($0.number) } ?? noDay, row.isOpen, act.recorded.milliseconds,
            generation, terms, Data(sealed),
        ])
    }

    static func summaryBinding(_ stream: EventStream, _ version: Int) -> [UInt8] {
        Array("summary \(stream.partnership) \(stream.number) \(version)".utf8)
    }

    private func writeMembers(
        _ row: CaseRow,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws {
        let wanted = Set(memberRows(row))
        let found = try members(of: row.reference, partnership, db)
        let delete = try db.cachedStatement(
            sql: """
                DELETE FROM case_member WHERE partnership = ? AND person = ? AND is_open = ?
                    AND next_due = ? AND reference = ?
                """
        )
        for member in found.subtracting(wanted) {
            try delete.execute(arguments: [
                partnership.number, member.person, member.isOpen, member.nextDue,
                row.reference.number,
            ])
        }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO case_member VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        for member in wanted.subtracting(found) {
            try insert.execute(arguments: [
                partnership.number, member.person, member.isOpen, member.nextDue,
                row.reference.number, member.from, member.until,
            ])
        }
    }

    func memberRows(_ row: CaseRow) -> [MemberRow] {
        row.members.map { member in
            MemberRow(
                person: member.person.number,
                isOpen: row.isOpen,
                nextDue: row.nextDue.map { Int64($0.number) } ?? noDay,
                from: Int64(member.from.number),
                until: member.until.map { Int64($0.number) } ?? noDay
            )
        }
    }

    func members(
        of reference: CaseReference,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> Set<MemberRow> {
        try Set(
            Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT person, is_open, next_due, from_day, until_day FROM case_member
                        WHERE partnership = ? AND reference = ?
                        """
                ),
                arguments: [partnership.number, reference.number]
            ).map { MemberRow($0) }
        )
    }

    struct MemberRow: Hashable {
        let person: Int64
        let isOpen: Bool
        let nextDue: Int64
        let from: Int64
        let until: Int64

        init(person: Int64, isOpen: Bool, nextDue: Int64, from: Int64, until: Int64) {
            self.person = person
            self.isOpen = isOpen
            self.nextDue = nextDue
            self.from = from
            self.until = until
        }

        init(_ row: Row) {
            person = row[0]
            isOpen = row[1]
            nextDue = row[2]
            from = row[3]
            until = row[4]
        }
    }

    private func writeDueItems(
        _ row: CaseRow,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws {
        let found = try dueItems(of: row.reference, partnership, db)
        let wanted = Set(row.dueItems)
        let delete = try db.cachedStatement(
            sql: "DELETE FROM due_item WHERE partnership = ? AND reference = ? AND line = ?"
        )
        for item in found.subtracting(wanted) {
            try delete.execute(arguments: [partnership.number, row.reference.number, item.line])
        }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO due_item VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for item in wanted.subtracting(found) {
            try insert.execute(arguments: [
                partnership.number, row.reference.number, item.line, item.step,
                item.due?.number, item.done?.number, item.person?.number, item.calendarVersion,
            ])
        }
    }

    func dueItems(
        of reference: CaseReference,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> Set<DueItem> {
        try Set(
            Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT line, step, due, done, person, calendar_version FROM due_item
                        WHERE partnership = ? AND reference = ?
                        """
                ),
                arguments: [partnership.number, reference.number]
            ).map { DueItem($0) }
        )
    }

    private func writeTokens(
        _ tokens: [[UInt8]: Int],
        _ row: CaseRow,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM search_token WHERE partnership = ? AND reference = ?",
            arguments: [partnership.number, row.reference.number]
        )
        let insert = try db.cachedStatement(
            sql: "INSERT INTO search_token VALUES (?, ?, ?, ?)"
        )
        for (token, rank) in tokens {
            try insert.execute(arguments: [
                partnership.number, Data(token), row.reference.number, rank,
            ])
        }
    }

    /// Each token with the best rank that a term gives it.
    func tokens(
        of row: CaseRow,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> [[UInt8]: Int] {
        let search = try keys.keys(of: partnership, db).search
        var tokens: [[UInt8]: Int] = [:]
        for (text, rank) in row.terms.flatMap({ searchTexts(of: $0) }) {
            let token = search.token(of: Array(text.utf8))
            tokens[token] = min(rank, tokens[token] ?? rank)
        }
        return tokens
    }

    private func digest(_ tokens: [[UInt8]: Int]) -> [UInt8] {
        let sorted = tokens.map { $0.key + [UInt8($0.value)] }
            .sorted { $0.lexicographicallyPrecedes($1) }
        return keys.lookup.token(of: sorted.flatMap(\.self))
    }
}

extension DueItem {
    init(_ row: Row) {
        self.init(
            line: row[0],
            step: row[1],
            due: (row[2] as Int?).flatMap { Day(number: $0) },
            done: (row[3] as Int?).flatMap { Day(number: $0) },
            person: (row[4] as Int64?).flatMap { PersonID(number: $0) },
            calendarVersion: row[5]
        )
    }
}
