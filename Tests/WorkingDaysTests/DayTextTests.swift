import TestSupport
import Testing
import WorkingDays

@Suite("Days as text")
struct DayTextTests {
    @Test(arguments: [
        "", "2026", "2026-4-28", "26-04-28", "2026-04-28 ", " 2026-04-28", "2026-04-28T00:00",
        "2026/04/28", "20260428", "28-04-2026", "2026-04-2x", "202a-04-28", "2026-0b-28",
        "-026-04-28", "+026-04-28", "2026--4-28", "2026-02-30", "2026-00-10", "2026-13-10",
        "1799-12-31", "2200-01-01", "0000-00-00", "２０２６-04-28", "2026‑04‑28", "2026-04-28\n",
        "2026-04-281", "2026-04:28", "2026:04-28", "2026-04-:8", "/026-04-28",
    ])
    func `anything but a whole ISO date is refused`(text: String) {
        #expect(Day(iso: text) == nil)
        #expect(Day(isoBytes: text.utf8) == nil)
        #expect(Day(isoBytes: text.utf8.lazy.map { $0 }) == nil)
    }

    @Test func `every tenth day reads back as it was written`() {
        for number in stride(from: Int(Day.first.number), through: Int(Day.last.number), by: 10) {
            let day = Day(number: number)
            let text = day?.description ?? ""
            guard text.utf8.count == 10, Day(iso: text) == day else {
                Issue.record("day number \(number) is written \(text)")
                return
            }
        }
    }

    @Test func `a day is written in ISO 8601`() {
        let day = Day(year: 2026, month: 4, day: 8)
        #expect(day?.description == "2026-04-08")
        #expect(Day.first.description == "1800-01-01")
        #expect(Day.last.description == "2199-12-31")
    }

    @Test func `bytes are appended after what is already there`() {
        var bytes = Array("due ".utf8)
        Day("2026-05-19").appendISO(to: &bytes)
        #expect(bytes == Array("due 2026-05-19".utf8))
    }

    @Test func `a day is read from a slice, from bytes and from bytes made on demand`() {
        let text = "from 2026-04-28 on"
        let slice = text.dropFirst(5).prefix(10)
        #expect(Day(iso: slice) == "2026-04-28")
        #expect(Day(isoBytes: Array(slice.utf8)) == "2026-04-28")
        #expect(Day(isoBytes: slice.utf8.lazy.map { $0 }) == "2026-04-28")
        let fromBuffer = Array(slice.utf8).withUnsafeBufferPointer { Day(isoBytes: $0) }
        #expect(fromBuffer == "2026-04-28")
    }
}
