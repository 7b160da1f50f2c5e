/// Thirty-two letters and digits that are not taken for each other: no i, l, o or u.
private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

/// A number as so many letters of five bits each, in groups with hyphens between them.
package func readableText(of number: Int64, letters: Int, inGroupsOf group: Int = 3) -> String {
    var bytes: [UInt8] = []
    for place in 0..<letters {
        if place > 0, place.isMultiple(of: group) { bytes.append(0x2D) }
        bytes.append(alphabet[Int(number >> (5 * (letters - 1 - place))) & 31])
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// What `readableText` wrote, as people copy it: either case, hyphens or none, o for 0, i and l for 1.
package func readableNumber(in text: some StringProtocol, letters: Int) -> Int64? {
    var number: Int64 = 0
    var count = 0
    for byte in text.utf8 where byte != 0x2D {
        guard count < letters, let value = value(of: lowered(byte)) else { return nil }
        number = number << 5 | value
        count += 1
    }
    return count == letters ? number : nil
}

private func value(of lowered: UInt8) -> Int64? {
    switch lowered {
    case UInt8(ascii: "o"): 0
    case UInt8(ascii: "i"), UInt8(ascii: "l"): 1
    default: alphabet.firstIndex(of: lowered).map { Int64($0) }
    }
}

private func lowered(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
}
