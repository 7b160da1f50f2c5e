package import CaseFiles
package import Partnerships
import WorkingDays

/// Dates before and after an act, in words; with the case where there are several.
package func dateChangeRows(
    _ changes: [DateChange],
    of reference: CaseReference? = nil
) -> [DateChangeRow] {
    changes.map { change in
        DateChangeRow(
            does: (reference.map { "Case \($0): " } ?? "") + change.does
                + (change.name.subject.map { " (\($0))" } ?? ""),
            before: words(change.before, absent: "Not in the plan"),
            after: words(change.after, absent: "No longer in the plan"),
            note: note(change)
        )
    }
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
