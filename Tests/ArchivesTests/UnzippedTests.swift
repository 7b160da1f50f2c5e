import Testing

@testable import Archives

@Suite("Archives that are read again")
struct UnzippedTests {
    private let files = [
        UnzippedFile(path: "[Content_Types].xml", bytes: Array("<Types/>".utf8)),
        UnzippedFile(path: "word/empty.xml", bytes: []),
        UnzippedFile(path: "word/long.xml", bytes: Array(repeating: 65, count: 300_000)),
    ]

    @Test func `hold what was put in, in its order, and are the same each time`() throws {
        let archive = try zipped(files, changed: 315_532_800)
        #expect(try unzipped(archive, most: 1 << 20) == files)
        #expect(try zipped(files, changed: 315_532_800) == archive)
    }

    @Test func `are not unpacked beyond what they may hold`() throws {
        let archive = try zipped(files, changed: 315_532_800)
        #expect(throws: ZipStream.Fault.self) { try unzipped(archive, most: 299_999) }
    }

    @Test func `are refused where they are none`() {
        #expect(throws: ZipStream.Fault.self) {
            try unzipped(Array("no archive at all".utf8), most: 1 << 20)
        }
    }
}
