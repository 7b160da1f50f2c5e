import CaseFiles
import Credentials
import Desk
import Documents
import FoundationEssentials
import Pages
import Partnerships
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Makes files at once that say of what they are, and counts how many it makes at a time.
private final class PlainRenderer: DocumentRendering {
    private let counts = Mutex((running: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func render(
        _ document: PrintedDocument,
        as kind: DocumentKind
    ) async throws(DocumentFailure) -> [UInt8] {
        counts.withLock { $0 = ($0.running + 1, max($0.most, $0.running + 1)) }
        defer { counts.withLock { $0.running -= 1 } }
        for _ in 0..<100 { await Task.yield() }
        if document.title == "Too long" { throw .tooManyPages(most: 500) }
        return Array("\(kind.rawValue) of \(document.title)".utf8)
    }
}

@Suite("Files of documents, route by route", .serialized)
struct DocumentRouteTests {
    private static let log = "/cases/4qx-7md/log/document"

    /// Runs what makes files while something is done.
    private static func making(
        _ served: ServedDemonstration,
        _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await served.office.documents.run() }
            try await body()
            group.cancelAll()
        }
    }

    /// The page of a file once it waits no longer.
    private static func settled(
        _ path: String,
        _ token: Token,
        _ served: ServedDemonstration
    ) async throws -> ServedDemonstration.Answer {
        for _ in 0..<1_000 {
            let page = try await served.get(path, as: token)
            if page.header("refresh") == nil { return page }
            await Task.yield()
        }
        return try await served.get(path, as: token)
    }

    @Test func `the log is read as a document, made into a file beside the request, and saved`()
        async throws
    {
        try await ServedDemonstration.open(renderer: PlainRenderer()) { served in
            let joan = try await served.token(of: 101)
            let page = try await served.get(Self.log, as: joan)
            #expect(page.status == 200 && page.body.contains("Daily log of case 4QX-7MD"))
            #expect(page.body.contains("Make a PDF") && page.body.contains("scope=\"row\""))
            let asked = try await served.post(Self.log, as: joan, [("as", "pdf")])
            #expect(asked.status == 303)
            let job = try #require(asked.header("location"))
            #expect(job.hasPrefix("\(Self.log)/"))
            let waiting = try await served.get(job, as: joan)
            #expect(waiting.body.contains("The PDF waits to be made"))
            #expect(waiting.header("refresh") == "3" && waiting.body.contains("Look again now"))
            #expect(try await served.get("\(job)/file", as: joan).status == 404)
            try await Self.making(served) {
                let made = try await Self.settled(job, joan, served)
                #expect(made.status == 200 && made.body.contains("The PDF is made"))
                #expect(made.body.contains("\(job)/file"))
            }
            let file = try await served.get("\(job)/file", as: joan)
            #expect(file.status == 200 && file.body == "pdf of Daily log of case 4QX-7MD")
            #expect(file.header("content-type") == "application/pdf")
            #expect(
                file.header("content-disposition")?.contains("Daily log 2026-01-05 4QX-7MD.pdf")
                    == true
            )
            #expect(file.header("cache-control") == "no-store")
            let looks = try await served.get("/cases/4qx-7md/looks", as: joan)
            #expect(looks.body.contains("The log, made into a PDF"))
            #expect(looks.body.contains("The log, saved as a PDF"))
        }
    }

    @Test func `a file is for whoever asked for it, under the address where she asked`()
        async throws
    {
        try await ServedDemonstration.open(renderer: PlainRenderer()) { served in
            let joan = try await served.token(of: 101)
            let chair = try await served.token(of: 105)
            let asked = try await served.post(Self.log, as: joan, [("as", "docx")])
            let job = try #require(asked.header("location"))
            try await Self.making(served) {
                let page = try await Self.settled(job, joan, served)
                #expect(page.body.contains("is made"))
            }
            #expect(try await served.get(Self.log, as: chair).status == 200)
            let other = try await served.get(job, as: chair)
            #expect(other.status == 404 && other.body.contains("is not here any more"))
            #expect(try await served.get("\(job)/file", as: chair).status == 404)
            let moved = job.replacing("/log/", with: "/pack/now/")
            #expect(try await served.get("\(moved)/file", as: joan).status == 404)
            #expect(try await served.get("\(job)/file", as: nil).status == 303)
        }
    }

    @Test func `where nothing makes files the page says what is missing, and who can help`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await Self.making(served) {
                for (kind, missing) in [("docx", "pandoc"), ("pdf", "WeasyPrint")] {
                    let asked = try await served.post(Self.log, as: joan, [("as", kind)])
                    let job = try #require(asked.header("location"))
                    let page = try await Self.settled(job, joan, served)
                    #expect(page.body.contains("was not made"))
                    #expect(page.body.contains("\(missing) is not installed here."))
                }
            }
        }
    }

    @Test(arguments: DocumentKind.allCases)
    func `a report of a thousand pages meets a limit, and its page names it`(
        kind: DocumentKind
    ) async throws {
        let renderer = DocumentRenderer(texts: ShippedProcedures.folder.path)
        try await ServedDemonstration.open(renderer: renderer) { served in
            let joan = try await served.token(of: 101)
            let paragraph = String(repeating: "The child was seen at home. ", count: 14)
            try await served.putReport(
                forward: String(repeating: "\(paragraph)\n\n", count: 8 * 1_000)
            )
            let address = "\(ServedDemonstration.report)/versions/1/document"
            let asked = try await served.post(address, as: joan, [("as", kind.rawValue)])
            let job = try #require(asked.header("location"))
            try await Self.making(served) {
                let page = try await Self.settled(job, joan, served)
                #expect(page.body.contains("was not made"))
                #expect(page.body.contains("The document is too long: it has more than 2"))
                #expect(!page.body.contains("seen at home"))
            }
            #expect(try await served.get("\(job)/file", as: joan).status == 404)
        }
    }

    @Test func `a pack is made into a file by whoever may open it, and others know of none`()
        async throws
    {
        try await ServedDemonstration.open(renderer: PlainRenderer()) { served in
            let joan = try await served.token(of: 101)
            let pack = "/cases/4qx-7md/pack/now/document"
            let page = try await served.get(pack, as: joan)
            #expect(page.status == 200 && page.body.contains("Pack of case 4QX-7MD"))
            let asked = try await served.post(pack, as: joan, [("as", "docx")])
            #expect(asked.status == 303)
            let member = try await served.token(of: 111)
            #expect(try await served.get(pack, as: member).status == 404)
            #expect(try await served.post(pack, as: member, [("as", "docx")]).status == 404)
            let foreign = try await served.post(
                pack,
                as: joan,
                [("as", "docx")],
                formToken: "none"
            )
            #expect(foreign.status == 403)
            #expect(try await served.post(pack, as: joan, [("as", "exe")]).status == 400)
        }
    }
}

@Suite("Making files beside the requests", .timeLimit(.minutes(1)))
struct DocumentJobsTests {
    private static func owner(_ person: Int64) throws -> DocumentJobs.Owner {
        DocumentJobs.Owner(
            person: try #require(PersonID(number: person)),
            partnership: Demonstration.marlshire,
            document: "/here"
        )
    }

    private static func document(_ title: String) -> PrintedDocument {
        PrintedDocument(title: title, reference: "", version: "", blocks: [])
    }

    @Test func `two are made at once, and one person has three at most`() async throws {
        let renderer = PlainRenderer()
        let jobs = DocumentJobs(renderer) { ServedDemonstration.time }
        var orders: [(EntryID, DocumentJobs.Owner)] = []
        for person in Int64(1)...3 {
            let owner = try Self.owner(person)
            for _ in 0..<3 {
                let id = EntryID.random()
                #expect(jobs.order(Self.document("A"), as: .pdf, for: owner, id: id))
                orders.append((id, owner))
            }
            #expect(!jobs.order(Self.document("A"), as: .pdf, for: owner, id: .random()))
        }
        let last = try #require(orders.last)
        #expect(jobs.progress(of: jobs.job(last.0, of: last.1)) == .waiting(after: 8))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await jobs.run() }
            for (id, owner) in orders {
                while case .waiting? = jobs.job(id, of: owner)?.state { await Task.yield() }
                while case .making? = jobs.job(id, of: owner)?.state { await Task.yield() }
                #expect(jobs.progress(of: jobs.job(id, of: owner)) == .made(bytes: 8))
            }
            group.cancelAll()
        }
        #expect(renderer.most == 2)
    }

    @Test func `a file is kept for ten minutes, a failure as long`() async throws {
        let now = Mutex(ServedDemonstration.time)
        let jobs = DocumentJobs(PlainRenderer()) { now.withLock { $0 } }
        let owner = try Self.owner(1)
        let ids = [EntryID.random(), EntryID.random()]
        #expect(jobs.order(Self.document("A"), as: .pdf, for: owner, id: ids[0]))
        #expect(jobs.order(Self.document("Too long"), as: .pdf, for: owner, id: ids[1]))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await jobs.run() }
            while ids.contains(where: { jobs.job($0, of: owner)?.isUnfinished ?? false }) {
                await Task.yield()
            }
            group.cancelAll()
        }
        #expect(
            jobs.progress(of: jobs.job(ids[1], of: owner)) == .failed(.tooManyPages(most: 500))
        )
        now.withLock { $0 = $0.advanced(byMilliseconds: 600_000) }
        #expect(jobs.progress(of: jobs.job(ids[0], of: owner)) == .made(bytes: 8))
        now.withLock { $0 = $0.advanced(byMilliseconds: 1) }
        #expect(ids.allSatisfy { jobs.job($0, of: owner) == nil })
        #expect(jobs.progress(of: nil) == .gone)
    }
}

extension DocumentJobs.Job {
    fileprivate var isUnfinished: Bool {
        switch state {
        case .waiting, .making: true
        case .made, .failed: false
        }
    }
}
