import CaseFiles
import CaseStores
import Foundation
import Partnerships
import Procedures
import SQLiteStore
import TestSupport
import Testing
import WorkingDays

@testable import Desk

@Suite("Minutes sent round: who is written to, and what the message holds")
struct MeetingMailTests {
    private static let meeting: EntryID = 8000
    private static let neil: EntryID = 8001
    private static let pat: EntryID = 8002
    private static let beth: EntryID = 8003
    private static let quinn: EntryID = 8004

    private static let people = [
        person(neil, "Neil Ashdown", "\(PersonID.neil)@marl.test", .member),
        person(pat, "Pat Lee", "pat@marlshire-school.test", .practitioner),
        person(beth, "Beth Coombe", "beth@marlshire-police.test", .agency),
        person(quinn, "Quinn Hale", "quinn@elsewhere.test", .agency),
    ]

    private static func person(
        _ entry: EntryID,
        _ name: String,
        _ email: String,
        _ part: MeetingPerson.Part
    ) -> MeetingPerson {
        MeetingPerson(entry: entry, name: name, role: "Lead", email: email, part: part)
    }

    private static func time(_ from: String, _ until: String) throws -> MeetingTime {
        MeetingTime(
            day: "2026-01-05",
            from: try #require(Minute(from)),
            until: try #require(Minute(until))
        )
    }

    /// A meeting on Mon 5 Jan 2026 that Pat leaves before its last item, with its minutes put forward.
    private static func minuted() async throws -> (test: TestDesk, file: CaseFile) {
        let test = try await TestDesk()
        try await test.trust("marlshire-police.test")
        let neil = CasePerson(person: .neil, roles: [], from: "2026-01-05", until: nil)
        let arranged = CaseEvent.MeetingArranged(
            entry: meeting,
            step: "rapid-review-meeting",
            time: try time("10:00", "11:30"),
            place: "Room 3",
            chair: MeetingChair(name: "Sue Hart"),
            convenedAs: nil,
            people: people,
            agenda: [
                MeetingItem(id: "item-1", item: "The facts"),
                MeetingItem(id: "item-2", item: "The threshold", without: ["practitioners"]),
            ],
            reconvenes: nil,
            outside: "The window is not known yet"
        )
        let begun = try #require(Minute("10:02"))
        let ended = try #require(Minute("11:20"))
        let parts = [
            CaseEvent.Part(
                title: "The facts",
                lines: [.init(asks: "What was said", says: "Ayla fell")]
            )
        ]
        let commands: [MeetingCommand] = [
            .arrange(arranged, booking: 8100),
            .begin(.init(meeting: meeting, day: "2026-01-05", minute: begun)),
            .arrive(.init(meeting: meeting, person: Self.neil, minute: begun, words: "")),
            .end(
                .init(
                    entry: 8200,
                    meeting: meeting,
                    minute: ended,
                    isQuorate: false,
                    statedBy: "Sue Hart",
                    reason: ""
                ),
                present: "Neil Ashdown"
            ),
            .putMinutesForward(
                .init(
                    entry: 8300,
                    meeting: meeting,
                    parts: parts,
                    digest: digest(of: .none, reading: parts)
                )
            ),
        ]
        let file = try await test.desk.handle(
            [.putOn(neil)] + commands.map { .meeting($0) },
            on: .first,
            seen: .max,
            for: test.asking(.joan, hoursLater: 6)
        )
        return (test, file)
    }

    private static func circulation(
        to people: [EntryID],
        and others: [String]
    ) -> [CaseCommand] {
        let meant = Self.people.filter { people.contains($0.entry) }
        let sent = CaseEvent.MinutesCirculated(
            entry: 8400,
            meeting: meeting,
            version: 8300,
            to: meant.map(\.name) + others,
            day: "2026-01-05",
            minute: nil,
            how: "secure e-mail",
            people: people
        )
        return [.meeting(.circulateMinutes(sent))]
            + meant.enumerated().map { place, person in
                .meeting(
                    .queueMinutesMail(
                        CaseEvent.MinutesMailQueued(
                            entry: EntryID(number: 8500 + Int64(place)) ?? 0,
                            meeting: meeting,
                            circulation: 8400,
                            person: person.entry,
                            email: person.email,
                            byHand: false
                        )
                    )
                )
            }
    }

    private static func circulate(
        _ test: TestDesk,
        _ file: CaseFile,
        to people: [EntryID],
        and others: [String] = [],
        sendsMail: Bool = true
    ) async throws(DeskError) -> CaseFile {
        try await MeetingDesk(cases: test.desk, sendsMail: sendsMail).handle(
            circulation(to: people, and: others),
            on: .first,
            seen: file.version,
            for: test.asking(.joan, hoursLater: 7)
        )
    }

    @Test
    func
        `each is written to in the act that records it, and the message holds nothing of the case`()
        async throws
    {
        let (test, file) = try await Self.minuted()
        let after = try await Self.circulate(test, file, to: [Self.neil, Self.beth, Self.quinn])
        let mails = try #require(after.meeting(Self.meeting)?.minutesMails)
        #expect(mails.map(\.queued.person) == [Self.neil, Self.beth, Self.quinn])
        // Nobody vouches for the third address: a person tells her.
        #expect(mails.map(\.queued.byHand) == [false, false, true])
        let taken = try await test.store.takeMessages(
            dueAt: test.asking(.joan, hoursLater: 8).time,
            until: test.asking(.joan, hoursLater: 9).time,
            limit: 10
        )
        let sent = taken.compactMap { OutgoingMail(stored: $0.body) }
        #expect(Set(sent.map(\.about.name)) == ["Neil Ashdown", "Beth Coombe"])
        for mail in sent {
            #expect(mail.about.kind == .minutes)
            #expect(mail.subject == "Minutes: Rapid review meeting, case 4QX-7MD")
            let text = ([mail.subject] + mail.paragraphs + [mail.link ?? ""]).joined(
                separator: "\n"
            )
            for fact in ["Ayla", "Example", "Portwell", "fell", "Room 3", "Pat Lee"] {
                #expect(!text.contains(fact), "\(fact)")
            }
            #expect(text.contains("not approved yet"))
            // Whoever signs in and may read them finds them; others are told that they come another way.
            let readsHere = mail.about.name == "Neil Ashdown"
            #expect((mail.link != nil) == readsHere)
            #expect(mail.link?.hasSuffix("/papers/minutes") ?? true)
            #expect(text.contains("They are not in this message") == !readsHere)
        }
    }

    @Test func `where no mail leaves, each is left to be told by hand`() async throws {
        let (test, file) = try await Self.minuted()
        let after = try await Self.circulate(test, file, to: [Self.neil], sendsMail: false)
        #expect(after.meeting(Self.meeting)?.minutesMails.map(\.queued.byHand) == [true])
        #expect(try await test.store.messages(of: test.marlshire, limit: 10).isEmpty)
    }

    private static func exclude(
        _ name: String,
        _ email: String,
        _ test: TestDesk,
        entry: EntryID
    ) async throws {
        try await test.partnerships.handle(
            .exclude(
                entry,
                from: .first,
                person: nil,
                name: name,
                email: email,
                reason: "She is family"
            ),
            in: test.marlshire,
            by: .person(.joan),
            at: test.monday
        )
    }

    @Test func `whoever left before part of it, or is kept from the case since, is sent nothing`()
        async throws
    {
        let (test, file) = try await Self.minuted()
        await #expect(
            throws: DeskError.caseRefused(.meeting(.minutesAreNotFor(["Pat Lee"])))
        ) {
            _ = try await Self.circulate(test, file, to: [Self.neil, Self.pat])
        }
        try await Self.exclude("Beth Coombe", "beth@marlshire-police.test", test, entry: 8900)
        await #expect(
            throws: DeskError.caseRefused(.meeting(.minutesAreNotFor(["Beth Coombe"])))
        ) {
            _ = try await Self.circulate(test, file, to: [Self.neil, Self.beth])
        }
        // Nor by writing her name into the other box.
        await #expect(
            throws: DeskError.caseRefused(.meeting(.minutesAreNotFor(["Beth Coombe"])))
        ) {
            _ = try await Self.circulate(test, file, to: [Self.neil], and: ["beth  coombe"])
        }
        try await Self.exclude("Una Grey", "", test, entry: 8901)
        await #expect(
            throws: DeskError.caseRefused(.meeting(.minutesAreNotFor(["una grey"])))
        ) {
            _ = try await Self.circulate(test, file, to: [Self.neil], and: ["una grey"])
        }
        #expect(try await test.store.messages(of: test.marlshire, limit: 10).isEmpty)
        let opened = try await test.desk.opened(.first, toDo: .see, for: test.asking(.joan))
        #expect(opened.file.version == file.version)
    }

    @Test(arguments: [MessageOutcome.delivered, .mayHaveArrivedTwice, .failed])
    func `a form opened before it is known what became of a message is still taken`(
        outcome: MessageOutcome
    ) async throws {
        let (test, file) = try await Self.minuted()
        let seen = try await Self.circulate(test, file, to: [Self.neil, Self.beth])
        let message = try #require(seen.meeting(Self.meeting)?.minutesMails.first?.queued.entry)
        try await test.desk.record(
            [.settleMessage(.init(message: message, outcome: outcome, words: "550"))],
            on: .first,
            in: test.marlshire,
            at: test.asking(.joan, hoursLater: 8).time
        )
        let written = try await test.desk.handle(
            .writeLogEntry("Rang", day: "2026-01-05", corrects: nil, entry: 9300),
            on: .first,
            seen: seen.version,
            for: test.asking(.joan, hoursLater: 8)
        )
        #expect(written.version == seen.version + 2)
        #expect(written.meeting(Self.meeting)?.minutesMails.first?.settled != nil)
    }

    @Test func `what a person records of a message is seen by whoever has a form open`()
        async throws
    {
        let (test, file) = try await Self.minuted()
        let seen = try await Self.circulate(test, file, to: [Self.quinn])
        let message = try #require(seen.meeting(Self.meeting)?.minutesMails.first?.queued.entry)
        let settled = CaseEvent.MessageSettled(
            message: message,
            outcome: .sentByHand,
            words: "By telephone"
        )
        try await test.desk.handle(
            .request(.settleMessage(settled)),
            on: .first,
            seen: seen.version,
            for: test.asking(.joan, hoursLater: 8)
        )
        do throws(DeskError) {
            try await test.desk.handle(
                .writeLogEntry("Rang", day: "2026-01-05", corrects: nil, entry: 9300),
                on: .first,
                seen: seen.version,
                for: test.asking(.joan, hoursLater: 8)
            )
            Issue.record("it is not told")
        } catch {
            guard case .overtaken = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
