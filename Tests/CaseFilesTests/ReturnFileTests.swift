import CaseFiles
import Partnerships
import TestSupport
import Testing
import WorkingDays

/// The police are asked, and answer with files.
private struct Answering {
    private(set) var given: Given

    static let request: EntryID = 1000
    static let lead: EntryID = 1001
    static let signatory: EntryID = 1002

    init() throws {
        let asked = CaseEvent.AgencyAsked.sample(
            Self.request,
            "Police",
            seats: [
                .sample(Self.lead, "Beth Coombe", .lead),
                .sample(Self.signatory, "Asha Reed", .signatory),
            ]
        )
        given = try Given().after(.request(.ask([asked], entry: 500)))
    }

    var state: AgencyRequest? { given.file?.request(Self.request) }
    var standing: [DocumentID] { state?.standingFiles.map(\.document.document) ?? [] }

    mutating func take(_ command: RequestCommand) throws {
        given = try given.after(.request(command))
    }

    static func adding(_ document: DocumentID, bytes: Int = 10) -> RequestCommand {
        .addFile(
            CaseEvent.ReturnFileAdded(
                request: request,
                document: CaseDocument(
                    document: document,
                    title: "Report.pdf",
                    paper: nil,
                    folder: nil,
                    whereItLies: "",
                    filed: Given.today,
                    audience: nil,
                    file: CaseDocument.File(
                        kept: document,
                        name: "Report.pdf",
                        mediaType: "application/pdf",
                        bytes: bytes,
                        sha256: ""
                    )
                ),
                isScanned: true,
                seat: lead
            )
        )
    }

    static func removing(_ document: DocumentID) -> RequestCommand {
        .removeFile(CaseEvent.ReturnFileRemoved(request: request, document: document))
    }

    mutating func putForward(_ version: EntryID) throws {
        try take(
            .putForward(
                CaseEvent.ReturnPutForward(
                    entry: version,
                    request: Self.request,
                    answer: .notKnown(searched: "All systems"),
                    chronology: [],
                    files: standing,
                    digest: "\(version)",
                    seat: Self.lead,
                    round: 1
                )
            )
        )
    }

    mutating func handBack(_ version: EntryID) throws {
        try take(
            .handBack(
                CaseEvent.ReturnHandedBack(
                    entry: version.next,
                    request: Self.request,
                    version: version,
                    name: "Asha Reed",
                    reason: "The report is of another child"
                )
            )
        )
    }

    mutating func sign(_ version: EntryID) throws {
        try take(
            .sign(
                CaseEvent.ReturnSigned(
                    entry: version.next,
                    request: Self.request,
                    version: version,
                    digest: "\(version)",
                    seat: Self.signatory,
                    name: "Asha Reed",
                    jobTitle: "Superintendent",
                    words: "",
                    sameBecause: ""
                )
            )
        )
    }
}

@Suite("Files of an agency's answer")
struct ReturnFileTests {
    @Test func `a file that was handed back is left out of what is put forward next`() throws {
        var police = try Answering()
        try police.take(Answering.adding(50))
        try police.putForward(600)
        try police.handBack(600)
        try police.take(Answering.removing(50))
        #expect(police.standing == [])
        try police.putForward(700)
        #expect(police.state?.versions.map(\.put.files) == [[50], []])
        // With the version that held it, it stays.
        #expect(police.given.file?.fileOfRequest(50) != nil)
    }

    @Test func `a file that was never put forward is gone once it is left out`() throws {
        var police = try Answering()
        try police.take(Answering.adding(50))
        #expect(police.given.file?.fileOfRequest(50) != nil)
        try police.take(Answering.removing(50))
        #expect(police.given.file?.fileOfRequest(50) == nil)
    }

    @Test func `what is signed keeps its files`() throws {
        var police = try Answering()
        try police.take(Answering.adding(50))
        try police.putForward(600)
        try police.sign(600)
        police.given.when(
            .request(Answering.removing(50)),
            refuses: .alreadyAnswered("Police")
        )
    }

    @Test func `files of earlier versions count in bytes, and not in number`() throws {
        var police = try Answering()
        let large = AgencyRequest.mostBytes - 100
        try police.take(Answering.adding(50, bytes: large))
        for document in 51..<70 {
            try police.take(
                Answering.adding(try #require(DocumentID(number: Int64(document))), bytes: 1)
            )
        }
        police.given.when(
            .request(Answering.adding(90, bytes: 1)),
            refuses: .tooManyFiles(most: 20)
        )
        try police.putForward(600)
        try police.handBack(600)
        try police.take(Answering.removing(50))
        police.given.when(
            .request(Answering.adding(90, bytes: 82)),
            refuses: .filesTooLarge(bytes: large + 101, most: AgencyRequest.mostBytes)
        )
        try police.take(Answering.adding(90, bytes: 81))
        #expect(police.standing.count == 20)
    }
}
