extension Day: Codable {
    /// Reads `"2026-04-28"`.
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(iso: text) else { throw unreadable(decoder, "no day") }
        self = day
    }

    /// Writes `"2026-04-28"`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Minute: Codable {
    /// Reads `"16:00"`.
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let minute = Minute(text) else { throw unreadable(decoder, "no time of day") }
        self = minute
    }

    /// Writes `"16:00"`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

private func unreadable(_ decoder: any Decoder, _ words: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: words))
}
