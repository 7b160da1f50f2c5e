import Foundation

/// Events as they are stored: JSON with a stable type name, the version of its shape, and what happened.
///
/// A name or shape that was ever written is read for ever: one that changes gets a new version, and the older one is
/// read into the newer.
package enum EventCodec<Event: StoredEvent> {
    package static func encode(_ event: Event) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(Envelope(event: event)) else {
            preconditionFailure("an event of plain values can be written")
        }
        return Array(data)
    }

    /// - Throws: `UnreadableEvent` where the event is not one that this program can read.
    package static func decode(_ bytes: [UInt8]) throws(UnreadableEvent) -> Event {
        let data = Data(bytes)
        do {
            return try JSONDecoder().decode(Envelope<Event>.self, from: data).event
        } catch {
            if let head = try? JSONDecoder().decode(EnvelopeHead.self, from: data) {
                throw UnreadableEvent(type: head.type, version: head.version)
            }
            throw UnreadableEvent(type: "", version: 0)
        }
    }
}

/// An event of a type or version that this program does not know: a later one wrote it.
package struct UnreadableEvent: Error, Hashable, Sendable {
    package let type: String
    package let version: Int

    package init(
        type: String,
        version: Int
    ) {
        self.type = type
        self.version = version
    }
}

/// An event that has a stored name for each of its kinds.
package protocol StoredEvent: Sendable {
    associatedtype Kind: EventKind where Kind.Event == Self

    /// The stored name, and what is stored.
    var stored: (kind: Kind, data: any Encodable) { get }
}

/// The stored name of each kind of event; never changed, never used again for another.
package protocol EventKind: RawRepresentable<String>, CaseIterable, Sendable {
    associatedtype Event

    /// The version of the shape that is written now.
    var version: Int { get }

    /// Reads what happened.
    func decode(_ reading: EventReading) throws -> Event
}

/// Reads the data of an event as whatever it should be.
package struct EventReading {
    fileprivate let container: KeyedDecodingContainer<EnvelopeKey>

    func value<Value: Decodable>() throws -> Value {
        try container.decode(Value.self, forKey: .data)
    }
}

private enum EnvelopeKey: String, CodingKey {
    case type, version, data
}

private struct EnvelopeHead: Decodable {
    let type: String
    let version: Int
}

private struct Envelope<Event: StoredEvent>: Codable {
    let event: Event

    init(event: Event) {
        self.event = event
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: EnvelopeKey.self)
        let name = try container.decode(String.self, forKey: .type)
        let version = try container.decode(Int.self, forKey: .version)
        guard let kind = Event.Kind(rawValue: name), version == kind.version else {
            throw UnreadableEvent(type: name, version: version)
        }
        event = try kind.decode(EventReading(container: container))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EnvelopeKey.self)
        let (kind, data) = event.stored
        try container.encode(kind.rawValue, forKey: .type)
        try container.encode(kind.version, forKey: .version)
        try container.encode(data, forKey: .data)
    }
}
