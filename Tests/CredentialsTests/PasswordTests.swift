import Credentials
import Testing

@Suite("What a password must be")
struct PasswordRulesTests {
    private let email = "rosalind.hart@harbourside.example"

    @Test(arguments: [
        "tall ships pass Lyme", "Über den Wolken 7", "4815162342-4815", "xK9#mQ2$vL5!",
        "møllehjul står stille",
        "summerhouse by the wier", "my password is not here",
    ])
    func `a password that only its owner would think of is taken`(typed: String) throws {
        _ = try PasswordRules.check(typed, email: email)
    }

    @Test(arguments: [
        ("", 0), ("short", 5), ("elevenchars", 11), (String(repeating: "e\u{301}", count: 6), 6),
    ])
    func `one of fewer than twelve characters is too short`(typed: String, count: Int) {
        #expect(throws: PasswordRefusal.tooShort(characters: count, least: 12)) {
            try PasswordRules.check(typed, email: email)
        }
    }

    @Test func `one of 128 characters is taken and one of 129 is not`() throws {
        let longest = String(repeating: "tall ships pass ", count: 8)
        _ = try PasswordRules.check(longest, email: email)
        #expect(throws: PasswordRefusal.tooLong(characters: 129, most: 128)) {
            try PasswordRules.check(longest + "L", email: email)
        }
    }

    @Test(arguments: [
        "password1234", "Password2026!!", "P4ssw0rd12345", "123456789012", "qwertyuiop[]",
        "qwertyuiopas",
        "098765432109", "liverpool-liverpool", "aaaaaaaaaaaa", "121212121212", "Let me in, please",
        "correct horse battery staple", "!!Welcome2026", "abcdefghijklm", "1q2w3e4r5t6y",
        "qwertyqwerty",
        "November2026!", "Safeguarding1", "iloveyou1234",
    ])
    func `one that anybody would try first is refused`(typed: String) {
        #expect(throws: PasswordRefusal.tooCommon) { try PasswordRules.check(typed, email: email) }
    }

    @Test(arguments: ["xK9#Rosalind.Hart", "rosalind.hart-2026-Lyme"])
    func `one with the beginning of the person's own address is refused`(typed: String) {
        #expect(throws: PasswordRefusal.holdsEmail) { try PasswordRules.check(typed, email: email) }
    }

    @Test func `an address of two letters forbids nothing`() throws {
        _ = try PasswordRules.check("tall ships pass Lyme", email: "ly@harbourside.example")
    }

    @Test func `one with the name of the program is refused`() {
        #expect(throws: PasswordRefusal.holdsProgramName) {
            try PasswordRules.check("SightLine-x9-Q27", email: email)
        }
    }
}

@Suite("Password hashes")
struct PasswordHasherTests {
    private let hasher = PasswordHasher(cost: Argon2Cost(memory: 8 << 10, passes: 1))

    @Test func `a password matches its own hash and no other`() async throws {
        let password = Password("tall ships pass Lyme")
        let hash = try await hasher.hash(password)
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try await hasher.verify(password, against: hash))
        for wrong in [
            "", "tall ships pass lyme", "tall ships pass Lyme ", "tall ships pass Lyme\0",
        ] {
            #expect(try await hasher.verify(Password(wrong), against: hash) == false, "\(wrong)")
        }
        #expect(try await hasher.hash(password) != hash, "each has a salt of its own")
    }

    @Test func `the same letters match however the keyboard composed them`() async throws {
        let hash = try await hasher.hash(Password("caf\u{E9} on the quay"))
        #expect(try await hasher.verify(Password("cafe\u{301} on the quay"), against: hash))
        #expect(try await hasher.verify(Password("cafe on the quay"), against: hash) == false)
    }

    /// The hash was made by the `argon2` program of the algorithm's authors.
    @Test func `a hash made elsewhere is verified`() async throws {
        let hash = PasswordHash(
            text:
                "$argon2id$v=19$m=32,t=1,p=1$c2l4dGVlbmJ5dGVzYWx0IQ$o0KW4qKPuF+LoZ0Gh8c5w0/2hLJIXxk+v3aoGpD+BCs"
        )
        #expect(try await hasher.verify(Password("tall ships pass Lyme"), against: hash) == false)
        #expect(try await hasher.verify(Password("Tall ships pass Lyme"), against: hash))
        #expect(hasher.needsRehash(hash))
    }

    @Test func `a hash at another cost is to be made anew`() async throws {
        let hash = try await hasher.hash(Password("tall ships pass Lyme"))
        #expect(!hasher.needsRehash(hash))
        let dearer = PasswordHasher(cost: Argon2Cost(memory: 16 << 10, passes: 1))
        #expect(dearer.needsRehash(hash))
        #expect(try await dearer.verify(Password("tall ships pass Lyme"), against: hash))
    }

    @Test(arguments: [
        "", "nothing", "$argon2id$v=19$m=8,t=1,p=1$", "$2y$10$abcdefghijklmnopqrstuv",
    ])
    func `what is no hash matches nothing`(text: String) async throws {
        let hash = PasswordHash(text: text)
        #expect(try await hasher.verify(Password(text), against: hash) == false)
        #expect(hasher.needsRehash(hash))
    }

    @Test func `an unknown account waits in the same line`() async throws {
        try await hasher.verifyAgainstNothing(Password("tall ships pass Lyme"))
        try await hasher.verifyAgainstNothing(Password(""))
        let gone = Task<Void, any Error> {
            while !Task.isCancelled { await Task.yield() }
            try await hasher.verifyAgainstNothing(Password("tall ships pass Lyme"))
        }
        gone.cancel()
        await #expect(throws: PasswordHasher.Refusal.cancelled) { try await gone.value }
    }

    @Test func `the cost at sign-in is 64 MiB twice, two at once`() {
        #expect(Argon2Cost.signIn == Argon2Cost(memory: 67_108_864, passes: 2))
        #expect(PasswordHasher().cost == .signIn)
    }

    @Test func `neither passwords nor hashes are printed`() async throws {
        let password = Password("tall ships pass Lyme")
        let hash = try await hasher.hash(password)
        var dumped = ""
        dump(password, to: &dumped)
        dump(hash, to: &dumped)
        let printed =
            "\(password) \(hash) \(String(reflecting: password)) \(String(reflecting: hash))"
        #expect(!(printed + dumped).contains("argon2"))
        #expect(!(printed + dumped).contains("Lyme"))
    }
}
