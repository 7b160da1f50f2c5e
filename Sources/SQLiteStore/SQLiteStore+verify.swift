package import CaseStores
import Foundation
import GRDB
import Partnerships

extension SQLiteStore {
    package func verify(
        against heads: [SignedHead]
    ) async throws(StoreError) -> [StoreFinding] {
        try await reading { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM partnership ORDER BY id")
            let known = rows.compactMap { PartnershipID(number: $0["id"]) }
            var findings: [StoreFinding] = []
            for row in rows {
                guard let partnership = PartnershipID(number: row["id"]) else { continue }
                var verifying = Verifying(store: self, db: db, partnership: partnership)
                try verifying.streams()
                try verifying.head(row, against: heads.filter { $0.partnership == partnership })
                try verifying.looks(row)
                findings += verifying.findings
            }
            for head in heads where !known.contains(head.partnership) {
                findings.append(
                    StoreFinding(
                        partnership: head.partnership,
                        what: .shorter(byActs: head.acts)
                    )
                )
            }
            return findings
        }
    }
}

/// Reads everything that one partnership recorded, and says what is not as it was written.
private struct Verifying {
    let store: SQLiteStore
    let db: Database
    let partnership: PartnershipID
    private(set) var findings: [StoreFinding] = []

    init(store: SQLiteStore, db: Database, partnership: PartnershipID) {
        self.store = store
        self.db = db
        self.partnership = partnership
    }

    private mutating func find(
        _ what: StoreFinding.What,
        _ stream: EventStream? = nil,
        _ version: Int? = nil
    ) {
        findings.append(
            StoreFinding(partnership: partnership, stream: stream, version: version, what: what)
        )
    }

    mutating func streams() throws {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT number, version, chain FROM stream WHERE partnership = ? ORDER BY number",
            arguments: [partnership.number]
        )
        for row in rows {
            guard let stream = EventStream(partnership: partnership, number: row[0]) else {
                find(.altered(.row))
                continue
            }
            try self.stream(stream, version: row[1], chain: Array(row[2] as Data))
        }
    }

    private mutating func stream(_ stream: EventStream, version: Int, chain: [UInt8]) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT version, recorded, actor, generation, commitment, sealed, chain FROM event
                WHERE partnership = ? AND stream = ? ORDER BY version
                """,
            arguments: [partnership.number, stream.number]
        )
        var expected = 1
        var link = Chain.start
        while let row = try rows.next() {
            let found: Int = row[0]
            while expected < found, expected <= version {
                find(.missing, stream, expected)
                expected += 1
            }
            if found > version { find(.tooMany, stream, found) }
            let kept = Array(row[6] as Data)
            let isAfterGap = findings.last?.version == found - 1 && findings.last?.what == .missing
            check(row, of: stream, version: found, after: isAfterGap ? nil : link, kept: kept)
            link = kept
            expected = found + 1
        }
        while expected <= version {
            find(.missing, stream, expected)
            expected += 1
        }
        if link != chain, findings.last?.stream != stream {
            find(.altered(.chain), stream, version)
        }
    }

    /// One event against its seal, its commitment and the chain.
    private mutating func check(
        _ row: Row,
        of stream: EventStream,
        version: Int,
        after link: [UInt8]?,
        kept: [UInt8]
    ) {
        guard let event = SealedEvent(row, of: stream) else {
            find(.altered(.header), stream, version)
            return
        }
        if let link, event.chained(after: link) != kept {
            // The header stands in the clear: where the rest still opens under another header, it was the header.
            find(.altered(opens(event, kept: kept, link) ? .chain : .header), stream, version)
            return
        }
        guard let key = try? store.keys.key(of: stream, generation: event.header.generation, db)
        else {
            find(.altered(.key), stream, version)
            return
        }
        if event.open(with: key) == nil { find(.altered(.payload), stream, version) }
    }

    private func opens(_ event: SealedEvent, kept: [UInt8], _ link: [UInt8]) -> Bool {
        let stream = event.header.stream
        guard let key = try? store.keys.key(of: stream, generation: event.header.generation, db)
        else { return false }
        return event.open(with: key) != nil
    }

    mutating func head(_ row: Row, against outside: [SignedHead]) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT act, stream, version, chain FROM event WHERE partnership = ?
                ORDER BY act, stream, version
                """,
            arguments: [partnership.number]
        )
        var acts = Acts(partnership: partnership)
        while let row = try rows.next() {
            acts.add(act: row[0], stream: row[1], version: row[2], link: Array(row[3] as Data))
        }
        acts.end()
        let count: Int = row["acts"]
        let head = Array(row["head"] as Data)
        if (acts.heads.count != count || acts.heads.last ?? Chain.start != head)
            && findings.isEmpty
        {
            find(.altered(.head))
        }
        let signing = store.keys.installation.signing
        let signed = SignedHead(
            partnership: partnership,
            acts: count,
            head: Data(head),
            recorded: Timestamp(milliseconds: row["signed"]),
            signature: row["signature"],
            publicKey: Data(signing.publicKey)
        )
        if !signed.isGenuine { find(.notSigned) }
        for other in outside { compare(other, acts.heads, signing) }
    }

    private mutating func compare(_ other: SignedHead, _ heads: [[UInt8]], _ signing: SigningKey) {
        guard other.isGenuine, Array(other.publicKey) == signing.publicKey else {
            find(.headNotOurs)
            return
        }
        if other.acts > heads.count {
            find(.shorter(byActs: other.acts - heads.count))
        } else if other.acts > 0, heads[other.acts - 1] != Array(other.head) {
            find(.rebuilt(act: other.acts))
        }
    }

    mutating func looks(_ row: Row) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, recorded, person, reference, sealed, chain FROM look
                WHERE partnership = ? ORDER BY number
                """,
            arguments: [partnership.number]
        )
        var link = Chain.start
        var expected = 1
        while let row = try rows.next() {
            let number: Int = row[0]
            let kept = Array(row[5] as Data)
            if number != expected {
                find(.missing, nil, expected)
            } else if !isWhole(row, link, kept) {
                find(.altered(.look), nil, number)
            }
            link = kept
            expected = number + 1
        }
        let count: Int = row["looks"]
        if expected <= count {
            find(.missing, nil, expected)
        } else if link != Array(row["look_head"] as Data) || expected - 1 != count {
            find(.altered(.look), nil, count)
        }
    }

    private func isWhole(_ row: Row, _ link: [UInt8], _ kept: [UInt8]) -> Bool {
        guard let look = try? store.look(row, partnership, db) else { return false }
        let header = SQLiteStore.lookHeader(look, row[0])
        return Chain.look(after: link, header, Array(row[4] as Data)) == kept
    }
}

/// The heads that follow from the links of acts, an act after the other.
private struct Acts {
    let partnership: PartnershipID
    private(set) var heads: [[UInt8]] = []
    private var act = 0
    private var links: [(stream: EventStream, version: Int, link: [UInt8])] = []

    init(partnership: PartnershipID) {
        self.partnership = partnership
    }

    mutating func add(act: Int, stream: Int64, version: Int, link: [UInt8]) {
        if act != self.act {
            end()
            self.act = act
        }
        guard let stream = EventStream(partnership: partnership, number: stream) else { return }
        links.append((stream, version, link))
    }

    mutating func end() {
        guard !links.isEmpty else { return }
        heads.append(Chain.head(after: heads.last ?? Chain.start, act: act, links: links))
        links = []
    }
}
