import Procedures
package import WorkingDays

extension FormFiller {
    package mutating func day(
        _ id: String,
        _ label: String,
        hint: String = "",
        was: Day? = nil
    ) -> Day {
        optionalDay(id, label, hint: hint, was: was, isNeeded: true) ?? .first
    }

    package mutating func optionalDay(
        _ id: String,
        _ label: String,
        hint: String = "",
        was: Day? = nil,
        isNeeded: Bool = false
    ) -> Day? {
        let parts = was.map { $0.ymd }
        func box(_ part: String, _ known: Int?) -> String {
            self.known("\(id)-\(part)", known.map { "\($0)" } ?? "").trimmed
        }
        let typed = TypedDate(
            day: box("day", parts?.day),
            month: box("month", parts?.month),
            year: box("year", parts?.year)
        )
        var fault: String?
        if isSent, typed.isEmpty, isNeeded {
            let words = label.isQuestion ? "Answer: \(label)" : "\(label) must be given"
            fault = words
            fail("\(id)-day", words)
        } else if isSent, !typed.isEmpty, typed.day == nil {
            let (part, what) = typed.fault
            fault = "\(label) \(what)"
            fail("\(id)-\(part)", "\(label) \(what)")
        }
        show(typed, id, label, hint, fault)
        return typed.day
    }

    /// A day of which perhaps only some boxes can be filled; what they say is judged by whoever asks.
    mutating func partialDay(_ id: String, _ label: String, hint: String) -> TypedDate {
        let typed = TypedDate(
            day: known("\(id)-day", "").trimmed,
            month: known("\(id)-month", "").trimmed,
            year: known("\(id)-year", "").trimmed
        )
        show(typed, id, label, hint, nil)
        return typed
    }

    /// A time of day, which may be left empty.
    package mutating func time(
        _ id: String,
        _ label: String,
        hint: String = "Leave empty if it does not matter. Like 16:05.",
        was: Minute? = nil
    ) -> Minute? {
        let typed = known(id, was.map { $0.description } ?? "").trimmed
        let minute = Minute(typed)
        var fault: String?
        if isSent, !typed.isEmpty, minute == nil {
            fault = "The time must be written like 16:05"
            fail(id, "The time must be written like 16:05")
        }
        let field = TextField(id: id, label: label, hint: hint, value: typed, fault: fault)
        fields.append(.line(field, .short, .nothing))
        return minute
    }

    private mutating func show(
        _ typed: TypedDate,
        _ id: String,
        _ label: String,
        _ hint: String,
        _ fault: String?
    ) {
        let field = DateField(
            id: id,
            label: label,
            hint: hint,
            day: typed.dayText,
            month: typed.monthText,
            year: typed.yearText,
            fault: fault
        )
        fields.append(.date(field))
    }
}
