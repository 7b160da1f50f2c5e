import Archives
import CaseFiles
import CaseStores
import Credentials
import Desk
import Foundation
import Pages
import Partnerships
import SQLiteStore
import TestSupport
import Testing

@testable import Web

@Suite("A case, taken away as one archive", .serialized)
struct BundleRouteTests {
    private static let path = "/cases/4qx-7md/bundle"

    private static func bundle(
        _ token: Token,
        _ served: ServedDemonstration
    ) async throws -> [UnzippedFile] {
        let answer = try await served.get(path, as: token)
        #expect(answer.status == 200 && answer.header("content-type") == "application/zip")
        #expect(
            answer.header("content-disposition")
                == "attachment; filename=\"Case 4QX-7MD.zip\"; filename*=UTF-8''Case%204QX-7MD.zip"
        )
        #expect(answer.header("cache-control") == "no-store")
        return try unzipped(answer.bytes, most: 64 << 20)
    }

    private static func text(_ file: UnzippedFile?) -> String {
        String(decoding: file?.bytes ?? [], as: UTF8.self)
    }

    @Test
    func `it holds an index, the log, each version and file by its folder, and the signed head`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.fileReport(as: try #require(PersonID(number: 101)))
            try await served.ask([203], as: joan)
            let request = try await served.request(of: "Marlshire Police")
            _ = try await served.recordNotKnown(request, as: joan)
            let files = try await Self.bundle(joan, served)
            let root = "4QX-7MD"
            func file(_ path: String) -> UnzippedFile? { files.first { $0.path == path } }

            #expect(files.first?.path == "index.html")
            #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
            let report = try #require(file("\(root)/Medical report 2026-01-05 4QX-7MD.pdf"))
            #expect(report.bytes == ServedDemonstration.pdf)
            let log = Self.text(file("\(root)/Daily log 2026-01-05 4QX-7MD.html"))
            #expect(log.contains("Daily log of case 4QX-7MD") && log.contains("Medical “report”"))
            let answer = files.first { Self.text($0).contains("Searched Niche by name") }
            #expect(answer?.path.hasPrefix("\(root)/Answer of Marlshire Police 2026-01-05") == true)
            #expect(files.contains { $0.path.hasPrefix("\(root)/Agenda, ") })

            let index = Self.text(files.first)
            for file in files.dropFirst() {
                #expect(index.contains(file.path.replacing("&", with: "&amp;")), "\(file.path)")
                #expect(index.contains(EditionHash.text(EditionHash.of(file.bytes))))
            }
            #expect(index.contains("No filed document was left out."))
            #expect(!files.contains { $0.path.contains("Wren") || $0.path.contains("..") })

            let head = try #require(file("head.json"))
            let heads = try JSONDecoder().decode([SignedHead].self, from: Data(head.bytes))
            #expect(heads.map(\.partnership) == [Demonstration.marlshire])
            #expect(try await served.store.verify(against: heads).isEmpty)
            let looks = try await served.get("/cases/4qx-7md/looks", as: joan)
            #expect(looks.body.contains("The case bundle"))
        }
    }

    @Test func `each version that was put forward comes with an extract that proves it by itself`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.putReport(forward: "The child is safe.")
            try await served.putReport(forward: "The child is safe, and was seen today.")
            let versions = try await served.opened().file.papers.flatMap(\.versions)
            try #require(versions.count >= 2)
            let files = try await Self.bundle(joan, served)
            let extracts = files.filter { $0.path.hasPrefix("extracts/") }
            #expect(extracts.count == versions.count)
            for file in extracts {
                let extract = try #require(DocumentExtract(Data(file.bytes)), "\(file.path)")
                #expect(extract.findings.isEmpty, "\(file.path)")
                let name = file.path.dropFirst("extracts/".count).dropLast(".json".count)
                #expect(files.contains { $0.path == "4QX-7MD/\(name).html" }, "\(name)")
                // A letter altered is told.
                let altered = Self.text(file).replacing("is safe", with: "was safe")
                #expect(altered != Self.text(file))
                #expect(DocumentExtract(Data(altered.utf8))?.findings.isEmpty == false)
            }
        }
    }

    @Test func `what is kept to other people is not in it, and its index says how much that is`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try #require(PersonID(number: 101))
            let chair = try #require(PersonID(number: 105))
            try await served.fileReport(as: joan, people: [chair])
            let files = try await Self.bundle(served.token(of: 101), served)
            #expect(!files.contains { $0.path.contains("Medical") })
            #expect(!files.contains { Self.text($0).contains("Medical “report”") })
            #expect(Self.text(files.first).contains("1 document kept to named people left out."))
        }
    }

    @Test func `whoever may not export it is told so, and others learn of no case`() async throws {
        try await ServedDemonstration.open { served in
            let others: [(PersonID, Int)] = [
                (111, 403), (113, 403), (116, 403), (102, 404), (112, 404),
            ]
            for (person, status) in others {
                let token = try await served.token(of: person)
                let answer = try await served.get(Self.path, as: token)
                #expect(answer.status == status, "\(person)")
                #expect(answer.header("content-type")?.hasPrefix("text/html") == true)
                #expect(!answer.body.contains("Wren"))
            }
            #expect(try await served.get(Self.path, as: nil).status == 303)
            let joan = try await served.token(of: 101)
            let looks = try await served.get("/cases/4qx-7md/looks", as: joan)
            #expect(!looks.body.contains("The case bundle"))
        }
    }

    @Test func `an answer of an agency is a document of its own, made into a file by that name`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: "Marlshire Police")
            _ = try await served.recordNotKnown(request, as: joan)
            let address = "\(request)/versions/1/document"
            let page = try await served.get(address, as: joan)
            #expect(page.status == 200 && page.body.contains("Searched Niche by name"))
            #expect(page.body.contains("Make a PDF"))
            let member = try await served.token(of: 111)
            #expect(try await served.get(address, as: member).status == 403)
            #expect(try await served.get("\(request)/versions/9/document", as: joan).status == 404)
            let documents = try await served.get("/cases/4qx-7md/documents", as: joan)
            #expect(documents.body.contains("Answer of Marlshire Police"))
            #expect(documents.body.contains("\(request)/versions/1"))
            let others = try await served.get("/cases/4qx-7md/documents", as: member)
            #expect(!others.body.contains("Answer of Marlshire Police"))
        }
    }
}
