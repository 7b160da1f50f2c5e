"""What every page keeps: it can be used by anyone, and runs nothing but what the program sent."""

import re
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import PAGES

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}

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
    policy = {
        words[0]: words[1:] for part in headers["content-security-policy"].split(";") if (words := part.split())
    }
    assert policy["default-src"] == ["'none'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["form-action"] == ["'self'"]
    assert policy["base-uri"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy.get("script-src", ["'none'"]) == ["'none'"]
    assert not re.search(r"unsafe|\*|http:|data:", headers["content-security-policy"])
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("no-referrer", "same-origin")
    assert headers["content-type"].lower() == "text/html; charset=utf-8"
    assert "set-cookie" not in headers


@every_page
def test_its_html_is_whole_and_has_no_code_in_it(visit, path, status):
    html = visit(path).answer.text()
    assert html.lower().startswith("<!doctype html>")
    reading = Reading()
    reading.feed(html)
    reading.close()
    assert reading.faults == []
    assert reading.open == []
    assert reading.missing_references() == []
    assert "http-equiv" not in html


@every_page
def test_every_control_has_a_label_of_its_own(visit, path, status):
    page = visit(path)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
            .filter(one => ![...one.labels].some(label => label.textContent.trim()))
            .concat([...document.querySelectorAll('button, a[href], summary')]
                .filter(one => !one.textContent.trim() && !one.getAttribute('aria-label')))
            .concat([...document.querySelectorAll('fieldset')]
                .filter(one => !one.querySelector(':scope > legend')?.textContent.trim()))
            .concat([...document.querySelectorAll('[placeholder]')])
            .map(one => one.outerHTML.slice(0, 200))"""
    )
    assert nameless == []


@every_page
def test_its_headings_are_in_order(visit, path, status):
    page = visit(path)
    levels = page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
            .filter(one => !one.closest('[role=alert]')).map(one => Number(one.tagName[1]))"""
    )
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1] == []
    assert page.locator("main").count() == 1
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.title().strip()


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
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('time')]
            .filter(one => !/^\\d{4}-\\d{2}-\\d{2}/.test(one.getAttribute('datetime') || ''))
            .map(one => one.outerHTML)"""
    )
    assert wrong == []


def axe_findings(page):
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    return [
        f"{finding['id']}: {node['html'][:160]}: {node.get('failureSummary', '')[:300]}"
        for finding in results.response["violations"]
        for node in finding["nodes"]
    ]


def open_all_details(page):
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")


class Reading(HTMLParser):
    """Elements closed in order, ids used once, no styles or scripts or handlers."""

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.ids, self.references = [], [], set(), set()

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "style", "iframe", "object", "embed"):
            self.faults.append(f"<{tag}>")
        self.faults += [
            f"<{tag} {name}>" for name in names if name == "style" or name.startswith("on")
        ]
        self.faults += [f"<{tag} {name}> twice" for name in set(names) if names.count(name) > 1]
        for name, value in attributes:
            if name == "id":
                if value in self.ids or not value or re.search(r"\s", value):
                    self.faults.append(f"id '{value}'")
                self.ids.add(value)
            elif name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                self.references |= set(value.split())
            elif name == "href" and value.startswith("#"):
                self.references.add(value[1:])

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> out of place at line {self.getpos()}")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def missing_references(self):
        return sorted(self.references - self.ids)
