import HTML
import Pages

extension HTML {
    /// A clock, with the calendar of the days it counted.
    mutating func clock(_ clock: ClockText) {
        element(.section, .class("clock"), .id("clock-\(clock.id)")) { html in
            html.element(.h3, text: clock.heading)
            html.element(.p, text: clock.says)
            if !clock.weeks.isEmpty { html.calendar(clock) }
        }
    }

    private mutating func calendar(_ clock: ClockText) {
        element(.table, .class("count")) { html in
            html.element(.caption, text: clock.caption)
            html.element(.thead) { html in
                html.element(.tr) { html in
                    for (letter, rest) in weekdays {
                        html.element(.th, .scope(.column)) { html in
                            html.text(letter)
                            html.element(.span, .class("more"), text: rest)
                        }
                    }
                }
            }
            html.element(.tbody) { html in
                for week in clock.weeks {
                    html.element(.tr) { html in
                        for cell in week { html.calendarCell(cell) }
                    }
                }
            }
        }
    }

    private mutating func calendarCell(_ cell: CalendarCell) {
        element(.td, cell.names.map { .class($0) }) { html in
            guard cell.kind != .outside else { return }
            html.text(cell.date)
            html.text(" ")
            if let month = cell.month, !cell.date.hasSuffix(month) {
                html.element(.span, .class("more"), text: month)
                html.text(" ")
            }
            if let number = cell.number {
                html.element(.b) { html in
                    html.element(.span, .class("unseen"), text: "day ")
                    html.number(number)
                }
            }
            if cell.kind != .counted {
                html.element(.span, .class("unseen")) { html in
                    html.text("not counted")
                    if let reason = cell.reason {
                        html.text(": ")
                        html.text(reason)
                    }
                }
            }
        }
    }
}

private let weekdays = [
    ("M", "on"), ("T", "ue"), ("W", "ed"), ("T", "hu"), ("F", "ri"), ("S", "at"), ("S", "un"),
]

extension CalendarCell {
    fileprivate var names: StaticString? {
        switch (kind, isZero, isLast) {
        case (.outside, _, _): "none"
        case (.counted, true, _): "zero"
        case (.counted, _, true): "end"
        case (.counted, _, _): nil
        case (.weekend, true, _): "off zero"
        case (.weekend, _, true): "off end"
        case (.weekend, _, _): "off"
        case (.holiday, true, _): "bank zero"
        case (.holiday, _, true): "bank end"
        case (.holiday, _, _): "bank"
        }
    }
}
