import HTML

extension HTML {
    /// What each mark of the picture means.
    mutating func timelineKey() {
        element(.ul, .class("key")) { html in
            html.keyEntry("Due") {
                $0.element(.path, .class("due"), .d(.down(x: 14, from: 1, to: 19)))
            }
            html.keyEntry("Done") {
                $0.element(.circle, .class("actual"), .centreX(14), .centreY(10), .radius(7))
            }
            html.keyEntry("Done late") {
                $0.element(.path, .class("after"), .d(.shape("h16l-8 -15z", x: 6, y: 17)))
            }
            html.keyEntry("Booked") {
                $0.element(.circle, .class("planned"), .centreX(14), .centreY(10), .radius(6))
            }
            html.keyEntry("Time overdue") {
                $0.element(.path, .class("gone"), .d(.across(y: 10, from: 0, to: 28)))
            }
            html.keyEntry("Window: asked to due") {
                $0.element(.path, .class("span"), .d(.across(y: 10, from: 0, to: 28)))
            }
            html.keyEntry("Another reading of the clause") {
                $0.element(.path, .class("other"), .d(.shape("l8 -8l8 8l-8 8z", x: 6, y: 10)))
            }
            html.keyEntry("Weekend") {
                $0.element(.rect, .class("off-day"), .width(28), .height(20))
            }
            html.keyEntry("Bank holiday or closed") {
                $0.element(.rect, .class("bank-day"), .width(28), .height(20))
            }
        }
    }

    private mutating func keyEntry(_ meaning: String, sign: (inout HTML) -> Void) {
        element(.li) { html in
            html.element(
                .svg,
                .viewBox(width: 28, height: 20),
                .ariaHidden,
                .unfocusable,
                content: sign
            )
            html.text(meaning)
        }
    }
}
