/// The edition of a procedure that a case is run by, pinned by the hash of its bytes.
package struct Edition: Hashable, Sendable, Codable {
    package let procedure: String
    package let variation: String?
    /// SHA-256 in 64 hexadecimal digits.
    package let hash: String

    package init(procedure: String, variation: String?, hash: String) {
        self.procedure = procedure
        self.variation = variation
        self.hash = hash
    }
}
