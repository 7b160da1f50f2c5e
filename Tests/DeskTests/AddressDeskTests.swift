import CaseStores
import Credentials
import Desk
import Foundation
import Partnerships
import SQLiteStore
import TestSupport
import Testing
import WorkingDays

@Suite("Addresses that answer a mail without case content")
struct AddressDeskTests {
    private static let address = "lea@school.test"

    private static func withSchool() async throws -> TestDesk {
        let test = try await TestDesk()
        let school = Agency(
            agency: 900,
            name: "Harbour School",
            kind: .school,
            contacts: [Agency.Contact(.lead, name: "Lea Lead", email: address)]
        )
        try await test.partnerships.handle(
            .addAgency(school),
            in: test.marlshire,
            by: .person(.joan),
            at: test.monday
        )
        return test
    }

    /// The token in the link of the only message that waits.
    private static func token(_ test: TestDesk, at now: Timestamp) async throws -> Token {
        let taken = try await test.store.takeMessages(
            dueAt: now,
            until: now.advanced(byHours: 1),
            limit: 5
        )
        let message = try #require(taken.first)
        #expect(taken.count == 1)
        let mail = try #require(OutgoingMail(stored: message.body))
        #expect(mail.about.reference == nil)
        #expect(mail.address == address)
        let link = try #require(mail.link)
        let text = try #require(link.split(separator: "/").last)
        return try #require(Token(String(text)))
    }

    @Test func `whoever presses the button confirms the address, once`() async throws {
        let test = try await Self.withSchool()
        let desk = AddressDesk(partnerships: test.partnerships)
        try await desk.check(Self.address, of: "Lea Lead", for: test.asking(.joan))
        let token = try await Self.token(test, at: test.monday)
        #expect(
            try await test.partnerships.partnership(test.marlshire)
                .trust(of: Self.address) == .notYet
        )
        #expect(try await desk.answer(token, at: test.monday.advanced(byHours: 24)))
        let trust = try await test.partnerships.partnership(test.marlshire)
            .trust(of: Self.address)
        #expect(trust == .confirmed(at: test.monday.advanced(byHours: 24)))
        #expect(try await desk.answer(token, at: test.monday.advanced(byHours: 25)) == false)
    }

    @Test func `a link that is too old, or of a mail before the last, confirms nothing`()
        async throws
    {
        let test = try await Self.withSchool()
        let desk = AddressDesk(partnerships: test.partnerships)
        try await desk.check(Self.address, of: "Lea Lead", for: test.asking(.joan))
        let first = try await Self.token(test, at: test.monday)
        try await desk.check(Self.address, of: "Lea Lead", for: test.asking(.joan))
        let second = try await Self.token(test, at: test.monday)
        #expect(try await desk.answer(first, at: test.monday) == false)
        let late = test.monday.advanced(byHours: 14 * 24)
        #expect(try await desk.answer(second, at: late) == false)
        #expect(try await desk.answer(second, at: late.advanced(byMilliseconds: -1)))
    }

    @Test func `nobody but a coordinator sends it, and to no address outside the directory`()
        async throws
    {
        let test = try await Self.withSchool()
        let desk = AddressDesk(partnerships: test.partnerships)
        await #expect(throws: DeskError.nothingHere) {
            try await desk.check(Self.address, of: "Lea Lead", for: test.asking(.mona))
        }
        await #expect(throws: DeskError.refused(.unknownAddress("stranger@school.test"))) {
            try await desk.check("stranger@school.test", of: "Stranger", for: test.asking(.joan))
        }
    }
}
