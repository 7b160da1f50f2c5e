import TestSupport
import Testing
import WorkingDays

@testable import Chronologies

@Suite("Chronologies, merged")
struct MergeTests {
    @Test
    func `stand by day, exact ones first, by their time, uncertain ones by how far they reach`() {
        let merged = merge([
            chronology(
                1,
                [
                    entry("2016-05-01", "untimed"), entry("2016-04-30", "day before"),
                    entry("2016-05-01", "late", at: "16:00"),
                    ChronologyEntry(date: .unknown, typedDate: "?", event: "unknown"),
                ]
            ),
            chronology(
                2,
                [
                    ChronologyEntry(date: .known(.year(2016)), typedDate: "2016", event: "year"),
                    ChronologyEntry(
                        date: .known(.month(5, year: 2016)),
                        typedDate: "May 2016",
                        event: "month"
                    ),
                    entry("2016-05-01", "early", at: "09:00"), entry("2016-05-01", "untimed too"),
                    ChronologyEntry(
                        date: .doubtful(.day("2016-05-01")),
                        typedDate: "?1 May 2016",
                        event: "doubtful"
                    ),
                    ChronologyEntry(
                        date: .before(.day("2016-05-02")),
                        typedDate: "before",
                        event: "before"
                    ),
                ]
            ),
        ])
        #expect(
            merged.rows.map(\.entry.event) == [
                "year", "day before", "early", "late", "untimed", "untimed too", "doubtful",
                "month",
                "before", "unknown",
            ]
        )
    }

    @Test(arguments: 0..<20) func `keep every row exactly once`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let chronologies = (1...12).map { source in
            chronology(
                Int64(source),
                (0..<Int.random(in: 0...60, using: &random)).map { _ in randomEntry(&random) }
            )
        }
        let merged = merge(chronologies)
        let all = chronologies.flatMap(\.rows)
        #expect(merged.rows.count == all.count)
        #expect(Set(merged.rows) == Set(all))
        let places = merged.rows.map { $0.date.place ?? .last }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(merge(chronologies) == merged)
        let grouped = merged.resemblances().groups.flatMap(\.rows)
        #expect(Set(grouped).count == grouped.count)
    }

    @Test func `have gaps, of all and of each, with what may lie in them`() {
        let merged = merge([
            chronology(1, [entry("2016-01-01", "A"), entry("2016-12-31", "B")]),
            chronology(
                2,
                [
                    entry("2016-06-30", "C"),
                    ChronologyEntry(date: .known(.year(2016)), typedDate: "2016", event: "D"),
                    ChronologyEntry(date: .known(.year(2014)), typedDate: "2014", event: "E"),
                ]
            ),
        ])
        let gaps = merged.gaps(longerThan: 180)
        #expect(gaps.map(\.after) == ["2016-06-30"])
        #expect(gaps.map(\.until) == ["2016-12-31"])
        #expect(gaps.map(\.days) == [183])
        #expect(gaps.map(\.perhaps) == [1])
        #expect(merged.gaps(longerThan: 183).isEmpty)
        #expect(merged.gaps(longerThan: 180, of: SourceID(1)).map(\.days) == [364])
        #expect(merged.gaps(longerThan: 180, of: SourceID(2)).isEmpty)
    }
}

@Suite("Rows that look like one event")
struct ResemblanceTests {
    private func compared(
        _ one: ChronologyEntry,
        _ other: ChronologyEntry,
        sameSource: Bool = false
    ) -> [Resemblance] {
        let chronologies =
            sameSource
            ? [chronology(1, [one, other])] : [chronology(1, [one]), chronology(2, [other])]
        return merge(chronologies).resemblances().groups
    }

    @Test func `of one day and two agencies stand side by side`() {
        let groups = compared(
            entry(
                "2016-05-22",
                "Joint home visit by the health visitor and social worker; house cold"
            ),
            entry(
                "2016-05-22",
                "Home visit, social worker with health visitor. The house was cold."
            )
        )
        #expect(groups.map(\.contradictions) == [[]])
        #expect(groups.first?.rows.count == 2)
    }

    @Test func `are none where words differ, or days, or where one agency wrote both`() {
        let visit = entry("2016-05-22", "Joint home visit by health visitor and social worker")
        #expect(
            compared(visit, entry("2016-05-22", "Prescription of antibiotics for ear infection"))
                .isEmpty
        )
        #expect(compared(visit, entry("2016-06-22", visit.event)).isEmpty)
        #expect(compared(visit, visit, sameSource: true).isEmpty)
    }

    @Test func `of an uncertain date are compared with all that it can mean`() {
        let groups = compared(
            entry("2016-05-22", "Attended hospital with burn to left hand, kettle"),
            ChronologyEntry(
                date: .known(.month(5, year: 2016)),
                typedDate: "May 2016",
                event: "Hospital attended: burn on left hand from kettle"
            )
        )
        #expect(groups.count == 1)
    }

    @Test(
        arguments: [
            (
                "Core group meeting at school. Mother attended.",
                "Core group meeting at school, mother did not attend.", .attended
            ),
            (
                "Child protection medical appointment, child brought",
                "Child protection medical appointment: DNA", .attended
            ),
            ("Home visit, Robin seen in cot", "Home visit, Robin not seen in cot", .seen),
            (
                "Parents consented to early help assessment",
                "Parents refused early help assessment", .agreed
            ),
            (
                "Checked over by GP, bruises on both arms",
                "Checked over by GP, no bruising on arms", .injured
            ),
            (
                "School informed of incident on the bus",
                "School wasn’t informed of incident on the bus", .informed
            ),
        ] as [(String, String, Statement)]
    )
    func `contradict each other where one denies what the other says`(
        one: String,
        other: String,
        what: Statement
    ) {
        let groups = compared(entry("2016-05-22", one), entry("2016-05-22", other))
        #expect(groups.map(\.contradictions) == [[.opposed(what)]])
    }

    @Test func `contradict each other in their time or their day`() {
        let text = "999 call from neighbour, shouting heard from the flat"
        #expect(
            compared(entry("2016-05-22", text, at: "14:00"), entry("2016-05-22", text, at: "14:29"))
                .map(\.contradictions) == [[]]
        )
        #expect(
            compared(entry("2016-05-22", text, at: "14:00"), entry("2016-05-22", text, at: "14:30"))
                .map(\.contradictions) == [[.times]]
        )
        #expect(
            compared(entry("2016-05-22", text), entry("2016-05-25", text)).map(\.contradictions)
                == [[.days]]
        )
    }

    @Test func `are not on two days where each has its like on its own`() {
        let text = "Weekly visit by the family support worker, all well"
        let groups = merge([
            chronology(1, [entry("2016-05-02", text), entry("2016-05-04", text)]),
            chronology(2, [entry("2016-05-02", text), entry("2016-05-04", text)]),
        ]).resemblances().groups
        #expect(groups.map(\.contradictions) == [[], []])
    }

    @Test func `that all share one day are not all compared, and that is said`() {
        let many = (0..<2_000).map { entry("2016-05-22", "Event number \($0) of kind \($0 % 7)") }
        let found = merge([chronology(1, many), chronology(2, many)]).resemblances()
        #expect(!found.isComplete)
    }
}

func chronology(_ source: Int64, _ entries: [ChronologyEntry]) -> Chronology {
    Chronology(source: SourceID(source), entries: entries, firstID: source * 10_000)
}

func entry(_ day: Day, _ event: String, at time: String = "") -> ChronologyEntry {
    ChronologyEntry(
        date: .known(.day(day)),
        typedDate: "\(day)",
        time: TimeOfDay(time),
        event: event
    )
}

private func randomEntry(_ random: inout SeededGenerator) -> ChronologyEntry {
    let day = random.day(from: "2015-01-01", to: "2016-12-31")
    let words = ["visit", "call", "school", "seen", "not", "bruise", "mother", "attended", "GP"]
    let event = (0..<6).map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: " "
    )
    let dates: [UncertainDate] = [
        .known(.day(day)), .doubtful(.day(day)), .known(.month(day.month, year: day.year)),
        .about(.year(day.year)), .before(.day(day)), .unknown,
    ]
    return ChronologyEntry(
        date: dates.randomElement(using: &random) ?? .unknown,
        typedDate: "\(day)",
        event: event
    )
}
