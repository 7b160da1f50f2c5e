import CaseFiles
import CaseStores
import Foundation
import Pages
import Partnerships
import Procedures
import SQLiteStore
import TestSupport
import Testing
import WorkingDays

@testable import Desk

@Suite("One report, several people, a store that keeps")
struct ReportDraftTests {
    private static let question = "facts-text"

    private static func place(_ test: TestDesk) -> DraftDesk.Place {
        DraftDesk.Place(partnership: test.marlshire, reference: .first, document: 70)
    }

    private static func source(_ number: Int64) -> ReportSource {
        ReportSource(
            number: 0,
            kind: .agencyReturn,
            entry: EntryID(number: number),
            of: "Agency \(number)",
            part: "What was known?",
            version: 1,
            words: "",
            taken: "2026-01-05",
            by: .joan
        )
    }

    /// Puts a sentence under what is there, as somebody does who is shown both texts whenever another was first.
    private static func write(
        _ sentence: String,
        _ drafts: DraftDesk,
        _ test: TestDesk,
        _ person: PersonID
    ) async throws {
        var seen = try await drafts.parts(of: place(test), sections: ["facts"])["facts"]
        while true {
            let text = [seen?.answers.text(of: question), sentence].compactMap(\.self)
                .joined(separator: "\n")
            let outcome = try await drafts.save(
                FormAnswers(asGiven: [(name: question, value: text)]),
                as: "facts",
                of: place(test),
                over: seen?.version ?? 0,
                for: test.asking(person)
            )
            guard case .overtaken(let theirs) = outcome else { return }
            seen = theirs
        }
    }

    /// How often each of four people writes: `SIGHTLINE_ROUNDS=2000 swift test --filter ReportDraftTests` takes minutes.
    private static let rounds =
        ProcessInfo.processInfo.environment["SIGHTLINE_ROUNDS"].flatMap { Int($0) } ?? 12

    @Test(arguments: [rounds])
    func `two people write one section and a third takes into it: nothing is lost`(
        rounds: Int
    ) async throws {
        let test = try await TestDesk()
        let drafts = DraftDesk(store: test.store)
        let reports = ReportDrafts(store: test.store)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (person, name) in [(PersonID.joan, "Joan"), (.ruth, "Ruth")] {
                group.addTask {
                    for round in 0..<rounds {
                        try await Self.write("\(name) wrote \(round).", drafts, test, person)
                    }
                }
            }
            for taker in 0..<2 {
                group.addTask {
                    for round in 0..<rounds {
                        try await reports.take(
                            Self.source(Int64(1 + round % 5)),
                            into: "facts",
                            under: Self.question,
                            of: Self.place(test),
                            for: test.asking(.neil)
                        ) { number in
                            let words = "Taken \(taker)-\(round)."
                            return ("\(words) [\(number)]", words)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let part = try await drafts.parts(of: Self.place(test), sections: ["facts"])["facts"]
        let lines = try #require(part?.answers.lines(of: Self.question))
        let written = ["Joan", "Ruth"].flatMap { name in
            (0..<rounds).map { "\(name) wrote \($0)." }
        }
        for sentence in written { #expect(lines.filter { $0 == sentence }.count == 1) }
        let sources = try await reports.sources(of: Self.place(test))
        #expect(sources.map(\.number).sorted() == [1, 2, 3, 4, 5])
        for taker in 0..<2 {
            for round in 0..<rounds {
                let words = "Taken \(taker)-\(round)."
                let source = try #require(
                    sources.first { $0.entry == EntryID(number: Int64(1 + round % 5)) }
                )
                #expect(source.words.split(separator: "\n").contains(Substring(words)))
                #expect(lines.filter { $0 == "\(words) [\(source.number)]" }.count == 1)
            }
        }
        #expect(lines.count == 4 * rounds)
    }

    @Test func `the same place of the case keeps its number, another has the next`() async throws {
        let test = try await TestDesk()
        let reports = ReportDrafts(store: test.store)
        for (entry, words) in [(Int64(1), "One."), (2, "Two."), (1, "Three."), (1, "One.")] {
            try await reports.take(
                Self.source(entry),
                into: "facts",
                under: Self.question,
                of: Self.place(test),
                for: test.asking(.joan)
            ) { ("\(words) [\($0)]", words) }
        }
        let sources = try await reports.sources(of: Self.place(test))
        #expect(sources.map(\.number) == [1, 2])
        #expect(sources.map(\.words) == ["One.\nThree.", "Two."])
        let part = try await DraftDesk(store: test.store)
            .parts(of: Self.place(test), sections: ["facts"])["facts"]
        #expect(
            part?.answers.lines(of: Self.question)
                == ["One. [1]", "Two. [2]", "Three. [1]", "One. [1]"]
        )
    }

    @Test
    func `a head taken out while somebody writes under it is there again with what she wrote`()
        async throws
    {
        let test = try await TestDesk()
        let reports = ReportDrafts(store: test.store)
        let place = Self.place(test)
        let joan = test.asking(.joan)
        var head = OwnHead(id: "own-1", says: "What the dog saw", after: "facts")
        let added = try await reports.save([head], of: place, over: 0, for: joan)
        #expect(added == .saved(version: 1))
        head.isRemoved = true
        #expect(try await reports.save([head], of: place, over: 1, for: joan) == .saved(version: 2))
        #expect(try await reports.ownHeads(of: place).heads.map(\.isRemoved) == [true])
        _ = try await DraftDesk(store: test.store).save(
            FormAnswers(asGiven: [(name: "own-1-text", value: "It barked.")]),
            as: "own-1",
            of: place,
            over: 0,
            for: test.asking(.ruth)
        )
        let kept = try await reports.ownHeads(of: place)
        #expect(kept.version == 2 && kept.heads.map(\.isRemoved) == [false])
        // Over what somebody else has changed nothing is saved.
        let late = try await reports.save([], of: place, over: 1, for: test.asking(.ruth))
        guard case .overtaken = late else {
            Issue.record("saved over another's heads: \(late)")
            return
        }
    }
}

@Suite("A report that is signed")
struct ReportSigningTests {
    private static func put(_ text: String, entry: EntryID, digest: String? = nil) -> CaseCommand {
        let answers = FormAnswers(asGiven: [(name: "recommendation-text", value: text)])
        let parts = [
            CaseEvent.Part(title: "1. Recommendation", lines: [.init(asks: "", says: text)])
        ]
        return .putForward(
            CaseEvent.PaperPutForward(
                entry: entry,
                document: 70,
                paper: "recommendations",
                form: "report",
                answers: answers,
                parts: parts,
                digest: digest ?? Desk.digest(of: answers, reading: parts, from: []),
                reviewedBy: nil,
                sources: []
            )
        )
    }

    private static func signing(
        _ person: PersonID,
        _ digest: String,
        entry: EntryID
    ) -> CaseCommand {
        .sign(
            CaseCommand.Sign(
                entry: entry,
                step: "sign-recommendations",
                person: person,
                standingInFor: nil,
                digest: digest,
                words: ""
            )
        )
    }

    /// A report put forward, which Neil and Mona are to sign.
    private static func test() async throws -> (test: TestDesk, file: CaseFile, digest: String) {
        let test = try await TestDesk()
        for person in [PersonID.neil, .mona] {
            try await test.desk.handle(
                .putOn(
                    CasePerson(
                        person: person,
                        roles: ["leadership"],
                        from: "2026-01-05",
                        until: nil
                    )
                ),
                on: .first,
                seen: .max,
                for: test.asking(.joan)
            )
        }
        let file = try await test.desk.handle(
            put("Hold a local review.", entry: 300),
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        let digest = try #require(file.paper("recommendations")?.newest?.digest)
        return (test, file, digest)
    }

    private static func outcome(
        _ test: TestDesk,
        _ command: CaseCommand,
        _ person: PersonID,
        seen: Int
    ) async -> Result<CaseFile, DeskError> {
        do throws(DeskError) {
            return .success(
                try await test.desk.handle(
                    command,
                    on: .first,
                    seen: seen,
                    for: test.asking(person)
                )
            )
        } catch {
            return .failure(error)
        }
    }

    @Test func `of two who sign at once one wins, and the other is told and signs next`()
        async throws
    {
        let (test, file, digest) = try await Self.test()
        async let one = Self.outcome(
            test,
            Self.signing(.neil, digest, entry: 400),
            .neil,
            seen: file.version
        )
        async let other = Self.outcome(
            test,
            Self.signing(.mona, digest, entry: 500),
            .mona,
            seen: file.version
        )
        let outcomes = await [(PersonID.neil, one), (.mona, other)]
        let lost = outcomes.filter { if case .failure = $0.1 { true } else { false } }
        #expect(lost.count == 1)
        let (loser, result) = try #require(lost.first)
        guard case .failure(.overtaken(let events)) = result else {
            Issue.record("the other is not told what was recorded")
            return
        }
        #expect(
            events.contains {
                if case .paperSigned(let sign) = $0.event { sign.person != loser } else { false }
            }
        )
        let after = try await test.desk.handle(
            Self.signing(loser, digest, entry: 600),
            on: .first,
            seen: events.map(\.version).max() ?? 0,
            for: test.asking(loser)
        )
        #expect(after.paper("recommendations")?.newest?.signatures.count == 2)
        #expect(after.standing(OccurrenceName("sign-recommendations")).count == 1)
    }

    @Test func `of one who signs twice at once there is one signature`() async throws {
        let (test, file, digest) = try await Self.test()
        await withTaskGroup(of: Void.self) { group in
            for entry in 400..<406 {
                group.addTask {
                    _ = await Self.outcome(
                        test,
                        Self.signing(.neil, digest, entry: EntryID(number: Int64(entry)) ?? 0),
                        .neil,
                        seen: entry % 2 == 0 ? file.version : .max
                    )
                }
            }
        }
        let opened = try await test.desk.opened(.first, toDo: .see, for: test.asking(.joan))
        #expect(opened.file.paper("recommendations")?.newest?.signatures.count == 1)
        #expect(try await test.desk.verify(against: []).isEmpty)
    }

    @Test
    func `a new version while somebody signs: her signature is not for words she has not read`()
        async throws
    {
        let (test, _, digest) = try await Self.test()
        try await test.desk.handle(
            Self.put("Hold no local review.", entry: 350),
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        await #expect(
            throws: DeskError.caseRefused(.wordsHaveChanged("sign-recommendations"))
        ) {
            try await test.desk.handle(
                Self.signing(.neil, digest, entry: 400),
                on: .first,
                seen: .max,
                for: test.asking(.neil)
            )
        }
    }

    @Test func `words that are not those of their digest are found, though the log is whole`()
        async throws
    {
        let (test, _, _) = try await Self.test()
        #expect(try await test.desk.verify(against: []).isEmpty)
        let file = try await test.desk.handle(
            Self.put("Other words.", entry: 360, digest: String(repeating: "a", count: 64)),
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        let versions = try #require(file.paper("recommendations")?.versions)
        #expect(versions.map { isAsPutForward($0) } == [true, false])
        let findings = try await test.desk.verify(against: [])
        #expect(findings.map(\.what) == [.otherWords])
    }
}
