import Testing

@testable import Pages
@testable import Views

@Suite("The timeline")
struct TimelineTests {
    @Test(arguments: [1, 5, 14, 27, 35, 54, 55, 75, 120, 220, 400])
    func `days stand in order, inside the picture`(days: Int) {
        let scale = TimelineScale(days: days)
        let middles = (0..<days).map(scale.middle)
        #expect(middles == middles.sorted())
        #expect(middles.allSatisfy { $0 >= TimelineScale.left && $0 <= TimelineScale.right })
        #expect(scale.start(of: days) <= TimelineScale.right)
    }

    @Test func `a long plan numbers its Mondays only`() {
        #expect(!TimelineScale(days: 54).isDense)
        #expect(TimelineScale(days: 76).isDense)
    }

    @Test(arguments: [5, 20, 35, 60, 220])
    func `a label never covers a mark of its line, and stays inside`(days: Int) {
        let scale = TimelineScale(days: days)
        let texts = [
            "Sign", "Hold the rapid review meeting", sampleSteps[4].does, sampleSteps[0].does,
        ]
        for first in 0..<days {
            for last in first..<days {
                for text in texts {
                    let line = TimelineLine(
                        row(text, opens: first, due: last, done: nil),
                        on: scale,
                        today: nil
                    )
                    let (start, end) = line.extent
                    #expect(start >= TimelineScale.left && end <= TimelineScale.right)
                    let isClear =
                        line.isAbove || start > scale.middle(of: last) + 8
                        || end < scale.middle(of: first) - 8
                    #expect(isClear)
                }
            }
        }
    }

    @Test func `a label too long for the picture is cut at a word`() {
        let long = Array(repeating: "safeguarding", count: 40).joined(separator: " ")
        let line = TimelineLine(
            row(long, opens: nil, due: 3, done: nil),
            on: TimelineScale(days: 30),
            today: nil
        )
        #expect(line.label.hasSuffix("safeguarding …"))
        #expect(line.extent.end <= TimelineScale.right)
    }

    @Test func `labels at the foot keep apart`() {
        var foot = FootLabels()
        foot.place("Today", .today, at: 500)
        foot.place("National limit, Wed 14 Jan", .limit, at: 520)
        foot.place("Christmas Day, Boxing Day", .holiday, at: 480)
        #expect(foot.labels.map(\.line) == [0, 1, 2])
        foot.place("Easter Monday", .holiday, at: 490)
        #expect(foot.labels.count == 3)
        foot.place("Good Friday", .holiday, at: 1_099)
        #expect(foot.labels.last?.line == 0)
        #expect(foot.lines == 3)
    }

    @Test(arguments: [35, 60, 120, 220, 400])
    func `day numbers keep apart, and the last is always shown`(days: Int) {
        let scale = TimelineScale(days: days)
        let numbers = sampleNumbers(from: 0, number: 0, count: 16).filter { $0.day < days }
        let line = CounterLine(
            TimelineCounter(label: "Day of review", numbers: numbers),
            on: scale,
            after: 69
        )
        #expect(line.numbers.last?.number == numbers.last?.number)
        for (one, next) in zip(line.numbers, line.numbers.dropFirst()) {
            #expect(next.x - one.x >= 20)
        }
    }

    @Test func `overdue and due today are said in the label's tone as well as its words`() {
        let scale = TimelineScale(days: 30)
        let today = TimelineLine(row("Sign", opens: nil, due: 9, done: nil), on: scale, today: 9)
        let done = TimelineLine(row("Sign", opens: nil, due: 9, done: 8), on: scale, today: 9)
        #expect(today.tone == .today)
        #expect(done.tone == .plain)
    }

    private func row(_ label: String, opens: Int?, due: Int, done: Int?) -> TimelineRow {
        TimelineRow(
            id: "step",
            label: label,
            opens: opens,
            due: due,
            done: done,
            isLate: false,
            booked: nil,
            overdueTo: nil,
            others: [],
            note: nil
        )
    }
}

extension TimelineLine {
    /// Where its label begins and ends.
    var extent: (start: Int, end: Int) {
        let width = textWidth(label, isBold: tone != .plain)
        return switch side {
        case .from: (labelX, labelX + width)
        case .upTo: (labelX - width, labelX)
        }
    }
}
