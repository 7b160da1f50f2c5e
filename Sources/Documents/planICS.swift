import Calendars
package import Pages

/// The plan's due days as an iCalendar file: one all-day event a step, nothing in it but the step and its clauses.
///
/// Lines end in CRLF and fold at 75 octets (RFC 5545). An event is known by its step and by the first day of
/// the case, so a calendar that takes a later plan of the same case moves its events and adds none.
package func planICS(_ plan: Plan) -> [UInt8] {
    var writer = CalendarLines()
    writer.line("BEGIN:VCALENDAR")
    writer.line("VERSION:2.0")
    writer.line("PRODID:-//Sightline//Plan//EN")
    writer.line("CALSCALE:GREGORIAN")
    writer.line("METHOD:PUBLISH")
    writer.text("X-WR-CALNAME", "Sightline: \(plan.procedure)")
    let stamp = plan.seenOn.iso.filter { $0 != "-" }
    for row in plan.groups.flatMap(\.rows) {
        guard let due = row.due, row.standing.kind != .not else { continue }
        writer.event(row, due: due, stamp: stamp, of: plan)
    }
    writer.line("END:VCALENDAR")
    return writer.bytes
}

extension CalendarLines {
    fileprivate mutating func event(_ row: PlanRow, due: DayText, stamp: String, of plan: Plan) {
        let day = due.iso.filter { $0 != "-" }
        line("BEGIN:VEVENT")
        text("UID", "\(row.id).\(plan.identity).\(plan.procedureID)@sightline.invalid")
        line("DTSTAMP:\(stamp)T000000Z")
        line("DTSTART;VALUE=DATE:\(day)")
        line("TRANSP:TRANSPARENT")
        text("SUMMARY", "Due: \(row.does)")
        let clause = row.clauses.isEmpty ? "" : " Clause \(row.clauses)."
        let note = row.dueNote.map { " \($0)." } ?? ""
        text("DESCRIPTION", "\(row.explanation.lead)\(note)\(clause) \(row.who).")
        line("END:VEVENT")
    }
}
