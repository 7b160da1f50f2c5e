package import Partnerships

/// Where it is kept by which links people at agencies come in, and who has.
///
/// A link is written by the act that makes its seat (`Act.links`) and stays until its case goes.
package protocol LinkStore: Sendable {
    /// The way in under the hash of a token; nil where there is none.
    func link(_ token: [UInt8]) async throws(StoreError) -> SeatLink?

    /// What is kept of the codes of a seat; nil where nothing is yet.
    func seatState(of seat: SeatKey) async throws(StoreError) -> StoredSeatState?
    /// Writes what is kept of a seat over the version it was made from, 0 for none; false where another was written
    /// meanwhile, and then nothing is.
    func saveSeatState(_ record: [UInt8], of seat: SeatKey, over version: Int)
        async throws(StoreError) -> Bool

    func seatSession(_ token: [UInt8]) async throws(StoreError) -> StoredSeatSession?
    func saveSeatSession(_ session: StoredSeatSession, token: [UInt8]) async throws(StoreError)
    /// Writes a session over the record that was read; false where it was ended or changed meanwhile.
    func renewSeatSession(_ session: StoredSeatSession, over record: [UInt8], token: [UInt8])
        async throws(StoreError) -> Bool
    func endSeatSession(_ token: [UInt8]) async throws(StoreError)
    /// Signs everybody out who came in by a seat; how many sessions that were.
    func endSeatSessions(of seat: SeatKey) async throws(StoreError) -> Int
    func sweepSeatSessions(endedBefore now: Timestamp) async throws(StoreError)
}

/// Which seat of which case.
package struct SeatKey: Hashable, Sendable {
    package let partnership: PartnershipID
    package let reference: CaseReference
    package let seat: EntryID

    package init(partnership: PartnershipID, reference: CaseReference, seat: EntryID) {
        self.partnership = partnership
        self.reference = reference
        self.seat = seat
    }
}

/// A way in to one request for one seat, known by the hash of its token alone.
package struct SeatLink: Hashable, Sendable {
    /// SHA-256 of the token, 32 bytes.
    package let token: [UInt8]
    package let partnership: PartnershipID
    package let reference: CaseReference
    package let request: EntryID
    package let seat: EntryID
    package let made: Timestamp

    package init(
        token: [UInt8],
        partnership: PartnershipID,
        reference: CaseReference,
        request: EntryID,
        seat: EntryID,
        made: Timestamp
    ) {
        self.token = token
        self.partnership = partnership
        self.reference = reference
        self.request = request
        self.seat = seat
        self.made = made
    }

    package var key: SeatKey {
        SeatKey(partnership: partnership, reference: reference, seat: seat)
    }
}

/// What is kept of the codes of a seat, known to the part that checks credentials.
package struct StoredSeatState: Hashable, Sendable {
    /// 1 for the first.
    package let version: Int
    package let record: [UInt8]

    package init(version: Int, record: [UInt8]) {
        self.version = version
        self.record = record
    }
}

/// A session of somebody at an agency as it is kept, under the hash of its token.
package struct StoredSeatSession: Hashable, Sendable {
    package let key: SeatKey
    /// After which it is swept away.
    package let ends: Timestamp
    package let record: [UInt8]

    package init(key: SeatKey, ends: Timestamp, record: [UInt8]) {
        self.key = key
        self.ends = ends
        self.record = record
    }
}
