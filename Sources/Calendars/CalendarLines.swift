/// The lines of an iCalendar text (RFC 5545): ended by CR LF, folded at 75 octets, their texts escaped.
package struct CalendarLines: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// A property whose value is a text: whatever it holds, it stays within its own line.
    package mutating func text(_ name: String, _ value: String) {
        var escaped = ""
        for character in value {
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case "\n", "\r\n", "\r": escaped += "\\n"
            case _ where character.isControl: escaped += " "
            default: escaped.append(character)
            }
        }
        line("\(name):\(escaped)")
    }

    /// A mailbox: what the grammar of a parameter does not take is left out of the name.
    package mutating func mailbox(
        _ name: String,
        _ parameters: String = "",
        called: String,
        _ address: String
    ) {
        let called = String(called.filter { $0 != "\"" && !$0.isControl })
        let address = String(address.filter { !$0.isControl && !$0.isWhitespace })
        let common = called.isEmpty ? "" : ";CN=\"\(called)\""
        line("\(name)\(common)\(parameters):mailto:\(address)")
    }

    /// One content line, folded before the 75th octet and never inside what UTF-8 makes one sign.
    package mutating func line(_ content: String) {
        var width = 0
        for scalar in content.unicodeScalars {
            let octets = String(scalar).utf8
            if width + octets.count > 74 {
                bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
                width = 1
            }
            bytes.append(contentsOf: octets)
            width += octets.count
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }
}

extension Character {
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }
    }
}
