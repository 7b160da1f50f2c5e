import ProcedureLanguage
import Procedures
import TestSupport
import Testing

/// A small procedure with folders and a rule of filing, into which faults are written.
private let sound = """
    \(soundHead)
    folders:
      case: { name: <notified DDMMYY> <initials> }
      meeting: { name: Meetings, in: case }
      record: { name: The child's record, outside: true }
    documents:
      report: { name: Report, folder: meeting, file: Report version <version> }
      copy: { name: Copy, folder: record }
    filing:
      file: <title> <day YYYY-MM-DD> <reference>
      clause: "3"
      keeps:
        minutes: { in: meeting, clause: "4" }
        log: { in: case, file: <title> <agency> }
    sections:
      "1":
        title: One
        stage: rapid-review
        steps:
          notify:
            clause: "1"
            does: Notify
            by: manager
            due: 5 working days after aware
            records: notified
          write:
            clause: "2"
            does: Write
            by: manager
            due: day 2 of review
            document: report
          keep:
            clause: "2"
            does: Keep
            by: manager
            due: day 2 of review
            filing: { of: copy, in: record }
    variations:
      north:
        title: The north
        filing: { file: <title>, keeps: { minutes: { in: case } } }
    """

@Suite("How a procedure has things filed")
struct FilingTests {
    @Test func `it is read with its places and its clauses`() throws {
        let read = readProcedure(sound, guidance: [])
        #expect(read.diagnostics.isEmpty)
        let procedure = try #require(read.procedure?.procedure)
        let filing = try #require(procedure.filing)
        #expect(filing.file.pieces.first == .title && filing.file.pieces.last == .reference)
        #expect(filing.file.pieces.contains(.day(.iso)))
        #expect(filing.places.map(\.thing) == [.minutes, .log])
        #expect(filing.place(of: .minutes)?.folder == Reference(1))
        #expect(filing.place(of: .log)?.file?.text == "<title> <agency>")
        #expect(filing.place(of: .packs) == nil)
        #expect(procedure.caseFolder == Reference(0))
        #expect(procedure.path(to: Reference(1)) == [Reference(0), Reference(1)])
        let uses = procedure.clauseUses.filter { $0.carriedBy.hasPrefix("filing") }
        #expect(uses.map(\.clause) == ["3", "4"])
        #expect(uses.map(\.carriedBy) == ["filing", "filing.minutes"])
    }

    @Test func `a variation gives it other values`() throws {
        let procedure = try #require(readProcedure(sound, guidance: []).procedure)
        let filing = try #require(procedure.variations.first?.filing)
        #expect(filing.file.text == "<title>")
        #expect(filing.place(of: .minutes)?.folder == Reference(0))
    }

    @Test func `a procedure that says nothing files by what it is, the day and the reference`()
        throws
    {
        let rochdale = try ShippedProcedures.procedure("rochdale")
        #expect(rochdale.filing == nil && rochdale.filingInForce == .unsaid)
        #expect(rochdale.filingInForce.file.text == "<title> <day YYYY-MM-DD> <reference>")
    }

    @Test(arguments: [
        (
            "<title> <day YYYY-MM-DD>", "<titel> <day YYYY-MM-DD>",
            "22:9: error: unknown '<titel>'; valid ones are <title>, <reference>, <initials>, <agency>, <version>, or 'day' or a moment with DDMMYY, YYYY-MM-DD or D MMMM YYYY"
        ),
        ("<title> <day YYYY-MM-DD>", "<title> <day YY-MM-DD>", "error: unknown '<day YY-MM-DD>'"),
        (
            "<title> <day YYYY-MM-DD> <reference>", "<title> <reference",
            "error: '<reference' is not closed"
        ),
        (
            "<title> <day YYYY-MM-DD>", "Papers", "error: the name of every file holds '<title>'"
        ),
        ("Report version", "Report/version", "error: '/' cannot stand in the name of a file"),
        ("name: Meetings", "name: ..\\Meetings", "error: '\\' cannot stand in the name of a file"),
        (
            "minutes: { in: meeting", "minuts: { in: meeting",
            "error: unknown thing to keep 'minuts'; did you mean 'minutes'? the things to keep are papers, filed, returns"
        ),
        (
            "minutes: { in: meeting", "minutes: { in: meetings",
            "error: unknown folder 'meetings'; did you mean 'meeting'? the folders are case, meeting, record"
        ),
        (
            "minutes: { in: meeting", "minutes: { in: record",
            "error: 'record' is outside: what is made or received here cannot be kept there"
        ),
        (
            "Meetings, in: case", "Meetings, in: record",
            "error: 'meeting' lies in 'record', which is outside"
        ),
        (
            "Meetings, in: case", "Meetings, in: meeting",
            "error: folders lie in each other: meeting -> meeting"
        ),
        ("  clause: \"3\"", "", "error: filing has the 'clause' that asks for it"),
        (
            "file: <title> <day YYYY-MM-DD> <reference>", "files: <title>",
            "error: unknown key 'files' of filing; did you mean 'file'?"
        ),
    ])
    func `a fault in it is told with its place and what is valid`(
        piece: String,
        other: String,
        told: String
    ) throws {
        let reports = reports(try sound.replacingFirst(piece, with: other))
        #expect(reports.contains { $0.contains(told) }, "\(reports)")
    }
}
