import CaseFiles
import CaseStores
import Desk
import Partnerships
import TestSupport
import Testing

@Suite("A case, taken away whole")
struct CaseBundleTests {
    @Test func `one look is recorded for it, and the head of the log goes along`() async throws {
        let test = try await TestDesk()
        let bundle = try await test.desk.bundle(of: .first, for: test.asking(.joan))
        #expect(bundle.opened.file.reference == .first)
        #expect(bundle.head.acts > 0)
        #expect(bundle.headDigest.count == 64)
        let looks = try await test.desk.readLog(of: .first, for: test.asking(.joan)).1
        #expect(looks.filter { $0.what == "the case bundle" }.count == 1)
    }

    @Test func `whoever may not take a case away gets nothing of it`() async throws {
        let test = try await TestDesk()
        await #expect(throws: DeskError.self) {
            try await test.desk.bundle(of: .first, for: test.asking(.ruth))
        }
    }
}
