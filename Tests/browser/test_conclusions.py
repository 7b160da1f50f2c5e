"""How a review ends: a decision with dissent, a delay that is told, a reply that asks to think again, the register."""

import pytest
from acts import fill, press, record, said, tried
from stores import CASE, begin, demonstration


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


REPORTED = "/cases/7hc-4vj"


def in_eastmoor(page):
    page.locator(".switch summary").click()
    page.get_by_role("button", name="Eastmoor").click()


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
    assert "Not told yet" in said(joan)
    notice = joan.get_by_label("Notice to send").input_value()
    assert "4QX-7MD" in notice and "Wren" not in notice
    joan.get_by_role("link", name="Record that it was told").click()
    fill(joan, {"how": "Secure e-mail"})
    press(joan, "Record it")
    assert f"3 Feb {year}" in said(joan)
    assert "by secure e-mail" in said(joan)
    assert joan.locator("table time").first.get_attribute("datetime") == due
    tried(joan, picture, "delay-told")


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
    assert "Takes part" in said(joan) and "Not asked yet" in said(joan)
    tried(joan, picture, "involvement")
    joan.goto(f"{CASE}/log")
    assert "recorded the part of somebody in the review" in said(joan)
    assert "She wants it told" not in said(joan)


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
    assert "It asks the partners to think their decision over" in said(joan)
    assert "The decisions side by side" in said(joan)
    assert "Meet again to consider the national Panel" in said(joan)
    tried(joan, picture, "national-panel-disagrees")
    joan.goto(f"{REPORTED}/log")
    assert "recorded what came from the national Panel" in said(joan)
