package import Partnerships

/// Something in the store that is not as it was written, and where.
package struct StoreFinding: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// Changed, or put in the place of what was there.
        case altered(StoreError.Place.Part)
        /// An event, or the end of a stream, is gone.
        case missing
        /// More is there than was recorded.
        case tooMany
        /// The signature over the partnership's head is not this installation's over this log.
        case notSigned
        /// What lists show of the case is not what its log tells.
        case differs(CaseRowPart)
        /// The frozen words of a document are not those that signatures under it are bound to.
        case otherWords
        /// A later program wrote this entry.
        case unreadable
        /// A head kept elsewhere names more acts than are here: the log was cut short, or put back from a backup.
        case shorter(byActs: Int)
        /// A head kept elsewhere names other acts than those here.
        case rebuilt(act: Int)
        /// The head kept elsewhere was changed, or signed by another installation.
        case headNotOurs
    }

    package let partnership: PartnershipID
    /// Nil for the partnership's head and for looks.
    package let stream: EventStream?
    package let version: Int?
    package let what: What

    package init(
        partnership: PartnershipID,
        stream: EventStream? = nil,
        version: Int? = nil,
        what: What
    ) {
        self.partnership = partnership
        self.stream = stream
        self.version = version
        self.what = what
    }
}
