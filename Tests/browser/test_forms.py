"""The forms that ship, tried as whoever asks for answers would: part by part, whole, on a telephone, without scripts."""

import pytest
from checks import STICKING_OUT, axe_findings, check_headings, check_html, check_labels, check_narrow
from stores import fill_day

PAGES = ["/forms"] + [
    f"/forms/{form}{page}" for form in ("referral", "notification", "briefing-report") for page in ("", "/whole")
]


@pytest.mark.parametrize("path", PAGES)
def test_it_is_whole_named_and_in_order_and_axe_finds_nothing(visit, picture, path):
    page = visit(path)
    assert page.answer.status == 200
    picture(page, path.strip("/").replace("/", "-"))
    check_html(page.answer.text())
    check_labels(page)
    check_headings(page)
    assert axe_findings(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    check_narrow(page)


def test_part_by_part_without_scripts_everything_is_carried_to_the_end(visit, picture):
    page = visit("/forms/briefing-report", java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.get_by_role("button", name="Go on").click()
    assert page.title().startswith("Error: ")
    assert page.locator(".errors li").count() == 3
    page.get_by_label("Not known to us").check()
    page.locator("#searched").fill("The electronic record, and the paper archive in the basement.")
    fill_day(page, "searched-day", "2030-01-01")
    page.get_by_role("button", name="Go on").click()
    assert "lies ahead" in page.locator(".errors").inner_text()
    assert "basement" in page.locator("#searched").input_value()
    fill_day(page, "searched-day", "2026-01-05")
    page.get_by_role("button", name="Go on").click()
    # Of somebody not known, nothing more is asked than who answers.
    assert page.locator("h1").inner_text() == "Who answers"
    page.get_by_role("button", name="Back").click()
    assert page.get_by_label("Not known to us").is_checked()
    page.get_by_role("button", name="Go on").click()
    page.locator("#author").fill("Pat Example")
    page.locator("#author-role").fill("Safeguarding lead")
    page.get_by_label("No", exact=True).check()
    page.locator("#signed-name").fill("Sam Sample")
    page.locator("#signed-role").fill("Head of service")
    page.get_by_role("button", name="Go on").click()
    said = page.locator("main").inner_text()
    for words in ("Check the answers", "nothing is kept", "Not known to us", "basement", "Mon 5 Jan 2026", "Sam Sample, Head of service"):
        assert words in said, words
    assert "basement" not in page.url
    picture(page, "forms-check-320")
    page.get_by_role("button", name="Change: Is the family known to you?").click()
    assert page.get_by_label("Not known to us").is_checked()
    page.get_by_label("Known to us", exact=True).check()
    page.get_by_role("button", name="Go on").click()
    assert page.locator("h1").inner_text() == "Records"


def test_a_referral_says_first_that_it_is_not_for_a_child_in_danger_now(visit):
    page = visit("/forms/referral")
    said = page.locator("main").inner_text()
    assert said.index("not the way to report a child in danger now") < said.index("Is this child safe now?")


def test_what_is_typed_stays_text_and_much_of_it_is_refused(visit):
    page = visit("/forms/referral/whole")
    evil = "<script>alert(1)</script>\u202eevil\u200f\"'&"
    page.locator("#what").fill(evil)
    page.locator("#child-nhs").fill("943 476 5918")
    page.get_by_role("button", name="Check the answers").click()
    assert page.locator("#what").input_value() == evil
    assert "no NHS number" in page.locator(".errors").inner_text()
    answer = page.request.post(page.url, form={"what": "x" * 10_000_000})
    assert answer.status == 413
    long = page.request.post(page.url, form={"what": "y" * 200_000})
    assert long.status == 422 and "shorten it to 10000" in long.text()


def fill_referral(page, **answers):
    """Answers part after part up to the children, as an agency would."""
    page.locator("#child-safe").check()
    page.locator("#others-safe").check()
    page.locator("#who-acted").fill("The ward called the police at 16:05.")
    go_on(page)
    for name, words in [("name", "Pat Example"), ("role", "Ward sister"), ("agency", "Riverside Hospital"), ("phone", "01632 960001"), ("email", "pat@example.test")]:
        page.locator(f"#{name}").fill(words)
    go_on(page)
    fill_day(page, "incident-day", answers.get("day", "2025-12-19"))
    for name, words in [("place", "Home, Milltown"), ("incident-area", "Milltown"), ("what", "Found hurt.")]:
        page.locator(f"#{name}").fill(words)
    choose(page, "outside-england", "no")
    choose(page, "harm", "seriously-harmed")
    choose(page, "suspected", "not-known")
    fill_day(page, "agency-knew", "2025-12-20")
    go_on(page)


def go_on(page):
    page.get_by_role("button", name="Go on").click()


def choose(page, name, value):
    page.locator(f"input[name={name}][value={value}]").check()


def fill_child(page, number, another, name="Child Example"):
    mark = "" if number == 1 else f"-{number}"
    choose(page, f"child-unborn{mark}", "no")
    page.locator(f"#child-name{mark}").fill(f"{name} {number}")
    choose(page, f"child-part{mark}", "harmed")
    choose(page, f"child-outcome{mark}", "seriously-harmed")
    page.locator(f"#child-home{mark}").fill("Milltown")
    choose(page, f"child-another{mark}", another)


def test_up_to_four_children_are_told_of_and_a_fifth_is_refused(visit, picture):
    page = visit("/forms/referral", java_script_enabled=False, viewport={"width": 320, "height": 640})
    fill_referral(page)
    # Something harmed a year and more ago is asked about; this is not, as the demonstration's today is later than it.
    confirm_doubts(page)
    assert page.locator("h1").inner_text() == "The child"
    for number in (1, 2, 3):
        fill_child(page, number, "yes")
        go_on(page)
        assert page.locator("h1").inner_text() == f"Child {number + 1}"
        assert page.evaluate(STICKING_OUT) == []
    fill_child(page, 4, "yes")
    go_on(page)
    assert page.locator("h1").inner_text() == "Child 4"
    assert "up to four children" in page.locator(".errors").inner_text()
    assert page.locator("#child-name-4").input_value() == "Child Example 4"
    picture(page, "forms-referral-fifth-child-320")
    choose(page, "child-another-4", "no")
    go_on(page)
    assert page.locator("h1").inner_text() == "Family and others"
    choose(page, "other-areas", "no")
    go_on(page)
    page.locator("#criteria").fill("Serious harm.")
    page.locator("#signed-name").fill("Pat Example")
    page.locator("#signed-role").fill("Ward sister")
    go_on(page)
    said = page.locator("main").inner_text()
    assert page.locator("h1").inner_text() == "Check the answers"
    for number in (1, 2, 3, 4):
        assert f"Child Example {number}" in said
    assert page.locator("main .fault").count() == 0
    # Whoever says that there were only two, has told of two.
    page.get_by_role("button", name="Change: Child 2").click()
    choose(page, "child-another-2", "no")
    go_on(page)
    assert page.locator("h1").inner_text() == "Family and others"


def confirm_doubts(page):
    """Ticks whatever is asked back; none where nothing is unlikely."""
    boxes = page.locator("input[name$=-sure]")
    if boxes.count() == 0:
        return False
    for box in boxes.all():
        box.check()
    go_on(page)
    return True


def test_what_is_unlikely_is_asked_back_kept_and_confirmed(visit, picture):
    page = visit("/forms/referral", java_script_enabled=False, viewport={"width": 320, "height": 640})
    fill_referral(page, day="2019-03-04")
    assert page.locator("h1").inner_text() == "What happened"
    assert page.locator(".errors li").count() == 1
    assert "Is this right? Mon 4 Mar 2019: that is more than 1 year ago" in page.locator(".errors").inner_text()
    assert page.locator("#place").input_value() == "Home, Milltown"
    picture(page, "forms-doubt-320")
    check_narrow(page)
    # Another day is doubted anew: what was ticked was said of the first.
    page.locator("#incident-day-sure").check()
    fill_day(page, "incident-day", "2019-03-05")
    go_on(page)
    assert "Tue 5 Mar 2019" in page.locator(".errors").inner_text()
    assert not page.locator("#incident-day-sure").is_checked()
    page.locator("#incident-day-sure").check()
    go_on(page)
    assert page.locator("h1").inner_text() == "The child"
    page.get_by_role("button", name="Back").click()
    assert page.locator("#incident-day-sure").is_checked()
    go_on(page)
    assert page.locator("h1").inner_text() == "The child"


def test_an_unborn_child_has_a_day_expected_and_needs_no_name(visit):
    page = visit("/forms/referral/whole")
    choose(page, "child-unborn", "no")
    fill_day(page, "child-born", "2199-01-01")
    page.get_by_role("button", name="Check the answers").click()
    errors = page.locator(".errors")
    assert "lies ahead" in errors.inner_text() and "Enter the name" in errors.inner_text()
    choose(page, "child-unborn", "yes")
    page.get_by_role("button", name="Check the answers").click()
    assert "lies ahead" not in errors.inner_text() and "Enter the name" not in errors.inner_text()
    assert "more than 42 weeks ahead" in errors.inner_text()
    assert axe_findings(page) == []


def test_the_age_must_fit_the_dates(visit, picture):
    page = visit("/forms/notification/whole")
    fill_day(page, "incident-day", "2026-01-05")
    choose(page, "child-unborn", "no")
    fill_day(page, "child-born", "2020-01-06")
    page.locator("#child-age").fill("6")
    page.get_by_role("button", name="Check the answers").click()
    assert "The dates give an age of 5" in page.locator(".errors").inner_text()
    assert "The dates give an age of 5" in page.locator("#child-age-fault").inner_text()
    assert page.locator("#child-age").input_value() == "6"
    picture(page, "forms-notification-whole-faults")
    page.locator("#child-age").fill("5")
    page.get_by_role("button", name="Check the answers").click()
    assert page.locator("#child-age-fault").count() == 0
    assert axe_findings(page) == []


def test_the_pack_says_that_nobody_is_notified(visit):
    said = visit("/forms/notification").locator("main").inner_text()
    assert "Sightline notifies nobody" in said
