package import WorkingDays

/// A stretch of days for which no entry is dated.
package struct ChronologyGap: Hashable, Sendable {
    /// The last day before it with an entry, and the first after it.
    package let after: Day
    package let until: Day
    /// The row that ends it.
    package let next: ChronologyRow.ID
    /// How many entries of uncertain date may lie in it.
    package let perhaps: Int

    /// The days without an entry.
    package var days: Int { after.days(to: until) - 1 }
}

extension MergedChronology {
    /// The stretches of more than so many days without an entry, of one agency or of all together.
    ///
    /// Only entries that are known to a month bound a gap; those that are vaguer are counted where
    /// they may lie in it, since nobody can say that they do not.
    package func gaps(
        longerThan days: Int,
        of source: SourceID? = nil
    ) -> [ChronologyGap] {
        let rows = source.map { source in self.rows.filter { $0.source == source } } ?? self.rows
        let vague = rows.map(\.date).filter { $0.knownDays == nil }
        var gaps: [ChronologyGap] = []
        var reached: Day?
        for row in rows {
            guard let known = row.date.knownDays else { continue }
            if let last = reached, last.days(to: known.first) - 1 > days {
                gaps.append(
                    ChronologyGap(
                        after: last,
                        until: known.first,
                        next: row.id,
                        perhaps: vague.count { $0.mayLie(between: last, known.first) }
                    )
                )
            }
            reached = max(reached ?? known.last, known.last)
        }
        return gaps
    }
}

extension UncertainDate {
    /// The first and the last day that it can mean, where they lie within a month.
    var knownDays: (first: Day, last: Day)? {
        guard let first = earliest, let last = latest, first.days(to: last) < 31 else { return nil }
        return (first, last)
    }

    fileprivate func mayLie(between first: Day, _ last: Day) -> Bool {
        (earliest.map { $0 < last } ?? true) && (latest.map { $0 > first } ?? true)
    }
}
