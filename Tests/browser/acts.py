"""What people do on pages: fill in, press, record; and what each page keeps."""

import re

from checks import axe_findings, check_headings, check_html, check_labels, check_narrow
from stores import fill_day


def fill(page, answers):
    """Answers questions by their names, as far as the page asks them."""
    for name, value in answers.items():
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            fill_day(page, name, value)
        elif isinstance(value, list):
            for one in value:
                page.locator(f'input[name="{name}"][value="{one}"]').check()
        elif page.locator(f'input[type=radio][name="{name}"]').count():
            page.locator(f'input[name="{name}"][value="{value}"]').check()
        elif page.locator(f'select[name="{name}"]').count():
            page.locator(f'select[name="{name}"]').select_option(value)
        else:
            page.locator(f'[name="{name}"]').fill(value)


def choose(page, control, words):
    """Chooses the option that has these words."""
    option = page.locator(f"{control} option", has_text=words).first
    page.locator(control).select_option(option.get_attribute("value"))


def press(page, name, exact=True):
    page.get_by_role("button", name=name, exact=exact).click()


def put_on(joan, reference, person, *roles):
    joan.goto(f"/cases/{reference}/arrivals")
    joan.locator("#person").select_option(label=person)
    for role in roles:
        joan.locator(f'input[name="roles"][value="{role}"]').check()
    press(joan, "Put the person on the case")
    assert "Error" not in joan.title(), joan.locator(".errors").inner_text()


def record(page, path, answers, button="Record it"):
    """Fills a form of a case and confirms what it would change."""
    page.goto(path)
    fill(page, answers)
    page.locator("main form button[type=submit]").first.click()
    if page.get_by_text("Nothing is recorded yet.").count():
        press(page, button)
    assert "Error" not in page.title(), page.locator(".errors").inner_text()


def said(page):
    return page.locator("main").inner_text()


def sound(page):
    check_html(page.content())
    check_labels(page)
    check_headings(page)
    # Where scripts are off, axe runs for ever.
    if page.evaluate("() => matchMedia('(scripting: enabled)').matches"):
        assert axe_findings(page) == []


def tried(page, picture, name):
    """Every check of a page that is open, also as small as a telephone, and pictures of both."""
    size = page.viewport_size
    sound(page)
    picture(page, name)
    page.set_viewport_size({"width": 320, "height": 640})
    check_narrow(page)
    picture(page, f"{name}-320")
    page.set_viewport_size(size)
