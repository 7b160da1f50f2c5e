/// The address of a mailbox, in letters that every mail server takes: `office@safe.example`.
package struct MailboxAddress: Hashable, Sendable {
    package let text: String

    /// - Throws: `MailProblem.notAnAddress` for anything but ASCII of the plain form `name@domain`.
    package init(_ text: String) throws(MailProblem) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].count <= 64,
            isAtoms(parts[0]), isDomain(parts[1])
        else { throw .notAnAddress }
        self.text = text
    }

    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }
}

/// Whose mailbox it is, as people read it, and its address.
package struct Mailbox: Hashable, Sendable {
    /// Empty for none.
    package let name: String
    package let address: MailboxAddress

    package init(_ name: String, _ address: MailboxAddress) throws(MailProblem) {
        try checkHeader(name, .name)
        self.name = name
        self.address = address
    }

    /// Takes `office@safe.example` and `Safe Example <office@safe.example>`.
    package init(parsing text: String) throws(MailProblem) {
        guard text.hasSuffix(">"), let opening = text.lastIndex(of: "<") else {
            self = try Mailbox("", MailboxAddress(text))
            return
        }
        let name = text[..<opening].split(separator: " ").joined(separator: " ")
        let address = try MailboxAddress(String(text[text.index(after: opening)...].dropLast()))
        self = try Mailbox(name, address)
    }
}

/// The name that a message bears for ever, however often it is sent: `4f…@safe.example`.
package struct MessageID: Hashable, Sendable {
    /// Without the angle brackets around it.
    package let text: String

    package init(_ text: String) throws(MailProblem) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, isAtoms(parts[0]), isDomain(parts[1])
        else { throw .notAMessageID }
        self.text = text
    }
}

/// What keeps a message from being written; it tells the part and nothing of what stood there.
package enum MailProblem: Error, Hashable, Sendable {
    case notAnAddress
    case notAMessageID
    /// A line break or another control character in a header: the next line could be another header.
    case controlCharacter(in: Part)
    case tooLong(Part)

    package enum Part: String, CaseIterable, Hashable, Sendable {
        case name, subject, reference
    }
}

/// Bytes of a header's text that are taken; more than any subject that somebody reads.
private let longestHeader = 500

func checkHeader(_ text: String, _ part: MailProblem.Part) throws(MailProblem) {
    guard !text.unicodeScalars.contains(where: breaksLines) else {
        throw .controlCharacter(in: part)
    }
    guard text.utf8.count <= longestHeader else { throw .tooLong(part) }
}

/// Controls, and what some programs take for the end of a line.
private func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0x2028...0x2029 ~= scalar.value
}

private func isAtoms(_ text: Substring.UTF8View) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.allSatisfy { isLetterOrDigit($0) || atomSigns.contains($0) }
    }
}

private func isDomain(_ text: Substring.UTF8View) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
        1...63 ~= label.count && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
            && label.first != hyphen && label.last != hyphen
    }
}

private let hyphen = UInt8(ascii: "-")
private let atomSigns = Array("!#$%&'*+-/=?^_`{|}~".utf8)

func isLetterOrDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}
