import Crypto

/// The text file that a passphrase opens: what it is, what a guess costs, the sealed bytes, a check sum.
///
/// Written in lines so that it survives being printed, mailed and pasted.
struct SealedText {
    var cost: Argon2Cost
    var salt: [UInt8]
    /// Nonce, sealed bytes and tag, as AES-GCM combines them.
    var sealed: [UInt8]

    static let firstLine = "sightline sealed with a passphrase, version 1"
    private static let lineLength = 64

    /// The lines before the sealed bytes: bound to them, so that no cost or salt can be changed unseen.
    var head: String {
        """
        \(Self.firstLine)
        argon2id memory \(cost.memory) passes \(cost.passes)
        salt \(addressText(of: salt))

        """
    }

    var text: String {
        let checked = head + lines(of: addressText(of: sealed))
        return checked + "check \(checkSum(of: checked))\n"
    }

    private func lines(of letters: String) -> String {
        var text = ""
        var rest = letters[...]
        while !rest.isEmpty {
            text += rest.prefix(Self.lineLength) + "\n"
            rest = rest.dropFirst(Self.lineLength)
        }
        return text
    }
}

extension SealedText {
    /// Reads a file, line ends of any kind and blanks about the lines allowed.
    init(_ text: String) throws(PassphraseSeal.Refusal) {
        let lines = text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
        guard let first = lines.first, first.hasPrefix("sightline sealed with a passphrase") else {
            throw .notASealedFile
        }
        guard first == Self.firstLine else { throw .unknownVersion }
        guard lines.count >= 5, let last = lines.last else { throw .damaged }
        let checked = lines.dropLast().map { $0 + "\n" }.joined()
        guard last == "check \(checkSum(of: checked))" else { throw .damaged }
        guard let cost = writtenCost(in: lines[1]), let salt = writtenSalt(in: lines[2]),
            let sealed = bytes(ofAddressText: lines[3..<lines.count - 1].joined())
        else { throw .damaged }
        guard cost.isPossible else { throw .costOutOfRange }
        self.init(cost: cost, salt: salt, sealed: sealed)
    }
}

private func trimmed(_ line: Substring) -> String {
    String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
}

private func writtenCost(in line: String) -> Argon2Cost? {
    let words = line.split(separator: " ")
    guard words.count == 5, words[0] == "argon2id", words[1] == "memory", words[3] == "passes",
        let memory = Int(words[2]), let passes = Int(words[4])
    else { return nil }
    return Argon2Cost(memory: memory, passes: passes)
}

private func writtenSalt(in line: String) -> [UInt8]? {
    let words = line.split(separator: " ")
    guard words.count == 2, words[0] == "salt" else { return nil }
    return bytes(ofAddressText: String(words[1])).flatMap { $0.count == argon2SaltCount ? $0 : nil }
}

/// Against accidents only; against intent stands the tag of AES-GCM.
private func checkSum(of text: String) -> String {
    addressText(of: Array(SHA256.hash(data: Array(text.utf8)).prefix(12)))
}
