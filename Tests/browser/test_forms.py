"""The forms that ship, tried as whoever asks for answers would: part by part, whole, on a telephone, without scripts."""

import pytest
from checks import axe_findings, check_headings, check_html, check_labels
from stores import fill_day
from test_looks import SMALL, STICKING_OUT

PAGES = ["/forms", "/forms/referral", "/forms/referral/whole", "/forms/briefing-report", "/forms/briefing-report/whole"]


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
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SMALL) == []


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
