import HTML
import Pages

extension HTML {
    /// Which day it is: in words, and in pips that repeat the words.
    mutating func counter(_ counter: DayCounter) {
        element(.div, .class("counter")) { html in
            html.element(.strong, text: counter.heading)
            if (1...30).contains(counter.last) { html.pips(counter) }
            html.element(.p, text: counter.left)
        }
    }

    private mutating func pips(_ counter: DayCounter) {
        element(
            .svg,
            .viewBox(width: counter.last * 18 - 2, height: 20),
            .ariaHidden,
            .unfocusable
        ) { html in
            for day in 1...counter.last {
                let isNow = day == counter.day
                html.element(
                    .rect,
                    isNow
                        ? .class("pip-now")
                        : day < counter.day ? .class("pip-past") : .class("pip"),
                    .x(day * 18 - 17),
                    .y(isNow ? 1 : 4),
                    .width(13),
                    .height(isNow ? 18 : 12)
                )
            }
        }
    }
}
