package import CaseFiles
package import Partnerships
package import Procedures
import WorkingDays

/// Dates before and after an act, in words; with the case where there are several.
package func dateChangeRows(
    _ changes: [DateChange],
    under procedure: Procedure,
    of reference: CaseReference? = nil
) -> [DateChangeRow] {
    let wording = Wording(procedure)
    return changes.map { change in
        let isReturn = change.name.point.hasSuffix(".back")
        let does = isReturn ? "Answers come back: \(change.does.lowercasedStart)" : change.does
        return DateChangeRow(
            does: (reference.map { "Case \($0): " } ?? "") + does
                + wording.inBrackets(change.name.subject),
            before: words(change.before, absent: "Not in the plan"),
            after: words(change.after, absent: "No longer in the plan"),
            note: note(change)
        )
    }
    // A line that is not needed either way may have another day without anybody seeing one.
    .filter { $0.before != $0.after || !$0.note.isEmpty }
}

private func words(_ dates: DateChange.Dates?, absent: String) -> String {
    guard let dates else { return absent }
    guard dates.isNeeded else { return "Not needed" }
    guard let due = dates.due else { return "No date" }
    let at = dates.at.map { ", by \(DayWording.words($0))" } ?? ""
    let opens = dates.opens.map { ", from \(DayWording.short($0))" } ?? ""
    return DayWording.words(due) + at + opens
}

private func note(_ change: DateChange) -> String {
    guard let booked = change.booked else { return "" }
    let stays = "Booked for \(DayWording.words(booked)), and stays so"
    return change.isBookedOutside ? "\(stays): that now lies outside the limit" : stays
}
