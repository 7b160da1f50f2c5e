import CaseStores
import Partnerships
import TestSupport
import Testing
import WorkingDays

@Suite("What every store promises of lists, search, drafts and looks")
struct ListContractTests {
    @Test(arguments: StoreMaker.allCases)
    func `cases come by next due day, then reference, page by page`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        let due: [Day?] = ["2026-01-20", nil, "2026-01-09", "2026-01-20", "2026-01-14"]
        for (number, day) in due.enumerated() {
            let reference = try #require(CaseReference(number: Int64(number)))
            try await made.put(.example(reference, nextDue: day))
        }
        var seen: [Int64] = []
        var after: CaseKey?
        repeat {
            let page = try await made.store.cases(
                CaseQuery(
                    partnership: .marlshire,
                    person: .joan,
                    today: "2026-01-05",
                    after: after,
                    limit: 2
                )
            )
            #expect(page.count == 5)
            seen += page.rows.map(\.reference.number)
            after = page.rows.count == 2 ? page.rows.last?.key : nil
        } while after != nil
        #expect(seen == [2, 4, 0, 3, 1])
    }

    @Test(arguments: StoreMaker.allCases)
    func `open cases with a return that is awaited are named, and no others`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        func item(_ step: String, done: Day? = nil) -> DueItem {
            DueItem(
                line: 1,
                step: step,
                due: "2026-01-06",
                done: done,
                person: nil,
                calendarVersion: 1
            )
        }
        try await made.put(.example("222-222", dueItems: [item("ask-agencies.back")]))
        try await made.put(.example("333-333", dueItems: [item("ask-agencies")]))
        try await made.put(
            .example("444-444", dueItems: [item("ask-agencies.back", done: "2026-01-05")])
        )
        try await made.put(
            .example("555-555", isOpen: false, dueItems: [item("ask-agencies.back")])
        )
        #expect(try await made.store.casesAwaitingReturns(of: .marlshire) == ["222-222"])
    }

    @Test(arguments: StoreMaker.allCases)
    func `only people on a case learn of it, and no longer than they are on it`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        let terms: Set = [SearchTerm(word: "Ayla Example", kind: .name)]
        let item = DueItem(
            line: 1,
            step: "notify",
            due: "2026-01-06",
            done: nil,
            person: nil,
            calendarVersion: 1
        )
        try await made.put(
            .example(members: [.joan], until: "2026-01-05", dueItems: [item], terms: terms)
        )
        for (person, today, sees) in [
            (PersonID.joan, Day("2026-01-05"), 1), (.joan, "2026-01-06", 0),
            (.ruth, "2026-01-05", 0),
            (.joan, "2025-11-30", 0),
        ] {
            let cases = try await made.store.cases(
                CaseQuery(partnership: .marlshire, person: person, today: today)
            )
            let found = try await made.store.search(
                SearchQuery(partnership: .marlshire, person: person, today: today, words: ["ayla"])
            )
            let due = try await made.store.dueItems(
                DueQuery(
                    partnership: .marlshire,
                    person: person,
                    today: today,
                    upTo: "2026-02-01"
                )
            )
            #expect(
                [cases.count, cases.rows.count, found.count, found.rows.count, due.count]
                    == Array(repeating: sees, count: 5)
            )
            let elsewhere = try await made.store.cases(
                CaseQuery(partnership: .eastmoor, person: person, today: today)
            )
            #expect(elsewhere.count == 0)
        }
    }

    @Test(arguments: StoreMaker.allCases)
    func `a case row replaces the one before it`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        try await made.put(
            .example(members: [.joan, .ruth], terms: [.init(word: "Old", kind: .name)])
        )
        try await made.put(
            .example(
                version: 2,
                stage: "closed",
                nextDue: nil,
                isOpen: false,
                terms: [.init(word: "New", kind: .name)]
            ),
            after: 1
        )
        #expect(try await made.store.cases(.joans).count == 0)
        let closed = try await made.store.cases(
            CaseQuery(partnership: .marlshire, person: .joan, today: "2026-01-05", isOpen: false)
        )
        #expect(closed.rows.map(\.stage) == ["closed"])
        #expect(try await found("old", made) == [])
        #expect(try await found("new", made).count == 1)
    }

    @Test(arguments: StoreMaker.allCases)
    func `search ranks whole names before beginnings before other fields`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        try await made.put(.example("000-001", terms: [.init(word: "Marl School", kind: .other)]))
        try await made.put(.example("000-002", terms: [.init(word: "Marlow", kind: .name)]))
        try await made.put(.example("000-003", terms: [.init(word: "Ann Marl", kind: .name)]))
        #expect(try await found("marl", made) == ["000-003", "000-002", "000-001"])
        #expect(try await found("mar", made) == ["000-002", "000-003"])
        #expect(try await found("ma", made) == [])
        #expect(try await found("MARL ann", made) == ["000-003"])
        #expect(try await found("schoo", made) == [])
        #expect(try await found("", made) == [])
    }

    @Test(arguments: StoreMaker.allCases)
    func `a name is found however its accents and marks are typed`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        try await made.put(
            .example(terms: [.init(word: "Zoë O’Neil-Smyth", kind: .name)])
        )
        for text in ["zoe", "ZOË", "oneil", "o'neil", "smyth", "smy"] {
            #expect(try await found(text, made).count == 1, "\(text)")
        }
    }

    @Test(arguments: StoreMaker.allCases)
    func `of two who save one draft the second gets the text of the first`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        let key = DraftKey(
            partnership: .marlshire,
            reference: "4qx-7md",
            document: 7,
            section: "facts"
        )
        #expect(try await made.store.draft(key) == nil)
        #expect(try await made.store.saveDraft(key, [1], over: 0) == .saved(version: 1))
        #expect(try await made.store.saveDraft(key, [2], over: 1) == .saved(version: 2))
        let overtaken = try await made.store.saveDraft(key, [3], over: 1)
        #expect(overtaken == .overtaken(Draft(version: 2, bytes: [2])))
        #expect(try await made.store.draft(key) == Draft(version: 2, bytes: [2]))
    }

    @Test(arguments: StoreMaker.allCases)
    func `looks are read back by case and by person, newest first`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        for (person, reference, what) in [
            (PersonID.joan, CaseReference("000-001"), "case"), (.ruth, "000-001", "log"),
            (.joan, nil, "search ayla"),
        ] {
            try await made.store.recordLook(
                Look(
                    partnership: .marlshire,
                    reference: reference,
                    person: person,
                    recorded: .monday,
                    what: what
                )
            )
        }
        let ofCase = try await made.store.looks(
            LookQuery(partnership: .marlshire, of: .caseFile("000-001"))
        )
        #expect(ofCase.map(\.what) == ["log", "case"])
        let ofJoan = try await made.store.looks(
            LookQuery(partnership: .marlshire, of: .person(.joan))
        )
        #expect(ofJoan.map(\.what) == ["search ayla", "case"])
        #expect(try await made.store.verify() == [])
    }

    @Test(arguments: StoreMaker.allCases)
    func `an edition is kept under its hash and never changes`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        let hash = try await made.store.keepEdition(Array("procedure: dorset".utf8))
        #expect(try await made.store.keepEdition(Array("procedure: dorset".utf8)) == hash)
        #expect(try await made.store.edition(hash) == Array("procedure: dorset".utf8))
        #expect(try await made.store.edition(String(repeating: "0", count: 64)) == nil)
        #expect(try await made.store.edition("no hash") == nil)
    }

    private func found(_ text: String, _ made: MadeStore) async throws -> [CaseReference] {
        try await made.store.search(
            SearchQuery(
                partnership: .marlshire,
                person: .joan,
                today: "2026-01-05",
                words: [text]
            )
        ).rows.map(\.reference)
    }
}

extension MadeStore {
    /// Writes an event of a case and what lists show of it.
    func put(_ row: CaseRow, after version: Int = 0) async throws {
        _ = try await store.append(
            .of(["event"], in: row.reference, after: version, cases: [row])
        )
    }
}
