package import Procedures

/// The procedures at hand, each with its variations.
package struct ProcedureShelf: Sendable {
    package struct Entry: Sendable {
        package let procedure: Procedure
        package let variations: [Procedure]

        package init(procedure: Procedure, variations: [Procedure]) {
            self.procedure = procedure
            self.variations = variations
        }
    }

    /// In order of id.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries.sorted { $0.procedure.id < $1.procedure.id }
    }

    package var ids: [String] { entries.map(\.procedure.id) }

    package func entry(_ id: String) -> Entry? {
        entries.first { $0.procedure.id == id }
    }

    /// A procedure, under a variation where one is named; nil where either is unknown.
    package func procedure(_ id: String, variation: String? = nil) -> Procedure? {
        guard let entry = entry(id) else { return nil }
        guard let variation else { return entry.procedure }
        return entry.variations.first { $0.variation?.id == variation }
    }
}
