import Foundation

/// Bytes as text for an address: base64 with `-` and `_`, without filling at the end.
func addressText(of bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
        .replacing("+", with: "-")
        .replacing("/", with: "_")
        .replacing("=", with: "")
}

/// What `addressText` wrote, and nothing else that would mean the same bytes.
func bytes(ofAddressText text: String) -> [UInt8]? {
    let usual = text.replacing("-", with: "+").replacing("_", with: "/")
    let filling = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: usual + filling) else { return nil }
    let bytes = [UInt8](data)
    return addressText(of: bytes) == text ? bytes : nil
}

private let base32Letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

/// Bytes in base32 (RFC 4648) without filling: what authenticator programs take.
func base32Text(of bytes: [UInt8]) -> String {
    var letters: [UInt8] = []
    var held = 0
    var count = 0
    for byte in bytes {
        held = (held & 0x1F) << 8 | Int(byte)
        count += 8
        while count >= 5 {
            count -= 5
            letters.append(base32Letters[held >> count & 31])
        }
    }
    if count > 0 { letters.append(base32Letters[held << (5 - count) & 31]) }
    return String(decoding: letters, as: UTF8.self)
}

/// What `base32Text` wrote; nil for anything else, capitals in groups excepted.
func bytes(ofBase32Text text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var held = 0
    var count = 0
    for letter in text.utf8 where letter != 0x20 {
        guard let value = base32Letters.firstIndex(of: letter) else { return nil }
        held = (held << 5 | value) & 0xFFF
        count += 5
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(held >> count & 0xFF))
        }
    }
    return base32Text(of: bytes) == text.replacing(" ", with: "") ? bytes : nil
}
