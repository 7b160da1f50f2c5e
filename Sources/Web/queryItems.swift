/// The name and value pairs of a query, decoded as browsers encode a form; what is not well formed is left as it is.
func queryItems(_ query: String?) -> [(name: String, value: String)] {
    guard let query else { return [] }
    return query.utf8.split(separator: 0x26).prefix(mostItems).map { pair in
        guard let equals = pair.firstIndex(of: 0x3D) else { return (decoded(pair), "") }
        return (decoded(pair[..<equals]), decoded(pair[pair.index(after: equals)...]))
    }
}

/// More than any form of ours sends.
private let mostItems = 2_000

private func decoded(_ text: Substring.UTF8View) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text[...]
    while let byte = rest.popFirst() {
        switch byte {
        case 0x2B: bytes.append(0x20)
        case 0x25:
            if let high = rest.first.flatMap(hexValue),
                let low = rest.dropFirst().first.flatMap(hexValue)
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
}
