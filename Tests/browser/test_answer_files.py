"""Files of an agency: rows of its chronology in a file, and files that come with its answer."""

import http.client
import pathlib
import re
import shutil
import sqlite3
import subprocess
import zipfile

import pytest
from acts import sound
from checks import check_narrow
from stores import CASE, ROOT, begin, demonstration, until

SHEETS = ROOT / "Tests" / "SpreadsheetsTests" / "Files"
ROWS = "/answer/request/chronology"
FILES = "/answer/request/files"


@pytest.fixture(scope="session")
def texts(tmp_path_factory):
    """The texts of the program with what reads spreadsheets, and the same without it."""
    subprocess.run(["Scripts/python-packages"], cwd=ROOT, check=True, capture_output=True, timeout=600)
    without = tmp_path_factory.mktemp("texts")
    for name in ("procedures", "guidance", "forms", "letters", "static", "python"):
        (without / name).symlink_to(ROOT / name)
    return {"with": ROOT, "without": without}


@pytest.fixture
def answering(visit, tmp_path, texts):
    """Somebody at an agency, who came by a link and a code that was read out; no mail goes out."""
    running = []

    def arrive(reading="with", **options):
        served = demonstration(tmp_path / reading, "--texts", texts[reading])
        running.append(served)
        joan = visit("/sign-in", base_url=served.address)
        begin(joan, "Joan Ferris")
        joan.goto(f"{CASE}/agencies")
        joan.get_by_role("link", name="Coast Ambulance Service", exact=True).click()
        request = joan.url
        joan.get_by_role("link", name="Send Luke Tranter a new link").click()
        joan.get_by_role("button", name="Send a new link").click()
        link = re.search(r"/answer/[\w-]{40,}", joan.content())[0]
        joan.goto(request)
        joan.get_by_role("link", name="Read out a code to Luke Tranter").click()
        joan.locator("#how").fill("I rang the number in the directory")
        joan.get_by_role("button", name="Show a code").click()
        code = re.search(r"\b\d{3} ?\d{3}\b", joan.locator("main").inner_text())[0]
        luke = visit(link, base_url=served.address, **options)
        luke.get_by_role("button", name="Go on to the code").click()
        luke.locator("#code").fill(code)
        luke.get_by_role("button", name="Go on", exact=True).click()
        luke.get_by_role("button", name=re.compile("Yes, this is me")).click()
        luke.joan, luke.request_page, luke.served = joan, request, served
        return luke

    yield arrive
    for served in running:
        served.stop()


def give(page, *names):
    page.goto(ROWS)
    for name in names:
        page.locator("#table").set_input_files(SHEETS / name)
    page.get_by_role("button", name="Save the rows").click()


def test_rows_come_from_an_excel_file_without_scripts(answering, picture):
    luke = answering(java_script_enabled=False)
    luke.goto(ROWS)
    assert "An Excel file (.xlsx) or CSV" in luke.locator("#table-hint").inner_text()
    give(luke, "call-log.xlsx")
    text = luke.locator("main").inner_text()
    assert "3 rows read: look through them below" in text
    assert "Only the sheet “Calls” was read, and not “Crews”." in text
    assert "Not taken: “Calls to the flat” and “Crew”." in text
    for row in ("01/03/2025: Fall on the stairs", "2 March 2025: Call 2", "about May 2025: Breathless"):
        assert row in text
    picture(luke, "answer-rows-from-a-file")
    luke.goto("/answer/request")
    assert "3 rows" in luke.locator("main").inner_text()


def test_faults_of_a_file_are_said_by_row_and_column_and_nothing_is_lost(answering, picture):
    luke = answering()
    give(luke, "call-log.xlsx")
    luke.goto(ROWS)
    sound(luke)
    luke.locator("#pasted").fill("Date\tEvent\n1 June 2025\tTyped by hand")
    luke.locator("#table").set_input_files(SHEETS / "faulty.xlsx")
    luke.get_by_role("button", name="Save the rows").click()
    assert "Error" in luke.title()
    summary = luke.locator(".errors").inner_text()
    for fault in (
        "Row 3, date: No date: write “not known” if nobody knows it",
        "Row 5, date: No date",
        "Row 6, date: “03/25/2025” has the month first: write the day first, 25/3/2025",
        "Row 7, date: “#REF!”",
    ):
        assert fault in summary
    assert luke.locator("#table").get_attribute("aria-invalid") == "true"
    assert "Typed by hand" in luke.locator("#pasted").input_value()
    assert "3 rows so far" in luke.locator("main").inner_text()
    sound(luke)
    picture(luke, "answer-rows-faults-of-a-file")
    luke.set_viewport_size({"width": 320, "height": 640})
    check_narrow(luke)
    picture(luke, "answer-rows-faults-of-a-file-320")


def test_what_is_no_table_of_rows_is_refused_beside_its_field(answering):
    luke = answering()
    for name, words in (
        ("bomb.xlsx", "unpacks to very much: paste the rows in parts"),
        ("liar.xlsx", "is no spreadsheet that can be read: save it as .xlsx or as CSV, or paste the rows"),
        ("million.xlsx", "has more than 2000 rows: take them in parts"),
    ):
        give(luke, name)
        assert words in luke.locator("#table-fault").inner_text(), name
        assert "so far" not in luke.locator("main").inner_text(), name


def test_where_no_spreadsheets_are_read_the_page_says_so_and_csv_still_serves(answering, picture, tmp_path):
    luke = answering("without")
    luke.goto(ROWS)
    assert "Excel files cannot be read here" in luke.locator("#table-hint").inner_text()
    give(luke, "call-log.xlsx")
    assert "save the file as CSV, or paste the rows" in luke.locator("#table-fault").inner_text()
    picture(luke, "answer-rows-without-excel")
    rows = tmp_path / "rows.csv"
    rows.write_bytes("Date;What happened\r\n1/3/2025;Café visited\r\n".encode("cp1252"))
    luke.locator("#table").set_input_files(rows)
    luke.get_by_role("button", name="Save the rows").click()
    assert "1/3/2025: Café visited" in luke.locator("main").inner_text()


def kept(served):
    """How many files the store has, whole or not, and how many of their pieces."""
    counts = []
    for store in pathlib.Path(served.folder, "data").rglob("*"):
        if store.is_file() and store.open("rb").read(15) == b"SQLite format 3":
            with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as reader:
                names = {name for (name,) in reader.execute("SELECT name FROM sqlite_schema")}
                if "file_chunk" in names:
                    counts += [
                        reader.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
                        for name in ("file", "file_chunk")
                    ]
    return counts


def test_an_upload_that_is_broken_off_leaves_nothing(answering):
    luke = answering()
    luke.goto(FILES)
    before = kept(luke.served)
    assert len(before) == 2
    token = luke.locator("main input[name=form-token]").first.get_attribute("value")
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in luke.context.cookies())
    head = (
        f'--XyZ\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{token}\r\n'
        '--XyZ\r\nContent-Disposition: form-data; name="file"; filename="scan.pdf"\r\n\r\n%PDF-1.4\n'
    ).encode()
    connection = http.client.HTTPConnection(luke.served.address.removeprefix("http://"), timeout=30)
    connection.putrequest("POST", FILES)
    connection.putheader("Cookie", cookies)
    connection.putheader("Content-Type", "multipart/form-data; boundary=XyZ")
    connection.putheader("Content-Length", str(100 << 20))
    connection.endheaders()
    connection.send(head)
    for _ in range(8):
        connection.send(bytes(1 << 20))
    until(lambda: kept(luke.served) != before)
    assert kept(luke.served)[1] > before[1]
    connection.sock.close()
    connection.close()
    assert until(lambda: kept(luke.served) == before)
    luke.goto(FILES)
    assert "scan.pdf" not in luke.locator("main").inner_text()


def test_a_program_and_a_page_with_another_name_are_refused_with_a_word(answering, picture):
    luke = answering()
    for name, content, words in (
        ("report.docx", b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00\x01" + bytes(200), "is a program"),
        ("picture.png", b"<html><script>alert(1)</script></html>", "can carry a script"),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "can carry a script"),
    ):
        luke.goto(FILES)
        luke.locator("#file").set_input_files({"name": name, "mimeType": "image/png", "buffer": content})
        luke.get_by_role("button", name="Add the file").click()
        assert words in luke.locator("#file-fault").inner_text()
    sound(luke)
    picture(luke, "answer-file-refused")


def test_what_is_taken_is_saved_and_never_opened_by_the_browser(answering, tmp_path):
    luke = answering()
    bomb = tmp_path / "letter.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", " " * 1_000)
        archive.writestr("word/document.xml", " " * (64 << 20))
    luke.goto(FILES)
    luke.locator("#file").set_input_files(bomb)
    luke.get_by_role("button", name="Add the file").click()
    assert "letter.docx" in luke.locator("main").inner_text()
    joan = luke.joan
    joan.goto(luke.request_page)
    joan.get_by_role("link", name="Release it, with a reason").click()
    joan.locator("#reason").fill("Looked at by hand")
    joan.get_by_role("button", name="Release it").click()
    joan.goto(luke.request_page)
    with joan.expect_download() as started:
        joan.get_by_role("link", name="Save it").click()
    assert re.fullmatch(r".*, letter \d{4}-\d\d-\d\d 4QX-7MD\.docx", started.value.suggested_filename)
    saved = tmp_path / "saved"
    shutil.copy(started.value.path(), saved)
    assert saved.read_bytes() == bomb.read_bytes()
