import Crypto

/// Six digits that open a link once.
package struct SeatCode: Sendable, Equatable {
    private let number: Int

    package init(using random: inout some RandomNumberGenerator) {
        number = Int.random(in: 0..<1_000_000, using: &random)
    }

    /// Stands in for what is no code, so that it is hashed all the same.
    static let unlike = SeatCode(number: 0)

    private init(number: Int) {
        self.number = number
    }

    /// As people type it, blanks and hyphens allowed; nil for anything but six digits.
    package init?(typed: String) {
        let digits = typed.filter { !$0.isWhitespace && $0 != "-" }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let number = Int(digits)
        else { return nil }
        self.number = number
    }

    /// For the message that brings it, or for the one page that shows it: `042 913`.
    package var text: String {
        let digits = String(String(1_000_000 + number).dropFirst())
        return "\(digits.prefix(3)) \(digits.suffix(3))"
    }

    func hash(salt: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: salt + Array(text.utf8)))
    }
}

extension SeatCode: CustomStringConvertible, CustomReflectable {
    package var description: String { "(code)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
