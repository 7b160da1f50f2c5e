package import Partnerships

package struct DraftKey: Hashable, Sendable {
    package let partnership: PartnershipID
    package let reference: CaseReference
    package let document: DocumentID
    /// The section of the document, by its id in the form.
    package let section: String

    package init(
        partnership: PartnershipID,
        reference: CaseReference,
        document: DocumentID,
        section: String
    ) {
        self.partnership = partnership
        self.reference = reference
        self.document = document
        self.section = section
    }
}

package struct Draft: Hashable, Sendable {
    package let version: Int
    package let bytes: [UInt8]

    package init(
        version: Int,
        bytes: [UInt8]
    ) {
        self.version = version
        self.bytes = bytes
    }
}

package enum DraftOutcome: Hashable, Sendable {
    case saved(version: Int)
    /// What somebody else wrote meanwhile; nothing was written over it.
    case overtaken(Draft)
}
