import Credentials
import Partnerships
import TestSupport
import Testing

@Suite("One-time codes")
struct TimeCodeTests {
    /// RFC 6238, appendix B, for SHA-1, the last six figures.
    @Test(arguments: [
        (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
        (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `they are those of the standard`(seconds: Int64, code: String) throws {
        let secret = try #require(TimeCode(bytes: Array("12345678901234567890".utf8)))
        let now = Timestamp(milliseconds: seconds * 1000)
        #expect(secret.code(of: TimeCode.step(at: now)) == code)
        #expect(secret.matches(code, at: now, lastUsed: nil) == seconds / 30)
        #expect(
            secret.matches(code.prefix(3) + " " + code.suffix(3), at: now, lastUsed: nil) != nil
        )
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func `one step to either side is taken`(away: Int64, isTaken: Bool) throws {
        let secret = try #require(TimeCode(bytes: Array("12345678901234567890".utf8)))
        let now = Timestamp(milliseconds: 1_782_745_215_000)
        let step = TimeCode.step(at: now) + away
        #expect(
            secret.matches(secret.code(of: step), at: now, lastUsed: nil) == (isTaken ? step : nil)
        )
    }

    @Test func `a step serves once, and none before it afterwards`() throws {
        let secret = try #require(TimeCode(bytes: Array("12345678901234567890".utf8)))
        let now = Timestamp(milliseconds: 1_782_745_215_000)
        let step = TimeCode.step(at: now)
        #expect(secret.matches(secret.code(of: step), at: now, lastUsed: step) == nil)
        #expect(secret.matches(secret.code(of: step - 1), at: now, lastUsed: step) == nil)
        #expect(secret.matches(secret.code(of: step + 1), at: now, lastUsed: step) == step + 1)
        #expect(secret.matches(secret.code(of: step), at: now, lastUsed: step - 1) == step)
    }

    @Test(arguments: ["", "28708", "2870822", "28708a", "２８７０８２", "000000", "-87082", "287082\0"])
    func `what is not the code is refused`(typed: String) throws {
        let secret = try #require(TimeCode(bytes: Array("12345678901234567890".utf8)))
        #expect(secret.matches(typed, at: Timestamp(milliseconds: 59_000), lastUsed: nil) == nil)
    }

    @Test func `the secret is written for typing and for a picture`() throws {
        let secret = try #require(TimeCode(bytes: Array("12345678901234567890".utf8)))
        #expect(secret.typedText == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            secret.enrolmentAddress(label: "r.hart+1@harbourside.example")
                == "otpauth://totp/Sightline:r.hart%2B1%40harbourside.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sightline"
                + "&algorithm=SHA1&digits=6&period=30"
        )
    }

    @Test func `it is kept and read again, and never printed`() throws {
        var random = SeededGenerator(seed: 20_261_121)
        for _ in 0..<200 {
            let secret = TimeCode(using: &random)
            #expect(try roundTrip(secret) == secret)
            var printed = "\(secret) \(String(reflecting: secret))"
            dump(secret, to: &printed)
            #expect(!printed.contains(secret.typedText.prefix(4)))
        }
        #expect(throws: DecodingError.self) { try decoded(TimeCode.self, from: "\"GEZD\"") }
        #expect(throws: DecodingError.self) { try decoded(TimeCode.self, from: "\"not base32!\"") }
        #expect(TimeCode(bytes: [1, 2, 3]) == nil)
    }
}

@Suite("Recovery codes")
struct RecoveryCodesTests {
    @Test func `there are ten, each used once`() throws {
        var random = SeededGenerator(seed: 7)
        var (codes, kept) = RecoveryCodes.make(using: &random)
        #expect(codes.count == 10)
        #expect(Set(codes.map(\.text)).count == 10)
        for (used, code) in codes.shuffled(using: &random).enumerated() {
            #expect(kept.left == 10 - used)
            kept = try #require(kept.using(code))
            #expect(kept.using(code) == nil)
        }
        #expect(kept == .none)
    }

    @Test func `they are understood as people copy them`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let code = RecoveryCode(using: &random)
            #expect(code.text.utf8.count == 11 && code.text.dropFirst(5).first == "-")
            for typed in [
                code.text, code.text.uppercased(), code.text.replacing("-", with: " "),
                code.text.replacing("-", with: "").replacing("0", with: "O").replacing(
                    "1",
                    with: "l"
                ),
            ] {
                #expect(RecoveryCode(typed: typed) == code, "\(typed)")
            }
        }
        for typed in ["", "4qx7m", "4qx7m-dk2p", "4qx7m-dk2p99", "4qx7m-dk2pu", "ѕqx7m-dk2p9"] {
            #expect(RecoveryCode(typed: typed) == nil, "\(typed)")
        }
    }

    @Test func `what is kept holds no code and stays readable`() throws {
        var random = SeededGenerator(seed: 13)
        let (codes, kept) = RecoveryCodes.make(using: &random)
        #expect(try roundTrip(kept) == kept)
        let text = try encodedText(kept)
        #expect(codes.allSatisfy { !text.contains($0.text) })
        #expect("\(codes)".contains("(recovery code)"))
        #expect(kept.using(RecoveryCode(using: &random)) == nil)
    }
}

@Suite("QR codes")
struct QRMatrixTests {
    @Test func `each is square, with an eye in three corners`() throws {
        for count in [1, 20, 150, 1000] {
            let rows = try #require(QRMatrix(String(repeating: "a", count: count))).rows
            #expect(rows.allSatisfy { $0.count == rows.count })
            #expect(rows.count % 4 == 1 && rows.count >= 21)
            let far = rows.count - 7
            for (top, left) in [(0, 0), (0, far), (far, 0)] {
                let eye = rows[top..<top + 7].map {
                    $0[left..<left + 7].map { $0 ? "#" : "." }.joined()
                }
                #expect(
                    eye == [
                        "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
                    ]
                )
            }
        }
    }

    @Test func `what no QR code holds is refused`() {
        #expect(QRMatrix("") == nil)
        #expect(QRMatrix("a\0b") == nil)
        #expect(QRMatrix(String(repeating: "a", count: 3000)) == nil)
    }
}
