import Partnerships
import Testing
import WorkingDays

@Suite("Opaque names")
struct IdentifierTests {
    @Test(arguments: [
        (Int64(0), "000-000"), (1, "000-001"), (31, "000-00z"), (32, "000-010"),
        (CaseReference.count - 1, "zzz-zzz"),
    ])
    func `a case reference is six letters in threes`(number: Int64, path: String) throws {
        let reference = try #require(CaseReference(number: number))
        #expect(reference.path == path)
        #expect(reference.description == path.uppercased())
        #expect(CaseReference(path) == reference)
    }

    @Test func `a reference is understood as people copy it`() throws {
        let text = "4qx-7m1"
        let reference = try #require(CaseReference(text))
        for text in ["4QX-7M1", "4qx7m1", "4QX7MI", "4qx-7ml"] {
            #expect(CaseReference(text) == reference, "\(text)")
        }
        let zeros = "ooo-ooo"
        #expect(CaseReference(zeros)?.number == 0)
    }

    @Test(arguments: ["", "4qx-7m", "4qx-7mdd", "4qx 7md", "4qx-7mu", "4qx-7m\u{14}", "４qx-7md"])
    func `what is no reference is refused`(text: String) {
        #expect(CaseReference(text) == nil)
    }

    @Test func `numbers outside the range are refused`() {
        #expect(CaseReference(number: -1) == nil)
        #expect(CaseReference(number: CaseReference.count) == nil)
        #expect(PersonID(number: PersonID.count) == nil)
    }

    @Test func `every identifier is read back from what it writes`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            let number = Int64.random(in: 0..<PersonID.count, using: &random)
            let person = try #require(PersonID(number: number))
            #expect(PersonID(person.description) == person)
            #expect(person.description.utf8.count == 15)
        }
    }
}

@Suite("When something was recorded")
struct TimestampTests {
    @Test(arguments: [
        (Int64(1_782_745_200_000), "2026-06-29 16:00"),
        (1_768_474_800_999, "2026-01-15 11:00"),
    ])
    func `it is read by the clock on the wall in England`(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).localTime.description == text)
    }
}
