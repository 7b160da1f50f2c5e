"""Documents by the procedure's folders, each version of them, and the whole case as one archive."""

import hashlib
import html
import re
import subprocess
import zipfile

from acts import said
from stores import CASE, PROGRAM
from test_report import put_forward, sign, sound_throughout, write


def test_documents_lie_in_the_procedure_s_folders_version_by_version(be, picture):
    joan = be("Joan Ferris")
    put_forward(joan)
    write(joan, "national-review", "No national review is needed, all three partners agree.")
    put_forward(joan)
    joan.goto(f"{CASE}/documents")
    folders = joan.locator("main h3").all_inner_texts()
    assert folders == ["4QX-7MD", "Communication with National Panel"]
    assert "In 4QX-7MD" in said(joan)
    panel = joan.get_by_role("table", name="Communication with National Panel")
    for number in (1, 2):
        row = panel.get_by_role("row", name=re.compile(f"Version {number}"))
        assert "Joan Ferris" in row.inner_text()
        name = row.get_by_role("link").first.inner_text()
        assert re.fullmatch(
            rf"Rapid Review Recommendations Notification \d{{4}}-\d\d-\d\d 4QX-7MD version {number}", name
        ), name
    sound_throughout(joan)
    picture(joan, "documents-by-folder")
    joan.set_viewport_size({"width": 320, "height": 640})
    joan.reload()
    sound_throughout(joan)
    picture(joan, "documents-by-folder-320")
    joan.get_by_role("link", name=re.compile("^Rapid Review Recommendations Notification .* version 1$")).click()
    assert "A later version counts" in said(joan)


def test_a_case_is_taken_away_whole_and_what_proves_it_proves_it(be, tmp_path):
    joan = be("Joan Ferris")
    put_forward(joan)
    sign(be, "Supt Neil Ashdown")
    joan.goto(f"{CASE}/documents")
    with joan.expect_download() as saving:
        joan.get_by_role("link", name="Save the whole case (ZIP)").click()
    assert saving.value.suggested_filename == "Case 4QX-7MD.zip"
    with zipfile.ZipFile(saving.value.path()) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert names[0] == "index.html" and "head.json" in names
    assert len({name.lower() for name in names}) == len(names)
    assert not [name for name in names if name.startswith("/") or ".." in name or "Wren" in name]
    assert [name for name in names if re.fullmatch(r"4QX-7MD/Daily log \d{4}-\d\d-\d\d 4QX-7MD\.html", name)]
    assert [name for name in names if name.startswith("4QX-7MD/Communication with National Panel/")]
    index = html.unescape((tmp_path / "index.html").read_text())
    for name in names[1:]:
        assert name in index
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() in index, name
    extracts = [name for name in names if name.startswith("extracts/")]
    assert extracts
    for name in extracts:
        command = [PROGRAM, "verify", "--extract", tmp_path / name]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0 and "Nothing in it was altered" in done.stdout, done.stdout
        assert "Signed as" in done.stdout
    # What is read without a server leads nowhere, and is no script.
    for name in names:
        if name.endswith(".html"):
            text = (tmp_path / name).read_text()
            assert "<script" not in text and "src=\"http" not in text
