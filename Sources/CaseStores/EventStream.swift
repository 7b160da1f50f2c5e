package import Partnerships

/// A log of its own: a partnership's, or one of its cases'.
package struct EventStream: Hashable, Sendable {
    package let partnership: PartnershipID
    /// Nil for the partnership's own.
    package let reference: CaseReference?

    package init(_ partnership: PartnershipID, _ reference: CaseReference? = nil) {
        self.partnership = partnership
        self.reference = reference
    }

    /// How the store names it: the number of the case, or -1.
    package var number: Int64 { reference?.number ?? -1 }

    package init?(partnership: PartnershipID, number: Int64) {
        if number == -1 {
            self.init(partnership)
        } else {
            guard let reference = CaseReference(number: number) else { return nil }
            self.init(partnership, reference)
        }
    }
}

/// What stands in the clear beside a sealed event.
package struct EventHeader: Hashable, Sendable {
    package let stream: EventStream
    /// 1 for the first of the stream.
    package let version: Int
    package let recorded: Timestamp
    package let actor: Actor
    /// Which of the stream's keys it is sealed with, 1 for the first.
    package let generation: Int

    package init(
        stream: EventStream,
        version: Int,
        recorded: Timestamp,
        actor: Actor,
        generation: Int
    ) {
        self.stream = stream
        self.version = version
        self.recorded = recorded
        self.actor = actor
        self.generation = generation
    }

    /// Six numbers of eight bytes each, the highest byte first: what is sealed with the event and chained.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48)
        for number in [
            stream.partnership.number, stream.number, Int64(version), recorded.milliseconds,
            actor.id, Int64(generation),
        ] {
            bytes.append(bigEndian: number)
        }
        return bytes
    }
}

/// An event as it was recorded, unsealed and checked against its seal and commitment.
package struct RecordedEvent: Hashable, Sendable {
    package let header: EventHeader
    package let payload: [UInt8]

    package init(
        header: EventHeader,
        payload: [UInt8]
    ) {
        self.header = header
        self.payload = payload
    }
}

extension [UInt8] {
    mutating func append(bigEndian number: Int64) {
        for place in 0..<8 {
            append(UInt8(truncatingIfNeeded: number >> (56 - 8 * Int64(place))))
        }
    }
}
