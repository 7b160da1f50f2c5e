package import Procedures
package import WorkingDays

/// What the plan's address holds: the form's boxes, or the short form that a link carries.
package struct PlanQuery: Sendable {
    package let items: [(name: String, value: String)]

    package init(_ items: [(name: String, value: String)]) {
        self.items = items.map { ($0.name, $0.value.trimmed) }
    }

    func value(_ name: String) -> String {
        items.first { $0.name == name }?.value ?? ""
    }

    func values(_ name: String) -> [String] {
        items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// Whether it came from the boxes of the form, and not from a link.
    package var isTyped: Bool {
        items.contains { $0.name.hasSuffix("-year") || $0.name.hasPrefix("fact-") }
    }

    /// The rows of other dates that were sent, by number.
    var otherRows: [Int] {
        let numbers = items.compactMap { item -> Int? in
            let parts = item.name.split(separator: "-")
            guard parts.count == 3, parts[0] == "other" else { return nil }
            return Int(parts[1])
        }
        return Set(numbers.filter { (1...200).contains($0) }).sorted()
    }
}

/// What was entered, read: everything that can be taken, and what cannot with its place.
package struct PlanEntries: Sendable {
    package var moments: [MomentEntry] = []
    package var facts: [(name: String, value: String)] = []
    package var agreed: [(name: String, subject: String?, day: Day)] = []
    package var closed: [Day] = []
    package var today: Day?
    package var errors: [FormError] = []

    package var isEmpty: Bool { moments.isEmpty && agreed.isEmpty }

    func fault(_ field: String) -> String? {
        errors.first { $0.field == field }?.message
    }

    package init() {}
}

extension PlanEntries {
    /// Reads a query; unknown names are left alone, and every fault is kept beside its box.
    package init(_ query: PlanQuery) {
        self.init()
        readShort(query)
        for moment in Moment.entered {
            guard let day = readDate(query, moment.id, moment.words.label) else { continue }
            moments.append(MomentEntry(name: moment.id, subject: nil, day: day, minute: nil))
        }
        for item in query.items where item.name.hasPrefix("fact-") && !item.value.isEmpty {
            facts.append((String(item.name.dropFirst(5)), item.value))
        }
        for row in query.otherRows { readOther(query, row) }
        if let day = readDate(query, "today", "The day to see the plan on") { today = day }
        readClosed(query)
    }

    private mutating func readShort(_ query: PlanQuery) {
        for text in query.values("moment") {
            guard let entry = MomentEntry(text) else {
                errors.append(
                    FormError(
                        field: "procedure",
                        message: "The link holds a date that cannot be read: \(text)"
                    )
                )
                continue
            }
            moments.append(entry)
        }
        for text in query.values("agreed") {
            guard let entry = MomentEntry(text) else {
                errors.append(
                    FormError(
                        field: "procedure",
                        message: "The link holds a date that cannot be read: \(text)"
                    )
                )
                continue
            }
            agreed.append((entry.name, entry.subject, entry.day))
        }
        for text in query.values("fact") {
            guard let equals = text.firstIndex(of: "=") else { continue }
            facts.append((String(text[..<equals]), String(text[text.index(after: equals)...])))
        }
        if let day = Day(iso: query.value("today")) { today = day }
    }

    private mutating func readOther(_ query: PlanQuery, _ row: Int) {
        let id = "other-\(row)"
        let what = query.value("\(id)-what")
        let day = readDate(query, id, what.isEmpty ? "The date" : "The date of this row")
        guard let day else {
            if !what.isEmpty, fault("\(id)-day") == nil {
                errors.append(
                    FormError(
                        field: "\(id)-day",
                        message: "Enter the date, or choose nothing in this row"
                    )
                )
            }
            return
        }
        guard !what.isEmpty else {
            errors.append(
                FormError(
                    field: "\(id)-what",
                    message: "Choose what happened on \(DayWording.words(day))"
                )
            )
            return
        }
        let who = query.value("\(id)-who")
        if query.value("\(id)-agreed") == "yes" {
            agreed.append((what, who.isEmpty ? nil : who, day))
            return
        }
        let time = query.value("\(id)-time")
        let minute = Minute(time)
        if minute == nil && !time.isEmpty {
            errors.append(
                FormError(
                    field: "\(id)-time",
                    message: "The time must be written like 16:00"
                )
            )
        }
        moments.append(
            MomentEntry(name: what, subject: who.isEmpty ? nil : who, day: day, minute: minute)
        )
    }

    private mutating func readClosed(_ query: PlanQuery) {
        let lines = query.values("closed").flatMap {
            $0.split { $0 == "\n" || $0 == "," || $0.isNewline }
        }
        for line in lines.map({ String($0).trimmed }) where !line.isEmpty {
            if let day = Day(iso: line) ?? TypedDate(words: line).day {
                closed.append(day)
            } else {
                errors.append(
                    FormError(
                        field: "closed",
                        message: "“\(line)” must be a real date, like 24 12 2026"
                    )
                )
            }
        }
    }

    private mutating func readDate(_ query: PlanQuery, _ id: String, _ label: String) -> Day? {
        let typed = TypedDate(
            day: query.value("\(id)-day"),
            month: query.value("\(id)-month"),
            year: query.value("\(id)-year")
        )
        guard !typed.isEmpty else { return nil }
        if let day = typed.day { return day }
        let (part, fault) = typed.fault
        errors.append(FormError(field: "\(id)-\(part)", message: "\(label) \(fault)"))
        return nil
    }
}

extension TypedDate {
    /// The box at fault and what to do, after the name of the date.
    var fault: (part: String, message: String) {
        if dayText.isEmpty { return ("day", "must include a day") }
        if monthText.isEmpty { return ("month", "must include a month") }
        if yearText.isEmpty { return ("year", "must include a year") }
        if yearText.count != 4 || Int(yearText) == nil {
            return ("year", "must have a year of 4 numbers")
        }
        if month == nil { return ("month", "must have a month from 1 to 12") }
        guard let year = Int(yearText), (1800...2199).contains(year) else {
            return ("year", "must have a year from 1800 to 2199")
        }
        return ("day", "must be a real date")
    }
}

extension MomentEntry {
    /// `notified=2025-12-19`, `return-received/police=2025-12-29T16:00`.
    init?(_ text: String) {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let name = text[..<equals].split(separator: "/", maxSplits: 1)
        let when = text[text.index(after: equals)...].split(separator: "T", maxSplits: 1)
        guard let first = name.first, let date = when.first, let day = Day(iso: date) else {
            return nil
        }
        var minute: Minute?
        if when.count == 2 {
            guard let read = Minute(when[1]) else { return nil }
            minute = read
        }
        self.init(
            name: String(first),
            subject: name.count == 2 ? String(name[1]) : nil,
            day: day,
            minute: minute
        )
    }

    /// The same in a link.
    var short: String {
        let who = subject.map { "/\($0)" } ?? ""
        let time = minute.map { "T\($0)" } ?? ""
        return "\(name)\(who)=\(day)\(time)"
    }
}

extension String {
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
