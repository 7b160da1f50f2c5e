"""A dozen agencies are asked by link, and answer as agencies do; the mail goes through a real server."""

import json

from acts import sound, tried
from answering import come_in
from checks import axe_findings
from post import address
from stores import CASE, begin

BOARD = f"{CASE}/agencies"


def new_link(joan, post, agency, person):
    """Joan sends somebody a new link; returns the message."""
    joan.goto(BOARD)
    joan.get_by_role("link", name=agency, exact=True).click()
    joan.get_by_role("link", name=f"Send {person} a new link").click()
    joan.get_by_role("button", name="Send a new link").click()
    return post.wait(address(person), "Your link")


def standing(page, agency):
    """What the board says of an agency, as one text."""
    page.goto(BOARD)
    return page.get_by_role("row").filter(has_text=agency).inner_text()


def test_an_agency_answers_by_link_and_its_senior_manager_signs(visit, posting, post, picture):
    joan = visit("/sign-in", base_url=posting.address)
    begin(joan, "Joan Ferris")
    assert "Opened" in standing(joan, "Coast Ambulance Service")
    letter = new_link(joan, post, "Coast Ambulance Service", "Luke Tranter")
    assert "Wren" not in json.dumps(letter)
    luke = come_in(visit, posting, post, letter)
    assert "Wren Example" in luke.locator("main").inner_text()
    sound(luke)
    picture(luke, "answer-request")

    luke.get_by_role("link", name="Add rows").click()
    rows = "\n".join(
        ["Date\tWhat happened\tWhat was done\tSource\tWho"]
        + [f"{day} March 2025\tCalled to the flat, visit {day}\tNone needed\tCall log\tMother" for day in range(1, 32)]
        + [f"{day} April 2025\tCalled again, visit {day}\tAdvice\tCall log\tMother" for day in range(1, 10)]
    )
    box = luke.locator("textarea").first
    box.fill(rows.replace("9 April 2025", "31 April 2025"))
    luke.get_by_role("button", name="Save the rows").click()
    assert "31 April 2025" in luke.locator(".errors, .fault").first.inner_text()
    luke.locator("textarea").first.fill(rows)
    luke.get_by_role("button", name="Save the rows").click()
    luke.goto("/answer/request")
    assert "40 rows" in luke.locator("main").inner_text()

    luke.get_by_role("link", name="Answer that they are not known to us").click()
    luke.locator("#searched").fill("Every call to the address and by all names, on 20 November 2026.")
    luke.get_by_role("button", name="Go on").click()
    picture(luke, "answer-not-known")
    luke.get_by_role("button", name="Put forward for signature").click()
    assert "Not signed" in standing(joan, "Coast Ambulance Service")

    signing = post.wait("barnaby.stokes@coast-ambulance.example", "An answer waits")
    barnaby = come_in(visit, posting, post, signing)
    barnaby.goto("/answer/request/sign")
    assert "Every call to the address" in barnaby.locator("main").inner_text()
    assert axe_findings(barnaby) == []
    picture(barnaby, "answer-signing")
    barnaby.locator("#name").fill("Barnaby Stokes")
    barnaby.locator("#job-title").fill("Medical director")
    for box in barnaby.locator("main input[type=checkbox]").all():
        box.check()
    barnaby.get_by_role("button", name="Sign", exact=True).click()
    assert "Check it" in standing(joan, "Coast Ambulance Service")

    # Of another agency, the case or the pack her session opens nothing.
    for path in (CASE, BOARD, f"{CASE}/pack", "/my-work", "/people"):
        answer = luke.goto(path)
        assert "Wren" not in luke.locator("body").inner_text()
        assert answer.status in (200, 404) and ("/sign-in" in luke.url or answer.status == 404)
    visit.expected.append("404")


def test_the_board_is_read_on_a_telephone_and_by_everybody_on_the_case(visit, posting, picture):
    joan = visit("/sign-in", base_url=posting.address)
    begin(joan, "Joan Ferris")
    joan.goto(BOARD)
    tried(joan, picture, "agency-board")
    text = joan.locator("main").inner_text()
    assert "6 of 12 have answered" in text
    assert "Nobody in the family is over ten." in text
    grace = visit("/sign-in", base_url=posting.address)
    begin(grace, "Grace Adeyemi")
    grace.goto(BOARD)
    assert "6 of 12 have answered" in grace.locator("main").inner_text()
    assert grace.get_by_role("link", name="Check it").count() == 0


def test_links_and_codes_that_are_guessed_open_nothing(visit, posting):
    page = visit(f"/answer/{'A' * 43}", base_url=posting.address)
    page.get_by_role("button", name="Send me a code").click()
    for number in range(3):
        page.locator("#code").fill(f"{number:06d}")
        page.get_by_role("button", name="Go on", exact=True).click()
        assert "Wren" not in page.locator("body").inner_text()
        assert "/answer/request" not in page.url
    assert page.goto("/answer/request").url.endswith("/answer")
