package import Partnerships

/// A referral as it is kept: who may open it, and the sealed rest.
package struct ReferralRow: Hashable, Sendable {
    package let partnership: PartnershipID
    /// Of the case that it becomes when it is sent.
    package let reference: CaseReference
    package let author: PersonID
    /// Who is to read it before it goes; nil for nobody.
    package let reviewer: PersonID?
    package let changed: Timestamp
    /// The version that it was made from when it is saved; its own when it is read.
    package let version: Int
    package let bytes: [UInt8]

    package init(
        partnership: PartnershipID,
        reference: CaseReference,
        author: PersonID,
        reviewer: PersonID?,
        changed: Timestamp,
        version: Int,
        bytes: [UInt8]
    ) {
        self.partnership = partnership
        self.reference = reference
        self.author = author
        self.reviewer = reviewer
        self.changed = changed
        self.version = version
        self.bytes = bytes
    }
}
