"""Every page behind the sign-in, as each sees it: whole, named, in order, readable, for anyone."""

import re

import pytest
from checks import (
    axe_findings,
    check_days,
    check_headers,
    check_headings,
    check_html,
    check_labels,
    open_all_details,
)
from stores import CASE, begin, demonstration
from test_looks import SMALL, STICKING_OUT

# Of the business manager: name for the picture, path, status.
PAGES = {
    "my-work": ("/my-work", 200),
    "cases": ("/cases", 200),
    "cases-closed": ("/cases?state=closed", 200),
    "cases-new": ("/cases/new", 200),
    "case": (CASE, 200),
    "case-plan": (f"{CASE}/plan", 200),
    "case-log": (f"{CASE}/log", 200),
    "case-log-filtered": (f"{CASE}/log?kind=dates&person=&from-day=&from-month=&from-year=", 200),
    "case-log-wrong-day": (f"{CASE}/log?from-day=31&from-month=2&from-year=2026", 422),
    "case-people": (f"{CASE}/people", 200),
    "case-documents": (f"{CASE}/documents", 200),
    "case-looks": (f"{CASE}/looks", 200),
    "case-step": (f"{CASE}/steps/rapid-review-meeting", 200),
    "case-moments": (f"{CASE}/moments", 200),
    "case-completion": (f"{CASE}/completions/rapid-review-meeting", 200),
    "case-agreed-day": (f"{CASE}/agreed-days/rapid-review-meeting", 200),
    "case-answers": (f"{CASE}/answers/died", 200),
    "case-safety": (f"{CASE}/safety", 200),
    "case-log-entry": (f"{CASE}/log-entries", 200),
    "case-filing": (f"{CASE}/filings", 200),
    "case-arrival": (f"{CASE}/arrivals", 200),
    "case-description": (f"{CASE}/description", 200),
    "case-route": (f"{CASE}/route", 200),
    "case-closing": (f"{CASE}/closing", 200),
    "case-exclusion": (f"{CASE}/exclusions", 200),
    "case-decision": (f"{CASE}/completions/agree-recommendation", 200),
    "case-delay": (f"{CASE}/delays/submit-recommendations", 200),
    "case-national-panel": (f"{CASE}/national-panel", 200),
    "case-panel-reply": (f"{CASE}/panel-replies", 200),
    "case-involvement": (f"{CASE}/involvement", 200),
    "case-involvement-new": (f"{CASE}/involvement/people", 200),
    "people": ("/people", 200),
    "people-new": ("/people/new", 200),
    "notices": ("/notices", 200),
    "letters": ("/letters", 200),
    "letter": ("/letters/standard", 200),
    "letter-text": ("/letters/standard/text", 200),
    "letter-preview": ("/letters/standard/versions/0/document", 200),
    "emergencies": ("/emergencies", 200),
    "emergency-new": ("/emergencies/new", 200),
    "agency-new": ("/agencies/new", 200),
    "domain-new": ("/domains/new", 200),
    "closure-new": ("/closures/new", 200),
    "account": ("/account", 200),
    "clock": ("/demonstration/clock", 200),
    "taken-mail": ("/demonstration/mail", 200),
    "no-such-case": ("/cases/000-000", 404),
}
SMALL_SCREEN = ["my-work", "case", "case-log", "case-people", "case-moments", "people", "cases-new"]
every_page = pytest.mark.parametrize(("path", "status"), PAGES.values(), ids=PAGES.keys())


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    served = demonstration(tmp_path_factory.mktemp("demonstration"))
    yield served
    served.stop()


@pytest.fixture(scope="module")
def signed_in(browser, served):
    """What the browser keeps of somebody signed in as the business manager."""
    context = browser.new_context(base_url=served.address)
    page = context.new_page()
    begin(page, "Joan Ferris")
    state = context.storage_state()
    # Nothing but the cookie is kept, and no script can read that.
    assert state["origins"] == []
    assert [(cookie["httpOnly"], cookie["sameSite"]) for cookie in state["cookies"]] == [(True, "Lax")]
    context.close()
    return state


@pytest.fixture
def as_joan(visit, served, signed_in):
    def open_page(path, **options):
        return visit(path, **{"base_url": served.address, "storage_state": signed_in, **options})

    return open_page


@every_page
def test_it_is_whole_named_and_in_order_and_axe_finds_nothing(as_joan, picture, request, path, status):
    page = as_joan(path)
    assert page.answer.status == status
    picture(page, request.node.callspec.id)
    check_headers(page.answer.headers)
    assert page.answer.headers["cache-control"] == "no-store"
    check_html(page.answer.text())
    check_labels(page)
    check_headings(page)
    check_days(page)
    assert "Demonstration" in page.locator(".marking").inner_text()
    open_all_details(page)
    assert axe_findings(page) == []


@every_page
def test_its_links_lead_somewhere(as_joan, path, status):
    page = as_joan(path)
    found = page.evaluate("() => [...document.querySelectorAll('main a[href]')].map(one => one.href)")
    here = page.url.split("#")[0]
    places = sorted({link.split("#")[0] for link in found if link.startswith("http")} - {here})
    # Of many links of one sort a few are followed.
    broken = {
        link: answer for link in places[:25] if (answer := page.request.get(link).status) != 200
    }
    assert broken == {}


@pytest.mark.parametrize("name", SMALL_SCREEN)
def test_on_a_telephone_nothing_but_the_picture_scrolls_sideways(as_joan, picture, name):
    page = as_joan(PAGES[name][0], viewport={"width": 320, "height": 640})
    picture(page, f"{name}-320")
    assert page.evaluate(STICKING_OUT) == []
    open_all_details(page)
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("name", ["my-work", "case", "case-log"])
def test_in_the_dark_it_can_be_read(as_joan, picture, name):
    page = as_joan(PAGES[name][0], color_scheme="dark")
    picture(page, f"{name}-dark")
    open_all_details(page)
    assert axe_findings(page) == []


def test_no_address_holds_a_name_or_what_happened(as_joan, served):
    page = as_joan("/cases")
    page.get_by_label("Find by name").fill("Wren Example")
    page.get_by_role("button", name="Find", exact=True).click()
    assert page.get_by_role("link", name="4QX-7MD").count() == 1
    assert "wren" not in page.url.lower()
    page.goto(f"{CASE}/log")
    page.get_by_text("Show only some entries").click()
    page.get_by_label("Find words in this log").fill("relative")
    page.get_by_role("button", name="Find in the log").click()
    assert "relative" not in page.url and page.locator(".log > li").count() >= 1
    assert "Wren" not in (served.folder / "server.log").read_text()


# One case at each stage, as the page to sign in on words it, each time in another partnership.
STAGES = {
    "Referral received, whether to notify not decided": "Eastmoor",
    "Notified, the rapid review begins": "Oakvale",
    "Agencies asked: some are back, one is late": "Ravensby and Northmere",
    "Rapid review meeting held, criteria under way": "Millhaven",
    "Report frozen, one signature outstanding": "Eastmoor",
    "Report submitted, the national Panel has it": "Ravensby and Northmere",
    "The national Panel has replied, and asks for something": "Oakvale",
    "Local child safeguarding practice review under way": "Millhaven",
    "Closed": "Marlshire and Portwell",
}


@pytest.mark.parametrize(("stage", "partnership"), STAGES.items(), ids=range(len(STAGES)))
def test_a_case_at_each_stage_is_one_press_away(visit, served, picture, stage, partnership):
    page = visit("/sign-in", base_url=served.address)
    rows = page.get_by_role("region", name=partnership, exact=True).get_by_role("listitem")
    rows.filter(has_text=stage).get_by_role("button").last.click()
    page.wait_for_url(re.compile("/cases/[^/]+$"))
    case = page.url
    for part in ("", "/plan", "/log", "/documents"):
        answer = page.goto(case + part)
        assert answer.status == 200
        check_html(answer.text())
        check_headings(page)
        check_labels(page)
        assert axe_findings(page) == []
        picture(page, f"stage-{list(STAGES).index(stage)}{part.replace('/', '-')}")
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate(STICKING_OUT) == []
        page.set_viewport_size({"width": 1280, "height": 900})


def test_the_first_page_leads_to_the_people_and_both_can_be_used_by_anyone(visit, served, picture):
    def usable_by_anyone(page, name):
        check_html(page.content())
        check_headings(page)
        check_labels(page)
        assert axe_findings(page) == []
        picture(page, name)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate(STICKING_OUT) == []
        assert page.evaluate(SMALL) == []
        picture(page, f"{name}-320")
        page.set_viewport_size({"width": 1280, "height": 900})

    page = visit("/", base_url=served.address)
    usable_by_anyone(page, "home-demonstration")
    page.get_by_role("link", name="Try it with cases that are made up").click()
    assert page.get_by_role("heading", level=2).count() == 6
    assert "Its procedure: Pan-Dorset serious incident" in page.locator("main").inner_text()
    usable_by_anyone(page, "sign-in-demonstration")
