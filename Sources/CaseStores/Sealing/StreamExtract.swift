import Crypto
package import Foundation
package import Partnerships

/// A stream's chain without its texts, the texts of some events, and a signature over its end: it proves those texts to
/// whoever has it, without the store and without a key.
///
/// Of the events that it does not show it holds what stands in the clear: when, by whom, and a hash that tells nothing.
package struct StreamExtract: Hashable, Sendable, Codable {
    package let partnership: PartnershipID
    package let reference: CaseReference
    /// Every event from the first to the one at which the extract ends.
    package let links: [Link]
    package let shown: [Shown]
    package let end: End

    package struct Link: Hashable, Sendable, Codable {
        package let version: Int
        package let recorded: Timestamp
        package let actor: Int64
        package let generation: Int
        package let commitment: Data
    }

    /// An event with its text.
    package struct Shown: Hashable, Sendable, Codable {
        package let version: Int
        package let salt: Data
        /// As it was recorded, JSON.
        package let text: String
    }

    /// The last link of the chain, signed.
    package struct End: Hashable, Sendable, Codable {
        package let link: Data
        package let recorded: Timestamp
        package let signature: Data
        /// Ed25519; the same as signs the partnership's heads.
        package let publicKey: Data
    }

    /// Makes the extract of a stream's events, of which some are shown.
    ///
    /// Nil where one that is to be shown does not open, or the stream is a partnership's own.
    package init?(
        of events: [SealedEvent],
        showing versions: Set<Int>,
        keys: (Int) -> SealingKey?,
        signing: SigningKey,
        at now: Timestamp
    ) {
        guard let stream = events.first?.header.stream, let reference = stream.reference else {
            return nil
        }
        var link = Chain.start
        var shown: [Shown] = []
        for event in events {
            link = event.chained(after: link)
            guard versions.contains(event.header.version) else { continue }
            guard let key = keys(event.header.generation), let salted = event.salted(with: key)
            else {
                return nil
            }
            shown.append(
                Shown(
                    version: event.header.version,
                    salt: Data(salted.prefix(SealedEvent.saltBytes)),
                    text: String(decoding: salted.dropFirst(SealedEvent.saltBytes), as: UTF8.self)
                )
            )
        }
        partnership = stream.partnership
        self.reference = reference
        links = events.map {
            Link(
                version: $0.header.version,
                recorded: $0.header.recorded,
                actor: $0.header.actor.id,
                generation: $0.header.generation,
                commitment: Data($0.commitment)
            )
        }
        self.shown = shown
        end = signing.sign(link, of: stream, version: events.count, recorded: now)
    }

    /// What is not as it was recorded.
    package enum Fault: Hashable, Sendable {
        /// An event is missing, or out of its place.
        case outOfPlace(version: Int)
        /// The text of an event is not the one that was recorded.
        case otherText(version: Int)
        /// The chain does not lead to the end that was signed.
        case brokenChain
        /// The end was not signed by the key it names.
        case notSigned
    }

    /// Every fault; none where it proves what it shows.
    package var faults: [Fault] {
        var faults: [Fault] = []
        var link = Chain.start
        for (place, entry) in links.enumerated() {
            guard entry.version == place + 1, let actor = Actor(id: entry.actor) else {
                faults.append(.outOfPlace(version: place + 1))
                continue
            }
            let header = EventHeader(
                stream: EventStream(partnership, reference),
                version: entry.version,
                recorded: entry.recorded,
                actor: actor,
                generation: entry.generation
            )
            link = SealedEvent(header: header, commitment: Array(entry.commitment), sealed: [])
                .chained(after: link)
        }
        for event in shown {
            let commitment = links.first { $0.version == event.version }?.commitment
            let found = SHA256.hash(data: Array(event.salt) + Array(event.text.utf8))
            if commitment != Data(found) { faults.append(.otherText(version: event.version)) }
        }
        if Data(link) != end.link { faults.append(.brokenChain) }
        if !isGenuine { faults.append(.notSigned) }
        return faults
    }

    private var isGenuine: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: end.publicKey) else {
            return false
        }
        let message = SigningKey.message(
            Array(end.link),
            EventStream(partnership, reference),
            links.count,
            end.recorded
        )
        return key.isValidSignature(end.signature, for: message)
    }
}

extension SealedEvent {
    static let saltBytes = 32

    /// Salt and payload; nil where the seal or the commitment does not hold.
    func salted(with key: SealingKey) -> [UInt8]? {
        guard let salted = Sealing.open(sealed, with: key, boundTo: header.bytes + commitment),
            salted.count >= Self.saltBytes, Array(SHA256.hash(data: salted)) == commitment
        else { return nil }
        return salted
    }
}
