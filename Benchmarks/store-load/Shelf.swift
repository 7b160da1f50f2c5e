import CaseFiles
import CaseStores
import Desk
import Partnerships
import SQLiteStore
import WorkingDays

/// One case of a demonstration that is there, with many documents or a long log.
struct Shelf {
    private let place: LoadPlace
    private static let bytes = 256 << 10

    init(_ place: LoadPlace) {
        self.place = place
    }

    /// Files so many documents, each with a file of 256 KiB that no archive makes smaller.
    func file(_ count: Int) async throws {
        try await opened { desk, asking, reference in
            for number in 0..<count {
                guard let kept = DocumentID(number: Int64(2_000_000 + number)) else {
                    preconditionFailure("the number lies within the range")
                }
                var intake = try await desk.intake(
                    of: kept,
                    to: reference,
                    for: asking,
                    begun: asking.time
                )
                try await intake.take(Self.noise(number))
                let digest = EditionHash.text(try await intake.finish())
                let document = CaseDocument(
                    document: kept,
                    title: "Letter \(number % 50)",
                    paper: nil,
                    folder: nil,
                    whereItLies: "",
                    filed: asking.today,
                    audience: nil,
                    file: CaseDocument.File(
                        kept: kept,
                        name: "scan\(number).pdf",
                        mediaType: "application/pdf",
                        bytes: Self.bytes,
                        sha256: digest
                    )
                )
                _ = try await desk.handle(
                    .fileDocument(document),
                    on: reference,
                    seen: .max,
                    for: asking
                )
            }
        }
    }

    /// Brings its log to so many entries, an act each.
    func lengthen(to count: Int) async throws {
        try await opened { desk, asking, reference in
            let file = try await desk.unguarded(reference, of: asking.partnership).file
            try await Crowd.lengthen(file, to: count, desk, asking)
        }
    }

    private func opened(
        _ body: (CaseDesk, Asking, CaseReference) async throws -> Void
    ) async throws {
        let store = try await place.store()
        let desk = CaseDesk(store: store, editions: Editions(store: store))
        let partnership = try await desk.partnerships.partnership(Demonstration.marlshire)
        guard let joan = partnership.people.values.first(where: { $0.name == "Joan Ferris" }),
            let reference = CaseReference("4qx-7md")
        else { preconditionFailure("the folder holds a demonstration") }
        let opened = try await desk.unguarded(reference, of: Demonstration.marlshire)
        let asking = Asking(
            person: joan.person,
            partnership: Demonstration.marlshire,
            time: opened.events.last?.recorded.advanced(byHours: 1) ?? opened.file.opened
        )
        try await body(desk, asking, reference)
        try store.close()
    }

    private static func noise(_ seed: Int) -> [UInt8] {
        var state = UInt64(seed + 1)
        return (0..<bytes).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }
}
