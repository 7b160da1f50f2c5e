import CaseFiles
import Foundation
import Partnerships
import Testing

@testable import CaseStores

@Suite("Events of every shape ever written")
struct EventCodecTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Events")

    private static func fixtures(_ name: String) -> [String] {
        let path = folder.appendingPathComponent(name).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(name)/\($0)" }
    }

    @Test func `every kind of event has a text as it was first written`() {
        expectAll(CaseEventKind.self, "case")
        expectAll(PartnershipEventKind.self, "partnership")
    }

    private func expectAll<Kind: EventKind>(_: Kind.Type, _ folder: String) {
        let names = Set(Self.fixtures(folder))
        for kind in Kind.allCases {
            for version in 1...kind.version {
                #expect(names.contains("\(folder)/\(kind.rawValue)-\(version).json"))
            }
        }
    }

    @Test(arguments: fixtures("case"))
    func `a case's event is still read, and written as it was`(name: String) throws {
        try expectKept(CaseEvent.self, name)
    }

    @Test(arguments: fixtures("partnership"))
    func `a partnership's event is still read, and written as it was`(name: String) throws {
        try expectKept(PartnershipEvent.self, name)
    }

    private func expectKept<Event: StoredEvent>(_: Event.Type, _ name: String) throws {
        let text = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
            .filter { $0 != 0x0A }
        let event = try EventCodec<Event>.decode(text)
        let kind = event.stored.kind
        // Only the newest shape is written still.
        let newest = "/\(kind.rawValue)-\(kind.version)"
        guard name.hasSuffix("\(newest).json") || name.contains("\(newest)-with-") else { return }
        let written = String(decoding: EventCodec.encode(event), as: UTF8.self)
        #expect(written == String(decoding: text, as: UTF8.self))
    }

    @Test(arguments: [
        (#"{"type":"case-merged","version":1,"data":{}}"#, "case-merged", 1),
        (#"{"type":"case-closed","version":2,"data":{}}"#, "case-closed", 2),
        (#"{"type":"case-closed","version":1,"data":{}}"#, "case-closed", 1),
        ("nonsense", "", 0),
    ])
    func `what a later program wrote is named, not guessed at`(
        text: String,
        type: String,
        version: Int
    ) {
        #expect(throws: UnreadableEvent(type: type, version: version)) {
            try EventCodec<CaseEvent>.decode(Array(text.utf8))
        }
    }
}
