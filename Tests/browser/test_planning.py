"""From dates typed in boxes to a plan that explains itself, with and without scripts."""

import datetime
import re
import socket
import unicodedata
from urllib.parse import urlsplit

import icalendar
import pypdf
import pytest
from pages import DATES, FEBRUARY_31, NOTIFIED_FIRST, PLAN, REVIEW_DUE, WORDS_FOR_YEAR, plan

with_and_without_scripts = pytest.mark.parametrize("scripts", [False, True], ids=["none", "some"])


@with_and_without_scripts
def test_dates_typed_in_boxes_become_a_plan_whose_dates_say_why(visit, picture, scripts):
    page = visit("/", java_script_enabled=scripts)
    page.get_by_role("main").get_by_role("link", name="Work out the dates").click()
    page.get_by_label("Procedure", exact=True).select_option("dorset")
    type_day(page, "incident", 13, 12, 2025)
    type_day(page, "aware", 15, 12, 2025)
    type_day(page, "notified", 19, 12, 2025)
    type_day(page, "today", 29, 12, 2025)
    page.get_by_role("button", name="Work out the dates").click()

    row = review_row(page)
    reason = row.locator("xpath=following-sibling::tr[1]")
    assert not reason.locator(".why-body").is_visible()
    reason.locator("summary").click()
    assert reason.locator(".why-body").is_visible()
    words = reason.inner_text()
    assert "Fri 19 Dec 2025" in words, "day zero is named"
    assert re.search(r"Christmas Day.*Boxing Day.*New Year.s Day", words, re.DOTALL), words
    picture(page, f"flow-{'with' if scripts else 'without'}-scripts")

    before = table(page)
    page.get_by_role("link", name="A link to this plan").click()
    assert table(page) == before
    assert "aware" in page.url and "2025-12-15" in page.url
    page.reload()
    assert table(page) == before


@with_and_without_scripts
def test_the_address_of_the_form_and_the_short_one_give_the_same_plan(visit, scripts):
    boxes = [
        (f"{name}-{part}", str(value))
        for name, day in [
            ("incident", (13, 12, 2025)), ("aware", (15, 12, 2025)), ("notified", (19, 12, 2025)),
            ("today", (29, 12, 2025)),
        ]
        for part, value in zip(("day", "month", "year"), day)
    ]
    typed = visit(plan(*boxes), java_script_enabled=scripts)
    short = visit(PLAN, java_script_enabled=scripts)
    assert table(typed) == table(short)


def test_a_variation_is_offered_where_the_procedure_has_one_and_changes_the_plan(visit):
    page = visit(plan(*DATES, procedure="west-midlands"))
    page.get_by_text("Change the dates, answers or procedure").click()
    choices = page.get_by_label("Variation", exact=True).locator("option")
    values = [value for choice in choices.all() if (value := choice.get_attribute("value"))]
    assert "stoke-on-trent-and-staffordshire" in values
    before = table(page)
    page.get_by_label("Variation", exact=True).select_option("stoke-on-trent-and-staffordshire")
    page.get_by_role("button", name="Work out the dates").click()
    assert "variation=stoke-on-trent-and-staffordshire" in page.url
    assert table(page) != before


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        (FEBRUARY_31, ["31", "2", "2026"]),
        (WORDS_FOR_YEAR, ["15", "12", "last year"]),
        (plan(("aware-day", "<b>"), ("aware-month", '"'), ("aware-year", "&amp;")), ["<b>", '"', "&amp;"]),
        (plan(("aware-day", "15"), ("aware-month", ""), ("aware-year", "")), ["15", "", ""]),
    ],
    ids=["31 February", "words", "markup", "a part only"],
)
def test_what_was_typed_is_kept_after_an_error_which_leads_to_its_box(visit, picture, path, typed):
    page = visit(path)
    assert page.title().startswith("Error: ")
    assert [page.locator(f"#aware-{part}").input_value() for part in ("day", "month", "year")] == typed

    summary = page.get_by_role("alert")
    links = summary.get_by_role("link").all()
    assert links
    for link in links:
        link.click()
        focused = page.locator(":focus")
        assert focused.count() == 1, f"'{link.inner_text()}' leads to no control"
        assert focused.get_attribute("aria-invalid") == "true"
        described = focused.get_attribute("aria-describedby").split()
        assert any(link.inner_text() in page.locator(f"#{one}").inner_text() for one in described)

    type_day(page, "aware", 15, 12, 2025)
    type_day(page, "today", 29, 12, 2025)
    page.get_by_role("button", name="Work out the dates").click()
    assert not page.title().startswith("Error: ")
    assert page.get_by_role("table").count() >= 1


def test_dates_that_contradict_each_other_are_said_and_still_planned(visit):
    page = visit(NOTIFIED_FIRST)
    said = page.get_by_role("main").inner_text()
    assert re.search(r"Mon 15 Dec 2025.{0,80}(before|earlier)", said, re.DOTALL | re.IGNORECASE) or re.search(
        r"before.{0,80}(aware|Fri 19 Dec 2025)", said, re.DOTALL | re.IGNORECASE
    )
    assert page.get_by_role("table").count() >= 1


def test_the_calendar_file_holds_every_due_day_once(visit, tmp_path):
    page = visit(PLAN)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Put the dates in your calendar").click()
    assert waiting.value.suggested_filename.endswith(".ics")
    file = tmp_path / "plan.ics"
    waiting.value.save_as(file)
    assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))

    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    days = {event.decoded("dtstart") for event in events}
    assert datetime.date(2026, 1, 14) in days
    assert all(type(day) is datetime.date for day in days)
    assert len({event["uid"] for event in events}) == len(events)
    assert all(event["summary"] and event["description"] and event["dtstamp"] for event in events)
    shown = page.locator("table.plan time").evaluate_all("all => all.map(one => one.dateTime)")
    assert {day.isoformat() for day in days} <= set(shown)


def test_paper_has_every_reason_and_no_menus(visit, tmp_path):
    page = visit(PLAN)
    page.emulate_media(media="print")
    file = tmp_path / "plan.pdf"
    page.pdf(path=file, format="A4", print_background=False)
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(file).pages]
    words = re.sub(r"\s+", " ", " ".join(sheets))
    assert REVIEW_DUE in words
    assert "Christmas Day" in words
    leads = page.locator(".why-body > p:first-child").all_text_contents()
    missing = [lead for lead in leads if squeezed(lead) not in squeezed(words)]
    assert missing == []
    assert "Skip to main content" not in words
    assert "Change the dates" not in words


def test_a_file_of_the_page_is_kept_and_one_outside_is_not_given(visit):
    page = visit("/")
    sheet = page.request.get("/static/sightline.css")
    assert sheet.status == 200 and sheet.headers["content-type"].startswith("text/css")
    assert page.request.get("/static/favicon.svg").headers["content-type"].startswith("image/svg+xml")
    for path in ("/static/../Package.swift", "/static/%2e%2e/Package.swift", "/static/..%2fPackage.swift",
                 "/static/%2e%2e%2fPackage.swift", "/static/", "/static/nothing.css"):
        assert page.request.get(path).status in (400, 404), path


def test_only_reading_is_answered(visit):
    page = visit("/")
    for method in ("POST", "PUT", "DELETE"):
        assert page.request.fetch("/plan", method=method).status in (404, 405), method


def test_heads_alone_are_answered_without_a_body(address):
    for path in ("/", "/plan", "/nothing-here"):
        with socket.create_connection((urlsplit(address).hostname, urlsplit(address).port), 5) as line:
            line.sendall(f"HEAD {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n".encode())
            answer = b"".join(iter(lambda: line.recv(65_536), b""))
        head, _, body = answer.partition(b"\r\n\r\n")
        assert body == b"", path
        assert head.split()[1] == (b"404" if path == "/nothing-here" else b"200"), path


def type_day(page, name, *parts):
    for part, value in zip(("day", "month", "year"), parts):
        page.locator(f"#{name}-{part}").fill(str(value))


def review_row(page):
    """The line of the rapid review's own limit."""
    rows = page.locator("table.plan tr:not(.because)", has_text=REVIEW_DUE)
    assert rows.count() >= 1, f"no line of the table is due on {REVIEW_DUE}"
    return rows.first


def table(page):
    """Its words, open or not."""
    return page.locator("table.plan").text_content()


def squeezed(text):
    """Without ligatures, and without blanks and hyphens, which a line's end adds and takes away."""
    return re.sub(r"[\s\-\u2010-\u2015\u00ad]", "", unicodedata.normalize("NFKC", text))
