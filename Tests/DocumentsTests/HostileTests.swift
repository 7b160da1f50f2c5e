import Foundation
import Pages
import Testing
import Views

@testable import Documents

@Suite("What hostile people write, in everything that leaves as a file")
struct HostileTests {
    private static let turning =
        "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"

    @Test func `is text in every document of a case, and no document is left out`() throws {
        let given = try HostileCase()
        #expect(
            given.documents.map(\.name) == ["log", "report", "minutes", "agenda", "answer", "pack"]
        )
        for (name, document) in given.documents {
            let html = documentHTML(document, pictures: .embedded)
            #expect(foreignPart(of: html) == nil, "\(name)")
            let text = String(decoding: html, as: UTF8.self)
            #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "\(name)")
            #expect(text.contains("{{child}} {{{child}}} {{&gt; other}} $if(x)$ ${x}"), "\(name)")
            #expect(text.contains("![x](file:///etc/hostname) [y](http://127.0.0.1/)"), "\(name)")
            #expect(text.contains("=HYPERLINK("), "\(name)")
            #expect(!text.contains("<script") && !text.contains("<img"), "\(name)")
            #expect(!text.contains("href=\"http"), "\(name)")
            #expect(!text.unicodeScalars.contains { Self.turning.unicodeScalars.contains($0) })
            #expect(!text.contains("\u{0}") && !text.contains("\u{7}") && !text.contains("\u{1B}"))
        }
    }

    @Test func `is text in every cell of a chronology, and no name of a file`() throws {
        let given = try HostileCase()
        let table = given.chronology
        #expect(table.rows.count == HostileCase.words.count)
        let csv = String(decoding: chronologyCSV(table), as: UTF8.self)
        #expect(csv.contains("'=HYPERLINK(") && csv.contains("<script>alert(1)</script>"))
        for start in ["=", "+", "-", "@"] {
            #expect(!csv.contains(",\(start)") && !csv.contains("\n\(start)"))
            #expect(!csv.contains(",\"\(start)") && !csv.contains("\n\"\(start)"))
        }
        #expect(!csv.unicodeScalars.contains { Self.turning.unicodeScalars.contains($0) })
        #expect(!csv.contains("\u{0}") && !csv.contains("\u{1B}"))
        for thing in given.reader.filing.things {
            #expect(thing.path.utf8.allSatisfy { 0x20...0x7E ~= $0 }, "\(thing.path)")
            #expect(thing.path.split(separator: "/").count == thing.folders.count + 1)
            #expect(!thing.path.contains("..") && !thing.path.hasPrefix("/"))
        }
    }
}
