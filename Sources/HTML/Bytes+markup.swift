extension [UInt8] {
    /// The bytes of a literal, as they stand in the source.
    mutating func append(fixed text: StaticString) {
        append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    /// A whole number in decimal digits.
    mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var divisor: UInt = 1
        while rest / divisor > 9 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    /// Bytes in base64 (RFC 4648), which no attribute can be left by.
    mutating func append(base64 content: [UInt8]) {
        reserveCapacity(count + (content.count + 2) / 3 * 4)
        for start in stride(from: 0, to: content.count, by: 3) {
            let rest = Swift.min(content.count - start, 3)
            var group: UInt32 = 0
            for place in 0..<3 {
                group = group << 8 | (place < rest ? UInt32(content[start + place]) : 0)
            }
            for place in 0..<4 {
                append(place <= rest ? base64Digit(group >> (18 - 6 * UInt32(place)) & 63) : 0x3D)
            }
        }
    }

    /// Text in which no character can end an attribute, open a tag or begin an entity.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < text.count {
            let end = firstSpecial(in: text, from: start)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
            guard end < text.count else { return }
            append(fixed: entity(for: text[end]))
            start = end + 1
        }
    }
}

/// The entity of a character that would otherwise be markup.
private func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
    }
}

/// The place of the first `&`, `"`, `<` or `>`, or the end.
private func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    // Eight bytes at a time: nearly all text holds nothing special.
    while place + 8 <= text.count {
        let word = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + place)
            .loadUnaligned(as: UInt64.self)
        if mayHoldSpecial(word) { break }
        place += 8
    }
    while place < text.count, !isSpecial(text[place]) {
        place += 1
    }
    return place
}

/// True where one of eight bytes is special; `&` and `"`, and `<` and `>`, differ in one bit each.
private func mayHoldSpecial(_ word: UInt64) -> Bool {
    let ampersandOrQuote = (word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222
    let angle = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
    return (zeroBytes(ampersandOrQuote) | zeroBytes(angle)) != 0
}

private func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    default: false
    }
}

private func base64Digit(_ value: UInt32) -> UInt8 {
    switch value {
    case 0..<26: UInt8(ascii: "A") + UInt8(value)
    case 26..<52: UInt8(ascii: "a") + UInt8(value - 26)
    case 52..<62: UInt8(ascii: "0") + UInt8(value - 52)
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
}
