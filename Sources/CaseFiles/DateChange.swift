package import Procedures
package import Schedules
package import WorkingDays

/// One line of the plan whose dates differ before and after an act: shown before the act is confirmed.
package struct DateChange: Hashable, Sendable {
    package let name: OccurrenceName
    /// What is done, in the procedure's words.
    package let does: String
    /// Nil where the line is new.
    package let before: Dates?
    /// Nil where the line is gone.
    package let after: Dates?
    /// A day already booked or agreed: it does not move, whatever the limit does.
    package let booked: Day?

    package struct Dates: Hashable, Sendable {
        package let isNeeded: Bool
        package let opens: Day?
        package let due: Day?
        package let at: Minute?
    }

    /// Whether the booked day now lies outside what the procedure allows.
    package var isBookedOutside: Bool {
        guard let booked, let after else { return false }
        return after.due.map { booked > $0 } ?? false || after.opens.map { booked < $0 } ?? false
    }
}

/// Every line whose dates differ between two plans, in the order of the second; lines that are gone come last.
package func changes(
    from before: Schedule,
    under procedureBefore: Procedure,
    to after: Schedule,
    under procedureAfter: Procedure
) -> [DateChange] {
    let old = lines(before, procedureBefore)
    let new = lines(after, procedureAfter)
    let oldByName = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(new.map(\.name))
    let changed = new.compactMap { line -> DateChange? in
        let earlier = oldByName[line.name]
        guard earlier?.dates != line.dates else { return nil }
        return DateChange(
            name: line.name,
            does: line.does,
            before: earlier?.dates,
            after: line.dates,
            booked: line.booked
        )
    }
    let gone = old.filter { !names.contains($0.name) }.map {
        DateChange(name: $0.name, does: $0.does, before: $0.dates, after: nil, booked: $0.booked)
    }
    return changed + gone
}

private struct Line {
    let name: OccurrenceName
    let does: String
    let dates: DateChange.Dates
    let booked: Day?
}

private func lines(_ schedule: Schedule, _ procedure: Procedure) -> [Line] {
    schedule.steps.map { line in
        let step = procedure.steps[line.key.step]
        return Line(
            name: OccurrenceName(
                line.key.isReturn ? "\(step.id).back" : step.id,
                subject: line.key.subject
            ),
            does: step.does,
            dates: DateChange.Dates(
                isNeeded: line.applies != .no,
                opens: line.opens,
                due: line.due,
                at: line.dated?.at
            ),
            booked: line.booked
        )
    }
}
