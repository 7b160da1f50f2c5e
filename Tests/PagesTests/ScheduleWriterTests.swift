import Foundation
import Pages
import TestSupport
import Testing
import WorkingDays

@Suite("A schedule as JSON")
struct ScheduleWriterTests {
    @Test(arguments: ShippedProcedures.ids)
    func `it is what a JSON reader reads, with every key`(_ id: String) throws {
        let moments = [
            "incident=2025-12-13", "aware=2025-12-15", "notified=2025-12-19",
            "requests-sent/police=2025-12-23",
        ]
        let planned = try PlannedCase(id, moments, today: "2025-12-29")
        var json = JSONWriter()
        ScheduleWriter(planned.procedure, .standard).append(planned.schedule, to: &json)
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes))
        let object = try #require(read as? [String: Any])
        #expect(
            Set(object.keys) == [
                "procedure", "edition", "variation", "today", "clocks", "steps", "warnings",
            ]
        )
        let steps = try #require(object["steps"] as? [[String: Any]])
        let keys: Set = [
            "id", "clauses", "does", "by", "kind", "opens", "due", "at", "workingTarget",
            "standing",
            "rule", "force", "why", "otherReadings", "waitsFor", "slack",
        ]
        for step in steps { #expect(keys.isSubset(of: step.keys)) }
        #expect(Set(steps.compactMap { $0["id"] as? String }).count == steps.count)
    }

    @Test(arguments: [
        ("plain", "\"plain\""), ("a \"quote\"", "\"a \\\"quote\\\"\""),
        ("back\\slash", "\"back\\\\slash\""),
        ("line\nbreak", "\"line\\nbreak\""), ("\u{1}", "\"\\u0001\""), ("é“”", "\"é“”\""),
        ("", "\"\""),
    ])
    func `texts are escaped`(_ text: String, _ expected: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }
}
