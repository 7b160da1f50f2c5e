import CaseStores
import Foundation
import GRDB
import Partnerships
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("What every store promises of links: found by their hash, changed one at a time")
struct LinkContractTests {
    private let token = [UInt8](repeating: 7, count: 32)
    private let other = [UInt8](repeating: 8, count: 32)
    private let key = SeatKey(partnership: .marlshire, reference: "4qx-7md", seat: 30)

    private var link: SeatLink {
        SeatLink(
            token: token,
            partnership: .marlshire,
            reference: "4qx-7md",
            request: 20,
            seat: 30,
            made: .monday
        )
    }

    private func linked(_ maker: StoreMaker) async throws -> MadeStore {
        let made = try await maker.make()
        _ = try await made.store.append(.of(["asked"], after: 0, links: [link]))
        return made
    }

    private func session(_ text: String, of key: SeatKey? = nil) -> StoredSeatSession {
        StoredSeatSession(
            key: key ?? self.key,
            ends: .monday.advanced(byHours: 12),
            record: Array(text.utf8)
        )
    }

    @Test(arguments: StoreMaker.allCases)
    func `a link is found by its hash alone, and is what the act wrote`(maker: StoreMaker)
        async throws
    {
        let made = try await linked(maker)
        #expect(try await made.links.link(token) == link)
        #expect(try await made.links.link(other) == nil)
        #expect(try await made.store.verify() == [])
    }

    @Test(arguments: StoreMaker.allCases)
    func `an act that is not written leaves no link`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        await #expect(throws: StoreError.self) {
            try await made.store.append(.of(["asked"], after: 3, links: [link]))
        }
        #expect(try await made.links.link(token) == nil)
    }

    @Test(arguments: StoreMaker.allCases)
    func `the state of a seat is written over the version it was made from, once`(
        maker: StoreMaker
    ) async throws {
        let made = try await linked(maker)
        #expect(try await made.links.seatState(of: key) == nil)
        #expect(try await made.links.saveSeatState([1], of: key, over: 0))
        #expect(try await made.links.saveSeatState([2], of: key, over: 0) == false)
        #expect(try await made.links.saveSeatState([3], of: key, over: 1))
        #expect(
            try await made.links.seatState(of: key) == StoredSeatState(version: 2, record: [3])
        )
    }

    @Test(arguments: StoreMaker.allCases)
    func `of many who change a seat at once each is counted`(maker: StoreMaker) async throws {
        let made = try await linked(maker)
        let links = made.links
        let key = key
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    while true {
                        let state = try await links.seatState(of: key)
                        let count = (state?.record.first ?? 0) + 1
                        let version = state?.version ?? 0
                        if try await links.saveSeatState([count], of: key, over: version) { return }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await links.seatState(of: key)?.record == [12])
    }

    @Test(arguments: StoreMaker.allCases)
    func `a session is renewed over what was read, and an ended one stays ended`(
        maker: StoreMaker
    ) async throws {
        let made = try await linked(maker)
        try await made.links.saveSeatSession(session("a"), token: token)
        #expect(try await made.links.seatSession(token) == session("a"))
        #expect(
            try await made.links.renewSeatSession(
                session("b"),
                over: Array("a".utf8),
                token: token
            )
        )
        #expect(
            try await made.links.renewSeatSession(
                session("c"),
                over: Array("a".utf8),
                token: token
            ) == false
        )
        try await made.links.endSeatSession(token)
        #expect(
            try await made.links.renewSeatSession(
                session("c"),
                over: Array("b".utf8),
                token: token
            ) == false
        )
        #expect(try await made.links.seatSession(token) == nil)
    }

    @Test(arguments: StoreMaker.allCases)
    func `all who came by one seat are signed out, and nobody else`(maker: StoreMaker)
        async throws
    {
        let made = try await linked(maker)
        let colleague = SeatKey(partnership: .marlshire, reference: "4qx-7md", seat: 31)
        try await made.links.saveSeatSession(session("a"), token: token)
        try await made.links.saveSeatSession(session("b", of: colleague), token: other)
        #expect(try await made.links.endSeatSessions(of: key) == 1)
        #expect(try await made.links.seatSession(token) == nil)
        #expect(try await made.links.seatSession(other) != nil)
        try await made.links.sweepSeatSessions(endedBefore: .monday.advanced(byHours: 13))
        #expect(try await made.links.seatSession(other) == nil)
    }

    @Test(arguments: [
        "UPDATE seat_link SET seat = 31", "UPDATE seat_link SET request = 21",
        "UPDATE seat_link SET made = made + 1",
    ])
    func `a link that was turned to something else opens nothing`(sql: String) async throws {
        let made = try await linked(.sqlite)
        try await made.sqlite.pool.write { try $0.execute(sql: sql) }
        await #expect(throws: StoreError.self) { try await made.links.link(token) }
    }

    @Test func `a session put under another token, or another seat, opens nothing`() async throws {
        let made = try await linked(.sqlite)
        try await made.links.saveSeatSession(session("a"), token: token)
        let other = other
        try await made.sqlite.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO seat_session
                    SELECT ?, partnership, reference, seat, ends, sealed FROM seat_session
                    """,
                arguments: [Data(other)]
            )
            try db.execute(
                sql: "UPDATE seat_session SET seat = 31 WHERE token <> ?",
                arguments: [Data(other)]
            )
        }
        await #expect(throws: StoreError.self) { try await made.links.seatSession(other) }
        await #expect(throws: StoreError.self) { try await made.links.seatSession(token) }
    }
}
