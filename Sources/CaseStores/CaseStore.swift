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

extension CaseStore {
    package func verify() async throws(StoreError) -> [StoreFinding] {
        try await verify(against: [])
    }
}
