"""How a review ends: a decision with dissent, a delay that is told, a reply that asks to think again, the register."""

import pytest
from acts import fill, press, record, sound
from stores import CASE, begin, demonstration
from test_looks import SMALL, STICKING_OUT


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    served = demonstration(tmp_path_factory.mktemp("conclusions"))
    yield served
    served.stop()


@pytest.fixture
def joan(visit, served):
    page = visit("/sign-in", base_url=served.address)
    begin(page, "Joan Ferris")
    return page


def seen(page, picture, name):
    """Looked at as a picture, wide and narrow."""
    sound(page)
    picture(page, name)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SMALL) == []
    picture(page, f"{name}-small")
    page.set_viewport_size({"width": 1280, "height": 900})


REPORTED = "/cases/7hc-4vj"


def in_eastmoor(page):
    page.locator(".switch summary").click()
    page.get_by_role("button", name="Eastmoor").click()


def text(page):
    return page.locator("main").inner_text()


def test_a_delay_is_recorded_and_told_and_the_first_day_stays(joan, picture):
    joan.goto(f"{CASE}/steps/submit-recommendations")
    due = joan.locator("table time").first.get_attribute("datetime")
    joan.get_by_role("link", name="Record that it will be late").click()
    press(joan, "Record it")
    assert "Say who agreed to that day" in joan.locator(".errors").inner_text()
    fill(joan, {"cause": "returns-late", "words": "Two agencies have not answered", "agreed-by": "The partners"})
    fill(joan, {"new-day": due})
    press(joan, "Record it")
    # The day on which it is due is no delay, and nothing that was typed is lost.
    assert "is not later than the day on which it is due" in joan.locator(".errors").inner_text()
    assert joan.locator("#words").input_value() == "Two agencies have not answered"
    year = int(due[:4]) + 1
    fill(joan, {"new-day": f"{year}-02-03"})
    press(joan, "Record it")
    assert "Not told yet" in text(joan)
    notice = joan.get_by_label("Notice to send").input_value()
    assert "4QX-7MD" in notice and "Wren" not in notice
    joan.get_by_role("link", name="Record that it was told").click()
    fill(joan, {"how": "Secure e-mail"})
    press(joan, "Record it")
    assert f"3 Feb {year}" in text(joan)
    assert "by secure e-mail" in text(joan)
    assert joan.locator("table time").first.get_attribute("datetime") == due
    seen(joan, picture, "delay-told")


def test_the_part_of_the_family_is_kept_with_its_history(joan, picture):
    joan.goto(f"{CASE}/involvement/people")
    fill(joan, {"name": "The mother", "relation": "Mother"})
    fill(joan, {"kind": "family", "answer": "not-asked"})
    press(joan, "Record it")
    assert joan.locator(".errors").count() == 1
    assert joan.locator("#name").input_value() == "The mother"
    fill(joan, {"barriers": "The police ask to wait"})
    press(joan, "Record it")
    joan.get_by_role("link", name="Record what is new of The mother").click()
    fill(joan, {"answer": "takes-part"})
    fill(joan, {"asked": "2026-11-02"})
    fill(joan, {"how": "Her social worker, at home", "views": "She wants it told"})
    press(joan, "Record it")
    assert "Takes part" in text(joan) and "Not asked yet" in text(joan)
    seen(joan, picture, "involvement")
    joan.goto(f"{CASE}/log")
    assert "recorded the part of somebody in the review" in text(joan)
    assert "She wants it told" not in text(joan)


def test_a_case_with_open_duties_does_not_close(joan):
    joan.goto(f"{CASE}/closing")
    fill(joan, {"reason": "Over"})
    press(joan, "Close the case")
    assert "Still open:" in joan.locator(".errors").inner_text()
    assert joan.locator("#reason").input_value() == "Over"


def test_the_national_panels_replies_stand_beside_the_decision_of_the_partners(joan, picture):
    in_eastmoor(joan)
    record(joan, f"{REPORTED}/panel-replies", {"reply": "acknowledged", "reference": "P-17"})
    record(
        joan,
        f"{REPORTED}/panel-replies",
        {"reply": "asks-to-reconsider", "words": "Think again of a local review."},
    )
    assert joan.url.endswith("/national-panel")
    assert "It asks the partners to think their decision over" in text(joan)
    assert "The decisions side by side" in text(joan)
    assert "Meet again to consider the national Panel" in text(joan)
    seen(joan, picture, "national-panel-disagrees")
    joan.goto(f"{REPORTED}/log")
    assert "recorded what came from the national Panel" in text(joan)
