import Procedures
import Schedules
import WorkingDays

extension PlanBuilder {
    /// One group a section of the guide, then the national limits.
    func groups() -> [PlanGroup] {
        procedure.sections.compactMap { section in
            let rows = schedule.steps.filter { section.steps.contains($0.key.step.number) }
            guard !rows.isEmpty else { return nil }
            return PlanGroup(heading: heading(section), rows: rows.map { row($0) })
        }
    }

    private func heading(_ section: Section) -> String {
        Int(section.id) == nil ? section.title : "\(section.id). \(section.title)"
    }

    func row(_ line: ScheduledStep) -> PlanRow {
        let step = procedure.steps[line.key.step]
        return PlanRow(
            id: reasons.id(line.key),
            due: line.due.map { DayWording.text($0) },
            dueNote: dueNote(line),
            does: reasons.does(line.key),
            clauses: Wording.clauses(reasons.clauses(line.key)),
            rule: shortRule(line),
            who: DayWording.capitalised(reasons.people(line.key)),
            standing: line.standing.tag,
            when: when(line),
            explanation: explanation(line, step),
            warning: warning(line)
        )
    }

    func dueNote(_ line: ScheduledStep) -> String? {
        var notes: [String] = []
        if let at = line.dated?.at { notes.append("by \(DayWording.words(at))") }
        if let opens = line.opens { notes.append("from \(DayWording.short(opens))") }
        if let target = line.dated?.workingTarget {
            notes.append("aim at \(DayWording.short(target))")
        }
        if line.due == nil { notes.append(noDate(line)) }
        if let condition = line.openCondition {
            notes.append("if \(wording.condition(condition))")
        }
        return notes.isEmpty ? nil : DayWording.capitalised(notes.joined(separator: "; "))
    }

    private func noDate(_ line: ScheduledStep) -> String {
        guard case .choice = reasons.due(line.key).entries[line.entry].limit else {
            return "no date given"
        }
        return "waits for another date"
    }

    private func shortRule(_ line: ScheduledStep) -> String {
        if line.due == nil, let prompt = procedure.steps[line.key.step].prompt, !line.key.isReturn {
            return "Prompt: \(wording.prompt(prompt))"
                + (line.prompt.map { ", \(DayWording.short($0))" } ?? "")
        }
        return reasons.rule(line)
    }

    func when(_ line: ScheduledStep) -> String {
        if let done = line.done {
            let late = lateness((line.firstDone ?? done).day, line)
            return DayWording.words(done.day) + (late.map { ", \($0)" } ?? "")
        }
        if let booked = line.booked { return "Booked \(DayWording.words(booked))" }
        if line.standing == .overdue, let due = line.due,
            let days = try? calendar.workingDays(from: due, to: today)
        {
            return "\(DayWording.count(max(days, 0), "working day")) overdue"
        }
        if line.standing == .done { return "Done" }
        return line.standing == .notNeeded ? "" : "Not yet"
    }

    private func lateness(_ day: Day, _ line: ScheduledStep) -> String? {
        guard line.standing == .doneLate, let due = line.due,
            let days = try? calendar.workingDays(from: due, to: day)
        else { return nil }
        return days == 0 ? "late" : "\(DayWording.count(days, "working day")) late"
    }

    private func warning(_ line: ScheduledStep) -> String? {
        if let arose = line.arose, let due = line.due, arose > due {
            return "Its limit had passed before the return came in on \(DayWording.words(arose))"
        }
        guard let slack = line.slack, slack < 0, let earliest = line.earliest, line.done == nil,
            line.standing != .overdue
        else { return nil }
        return "Can no longer be met: \(DayWording.words(earliest)) at the earliest"
    }

    // Why.

    private func explanation(_ line: ScheduledStep, _ step: Step) -> Explanation {
        Explanation(
            question: line.due.map { "Why \(DayWording.short($0))?" } ?? "Why no date?",
            lead: lead(line),
            facts: facts(line, step)
        )
    }

    private func lead(_ line: ScheduledStep) -> String {
        guard let dated = line.dated else { return reasons.undated(line) }
        return reasons.lead(dated, clock(dated))
    }

    private func clock(_ dated: DatedRule) -> ClockRule? {
        dated.rule?.clock.map { procedure.clocks[$0] }
    }

    private func facts(_ line: ScheduledStep, _ step: Step) -> [(term: String, text: String)] {
        var facts: [(term: String, text: String)] = []
        func add(_ term: String, _ text: String?) {
            if let text, !text.isEmpty { facts.append((term, text)) }
        }
        if let dated = line.dated {
            add(startTerm(dated), reasons.start(dated, clock(dated)).map { afterTerm($0) })
            add("Not counted", reasons.notCounted(dated).map { afterTerm($0) })
            add("Working day", dated.workingTarget.map { reasons.workingTarget(dated.due, $0) })
        }
        add("Clause", Wording.clauses(clauses(line)))
        if line.due != nil { add("Kind of limit", reasons.force(line).words) }
        let because = reasons.because(line.key, entry: line.entry, clock: line.dated?.rule?.clock)
        add("This reading", because.map { "\($0)." })
        for reading in line.otherReadings where says(reading, more: line) {
            let (rule, why) = reasons.reading(reading)
            let day = reading.dated.map { "\(DayWording.words($0.due)): " } ?? ""
            add(term(reading), "\(day)\(rule). \(why)")
        }
        add("In the source", line.key.isReturn ? nil : step.defect.map { "\($0)." })
        if !line.waitsFor.isEmpty {
            add("Waits for", DayWording.list(line.waitsFor.map { wording.noun($0) }))
        }
        if let earliest = line.earliest, let slack = line.slack, line.standing != .overdue {
            add("Room left", room(earliest, slack))
        }
        if line.due != nil, let prompt = step.prompt, !line.key.isReturn {
            add("Prompt", DayWording.capitalised(wording.prompt(prompt)) + " (not in the source)")
        }
        return facts
    }

    /// The sentence without the words that its term already says.
    private func afterTerm(_ sentence: String) -> String {
        for opening in ["Counted from ", "Day zero is ", "Day 1 is "]
        where sentence.hasPrefix(opening) {
            return String(sentence.dropFirst(opening.count))
        }
        return sentence.replacing(" not counted: ", with: ": ", maxReplacements: 1)
    }

    /// Whether a reading tells something that the line does not: another day, or no day at all.
    private func says(_ reading: ReadingResult, more line: ScheduledStep) -> Bool {
        guard let dated = reading.dated else { return reading.words != nil }
        return dated.due != line.due || dated.opens != line.opens || reading.why == .beforeAgreement
    }

    private func room(_ earliest: Day, _ slack: Int) -> String {
        let first = "It can be done from \(DayWording.words(earliest))"
        if slack < 0 {
            return "\(first) at the earliest, \(DayWording.count(-slack, "working day")) too late."
        }
        return "\(first): \(DayWording.count(slack, "working day")) to spare."
    }

    private func clauses(_ line: ScheduledStep) -> [String] {
        let own = reasons.due(line.key).entries[line.entry].clauses
        return own.isEmpty ? reasons.clauses(line.key) : own
    }

    private func startTerm(_ dated: DatedRule) -> String {
        guard let clock = clock(dated) else { return "Counted from" }
        return clock.firstDay == 0 ? "Day zero" : "Day 1"
    }

    private func term(_ reading: ReadingResult) -> String {
        switch reading.why {
        case .reading: "Other reading"
        case .otherLimit: "Other limit"
        case .passedOver: "Other choice"
        case .beforeAgreement: "Worked out"
        }
    }
}
