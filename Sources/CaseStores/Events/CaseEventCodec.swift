package import CaseFiles
import Foundation

/// Case events as they are stored: JSON with a stable type name, the version of its shape, and what happened.
///
/// A name or shape that was ever written is read for ever: one that changes gets a new version, and the older one is
/// read into the newer.
package enum CaseEventCodec {
    /// An event of a type or version that this program does not know: a later one wrote it.
    package struct Unreadable: Error, Hashable, Sendable {
        package let type: String
        package let version: Int
    }

    package static func encode(_ event: CaseEvent) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(Envelope(event: event)) else {
            preconditionFailure("an event of plain values can be written")
        }
        return Array(data)
    }

    /// - Throws: `Unreadable` where the event is not one that this program can read.
    package static func decode(_ bytes: [UInt8]) throws(Unreadable) -> CaseEvent {
        let data = Data(bytes)
        do {
            return try JSONDecoder().decode(Envelope.self, from: data).event
        } catch {
            if let head = try? JSONDecoder().decode(Head.self, from: data) {
                throw Unreadable(type: head.type, version: head.version)
            }
            throw Unreadable(type: "", version: 0)
        }
    }

    private struct Head: Decodable {
        let type: String
        let version: Int
    }
}

enum EnvelopeKey: String, CodingKey {
    case type, version, data
}

/// Reads the data of an event as whatever it should be.
struct Reading {
    let container: KeyedDecodingContainer<EnvelopeKey>

    func value<Value: Decodable>() throws -> Value {
        try container.decode(Value.self, forKey: .data)
    }
}

private struct Envelope: Codable {
    let event: CaseEvent

    init(event: CaseEvent) {
        self.event = event
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: EnvelopeKey.self)
        let name = try container.decode(String.self, forKey: .type)
        let version = try container.decode(Int.self, forKey: .version)
        guard let type = CaseEventType(rawValue: name), version == type.version else {
            throw CaseEventCodec.Unreadable(type: name, version: version)
        }
        event = try type.decode(Reading(container: container))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EnvelopeKey.self)
        let (type, data) = event.stored
        try container.encode(type.rawValue, forKey: .type)
        try container.encode(type.version, forKey: .version)
        try container.encode(data, forKey: .data)
    }
}
