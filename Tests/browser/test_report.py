"""A report taken together from what a case holds, written by two people, checked, put forward, compared, signed."""

import json
import re
import subprocess

from checks import axe_findings, check_headings, check_html, check_labels, open_all_details
from stores import CASE, PROGRAM, begin

REPORT = f"{CASE}/papers/recommendations"


def sound(page):
    open_all_details(page)
    check_html(page.content())
    check_labels(page)
    check_headings(page)
    assert axe_findings(page) == []
    width = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, f"{page.url} scrolls sideways by {width} pixels"


def said(page):
    return page.locator("main").inner_text()


def section(page, head):
    page.goto(f"{REPORT}/parts/{head}")
    return page.locator(f'[name="{head}-text"]')


def write(page, head, text):
    section(page, head).fill(text)
    page.get_by_role("button", name="Save and go on", exact=True).click()
    page.wait_for_load_state()


def put_forward(page):
    page.goto(f"{REPORT}/forward")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(f"**{REPORT}")


def sign(be, person):
    page = be(person, f"{CASE}/signatures/sign-recommendations")
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    page.get_by_role("button", name="Sign it", exact=True).click()
    page.wait_for_load_state()
    assert "Error" not in page.title(), page.locator(".errors").inner_text()
    return page


def test_a_report_is_taken_together_checked_and_put_forward(be, picture):
    joan = be("Joan Ferris", REPORT)
    # Half written already: what is missing warns, with its reason.
    text = said(joan)
    assert re.search(r"Complete: \d+ of 14", text)
    assert "Says only where to look: “See attached”" in text
    assert "One word only" in text or "Says “No” and not why" in text
    assert "Expected by National Panel guidance for safeguarding partners, June 2025, from Sun 1 Jun 2025" in text
    sound(joan)
    picture(joan, "report")

    # Taken by one button; the text names its source, and says where it is from.
    box = section(joan, "daily-life")
    assert box.input_value() == ""
    joan.locator("button[name=take]").first.click()
    joan.wait_for_load_state()
    taken = joan.locator('[name="daily-life-text"]').input_value()
    number = re.search(r"\[(\d+)\]", taken)[1]
    assert joan.locator(f"#source-{number}").count() == 1
    assert "Taken by Joan Ferris" in said(joan)
    sound(joan)
    picture(joan, "report-section")

    # Only the sentences that were ticked are taken, and what was typed beside is kept.
    joan.goto(f"{REPORT}/parts/key-episodes?from=chronology")
    joan.locator('[name="key-episodes-text"]').fill("Written by hand.")
    joan.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    several = joan.locator("fieldset.offer:has(input[type=checkbox])").first
    several.locator("input[type=checkbox]").nth(1).check()
    wanted = several.locator("label").nth(1).inner_text()
    several.locator("button[name=take]").click()
    joan.wait_for_load_state()
    value = joan.locator('[name="key-episodes-text"]').input_value()
    assert value.startswith("Written by hand.") and wanted.rstrip(".") in value
    assert several.locator("label").nth(0).inner_text().rstrip(".") not in value
    assert "from=chronology" in joan.url

    # A marker that names nothing is found, with its place.
    write(joan, "national-review", "No national review is needed [99].")
    joan.goto(REPORT)
    assert "[99] in line 1, column 30, names no source of this report" in said(joan)
    write(joan, "national-review", "No national review is needed: nothing here is new to the country.")

    # Names are found, with what could stand there; nothing is changed by itself.
    joan.goto(f"{REPORT}/names")
    text = said(joan)
    assert "Wren’s" in text and "Child A’s" in text
    sound(joan)
    picture(joan, "report-names")
    assert "Wren’s" in section(joan, "immediate-learning").input_value()

    joan.goto(f"{REPORT}/preview")
    assert "Sources" in said(joan) and joan.locator("a.cite").count() > 0
    sound(joan)
    picture(joan, "report-preview")
    joan.goto(f"{REPORT}/forward")
    assert "It stops nobody" in said(joan) and "Names and places" in said(joan)
    sound(joan)
    picture(joan, "report-forward")
    put_forward(joan)
    assert "Version 1" in said(joan)
    # Whoever only reads sees what was put forward, and not what is being written.
    neil = be("Supt Neil Ashdown", REPORT)
    assert "Version 1" in said(neil) and neil.locator("#heads").count() == 0
    neil.goto(f"{REPORT}/versions/1")
    assert "Nothing is written under this head" in said(neil)
    sound(neil)
    joan.goto(REPORT)
    assert "First by Supt Neil Ashdown" in said(joan)


def test_two_people_write_one_section_and_both_texts_are_shown(be, picture):
    joan = be("Joan Ferris")
    priya = be("Priya Nair", java_script_enabled=False)
    section(joan, "facts")
    mine = section(priya, "facts")
    before = mine.input_value()
    write(joan, "facts", before + "\nJoan adds that the nurse rang twice.")
    mine.fill(before + "\nPriya adds that nobody rang back.")
    priya.get_by_role("button", name="Save and go on", exact=True).click()
    priya.wait_for_load_state()
    text = said(priya)
    assert "Joan Ferris changed this meanwhile" in text and "How yours differs" in text
    assert "Joan adds that the nurse rang twice." in priya.locator("textarea[readonly]").input_value()
    assert "Priya adds" in priya.locator('[name="facts-text"]').input_value()
    assert "Joan" in priya.locator(".compared").inner_text()
    picture(priya, "report-both-texts")
    both = before + "\nJoan adds that the nurse rang twice.\nPriya adds that nobody rang back."
    priya.locator('[name="facts-text"]').fill(both)
    priya.get_by_role("button", name="Save and go on", exact=True).click()
    priya.wait_for_load_state()
    kept = section(joan, "facts").input_value()
    assert "Joan adds" in kept and "Priya adds" in kept
    sound(joan)


def test_what_is_typed_is_saved_while_it_is_typed(be):
    joan = be("Joan Ferris")
    section(joan, "daily-life").press_sequentially("Typed and never sent.")
    joan.get_by_text(re.compile("^Saved at")).wait_for(timeout=10_000)
    assert section(joan, "daily-life").input_value() == "Typed and never sent."


def test_signatures_end_with_a_change_and_an_extract_proves_what_was_signed(be, served, picture, tmp_path):
    joan = be("Joan Ferris")
    put_forward(joan)
    joan.goto(CASE)
    open_all_details(joan)
    assert "Signature" in said(joan)
    for person in ("Supt Neil Ashdown", "Dr Farah Iqbal"):
        last = sign(be, person)
    picture(last, "report-signed")
    with joan.expect_download() as saving:
        joan.goto(f"{REPORT}/versions/1")
        joan.get_by_role("link", name="Save an extract that proves it").click()
    file = tmp_path / "extract.json"
    saving.value.save_as(file)

    def check(path):
        done = subprocess.run([PROGRAM, "verify", "--extract", path], capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout

    code, words = check(file)
    assert code == 0 and "Nothing in it was altered" in words and words.count("Signed as") == 2, words
    extract = json.loads(file.read_text())
    shown = extract["extract"]["shown"][0]
    assert "safe" in shown["text"]
    shown["text"] = shown["text"].replace("safe", "well", 1)
    file.write_text(json.dumps(extract))
    code, words = check(file)
    assert code == 1 and "is not the one that was recorded" in words, words

    # A change names whose signatures end, and ends them.
    write(joan, "national-review", "No national review is needed, all three partners agree.")
    joan.goto(f"{REPORT}/forward")
    text = said(joan)
    assert "Signatures end with it" in text and "Neil Ashdown" in text and "Farah Iqbal" in text
    put_forward(joan)
    assert "Changed after it was signed" in said(joan)
    assert "which counts no longer" in said(joan)
    joan.goto(f"{REPORT}/comparison")
    text = said(joan)
    assert joan.locator(".compared ins").count() > 0 and "put in" in text
    sound(joan)
    picture(joan, "report-comparison")
    joan.goto(REPORT)
    sound(joan)
    picture(joan, "report-voided")


def test_a_report_is_written_on_a_telephone_without_scripts(visit, served, picture):
    page = visit("/sign-in", base_url=served.address, java_script_enabled=False, viewport={"width": 320, "height": 640})
    begin(page, "Priya Nair")
    for path, name in [
        (REPORT, "report"),
        (f"{REPORT}/parts/facts", "report-section"),
        (f"{REPORT}/parts/facts?from=agencies", "report-section-agencies"),
        (f"{REPORT}/preview", "report-preview"),
        (f"{REPORT}/names", "report-names"),
        (f"{REPORT}/forward", "report-forward"),
    ]:
        page.goto(path)
        picture(page, f"{name}-320")
        box = page.locator("body").bounding_box()
        assert box["width"] <= 320, f"{path} is {box['width']} wide"
    page.goto(f"{REPORT}/parts/daily-life")
    page.locator("button[name=take]").first.click()
    page.wait_for_load_state()
    assert "[" in page.locator('[name="daily-life-text"]').input_value()
