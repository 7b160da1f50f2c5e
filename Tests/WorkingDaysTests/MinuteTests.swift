import TestSupport
import Testing
import WorkingDays

@Suite("Minutes of the day")
struct MinuteTests {
    @Test func `every minute of the day reads back as it was written`() {
        var seen: [Minute] = []
        for hour in 0..<24 {
            for minute in 0..<60 {
                guard let made = Minute(hour: hour, minute: minute),
                    made.hour == hour, made.minute == minute,
                    Minute(made.description) == made, Minute(minuteOfDay: seen.count) == made
                else {
                    Issue.record("\(hour):\(minute)")
                    return
                }
                seen.append(made)
            }
        }
        #expect(seen.count == 1440)
        #expect(seen == seen.sorted())
        #expect(Set(seen).count == 1440)
    }

    @Test(arguments: [
        "", "16", "16:0", "16:000", "6:00", "24:00", "16:60", "16.00", "1600", "16:00:00", " 16:00",
        "16:0a", "-1:00", "4 pm", "16:00 ",
    ])
    func `anything but hours and minutes is refused`(text: String) {
        #expect(Minute(text) == nil)
    }

    @Test(arguments: [(24, 0), (-1, 0), (0, 60), (0, -1), (Int.max, 0), (0, Int.min)])
    func `an hour or minute off the clock is refused`(hour: Int, minute: Int) {
        #expect(Minute(hour: hour, minute: minute) == nil)
    }

    @Test(arguments: [-1, 1440, Int.max, Int.min])
    func `a minute past midnight is refused`(minuteOfDay: Int) {
        #expect(Minute(minuteOfDay: minuteOfDay) == nil)
    }

    @Test func `minutes and times are written on the 24-hour clock`() {
        #expect(Minute(hour: 16, minute: 0)?.description == "16:00")
        #expect(Minute(hour: 0, minute: 5)?.description == "00:05")
        #expect(LocalTime("2026-05-07 16:00").description == "2026-05-07 16:00")
    }
}
