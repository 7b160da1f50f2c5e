import CaseFiles
import Foundation
import Testing

@testable import CaseStores

@Suite("Events of every shape ever written")
struct CaseEventCodecTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Events")

    private static var fixtures: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }

    @Test func `every kind of event has a text as it was first written`() {
        let names = Set(Self.fixtures)
        for type in CaseEventType.allCases {
            for version in 1...type.version {
                #expect(names.contains("\(type.rawValue)-\(version).json"))
            }
        }
        #expect(names.count >= CaseEventType.allCases.count)
    }

    @Test(arguments: fixtures)
    func `it is still read, and the newest is written as it was`(name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        let text = Array(try Data(contentsOf: file)).filter { $0 != 0x0A }
        let event = try CaseEventCodec.decode(text)
        let newest = CaseEventType.allCases.map { "\($0.rawValue)-\($0.version).json" }
        if newest.contains(name) {
            #expect(
                String(decoding: CaseEventCodec.encode(event), as: UTF8.self)
                    == String(decoding: text, as: UTF8.self)
            )
        }
    }

    @Test func `what a later program wrote is named, not guessed at`() {
        #expect(throws: CaseEventCodec.Unreadable(type: "case-merged", version: 1)) {
            try CaseEventCodec.decode(
                Array(#"{"type":"case-merged","version":1,"data":{}}"#.utf8)
            )
        }
        #expect(throws: CaseEventCodec.Unreadable(type: "case-closed", version: 2)) {
            try CaseEventCodec.decode(
                Array(#"{"type":"case-closed","version":2,"data":{}}"#.utf8)
            )
        }
        #expect(throws: CaseEventCodec.Unreadable(type: "", version: 0)) {
            try CaseEventCodec.decode(Array("nonsense".utf8))
        }
    }
}
