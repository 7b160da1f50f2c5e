import Pages

/// One step of the picture, placed: how high its line is, and where its label stands.
struct TimelineLine {
    enum Side {
        /// The label begins here.
        case from
        /// The label ends here.
        case upTo
    }

    enum Tone {
        case plain, today, late
    }

    let row: TimelineRow
    let label: String
    let tone: Tone
    let side: Side
    let labelX: Int
    /// The label has a line of its own above the marks, since there is no room beside them.
    let isAbove: Bool

    var height: Int { isAbove ? 48 : 30 }

    init(_ row: TimelineRow, on scale: TimelineScale, today: Int?) {
        self.row = row
        let isOverdue = row.overdueTo != nil
        let isDueToday = row.due == today && row.done == nil
        tone = isOverdue ? .late : isDueToday ? .today : .plain
        let whole = [row.label, row.note].compactMap(\.self).joined(separator: ", ")
        let room = TimelineScale.right - TimelineScale.left - 8
        let isBold = tone != .plain
        let wholeWidth = textWidth(whole, isBold: isBold)
        label = wholeWidth <= room ? whole : shortened(whole, to: room, isBold: isBold)
        let width = wholeWidth <= room ? wholeWidth : textWidth(label, isBold: isBold)

        let marks = row.marks.map(scale.middle)
        let first = marks.min() ?? TimelineScale.left
        let last = marks.max() ?? TimelineScale.left
        if last + 14 + width <= TimelineScale.right {
            (side, labelX, isAbove) = (.from, last + 14, false)
        } else if first - 14 - width >= TimelineScale.left + 4 {
            (side, labelX, isAbove) = (.upTo, first - 14, false)
        } else {
            let latest = TimelineScale.right - width
            (side, labelX, isAbove) = (
                .from, max(TimelineScale.left + 4, min(first - 6, latest)), true
            )
        }
    }
}

extension TimelineRow {
    /// Every day on which the line has something drawn.
    fileprivate var marks: [Int] {
        [opens, due, done, booked, overdueTo].compactMap(\.self) + others
    }
}
