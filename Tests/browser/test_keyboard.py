"""Everything without a pointer: where the focus goes, that it is seen, what Enter does."""

import pytest
from pages import FEBRUARY_31, LOOKS, PAGES, REVIEW_DUE

# How the focused thing stands out from itself unfocused.
FOCUS_SHOWS = """() => {
    const one = document.activeElement
    const look = () => {
        const style = getComputedStyle(one)
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
            style.backgroundColor, style.textDecoration, style.borderColor].join()
    }
    const with_focus = look()
    one.blur()
    const without = look()
    one.focus({ preventScroll: true })
    return with_focus !== without
}"""

# In document order: what Tab is to reach. Of a group of radio buttons it reaches one.
REACHABLE = """() => [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) || one.matches('.skip'))
    .filter(one => one.type !== 'radio' || one.checked)
    .map(one => one.outerHTML.slice(0, 120))"""

FOCUSED = "() => document.activeElement.outerHTML.slice(0, 120)"


@pytest.mark.parametrize("name", LOOKS)
def test_tab_goes_through_the_page_in_order_and_the_focus_is_seen(visit, name):
    page = visit(PAGES[name][0])
    expected = page.evaluate(REACHABLE)
    reached, unseen = [], []
    for _ in range(min(len(expected), 120)):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        if not page.evaluate(FOCUS_SHOWS):
            unseen.append(reached[-1])
    assert reached == expected[: len(reached)]
    assert unseen == []


def test_the_first_stop_skips_to_the_content(visit, picture):
    page = visit("/plan")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to main content"
    box = skip.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["width"] > 20 and box["height"] >= 24
    picture(page, "skip-link")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('main')")


def test_a_plan_is_made_and_its_reason_opened_by_keyboard_alone(visit, picture):
    page = visit("/plan")
    tab_to(page, "#procedure")
    page.keyboard.type("Pan-Dorset")
    if page.locator("#procedure").input_value() != "dorset":
        page.keyboard.type("Dorset")
    assert page.locator("#procedure").input_value() == "dorset"
    for name, day in [
        ("aware", ("15", "12", "2025")), ("notified", ("19", "12", "2025")), ("today", ("29", "12", "2025")),
    ]:
        tab_to(page, f"#{name}-day")
        page.keyboard.type(day[0])
        for part in day[1:]:
            page.keyboard.press("Tab")
            page.keyboard.type(part)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    row = page.locator("table.plan tr:not(.because)", has_text=REVIEW_DUE).first
    reason = row.locator("xpath=following-sibling::tr[1]").locator("summary")
    reason.evaluate("one => one.closest('tr').previousElementSibling.id = 'sought'")
    tab_to(page, "#sought + tr summary")
    page.keyboard.press("Enter")
    assert page.locator("#sought + tr .why-body").is_visible()
    picture(page, "reason-by-keyboard")
    page.keyboard.press("Enter")
    assert not page.locator("#sought + tr .why-body").is_visible()


def test_the_picture_scrolls_by_keyboard(visit):
    page = visit(PAGES["plan"][0], viewport={"width": 320, "height": 640})
    tab_to(page, ".scroll")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")


def test_an_error_is_reached_and_put_right_by_keyboard_alone(visit):
    page = visit(FEBRUARY_31)
    tab_to(page, "[role=alert] a")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id").startswith("aware-")


def tab_to(page, selector, limit=400):
    for _ in range(limit):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {selector}")
