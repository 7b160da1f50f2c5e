import CaseStores
import Foundation
import GRDB
import Partnerships
import Synchronization

/// The keys, unwrapped when first used; a bounded number of them at a time.
final class KeyCache: Sendable {
    let installation: InstallationKeys
    let account: SealingKey
    let lookup: SealingKey
    private let partnerships = Mutex<[PartnershipID: PartnershipKeys]>([:])
    private let streams = Mutex<[Place: SealingKey]>([:])

    struct PartnershipKeys: Sendable {
        let wrapping: SealingKey
        let search: SealingKey
    }

    private struct Place: Hashable {
        let stream: EventStream
        let generation: Int
    }

    private static let most = 10_000

    init(installation: InstallationKeys, row: StoreRow) throws {
        self.installation = installation
        let wrapping = installation.wrapping
        guard wrapping.token(of: row.id) == row.keyCheck,
            let account = wrapping.unwrap(
                row.wrappedAccountKey,
                boundTo: StoreRow.binding("account")
            ),
            let lookup = wrapping.unwrap(row.wrappedLookupKey, boundTo: StoreRow.binding("lookup"))
        else { throw StoreError.wrongKey }
        self.account = account
        self.lookup = lookup
    }

    func keys(of partnership: PartnershipID, _ db: Database) throws -> PartnershipKeys {
        if let found = partnerships.withLock({ $0[partnership] }) { return found }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT wrapped_key, wrapped_search_key FROM partnership WHERE id = ?"
            ),
            arguments: [partnership.number]
        )
        guard let row else { throw StoreError.unknownPartnership(partnership) }
        let wrapping = installation.wrapping
        guard
            let key = wrapping.unwrap(
                row["wrapped_key"] as Data,
                boundTo: Self.binding("partnership", partnership)
            ),
            let search = wrapping.unwrap(
                row["wrapped_search_key"] as Data,
                boundTo: Self.binding("search", partnership)
            )
        else {
            throw StoreError.altered(
                .init(stream: EventStream(partnership), version: nil, what: .key)
            )
        }
        let keys = PartnershipKeys(wrapping: key, search: search)
        partnerships.withLock { $0[partnership] = keys }
        return keys
    }

    func key(of stream: EventStream, generation: Int, _ db: Database) throws -> SealingKey {
        let place = Place(stream: stream, generation: generation)
        if let found = streams.withLock({ $0[place] }) { return found }
        let partnership = try keys(of: stream.partnership, db)
        let wrapped = try Data.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT wrapped FROM stream_key
                    WHERE partnership = ? AND stream = ? AND generation = ?
                    """
            ),
            arguments: [stream.partnership.number, stream.number, generation]
        )
        let binding = Self.binding(stream, generation)
        guard let wrapped, let key = partnership.wrapping.unwrap(wrapped, boundTo: binding) else {
            throw StoreError.altered(.init(stream: stream, version: nil, what: .key))
        }
        streams.withLock { streams in
            if streams.count >= Self.most { streams.removeAll(keepingCapacity: true) }
            streams[place] = key
        }
        return key
    }

    func forget(_ stream: EventStream) {
        streams.withLock { streams in
            streams = streams.filter { $0.key.stream != stream }
        }
    }

    static func binding(_ purpose: String, _ partnership: PartnershipID) -> [UInt8] {
        Array("sightline \(purpose) key \(partnership)".utf8)
    }

    static func binding(_ stream: EventStream, _ generation: Int) -> [UInt8] {
        Array("sightline stream key \(stream.partnership) \(stream.number) \(generation)".utf8)
    }
}
