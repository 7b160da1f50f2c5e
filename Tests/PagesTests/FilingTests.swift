import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles
@testable import Pages

/// A case of two children under a procedure, with what was filed and written in it.
private struct FiledCase {
    let procedure: Procedure
    private var file: CaseFile
    private var events: [RecordedCaseEvent] = []

    static let joan: PersonID = 1

    init(_ id: String, children: [String] = ["Wren Example", "Bo O’Neil"]) throws {
        procedure = try ShippedProcedures.procedure(id)
        let opening = CaseEvent.caseOpened(
            CaseEvent.CaseOpened(
                reference: "4qx-7md",
                edition: Edition(procedure: id, variation: nil, hash: "a"),
                began: "2025-12-13",
                about: CaseAbout(
                    children: children.map {
                        CaseAbout.Child(name: $0, aliases: ["Birdie"], born: nil, isUnborn: false)
                    },
                    place: "",
                    otherReferences: [],
                    agencies: []
                ),
                route: .notificationAndRapidReview,
                coordinator: CasePerson(person: 1, roles: [], from: "2025-12-15", until: nil)
            )
        )
        file = try #require(
            beginFile(with: opening, recorded: Self.at("2025-12-15"), actor: .person(Self.joan))
        )
    }

    private static func at(_ day: Day) -> Timestamp {
        Timestamp(LocalTime(day: day, minute: .midnight))
    }

    mutating func apply(_ event: CaseEvent, _ day: Day) {
        evolve(&file, by: event, recorded: Self.at(day), actor: .person(Self.joan))
        events.append(
            RecordedCaseEvent(
                version: events.count + 2,
                recorded: Self.at(day),
                actor: .person(Self.joan),
                event: event
            )
        )
    }

    mutating func moment(_ id: String, _ day: Day, _ entry: EntryID) {
        apply(
            .momentRecorded(
                CaseEvent.MomentRecorded(
                    entry: entry,
                    moment: id,
                    subject: nil,
                    day: day,
                    minute: nil,
                    note: ""
                )
            ),
            day
        )
    }

    mutating func file(
        _ title: String,
        _ id: DocumentID,
        paper: String? = nil,
        folder: String? = nil,
        name: String = "scan0001.PDF",
        _ day: Day = "2026-01-05"
    ) {
        let file = CaseDocument.File(
            kept: id,
            name: name,
            mediaType: "application/pdf",
            bytes: 1,
            sha256: ""
        )
        apply(
            .documentFiled(
                CaseEvent.DocumentFiled(
                    document: CaseDocument(
                        document: id,
                        title: title,
                        paper: paper,
                        folder: folder,
                        whereItLies: "",
                        filed: day,
                        audience: nil,
                        file: file
                    )
                )
            ),
            day
        )
    }

    mutating func putForward(_ paper: String, _ document: DocumentID, _ entry: EntryID, _ day: Day)
    {
        apply(
            .paperPutForward(
                CaseEvent.PaperPutForward(
                    entry: entry,
                    document: document,
                    paper: paper,
                    form: "report",
                    answers: .none,
                    parts: [],
                    digest: "\(entry)",
                    reviewedBy: nil
                )
            ),
            day
        )
    }

    var filing: CaseFiling {
        let opened = OpenedCase(
            file: file,
            procedure: procedure,
            partnership: Partnership(),
            events: events
        )
        return CaseReader(opened, for: Self.joan, at: Self.at("2026-01-06")).filing
    }

    func path(_ document: DocumentID) throws -> String {
        try #require(filing.file(document)).path
    }
}

@Suite("Where documents lie, and what they are called")
struct FilingTests {
    @Test func `Herefordshire's four folders lie in one of the day and the children's initials`()
        throws
    {
        var given = try FiledCase("hereford")
        #expect(try #require(given.filing[.log]).path == "DDMMYY WE BON/Daily log 060126 4QX-7MD")
        given.moment("intention", "2026-04-28", 1)
        given.file("Letter from Ofsted", 2, paper: "ofsted-response")
        given.file("Call with the school", 3, folder: "general")
        given.file("Something", 4)
        given.putForward("report", 5, 6, "2026-01-05")
        given.putForward("report", 5, 7, "2026-01-06")
        let root = "280426 WE BON"
        #expect(
            try given.path(2)
                == "\(root)/III. Statutory Correspondence/Letter from Ofsted 050126 4QX-7MD.pdf"
        )
        #expect(
            try given.path(3)
                == "\(root)/IV. General Correspondence/Call with the school 050126 4QX-7MD.pdf"
        )
        #expect(try given.path(4).hasPrefix("\(root)/IV. General Correspondence/Something"))
        let versions = [1, 2].compactMap { given.filing[.version(paper: "report", number: $0)] }
        #expect(
            versions.map(\.path) == [
                "\(root)/II. Rapid Review meeting/Rapid review report 050126 4QX-7MD version 1",
                "\(root)/II. Rapid Review meeting/Rapid review report 060126 4QX-7MD version 2",
            ]
        )
        #expect(versions.map(\.version) == [1, 2])
        #expect(versions.map(\.when) == ["Mon 5 Jan 2026 at 12:00am", "Tue 6 Jan 2026 at 12:00am"])
    }

    @Test func `Dorset's copy of the notification has its date in the title, and lies in the case`()
        throws
    {
        var given = try FiledCase("dorset")
        given.file("What the portal gave", 2, paper: "notification")
        #expect(
            try given.path(2) == "4QX-7MD/Serious incident notification YYYY-MM-DD.pdf"
        )
        given.moment("notified", "2025-12-19", 1)
        #expect(
            try given.path(2) == "4QX-7MD/Serious incident notification 2025-12-19.pdf"
        )
        given.file("The reply", 3, paper: "panel-reply")
        #expect(
            try given.path(3)
                == "4QX-7MD/Communication with National Panel/The reply 2026-01-05 4QX-7MD.pdf"
        )
        given.file("On Mosaic", 4, folder: "mosaic")
        #expect(
            try given.path(4) == "4QX-7MD/The childs Mosaic record/On Mosaic 2026-01-05 4QX-7MD.pdf"
        )
        given.file("Response of 050126", 7, paper: "panel-reply")
        #expect(try given.path(7).hasSuffix("/Response of 050126 4QX-7MD.pdf"))
        given.file("Draft", 5, paper: "lcspr-report")
        given.file("Draft", 6, paper: "lcspr-report")
        #expect(try given.path(5) == "4QX-7MD/LCSPR report version 1.pdf")
        #expect(try given.path(6) == "4QX-7MD/LCSPR report version 2.pdf")
    }

    @Test(arguments: ["rochdale", "cheshire-east", "west-midlands"])
    func `where the procedure does not say, one folder holds all of it by day and reference`(
        id: String
    ) throws {
        var given = try FiledCase(id)
        given.file("Medical report", 2)
        #expect(try given.path(2) == "4QX-7MD/Medical report 2026-01-05 4QX-7MD.pdf")
    }

    @Test func `a later file of the same title is a later version, and no two are called alike`()
        throws
    {
        var given = try FiledCase("rochdale")
        given.file("Medical report", 2)
        let before = try given.path(2)
        given.file("MEDICAL report", 3)
        given.file("Medical report", 4, name: "x.docx")
        given.file("Medical: report", 5)
        #expect(try given.path(2) == before)
        #expect(try given.path(3) == "4QX-7MD/MEDICAL report 2026-01-05 4QX-7MD version 2.pdf")
        #expect(try given.path(4) == "4QX-7MD/Medical report 2026-01-05 4QX-7MD version 3.docx")
        #expect(try given.path(5) == "4QX-7MD/Medical report 2026-01-05 4QX-7MD (2).pdf")
    }

    @Test func `no name of a file says a child's name, whatever somebody typed`() throws {
        var given = try FiledCase("rochdale")
        given.file("Wren Example’s medical, for O'Neil and BIRDIE", 2)
        let name = try given.path(2)
        #expect(name == "4QX-7MD/childs medical, for child and child 2026-01-05 4QX-7MD.pdf")
        #expect(try #require(given.filing.file(2)).title.contains("Wren"))
        given = try FiledCase("hereford", children: [""])
        #expect(given.filing.name(of: .log) == "Daily log 060126 4QX-7MD")
        #expect(given.filing[.log]?.folders == ["DDMMYY 4QX-7MD"])
    }

    @Test(arguments: [
        ("../../etc/passwd", "etc passwd"), ("..\\..\\C:\\a.exe", "C a.exe"),
        ("a\u{0}b\n\rc", "a b c"), ("\u{202E}fdp.exe", "fdp.exe"), ("=1+1", "1 1"),
        ("-rf *", "rf"), (".hidden", "hidden"), ("CON", "Document"), ("nul.txt", "Document"),
        ("lpt1", "Document"), ("", "Document"), ("///", "Document"), ("مرحبا", "Document"),
        ("Befund “März” 1", "Befund Maerz 1"), ("Siân – Ölçüm", "Sian - Oelcuem"),
        ("Children’s Services & Co", "Childrens Services and Co"), ("a.", "a"), ("a (", "a"),
        ("${HOME} `id` $(id) %n {{child}}", "HOME id (id) n child"),
        (String(repeating: "long ", count: 100), String(repeating: "long ", count: 20).dropLastOne),
    ])
    func `a name is plain, leads nowhere and is no device`(text: String, name: String) {
        #expect(FileName.safe(text) == name)
    }

    @Test(arguments: [
        ("scan.PDF", ".pdf"), ("a.tar.gz", ".gz"), ("none", ""), ("a.", ""), ("a.p df", ""),
        ("a.pdf/../x", ""), ("a.\u{202E}fdp", ""), ("a.verylongending", ""), ("a.é", ""),
    ])
    func `an ending is kept where it is a plain one`(name: String, ending: String) {
        #expect(FileName.ending(of: name) == ending)
    }
}

extension String {
    fileprivate var dropLastOne: String { String(dropLast()) }
}
