"""A partnership words a letter of its own: written, looked at, taken into use, sent, and gone back from."""

import re
import subprocess
import zipfile

from acts import press, said, tried
from answering import come_in
from opened import made
from stores import begin

LETTER = "/letters/standard"
ASKING = "/cases/4qx-7md/requests/new/ask-for-chronologies"
POLICE, CARLA = "Marlshire Police", "carla.munday@"
NEW = "Ring the bell at the quay and ask for Sam."
HOSTILE = "<script>alert(1)</script> <img src=file:///etc/passwd> [x](http://127.0.0.1:9/) שלום"


def write(page, text):
    page.goto(f"{LETTER}/text")
    page.locator("#letter").fill(text)
    press(page, "Keep it and see it")


def test_a_letter_is_written_seen_taken_into_use_and_sent(visit, posting, post, picture, tmp_path):
    # Without scripts.
    joan = visit("/sign-in", base_url=posting.address, java_script_enabled=False)
    begin(joan, "Joan Ferris")
    joan.goto("/people")
    joan.get_by_role("link", name="Letters", exact=True).click()
    tried(joan, picture, "letters-list")
    joan.get_by_role("link", name="Request for information").click()
    tried(joan, picture, "letters-one")
    joan.get_by_role("link", name="Change the text").click()
    shipped = joan.locator("#letter").input_value()
    assert "{agency}" in shipped
    assert all(name in said(joan) for name in ("{due}", "The day by which", "Whoever there is to answer"))

    wrong = f"{shipped}\n\n{NEW} {{agancy}} {{{{due}}}} {{name\n{HOSTILE}"
    joan.locator("#letter").fill(wrong)
    press(joan, "Keep it and see it")
    errors = joan.locator(".errors").inner_text()
    line = shipped.count("\n") + 3
    column = len(NEW) + 2
    assert f"Line {line}, column {column}: there is no name {{agancy}}; did you mean {{agency}}?" in errors
    assert f"Line {line}, column {column + 9}: {{{{due}}}} has more than one brace on a side; write {{due}}" in errors
    assert f"Line {line}, column {column + 17}: {{ opens a name that no }} closes" in errors
    assert joan.locator("#letter").input_value() == wrong
    tried(joan, picture, "letters-wrong")

    joan.locator("#letter").fill(f"{shipped}\n\n{NEW} {{agency}}.\n{HOSTILE}")
    press(joan, "Keep it and see it")
    assert joan.url.endswith(f"{LETTER}/versions/1")
    assert joan.locator("ins").all_inner_texts() and "What differs from the text that shipped then" in said(joan)
    tried(joan, picture, "letters-version")
    joan.get_by_role("link", name="Preview, with made-up details").click()
    assert f"{NEW} Example Agency." in said(joan)
    assert HOSTILE in said(joan) and "are made up" in said(joan)
    tried(joan, picture, "letters-preview")
    preview = joan.url
    word = made(joan, preview, "Word", tmp_path / "letter.docx")
    with zipfile.ZipFile(word) as archive:
        text = archive.read("word/document.xml").decode()
        assert "Ring the bell" in text and "&lt;script&gt;alert(1)" in text
        assert b"127.0.0.1" not in archive.read("word/_rels/document.xml.rels")
    pdf = made(joan, preview, "PDF", tmp_path / "letter.pdf")
    read = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "Ring the bell" in read and "<script>alert(1)</script>" in read

    joan.goto(f"{LETTER}/versions/1")
    press(joan, "Take this text into use")
    assert "Version 1, since" in said(joan)
    tried(joan, picture, "letters-in-use")

    # Whoever asks an agency now begins with it, and sends it.
    joan.goto(ASKING)
    assert NEW in joan.locator("#letter").input_value()
    ask_the_police(joan)
    sent = post.wait(CARLA, "A request")
    assert NEW not in sent["text"] and "Wren" not in sent["text"]
    joan.goto("/cases/4qx-7md/agencies?step=ask-for-chronologies")
    joan.get_by_role("link", name=POLICE, exact=True).click()
    assert f"{NEW} {POLICE}." in said(joan)
    joan.get_by_role("link", name="The letter as a document").click()
    assert f"{NEW} {POLICE}." in said(joan)
    tried(joan, picture, "letters-sent")
    letter = joan.url
    carla = come_in(visit, posting, post, sent)
    assert f"{NEW} {POLICE}." in said(carla) and HOSTILE in said(carla)

    # Back to the text that ships: what was sent stays as it was.
    joan.goto(f"{LETTER}/versions/0")
    press(joan, "Go back to this text")
    joan.goto(ASKING)
    assert NEW not in joan.locator("#letter").input_value()
    joan.goto(letter)
    assert f"{NEW} {POLICE}." in said(joan)


def ask_the_police(joan):
    """Asks them alone, and says why the others that are expected are not."""
    for box in joan.locator("main input[name=expected], main input[name=agencies]").all():
        box.uncheck()
    joan.get_by_label(re.compile(f"^{POLICE}")).check()
    press(joan, "See who would be asked")
    for reason in joan.locator("main [name^=why-not-]").all():
        reason.fill("It has told us that it never had contact.")
    press(joan, "See who would be asked")
    assert "Error" not in joan.title(), joan.locator(".errors").inner_text()
    press(joan, "Ask them")


def test_of_two_who_change_a_letter_at_once_the_second_is_told(be, picture):
    joan, colin = be("Joan Ferris", f"{LETTER}/text"), be("Colin Weir", f"{LETTER}/text")
    joan.locator("#letter").fill("Dear {name},\n\nJoan was first.")
    colin.locator("#letter").fill("Dear {name},\n\nColin was second.")
    press(joan, "Keep it and see it")
    press(colin, "Keep it and see it")
    assert "Version 1 was written meanwhile" in said(colin)
    assert colin.locator("#letter").input_value().endswith("Colin was second.")
    assert "Joan was first." in colin.locator("textarea[readonly]").input_value()
    tried(colin, picture, "letters-overtaken")
    press(colin, "Keep it and see it")
    assert colin.url.endswith(f"{LETTER}/versions/2")
    assert "What differs from version 1" in said(colin)
