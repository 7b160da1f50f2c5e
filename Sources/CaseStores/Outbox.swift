package import Partnerships

/// Messages that are to go out: queued by acts, delivered by whoever takes them.
package protocol OutboxStore: Sendable {
    /// Queues a message that is of no act, such as a code; one that was ever queued under its key is not queued again.
    func queueMessage(_ row: OutboxRow, of partnership: PartnershipID) async throws(StoreError)

    /// Takes messages whose time has come, the longest due first; until the lease ends nobody else gets them.
    func takeMessages(
        dueAt now: Timestamp,
        until lease: Timestamp,
        limit: Int
    ) async throws(StoreError) -> [TakenMessage]

    /// Writes what became of a message that was taken; false where the lease was lost meanwhile, and then nothing is written.
    func settle(
        _ message: TakenMessage.Lease,
        as fate: MessageFate,
        at now: Timestamp
    ) async throws(StoreError) -> Bool

    /// Queues again what somebody took and never settled: it may have arrived. Returns how many.
    func releaseMessages(leasedBefore now: Timestamp) async throws(StoreError) -> Int

    /// What became of messages and was not told yet, the oldest first.
    func untoldMessages(limit: Int) async throws(StoreError) -> [QueuedMessage]
    /// Notes that it was told; what became of the message since is told for itself.
    func noteTold(_ lease: TakenMessage.Lease) async throws(StoreError)

    /// The messages of a partnership, the newest due first.
    func messages(of partnership: PartnershipID, limit: Int) async throws(StoreError)
        -> [QueuedMessage]

    /// What it would come to at this moment to take back a message.
    func revocation(of key: String, of partnership: PartnershipID) async throws(StoreError)
        -> MessageRevocation
}

/// Which message it is: 16 bytes that tell nothing of it.
package struct MessageName: Hashable, Sendable {
    package let partnership: PartnershipID
    package let bytes: [UInt8]

    package init(partnership: PartnershipID, bytes: [UInt8]) {
        self.partnership = partnership
        self.bytes = bytes
    }
}

/// A message that somebody is to deliver now.
package struct TakenMessage: Hashable, Sendable {
    package let lease: Lease
    /// When it was first tried; now, for the first time.
    package let firstTried: Timestamp
    /// How often it was taken, this time counted.
    package let attempt: Int
    package let about: [UInt8]
    package let body: [UInt8]

    /// The right to say what becomes of a message.
    package struct Lease: Hashable, Sendable {
        package let name: MessageName
        /// Another one each time that something became of the message.
        package let generation: Int

        package init(name: MessageName, generation: Int) {
            self.name = name
            self.generation = generation
        }
    }

    package init(
        lease: Lease,
        firstTried: Timestamp,
        attempt: Int,
        about: [UInt8],
        body: [UInt8]
    ) {
        self.lease = lease
        self.firstTried = firstTried
        self.attempt = attempt
        self.about = about
        self.body = body
    }
}

/// What became of a message that was taken; a fault is a word or a code, never of a case.
package enum MessageFate: Hashable, Sendable {
    /// Its body is wiped.
    case delivered
    case again(at: Timestamp, fault: String)
    /// It was sent whole and not answered: it goes again under the same name.
    case perhapsDelivered(again: Timestamp, fault: String)
    /// It is given up, and its body is wiped.
    case failed(fault: String)
}

/// A message as lists show it, without its body.
package struct QueuedMessage: Hashable, Sendable {
    package let lease: TakenMessage.Lease
    package let state: State
    package let notBefore: Timestamp
    /// When it goes next, where it is queued.
    package let nextTry: Timestamp
    package let attempts: Int
    /// When it was last settled; nil where it never was.
    package let settled: Timestamp?
    /// What went wrong last; nil for nothing.
    package let fault: String?
    package let about: [UInt8]

    package enum State: Int, CaseIterable, Hashable, Sendable {
        case queued = 0
        case sending = 1
        case delivered = 2
        case failed = 3
        case revoked = 4
        /// Queued again after it was sent whole and not answered.
        case perhapsDelivered = 5
    }

    package init(
        lease: TakenMessage.Lease,
        state: State,
        notBefore: Timestamp,
        nextTry: Timestamp,
        attempts: Int,
        settled: Timestamp?,
        fault: String?,
        about: [UInt8]
    ) {
        self.lease = lease
        self.state = state
        self.notBefore = notBefore
        self.nextTry = nextTry
        self.attempts = attempts
        self.settled = settled
        self.fault = fault
        self.about = about
    }
}

package enum MessageRevocation: Hashable, Sendable {
    case revoked
    /// Somebody is delivering it at this moment, or it may have arrived before: it goes no further time.
    case onItsWay
    /// It went out, was given up or revoked before, or was never queued.
    case gone
}
