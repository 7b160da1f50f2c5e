import Credentials
import TestSupport
import Testing

@Suite("A file under a passphrase")
struct PassphraseSealTests {
    private let seal = PassphraseSeal(cost: Argon2Cost(memory: 8 << 10, passes: 1))
    private let passphrase = Password("tall ships pass Lyme")

    private func sealed(_ bytes: [UInt8], seed: UInt64 = 1) async throws -> String {
        var random = SeededGenerator(seed: seed)
        return try await seal.seal(Secret(bytes), under: passphrase, using: &random)
    }

    @Test(arguments: [0, 1, 32, 33, 1000])
    func `what was sealed is opened again`(count: Int) async throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let text = try await sealed(bytes)
        #expect(try await seal.open(text, with: passphrase) == Secret(bytes))
        #expect(
            text.hasPrefix(
                "sightline sealed with a passphrase, version 1\nargon2id memory 8192 passes 1\n"
            )
        )
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 64 })
    }

    @Test func `printing and mailing do not hurt it`() async throws {
        let text = try await sealed([1, 2, 3])
        for changed in [
            text.replacing("\n", with: "\r\n"), "\n\n" + text.replacing("\n", with: " \n\n"),
            String(text.dropLast()),
        ] {
            #expect(try await seal.open(changed, with: passphrase) == Secret([1, 2, 3]))
        }
    }

    @Test func `another passphrase is told apart from a damaged file`() async throws {
        let text = try await sealed([UInt8](repeating: 7, count: 64))
        await #expect(throws: PassphraseSeal.Refusal.wrongPassphrase) {
            try await seal.open(text, with: Password("tall ships pass lyme"))
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let short = lines.dropLast(3) + lines.suffix(2)
        await #expect(throws: PassphraseSeal.Refusal.damaged) {
            try await seal.open(short.joined(separator: "\n"), with: passphrase)
        }
    }

    @Test func `any letter changed is found`() async throws {
        let text = try await sealed([UInt8](repeating: 7, count: 32))
        for place in text.indices where !text[place].isWhitespace {
            var changed = text
            changed.replaceSubrange(place...place, with: text[place] == "1" ? "2" : "1")
            await #expect(throws: PassphraseSeal.Refusal.self, "\(changed)") {
                try await seal.open(changed, with: passphrase)
            }
        }
    }

    @Test(arguments: [
        ("", PassphraseSeal.Refusal.notASealedFile), ("-----BEGIN KEYS-----", .notASealedFile),
        ("sightline sealed with a passphrase, version 2\n", .unknownVersion),
        ("sightline sealed with a passphrase, version 1\n", .damaged),
    ])
    func `what is no such file is told`(text: String, refusal: PassphraseSeal.Refusal) async {
        await #expect(throws: refusal) { try await seal.open(text, with: passphrase) }
    }

    @Test func `two files of the same bytes have nothing in common`() async throws {
        let (one, other) = (
            try await sealed([1, 2, 3], seed: 1), try await sealed([1, 2, 3], seed: 2)
        )
        #expect(one.split(separator: "\n")[2...].allSatisfy { !other.contains($0) })
    }
}
