"""A report taken together from what a case holds, written by two people, checked, put forward, compared, signed."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess

from acts import said, sound
from checks import check_html, open_all_details
from stores import CASE, PROGRAM, begin

REPORT = f"{CASE}/papers/recommendations"

# How often each of two people saves: SIGHTLINE_ROUNDS=60 takes more than a minute.
ROUNDS = int(os.environ.get("SIGHTLINE_ROUNDS", "8"))


def sound_throughout(page):
    """Everything that is folded away, too, and no wider than the window."""
    open_all_details(page)
    sound(page)
    width = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, f"{page.url} scrolls sideways by {width} pixels"


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
    sound_throughout(joan)
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
    sound_throughout(joan)
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
    sound_throughout(joan)
    picture(joan, "report-names")
    assert "Wren’s" in section(joan, "immediate-learning").input_value()

    joan.goto(f"{REPORT}/preview")
    assert "Sources" in said(joan) and joan.locator("a.cite").count() > 0
    sound_throughout(joan)
    picture(joan, "report-preview")
    joan.goto(f"{REPORT}/forward")
    assert "It stops nobody" in said(joan) and "Names and places" in said(joan)
    sound_throughout(joan)
    picture(joan, "report-forward")
    put_forward(joan)
    assert "Version 1" in said(joan)
    # Whoever only reads sees what was put forward, and not what is being written.
    neil = be("Supt Neil Ashdown", REPORT)
    assert "Version 1" in said(neil) and neil.locator("#heads").count() == 0
    neil.goto(f"{REPORT}/versions/1")
    assert "Nothing is written under this head" in said(neil)
    sound_throughout(neil)
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
    sound_throughout(joan)


def press_save(page):
    """Presses the button and waits for nothing, so that two people can press at one moment."""
    button = page.get_by_role("button", name="Save and go on", exact=True)
    button.evaluate("button => { setTimeout(() => button.form.requestSubmit(button), 0) }")


def settle(page, head, sentence):
    """Until nobody was first: brings both texts together, as the page shows them, and saves again."""
    conflicts = 0
    while page.locator("textarea[readonly]").count():
        theirs = page.locator("textarea[readonly]").first.input_value()
        mine = page.locator(f'[name="{head}-text"]')
        assert sentence in mine.input_value(), "what was typed is not on the page"
        mine.fill(f"{theirs}\n{sentence}" if sentence not in theirs else theirs)
        with page.expect_navigation():
            press_save(page)
        conflicts += 1
    return conflicts


def test_two_people_edit_one_report_at_the_same_moments_and_nothing_is_lost(be):
    joan = be("Joan Ferris")
    priya = be("Priya Nair", java_script_enabled=True)
    typed, conflicts = {"daily-life": [], "facts": []}, 0
    for round in range(ROUNDS):
        # Sometimes the same section, sometimes one each; now the one presses first, now the other.
        heads = ("daily-life", "daily-life" if round % 3 else "facts")
        pages = [(joan, "Joan", heads[0]), (priya, "Priya", heads[1])]
        if round % 2:
            pages.reverse()
        says = []
        for page, name, head in pages:
            box = section(page, head)
            sentence = f"{name} wrote sentence {round}."
            box.fill(f"{box.input_value()}\n{sentence}".strip())
            typed[head].append(sentence)
            says.append(sentence)
        with pages[0][0].expect_navigation(), pages[1][0].expect_navigation():
            for page, _, _ in pages:
                press_save(page)
        for (page, _, head), sentence in zip(pages, says):
            conflicts += settle(page, head, sentence)
        if round == ROUNDS // 2:
            put_forward(joan)
    assert conflicts >= ROUNDS // 2, "nobody was ever first: the test shows nothing"
    for head, sentences in typed.items():
        kept = section(joan, head).input_value().split("\n")
        for sentence in sentences:
            assert kept.count(sentence) == 1, f"{sentence} stands {kept.count(sentence)} times under {head}"
    # What was put forward halfway holds what was typed until then, and stays as it was.
    joan.goto(f"{REPORT}/versions/1")
    half = said(joan)
    for sentences in typed.values():
        for sentence in sentences:
            number = int(re.search(r"\d+", sentence)[0])
            assert (sentence in half) == (number <= ROUNDS // 2), sentence


def test_a_byte_changed_after_signing_is_found_by_verify_and_said_on_the_page(be, visit, served, picture):
    joan = be("Joan Ferris")
    put_forward(joan)
    store = served.folder / "data/store.sqlite"
    with contextlib.closing(sqlite3.connect(store)) as open_store:
        row = open_store.execute(
            "SELECT partnership, stream, version FROM event ORDER BY recorded DESC, version DESC LIMIT 1"
        ).fetchone()
    for person in ("Supt Neil Ashdown", "Dr Farah Iqbal"):
        sign(be, person)
    served.stop()
    assert served.command("verify") == "Nothing was altered.\n"
    with contextlib.closing(sqlite3.connect(store)) as open_store:
        sealed = bytearray(
            open_store.execute(
                "SELECT sealed FROM event WHERE partnership = ? AND stream = ? AND version = ?", row
            ).fetchone()[0]
        )
        sealed[len(sealed) // 2] ^= 1
        open_store.execute(
            "UPDATE event SET sealed = ? WHERE partnership = ? AND stream = ? AND version = ?",
            (bytes(sealed), *row),
        )
        open_store.commit()
    done = subprocess.run(
        [PROGRAM, "verify", *served.place], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1 and f"case 4QX-7MD, entry {row[2]}" in done.stdout, done.stdout
    assert "altered" in done.stdout, done.stdout
    served.port = served.address.rsplit(":", 1)[1]
    served.start()
    # The case says so wherever it is read, and shows nothing of what was altered.
    visit.expected.append("status of 500")
    for path in (f"{REPORT}/versions/1", REPORT, CASE, f"{CASE}/log"):
        joan.goto(path)
        text = said(joan)
        assert "This was altered" in text and "Wren" not in text, text
    check_html(joan.content())
    picture(joan, "report-altered")


def test_a_head_of_its_own_is_named_put_in_order_and_taken_out_while_it_is_empty(be, picture):
    joan = be("Joan Ferris", REPORT)
    complete = re.search(r"Complete: \d+ of \d+", said(joan))[0]
    joan.get_by_role("link", name="Heads of its own", exact=True).click()
    joan.locator("#says-new").fill("What the neighbours saw")
    joan.locator("#after-new").select_option("facts")
    sound_throughout(joan)
    picture(joan, "report-heads")
    joan.get_by_role("button", name="Save the heads", exact=True).click()
    heads = joan.locator("#heads ~ ul li").all_inner_texts()
    place = next(i for i, head in enumerate(heads) if "What the neighbours saw" in head)
    assert "A head of this report’s own" in heads[place] and complete in said(joan)
    write(joan, "own-1", "They heard nothing that night.")
    joan.goto(f"{REPORT}/heads")
    # Nothing but an empty head is taken out.
    assert joan.locator("[name=out-own-1]").count() == 0
    joan.goto(f"{REPORT}/preview")
    assert "They heard nothing that night." in said(joan)
    joan.goto(REPORT)
    sound_throughout(joan)
    picture(joan, "report-own-head")
    write(joan, "own-1", "")
    joan.goto(f"{REPORT}/heads")
    joan.locator("[name=out-own-1]").check()
    joan.get_by_role("button", name="Save the heads", exact=True).click()
    assert "What the neighbours saw" not in said(joan)


def test_what_is_typed_is_saved_while_it_is_typed(be):
    joan = be("Joan Ferris")
    section(joan, "daily-life").press_sequentially("Typed and never sent.")
    joan.get_by_text(re.compile("^Saved at")).wait_for()
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
    sound_throughout(joan)
    picture(joan, "report-comparison")
    joan.goto(REPORT)
    sound_throughout(joan)
    picture(joan, "report-voided")


def test_a_report_is_written_on_a_telephone_without_scripts(visit, served, picture):
    page = visit("/sign-in", base_url=served.address, java_script_enabled=False, viewport={"width": 320, "height": 640})
    begin(page, "Priya Nair")
    for path, name in [
        (REPORT, "report"),
        (f"{REPORT}/parts/facts", "report-section"),
        (f"{REPORT}/parts/facts?from=agencies", "report-section-agencies"),
        (f"{REPORT}/preview", "report-preview"),
        (f"{REPORT}/heads", "report-heads"),
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
