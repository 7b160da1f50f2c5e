"""What every page keeps: it can be used by anyone, and runs nothing but what the program sent."""

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
from pages import PAGES

every_page = pytest.mark.parametrize(("path", "status"), PAGES.values(), ids=PAGES.keys())


@every_page
def test_it_answers_and_axe_finds_nothing(visit, picture, request, path, status):
    page = visit(path)
    assert page.answer.status == status
    picture(page, request.node.callspec.id)
    open_all_details(page)
    assert axe_findings(page) == []


@every_page
def test_its_headers_allow_nothing_but_its_own_style_sheet_and_pictures(visit, path, status):
    headers = visit(path).answer.headers
    check_headers(headers)
    assert "set-cookie" not in headers


@every_page
def test_its_html_is_whole_and_has_no_code_in_it(visit, path, status):
    check_html(visit(path).answer.text())


@every_page
def test_every_control_has_a_label_of_its_own(visit, path, status):
    page = visit(path)
    check_labels(page)


@every_page
def test_its_headings_are_in_order(visit, path, status):
    page = visit(path)
    check_headings(page)


@every_page
def test_its_links_lead_somewhere(visit, path, status):
    page = visit(path)
    found = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(one => one.href)")
    here = page.url.split("#")[0]
    places = {link.split("#")[0] for link in found if link.startswith("http")} - {here}
    broken = {
        link: answer
        for link in sorted(places)
        if (answer := page.request.get(link).status) != 200
    }
    assert broken == {}


@every_page
def test_every_day_is_marked_up_for_machines(visit, path, status):
    page = visit(path)
    check_days(page)
