import HTML
import Pages

extension HTML {
    /// The plan as a picture, in a region that scrolls by keyboard, and its key.
    mutating func timeline(_ picture: TimelinePicture, labelledBy heading: String) {
        let drawing = TimelineDrawing(picture)
        element(
            .p,
            .class("sideways soft"),
            text: "Scroll the picture sideways, or read the same facts in the table."
        )
        element(
            .div,
            .class("scroll"),
            .role("region"),
            .ariaLabelledBy(heading),
            .tabIndex(0)
        ) { html in
            html.element(
                .svg,
                .class("timeline"),
                .viewBox(width: TimelineScale.width, height: drawing.height),
                .role("img"),
                .ariaLabelledBy("timeline-title timeline-description")
            ) { html in
                html.element(.title, .id("timeline-title"), text: picture.title)
                html.element(.desc, .id("timeline-description"), text: picture.description)
                html.bands(drawing)
                html.months(drawing)
                html.dates(drawing)
                html.counters(drawing)
                html.limits(drawing)
                html.steps(drawing)
            }
        }
        timelineKey()
    }

    private mutating func bands(_ drawing: TimelineDrawing) {
        for band in drawing.bands {
            element(
                .rect,
                band.isHoliday ? .class("bank-day") : .class("off-day"),
                .x(band.start),
                .y(34),
                .width(band.end - band.start),
                .height(drawing.footTop - 34)
            )
        }
    }

    private mutating func months(_ drawing: TimelineDrawing) {
        for month in drawing.months {
            if month.isBegun {
                element(.path, .class("rule-strong"), .d(.down(x: month.x, from: 10, to: 34)))
            }
            if let name = month.name {
                element(.text, .class("t-bold"), .x(month.x + 4), .y(24), text: name)
            }
        }
    }

    private mutating func dates(_ drawing: TimelineDrawing) {
        if drawing.scale.isDense {
            mondays(drawing, y: 50)
            if drawing.repeatsDates { mondays(drawing, y: drawing.bottom + 18) }
        } else {
            for (offset, day) in drawing.picture.days.enumerated() {
                let x = drawing.scale.middle(of: offset)
                element(.text, .class("t-mid t-soft"), .x(x), .y(50), text: day.letter)
                number(of: day, x: x, y: 69)
                if drawing.repeatsDates { number(of: day, x: x, y: drawing.bottom + 18) }
            }
        }
    }

    private mutating func number(of day: TimelineDay, x: Int, y: Int) {
        element(
            .text,
            day.kind == .counted ? .class("t-mid") : .class("t-mid t-soft"),
            .x(x),
            .y(y),
            text: day.number
        )
    }

    private mutating func mondays(_ drawing: TimelineDrawing, y: Int) {
        let step = drawing.scale.step(forNumbersOf: 20, daysApart: 7)
        var weeks = 0
        for (offset, day) in drawing.picture.days.enumerated() where day.letter == "M" {
            if weeks.isMultiple(of: step) {
                number(of: day, x: drawing.scale.middle(of: offset), y: y)
            }
            weeks += 1
        }
    }

    private mutating func counters(_ drawing: TimelineDrawing) {
        for (place, counter) in drawing.counters.enumerated() {
            let isLast = place == drawing.counters.count - 1
            element(
                .text,
                .class("t-soft"),
                .x(counter.labelX),
                .y(counter.labelY),
                text: counter.label
            )
            for entry in counter.numbers {
                element(
                    .text,
                    isLast ? .class("t-day") : .class("t-mid"),
                    .x(entry.x),
                    .y(counter.y),
                    number: entry.number
                )
            }
        }
        element(
            .path,
            .class("rule-strong"),
            .d(
                .across(
                    y: drawing.top,
                    from: TimelineScale.left,
                    to: TimelineScale.right
                )
            )
        )
    }

    private mutating func limits(_ drawing: TimelineDrawing) {
        if let today = drawing.picture.today {
            upright("now", at: today, drawing)
        }
        if let limit = drawing.picture.limit {
            upright("limit", at: limit.day, drawing)
        }
        for label in drawing.foot.labels {
            let y = drawing.footTop + label.line * 24
            if label.kind == .today {
                element(
                    .rect,
                    .class("now-flag"),
                    .x(label.middle - label.width / 2 + 4),
                    .y(y),
                    .width(label.width - 8),
                    .height(22)
                )
            }
            element(
                .text,
                .class(label.kind.names),
                .x(label.middle),
                .y(y + 16),
                text: label.text
            )
        }
    }

    private mutating func upright(
        _ names: StaticString,
        at day: Int,
        _ drawing: TimelineDrawing
    ) {
        let x = drawing.scale.middle(of: day)
        element(.path, .class(names), .d(.down(x: x, from: drawing.top, to: drawing.footTop)))
    }

    private mutating func steps(_ drawing: TimelineDrawing) {
        var y = drawing.top + 4
        for line in drawing.lines {
            step(line, from: y, on: drawing.scale)
            y += line.height
        }
    }
}

extension FootLabels.Label.Kind {
    fileprivate var names: StaticString {
        switch self {
        case .today: "t-mid t-today"
        case .limit: "t-mid t-late"
        case .holiday: "t-mid t-soft"
        }
    }
}
