package import Partnerships

/// Which file of which case.
package struct FileKey: Hashable, Sendable {
    package let partnership: PartnershipID
    package let reference: CaseReference
    package let document: DocumentID

    package init(partnership: PartnershipID, reference: CaseReference, document: DocumentID) {
        self.partnership = partnership
        self.reference = reference
        self.document = document
    }
}

/// A part of a file that is sealed by itself.
package struct FileChunk: Hashable, Sendable {
    /// Bytes in every chunk but the last: 1 MiB.
    package static let size = 1_048_576

    /// From 0.
    package let number: Int
    package let isLast: Bool
    package let bytes: [UInt8]

    package init(number: Int, isLast: Bool, bytes: [UInt8]) {
        self.number = number
        self.isLast = isLast
        self.bytes = bytes
    }
}
