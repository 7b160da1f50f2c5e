import Archives
import Foundation
import Testing

@Suite("ZIP archives")
struct ZipStreamTests {
    @Test func `what goes in comes out, by another program's reading`() throws {
        let zip = try ZipStream()
        var bytes: [UInt8] = []
        let long = [UInt8](repeating: 65, count: 3_000_000)
        for (path, content) in [("pack.html", Array("<p>Pack".utf8)), ("files/1-a.txt", long)] {
            try zip.begin(path, bytes: content.count, changed: 1_767_609_000)
            for start in stride(from: 0, to: content.count, by: 1_000_000) {
                try zip.write(Array(content[start..<min(start + 1_000_000, content.count)]))
                bytes += zip.take()
            }
        }
        try zip.finish()
        bytes += zip.take()
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sightline-zip-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("pack.zip")
        try Data(bytes).write(to: file)
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-m", "zipfile", "-e", file.path, folder.path]
        try python.run()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
        let page = try Data(contentsOf: folder.appendingPathComponent("pack.html"))
        #expect(Array(page) == Array("<p>Pack".utf8))
        let text = try Data(contentsOf: folder.appendingPathComponent("files/1-a.txt"))
        #expect(Array(text) == long)
        #expect(bytes.count < 100_000)
    }

    @Test(
        "names lead nowhere",
        arguments: [
            ("Marlshire Children’s Services", "marlshire-children-s-services"),
            ("../../etc/passwd", "etc-passwd"), ("Medical “report”.pdf", "medical-report.pdf"),
            ("..", "file"), ("", "file"), ("C:\\a\\b.docx", "c-a-b.docx"),
        ]
    )
    func names(_ given: String, _ safe: String) {
        #expect(zipName(given) == safe)
    }
}
