/// A number by which other systems know somebody.
package enum FormIdentifier: String, CaseIterable, Hashable, Sendable {
    case nhsNumber = "nhs-number"
    case upn
    case localAuthorityNumber = "local-authority-number"

    /// The number as it is kept; nil where it cannot be one.
    package func normalised(_ typed: String) -> String? {
        let text = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        return switch self {
        case .nhsNumber: isNHSNumber(text) ? text : nil
        case .upn: isUPN(text) ? text : nil
        case .localAuthorityNumber:
            !text.isEmpty && text.count <= 20 && text.utf8.allSatisfy(isLetterOrDigit) ? text : nil
        }
    }
}

/// Ten digits of which the last is 11 less the weighted sum of the others modulo 11; 11 counts as 0, 10 is never given.
private func isNHSNumber(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 10, digits.allSatisfy({ 0...9 ~= $0 }) else { return false }
    let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
    let check = (11 - sum % 11) % 11
    return check != 10 && check == digits[9]
}

/// A check letter, eleven digits and a digit or, for a temporary number, a letter.
private func isUPN(_ text: String) -> Bool {
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == 13, let first = letters.firstIndex(of: bytes[0]) else { return false }
    var values: [Int] = []
    for (place, byte) in bytes.dropFirst().enumerated() {
        if 0x30...0x39 ~= byte {
            values.append(Int(byte) - 0x30)
        } else if place == 11, let letter = letters.firstIndex(of: byte) {
            values.append(letter)
        } else {
            return false
        }
    }
    return values.enumerated().reduce(0) { $0 + $1.element * ($1.offset + 2) } % 23 == first
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte
}
