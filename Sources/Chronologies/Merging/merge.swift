import WorkingDays

/// The rows of all agencies as one list.
package struct MergedChronology: Hashable, Sendable {
    /// Every row once, in the order of the days at which they are placed; those without one last.
    package let rows: [ChronologyRow]
}

/// All rows of all chronologies in one list, none changed, none left out.
///
/// They stand by the day at which they are placed (`UncertainDate.place`). Of one day, what is dated
/// to that very day comes first, by its time, then without one; what is uncertain comes after, the
/// shorter stretch before the longer. What is equal in all this keeps the order in which it was given.
package func merge(_ chronologies: [Chronology]) -> MergedChronology {
    let rows = chronologies.flatMap(\.rows)
    var order = rows.indices.map { (key: sortKey(of: rows[$0]), place: $0) }
    order.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
    return MergedChronology(rows: order.map { rows[$0.place] })
}

/// Day, then how far the date reaches, then the minute, in one number.
private func sortKey(of row: ChronologyRow) -> UInt64 {
    guard let place = row.date.place else { return .max }
    let day = UInt64(Day.first.days(to: place))
    let width: UInt64
    if row.date.exactDay != nil {
        width = 0
    } else if let first = row.date.earliest, let last = row.date.latest {
        width = 1 + UInt64(max(0, first.days(to: last)))
    } else {
        width = 0xF_FFFF
    }
    // Untimed rows stand behind the last minute of the day.
    let minute = UInt64(row.entry.time?.minute?.minuteOfDay ?? 1_440)
    return day << 32 | width << 12 | minute
}

extension MergedChronology {
    /// The same list with those rows alone.
    package func only(_ isWanted: (ChronologyRow) -> Bool) -> MergedChronology {
        MergedChronology(rows: rows.filter(isWanted))
    }
}
