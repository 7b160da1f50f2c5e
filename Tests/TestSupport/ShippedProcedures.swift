package import Foundation
package import ProcedureLanguage
package import Procedures

/// The procedures as they ship, read once.
package enum ShippedProcedures {
    package static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static let guidance: [Guidance] = files(in: "guidance").compactMap { text in
        readGuidance(text).guidance
    }

    package static let read: [ReadProcedure] = files(in: "procedures").compactMap { text in
        readProcedure(text, guidance: guidance).procedure
    }

    package static let ids = ["cheshire-east", "dorset", "hereford", "rochdale", "west-midlands"]

    /// The text of a file that ships.
    package static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// A procedure by id, under a variation where one is named.
    package static func procedure(_ id: String, variation: String? = nil) throws -> Procedure {
        let entry = read.first { $0.procedure.id == id }
        let found =
            variation == nil
            ? entry?.procedure : entry?.variations.first { $0.variation?.id == variation }
        guard let found else { throw MissingProcedure(id: id, variation: variation) }
        return found
    }

    package struct MissingProcedure: Error {
        let id: String
        let variation: String?
    }

    /// The texts of a folder that ships, in the order of their names.
    package static func files(in name: String) -> [String] {
        let path = folder.appendingPathComponent(name).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
            .compactMap { try? text("\(name)/\($0)") }
    }
}
