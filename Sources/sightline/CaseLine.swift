import Foundation

/// One case as a line of JSON gives it, each entry as the command line writes it.
struct CaseLine: Decodable {
    let moments: [String]
    let facts: [String]
    let agreed: [String]
    let closed: [String]
    let today: String?

    private enum Key: String, CodingKey, CaseIterable {
        case moments, facts, agreed, closed, today
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init?(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            return nil
        }
    }

    /// A date or a list of dates.
    private struct Dates: Decodable {
        let texts: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                texts = [one]
            } else if let list = try? container.decode([String].self) {
                texts = list
            } else {
                throw Wrong(
                    place: decoder.codingPath,
                    wants: "a date, such as \"2026-04-28\", or a list of dates"
                )
            }
        }
    }

    /// Yes or no, or the name of an outcome.
    private struct Answer: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                text = flag ? "true" : "false"
            } else if let word = try? container.decode(String.self) {
                text = word
            } else {
                throw Wrong(
                    place: decoder.codingPath,
                    wants: "true, false, or the name of an outcome"
                )
            }
        }
    }

    /// A value that is not of the kind wanted.
    private struct Wrong: Error {
        let place: [any CodingKey]
        let wants: String
    }

    /// Keys that no case has.
    private struct UnknownKeys: Error {
        let keys: [String]
    }

    init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        let unknown = names.filter { Key(rawValue: $0) == nil }.sorted()
        guard unknown.isEmpty else { throw UnknownKeys(keys: unknown) }
        let container = try decoder.container(keyedBy: Key.self)
        moments = try container.decodeIfPresent([String: Dates].self, forKey: .moments, or: [:])
            .sorted { $0.key < $1.key }
            .flatMap { name, dates in dates.texts.map { "\(name)=\($0)" } }
        facts = try container.decodeIfPresent([String: Answer].self, forKey: .facts, or: [:])
            .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
        agreed = try container.decodeIfPresent([String: Dates].self, forKey: .agreed, or: [:])
            .sorted { $0.key < $1.key }
            .flatMap { name, dates in dates.texts.map { "\(name)=\($0)" } }
        closed = try container.decodeIfPresent([String].self, forKey: .closed, or: [])
        today = try container.decodeIfPresent(String.self, forKey: .today)
    }

    /// What is wrong with a line, with the place of the bad value.
    static func words(_ error: any Error) -> String {
        switch error {
        case let wrong as Wrong: return "\(path(wrong.place)) is not \(wrong.wants)"
        case let unknown as UnknownKeys:
            let keys = unknown.keys.map { "'\($0)'" }.joined(separator: ", ")
            let valid = Key.allCases.map(\.rawValue).joined(separator: ", ")
            return
                "unknown \(unknown.keys.count == 1 ? "key" : "keys") \(keys); the keys are \(valid)"
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            let place = context.codingPath.isEmpty ? "the line" : path(context.codingPath)
            return "\(place) is not what is wanted; a case is {\"moments\":{},\"facts\":{}}"
        default: return "this line is no JSON; a case is {\"moments\":{},\"facts\":{}}"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map(\.stringValue).joined(separator: ".")
    }
}

extension KeyedDecodingContainer {
    fileprivate func decodeIfPresent<Value: Decodable>(
        _ type: Value.Type,
        forKey key: Key,
        or otherwise: Value
    ) throws -> Value {
        try decodeIfPresent(type, forKey: key) ?? otherwise
    }
}
