package import Pages

/// The plan's due days as an iCalendar file: one all-day event a step, nothing in it but the step and its clauses.
///
/// Lines end in CRLF and fold at 75 octets (RFC 5545). An event is known by its step and by the first day of
/// the case, so a calendar that takes a later plan of the same case moves its events and adds none.
package func planICS(_ plan: Plan) -> [UInt8] {
    var writer = ICSWriter()
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

private struct ICSWriter {
    private(set) var bytes: [UInt8] = []

    mutating func event(_ row: PlanRow, due: DayText, stamp: String, of plan: Plan) {
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

    mutating func text(_ name: String, _ value: String) {
        var escaped = ""
        for character in value {
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case "\n", "\r\n": escaped += "\\n"
            case _ where character.isControl: escaped += " "
            default: escaped.append(character)
            }
        }
        line("\(name):\(escaped)")
    }

    /// One content line, folded before the 75th octet and never inside a character.
    mutating func line(_ content: String) {
        var width = 0
        for character in content {
            let octets = character.utf8.count
            if width + octets > 74 {
                bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
                width = 1
            }
            bytes.append(contentsOf: character.utf8)
            width += octets
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }
}

extension Character {
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
}
