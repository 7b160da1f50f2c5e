"""What every page keeps, as checks of a page that is open."""

import re
from html.parser import HTMLParser

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What sticks out of the page sideways, but for what lies in a region that scrolls.
STICKING_OUT = """() => {
    const width = document.documentElement.clientWidth
    // Heads of a table that is shown as cards are there for screen readers alone.
    const unseen = one => one && (getComputedStyle(one).clipPath !== 'none' || unseen(one.parentElement))
    return [...document.body.querySelectorAll('*')]
        .filter(one => one.checkVisibility() && !one.closest('.scroll, .skip, svg') && !unseen(one))
        .filter(one => one.getBoundingClientRect().right > width + 1)
        .map(one => one.outerHTML.slice(0, 120))
        .concat(document.documentElement.scrollWidth > width ? ['the page itself'] : [])
        .concat([...document.querySelectorAll('.scroll')]
            .filter(one => one.scrollWidth > one.clientWidth && !one.querySelector('svg.timeline'))
            .map(one => 'a region that is no picture: ' + one.outerHTML.slice(0, 120)))
}"""

# Controls whose target is under 24 by 24 CSS pixels and is not a link in a sentence or list of words.
SMALL = """() => [...document.querySelectorAll('button, input, select, textarea, summary')]
    .filter(one => one.checkVisibility())
    .filter(one => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24 })
    .map(one => one.outerHTML.slice(0, 120))"""

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


def check_html(html):
    """Elements in order, nothing missing that is referred to, no code."""
    assert html.lower().startswith("<!doctype html>")
    reading = Reading()
    reading.feed(html)
    reading.close()
    assert reading.faults == [], reading.faults
    assert reading.open == [], reading.open
    assert reading.missing_references() == []
    assert "http-equiv" not in html


def check_labels(page):
    """Every control, button, link and group has a name of its own."""
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


def check_headings(page):
    """One heading of the first level, none left out below it, one main part."""
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


def check_narrow(page):
    """Nothing sticks out sideways, and no control is too small for a finger."""
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SMALL) == []


def check_days(page):
    """Every day is marked up for machines."""
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('time')]
            .filter(one => !/^\\d{4}-\\d{2}-\\d{2}/.test(one.getAttribute('datetime') || ''))
            .map(one => one.outerHTML)"""
    )
    assert wrong == []


def check_headers(headers):
    """Nothing but our own style sheet and pictures, nothing kept."""
    policy = {
        words[0]: words[1:] for part in headers["content-security-policy"].split(";") if (words := part.split())
    }
    assert policy["default-src"] == ["'none'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["form-action"] == ["'self'"]
    assert policy["base-uri"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    # Our own files, and nothing written into a page.
    assert policy.get("script-src") == ["'self'"]
    assert not re.search(r"unsafe|\*|http:|data:", headers["content-security-policy"])
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("strict-origin", "same-origin")
    assert headers["content-type"].lower() == "text/html; charset=utf-8"


def axe_findings(page):
    # Of what is in order axe tells nothing: on a long page that takes longer than the looking.
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    results = Axe().run(page, options=options)
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
        own = tag == "script" and dict(attributes).get("src", "").startswith("/static/")
        if tag in ("script", "style", "iframe", "object", "embed") and not own:
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
