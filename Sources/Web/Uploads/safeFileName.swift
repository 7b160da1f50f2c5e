/// The name of a file as it was sent, without its folders, line ends, and letters that turn the way of writing.
///
/// Nil where nothing is left of it.
func safeFileName(_ sent: String) -> String? {
    let last = sent.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let scalars = last.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            false
        default: true
        }
    }
    var name = String(String.UnicodeScalarView(scalars)).trimmingBlanksAndDots
    if name.count > mostLetters {
        // The ending says what it is: it is the middle that goes.
        name = name.prefix(mostLetters - 12) + "…" + name.suffix(11)
    }
    return name.isEmpty ? nil : name
}

/// A name as a header carries it, for programs old and new (RFC 6266).
func contentDisposition(_ name: String) -> String {
    let plain = name.unicodeScalars.map { scalar -> Character in
        let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
        return isPlain && !#""\%;"#.unicodeScalars.contains(scalar) ? Character(scalar) : "_"
    }
    return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(extended(name))"
}

/// As many as fit, in any script, into what disks allow a name.
private let mostLetters = 120

/// What RFC 8187 lets stand; every other byte is written as two digits.
private func extended(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    let bytes = name.utf8.flatMap { byte in
        plain.contains(byte) ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
}

extension String {
    /// A name that began with a dot would be hidden where it is saved.
    fileprivate var trimmingBlanksAndDots: String {
        let isLoose: (Character) -> Bool = { $0.isWhitespace || $0 == "." }
        var rest = self[...].drop(while: isLoose)
        while let last = rest.last, isLoose(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
