import HTML
import Pages

extension HTML {
    /// The marks and the label of one step.
    mutating func step(_ line: TimelineLine, from top: Int, on scale: TimelineScale) {
        let y = top + line.height - 15
        element(
            .path,
            .class("rule"),
            .d(.across(y: top + line.height, from: TimelineScale.left, to: TimelineScale.right))
        )
        stretches(line.row, y: y, on: scale)
        marks(line.row, y: y, on: scale)
        element(
            .text,
            .class(line.names),
            .x(line.labelX),
            .y(line.isAbove ? top + 18 : y + 5),
            text: line.label
        )
    }

    /// The window from asked to due, and the time overdue.
    private mutating func stretches(_ row: TimelineRow, y: Int, on scale: TimelineScale) {
        let due = scale.middle(of: row.due)
        if let opens = row.opens {
            let start = scale.middle(of: opens)
            element(.path, .class("span"), .d(.across(y: y, from: start, to: due)))
        }
        if let end = row.overdueTo ?? (row.isLate ? row.done : nil) {
            let end = scale.middle(of: end)
            element(.path, .class("gone"), .d(.across(y: y, from: due, to: end)))
        }
    }

    private mutating func marks(_ row: TimelineRow, y: Int, on scale: TimelineScale) {
        for other in row.others {
            let x = scale.middle(of: other)
            element(.path, .class("other"), .d(.shape("l8 -8l8 8l-8 8z", x: x - 8, y: y)))
        }
        let due = scale.middle(of: row.due)
        element(.path, .class("due"), .d(.down(x: due, from: y - 10, to: y + 10)))
        if let booked = row.booked {
            let x = scale.middle(of: booked)
            element(.circle, .class("planned"), .centreX(x), .centreY(y), .radius(6))
        }
        if let done = row.done {
            let x = scale.middle(of: done)
            if row.isLate {
                element(.path, .class("after"), .d(.shape("h16l-8 -15z", x: x - 8, y: y + 7)))
            } else {
                element(.circle, .class("actual"), .centreX(x), .centreY(y), .radius(7))
            }
        }
    }
}

extension TimelineLine {
    fileprivate var names: StaticString {
        switch (side, tone) {
        case (.from, .plain): "halo"
        case (.from, .today): "halo t-today"
        case (.from, .late): "halo t-late"
        case (.upTo, .plain): "halo t-end"
        case (.upTo, .today): "halo t-end t-today"
        case (.upTo, .late): "halo t-end t-late"
        }
    }
}
