package import Partnerships
package import WorkingDays

/// Where everything is kept.
///
/// One store now; what it promises is written so that a second can join.
package protocol CaseStore: OutboxStore {
    // Partnerships

    /// Makes a partnership with keys of its own.
    func addPartnership(_ id: PartnershipID, name: String) async throws(StoreError)
    func partnerships() async throws(StoreError) -> [(id: PartnershipID, name: String)]

    // The log

    /// Writes one act: when it returns, the act has reached the disk whole.
    ///
    /// - Throws: `StoreError.versionConflict` where somebody else was first; then nothing was written.
    func append(_ act: Act) async throws(StoreError) -> ActReceipt

    /// The events of a stream after a version, each checked against its seal and commitment.
    func events(of stream: EventStream, after version: Int) async throws(StoreError)
        -> [RecordedEvent]

    /// The number of events in a stream, 0 where there is none.
    func version(of stream: EventStream) async throws(StoreError) -> Int

    func head(of partnership: PartnershipID, at now: Timestamp) async throws(StoreError)
        -> SignedHead

    /// The chain of a case's stream with the texts of some events, which proves them without the store.
    func extract(
        of stream: EventStream,
        showing versions: Set<Int>,
        at now: Timestamp
    ) async throws(StoreError) -> StreamExtract

    /// Everything that is not as it was written; nothing where all is well.
    ///
    /// Heads kept elsewhere show, besides, whether the log was cut short or made anew.
    func verify(against heads: [SignedHead]) async throws(StoreError) -> [StoreFinding]

    // Lists

    func cases(_ query: CaseQuery) async throws(StoreError) -> CaseList
    func dueItems(_ query: DueQuery) async throws(StoreError) -> [ListedDueItem]
    func search(_ query: SearchQuery) async throws(StoreError) -> SearchAnswer
    /// The cases of a partnership in which any of the words is a name or reference, whoever is on them.
    ///
    /// For finding the same child again; what comes of it is shown only to people on the case that it is of.
    func cases(naming words: [String], in partnership: PartnershipID) async throws(StoreError)
        -> [CaseReference]

    /// Every case of a partnership with the day on which its row was made, for checking it.
    func caseRows(of partnership: PartnershipID) async throws(StoreError) -> [(CaseReference, Day)]
    /// The open cases of a partnership in which returns are awaited.
    func casesAwaitingReturns(of partnership: PartnershipID) async throws(StoreError)
        -> [CaseReference]
    /// In what the row that is kept differs from the one that follows from the case's own log.
    func differences(from row: CaseRow, in partnership: PartnershipID) async throws(StoreError)
        -> [CaseRowPart]

    // Drafts

    func draft(_ key: DraftKey) async throws(StoreError) -> Draft?
    /// Writes a draft over the version it was made from; where another was written meanwhile, returns that one.
    func saveDraft(_ key: DraftKey, _ bytes: [UInt8], over version: Int) async throws(StoreError)
        -> DraftOutcome

    // Referrals

    /// What somebody writes, or wrote, to tell the partnership of an incident.
    func referral(_ reference: CaseReference, in partnership: PartnershipID)
        async throws(StoreError) -> ReferralRow?
    /// Of which somebody is the author, or which she is to read before it goes; the newest first.
    func referrals(of person: PersonID, in partnership: PartnershipID) async throws(StoreError)
        -> [ReferralRow]
    /// Writes it over the version that it was made from, 0 for a new one.
    ///
    /// - Throws: `StoreError.versionConflict` where another was written meanwhile.
    func saveReferral(_ row: ReferralRow) async throws(StoreError)

    // Files

    /// Adds a chunk to a file that no act has adopted yet; the first begins the file.
    ///
    /// Every chunk but the last has `FileChunk.size` bytes.
    func addChunk(_ chunk: FileChunk, to file: FileKey, at now: Timestamp) async throws(StoreError)
    /// One chunk of an adopted file, checked to be the one asked for; nil where there is no such file or chunk.
    func chunk(_ number: Int, of file: FileKey) async throws(StoreError) -> FileChunk?
    /// Takes away a file that no act has adopted; an adopted one stays.
    func discardFile(_ file: FileKey) async throws(StoreError)
    /// Takes away what was begun before a time and never adopted.
    func sweepFiles(begunBefore time: Timestamp) async throws(StoreError) -> Int

    // Looks

    /// Writes a look before the page that it is of goes out.
    func recordLook(_ look: Look) async throws(StoreError)
    func looks(_ query: LookQuery) async throws(StoreError) -> [Look]

    // Editions

    /// Keeps the bytes under their SHA-256; the same bytes again change nothing.
    func keepEdition(_ bytes: [UInt8]) async throws(StoreError) -> String
    func edition(_ hash: String) async throws(StoreError) -> [UInt8]?
}

/// Which cases of one person are listed: by their next due day, then reference.
package struct CaseQuery: Hashable, Sendable {
    package let partnership: PartnershipID
    package let person: PersonID
    package let today: Day
    package let isOpen: Bool
    package let stage: String?
    package let route: String?
    package let after: CaseKey?
    package let limit: Int

    package init(
        partnership: PartnershipID,
        person: PersonID,
        today: Day,
        isOpen: Bool = true,
        stage: String? = nil,
        route: String? = nil,
        after: CaseKey? = nil,
        limit: Int = 25
    ) {
        self.partnership = partnership
        self.person = person
        self.today = today
        self.isOpen = isOpen
        self.stage = stage
        self.route = route
        self.after = after
        self.limit = limit
    }
}

/// Where a page of a list ended.
package struct CaseKey: Hashable, Sendable {
    package let nextDue: Day?
    package let reference: CaseReference

    package init(nextDue: Day?, reference: CaseReference) {
        self.nextDue = nextDue
        self.reference = reference
    }
}

package struct CaseList: Hashable, Sendable {
    package let rows: [ListedCase]
    /// Of all pages together, as far as they are counted.
    package let count: Int

    /// Nobody is helped by knowing exactly how many more there are.
    package static let mostCounted = 200

    package init(
        rows: [ListedCase],
        count: Int
    ) {
        self.rows = rows
        self.count = count
    }
}

package struct ListedCase: Hashable, Sendable {
    package let reference: CaseReference
    package let version: Int
    package let stage: String
    package let route: String
    package let nextDue: Day?
    package let isOpen: Bool
    package let summary: [UInt8]

    package init(
        reference: CaseReference,
        version: Int,
        stage: String,
        route: String,
        nextDue: Day?,
        isOpen: Bool,
        summary: [UInt8]
    ) {
        self.reference = reference
        self.version = version
        self.stage = stage
        self.route = route
        self.nextDue = nextDue
        self.isOpen = isOpen
        self.summary = summary
    }

    package var key: CaseKey { CaseKey(nextDue: nextDue, reference: reference) }
}

/// What is not yet done in the cases of one person, up to a day, by day.
package struct DueQuery: Hashable, Sendable {
    package let partnership: PartnershipID
    package let person: PersonID
    package let today: Day
    package let upTo: Day
    package let limit: Int

    package init(
        partnership: PartnershipID,
        person: PersonID,
        today: Day,
        upTo: Day,
        limit: Int = 200
    ) {
        self.partnership = partnership
        self.person = person
        self.today = today
        self.upTo = upTo
        self.limit = limit
    }
}

package struct ListedDueItem: Hashable, Sendable {
    package let reference: CaseReference
    package let item: DueItem

    package init(
        reference: CaseReference,
        item: DueItem
    ) {
        self.reference = reference
        self.item = item
    }
}

/// Words that all must be found in a case.
package struct SearchQuery: Hashable, Sendable {
    package let partnership: PartnershipID
    package let person: PersonID
    package let today: Day
    package let words: [String]
    package let limit: Int

    package init(
        partnership: PartnershipID,
        person: PersonID,
        today: Day,
        words: [String],
        limit: Int = 25
    ) {
        self.partnership = partnership
        self.person = person
        self.today = today
        self.words = words
        self.limit = limit
    }
}

package struct SearchAnswer: Hashable, Sendable {
    package let rows: [ListedCase]
    package let count: Int

    package init(
        rows: [ListedCase],
        count: Int
    ) {
        self.rows = rows
        self.count = count
    }
}

/// A part of what lists show of a case.
package enum CaseRowPart: String, CaseIterable, Hashable, Sendable {
    case summary
    case members = "people"
    case dueItems = "due items"
    case terms = "search words"
}

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

/// That somebody saw, printed, exported or searched something.
package struct Look: Hashable, Sendable {
    package let partnership: PartnershipID
    /// Nil for a search or a list.
    package let reference: CaseReference?
    package let person: PersonID
    package let recorded: Timestamp
    /// What was looked at, sealed: `log`, `document …`, `search …`.
    package let what: String

    package init(
        partnership: PartnershipID,
        reference: CaseReference?,
        person: PersonID,
        recorded: Timestamp,
        what: String
    ) {
        self.partnership = partnership
        self.reference = reference
        self.person = person
        self.recorded = recorded
        self.what = what
    }
}

/// The newest looks first.
package struct LookQuery: Hashable, Sendable {
    package enum Of: Hashable, Sendable {
        case caseFile(CaseReference)
        case person(PersonID)
    }

    package let partnership: PartnershipID
    package let of: Of
    package let limit: Int

    package init(partnership: PartnershipID, of: Of, limit: Int = 200) {
        self.partnership = partnership
        self.of = of
        self.limit = limit
    }
}

extension CaseStore {
    package func verify() async throws(StoreError) -> [StoreFinding] {
        try await verify(against: [])
    }
}
