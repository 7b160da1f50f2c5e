/// Where somebody wanted to go when asked to sign in: a path of this server and nothing else.
package struct ReturnAddress: Hashable, Sendable {
    package let path: String

    /// Nil for anything that a browser could take for another place.
    package init?(_ path: String) {
        let bytes = Array(path.utf8)
        guard bytes.first == 0x2F, bytes.count <= 2000 else { return nil }
        // Browsers read `\` as `/`, and leave out tabs and line ends, so that `/\tab/` would be `//`.
        guard !path.hasPrefix("//"), !bytes.contains(0x5C) else { return nil }
        guard bytes.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
        self.path = path
    }
}

extension ReturnAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let address = ReturnAddress(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no address to return to")
            )
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(path)
    }
}
