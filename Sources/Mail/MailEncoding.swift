private let longestLine = 78

/// A header's text: as it is where it is short and plain, else as encoded words (RFC 2047), a line each.
///
/// `quoted` is for a name before an address, in which signs of the address's grammar stand in quotation marks; `used` is
/// how much of the first line is taken.
func encodedWords(_ text: String, quoted: Bool = false, used: Int) -> String {
    let isPlain =
        used + text.utf8.count <= longestLine - 18 && text.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
        && !text.contains("=?") && text.utf8.first != 0x20 && text.utf8.last != 0x20
    if isPlain { return quoted ? quotedString(text) : text }
    var words: [String] = []
    var word = ""
    var room = longestLine - 14 - used
    for scalar in text.unicodeScalars {
        let encoded = String(scalar).utf8.map(encodedByte).joined()
        // With the marks around it and a blank before it a word fills a line, and no character is cut in two.
        if word.utf8.count + encoded.utf8.count > room {
            words.append(word)
            word = ""
            room = longestLine - 15
        }
        word += encoded
    }
    words.append(word)
    return words.map { "=?UTF-8?Q?\($0)?=" }.joined(separator: "\r\n ")
}

private func quotedString(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
        if character == "\"" || character == "\\" { quoted += "\\" }
        quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
}

private func encodedByte(_ byte: UInt8) -> String {
    if isLetterOrDigit(byte) { return String(Unicode.Scalar(byte)) }
    return byte == 0x20 ? "_" : "=\(hexadecimal(byte))"
}

private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// A body as quoted-printable (RFC 2045): lines of at most 76 bytes of ASCII, each ended by CR LF.
func quotedPrintable(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines(of: text) { bytes += quotedPrintableLine(line) + [0x0D, 0x0A] }
    return bytes
}

/// The lines, whether they end in CR LF, LF or CR; an end at the end begins no further line.
private func lines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var isAfterReturn = false
    for byte in text.utf8 {
        if byte == 0x0A, isAfterReturn {
            isAfterReturn = false
            continue
        }
        isAfterReturn = byte == 0x0D
        if byte == 0x0A || byte == 0x0D {
            lines.append(line)
            line = []
        } else {
            line.append(byte)
        }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
}

private func quotedPrintableLine(_ line: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for (place, byte) in line.enumerated() {
        let isLast = place == line.count - 1
        let isPlain =
            0x21..<0x7F ~= byte && byte != UInt8(ascii: "=") || byte == 0x20 && !isLast
        let written = isPlain ? [byte] : Array("=\(hexadecimal(byte))".utf8)
        if length + written.count > 75 {
            bytes += [UInt8(ascii: "="), 0x0D, 0x0A]
            length = 0
        }
        bytes += written
        length += written.count
    }
    return bytes
}

/// Bytes as base64 (RFC 2045): lines of 76 letters, each ended by CR LF.
func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0..<4 {
            let isFilled = place <= group.count
            encoded.append(isFilled ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
        }
        if (start / 3 + 1) % 19 == 0 { encoded += [0x0D, 0x0A] }
    }
    if encoded.last != 0x0A { encoded += [0x0D, 0x0A] }
    return encoded
}
