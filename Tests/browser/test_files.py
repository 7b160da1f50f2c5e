"""Files of documents: filed, kept through a fault, refused, downloaded by those who may; without scripts throughout."""

import hashlib
import io
import re
import struct
import tempfile

import pypdf
import pytest
from checks import axe_findings, check_labels, check_narrow, open_all_details
from scanner import HARMLESS_VIRUS, Scanner
from stores import CASE, begin, demonstration


@pytest.fixture
def report():
    """A real PDF of some megabytes, so that it goes in several chunks."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.add_attachment("noise", b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(90_000)))
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def choose(page, name, content, kind="application/pdf"):
    page.locator("#file").set_input_files({"name": name, "mimeType": kind, "buffer": content})


def download(page, name):
    """A file comes back under its name here, whatever it was called when it came."""
    with page.expect_download() as started:
        page.get_by_role("link", name=name, exact=True).click()
    assert started.value.suggested_filename == name
    return started.value.path().read_bytes()


def named(title, row):
    """What the file of a row is called: its title, the day it was filed, the reference."""
    name = row.get_by_role("link").first.inner_text()
    assert re.fullmatch(rf"{title} \d{{4}}-\d\d-\d\d 4QX-7MD\.pdf", name), name
    return name


def test_a_report_is_filed_and_comes_back_byte_for_byte(be, report, picture):
    page = be("Joan Ferris", f"{CASE}/filings")
    assert page.locator("main form").get_attribute("enctype") == "multipart/form-data"
    page.locator("#title").fill("Medical report")
    choose(page, "Befund “März” 1.pdf", report)
    page.get_by_role("button", name="File it").click()
    assert page.url.endswith("/documents")
    row = page.get_by_role("row", name=re.compile("Medical report"))
    assert "2.7 MB" in row.inner_text()
    row.locator("summary").click()
    assert hashlib.sha256(report).hexdigest() in row.inner_text()
    picture(page, "documents-with-a-file")
    assert "Sent as “Befund “März” 1.pdf”" in row.inner_text()
    assert download(page, named("Medical report", row)) == report
    page.goto(f"{CASE}/log")
    assert "the file Befund “März” 1.pdf" in page.locator(".log > li").first.inner_text()
    page.goto(f"{CASE}/looks")
    assert "Document “Medical report” downloaded" in page.locator("main").inner_text()


def test_a_fault_loses_neither_what_was_typed_nor_the_file(be, report, picture):
    page = be("Joan Ferris", f"{CASE}/filings")
    choose(page, "report.pdf", report)
    page.locator("#day-year").fill("next year")
    page.get_by_role("button", name="File it").click()
    assert "Error" in page.title()
    assert "report.pdf (2.7 MB) is here already" in page.locator("#file-hint").inner_text()
    assert page.locator("#day-year").input_value() == "next year"
    picture(page, "filing-kept-through-a-fault")
    page.locator("#title").fill("Medical report")
    page.locator("#day-year").fill("2026")
    page.locator("#day-month").fill("1")
    page.locator("#day-day").fill("5")
    page.get_by_role("button", name="File it").click()
    assert page.url.endswith("/documents")
    row = page.get_by_role("row", name=re.compile("Medical report"))
    assert download(page, named("Medical report", row)) == report


def program():
    """The beginning of a Windows program, as every one has it."""
    stub = b"MZ" + bytes(58) + struct.pack("<I", 0x80) + bytes(64)
    return stub + b"PE\0\0" + struct.pack("<HHIIIHH", 0x14C, 0, 0, 0, 0, 224, 0x102) + b"\x0b\x01" + bytes(400)


def test_a_program_is_no_report_whatever_its_name_says(be, picture):
    page = be("Joan Ferris", f"{CASE}/filings")
    page.locator("#title").fill("Medical report")
    choose(page, "report.pdf", program())
    page.get_by_role("button", name="File it").click()
    assert "is a program, whatever its name says" in page.locator("#file-fault").inner_text()
    assert page.locator(".errors a").get_attribute("href") == "#file"
    assert page.locator("#file").get_attribute("aria-invalid") == "true"
    assert "file-fault" in page.locator("#file").get_attribute("aria-describedby")
    assert page.locator("#title").input_value() == "Medical report"
    check_labels_without_scripts(page)
    picture(page, "filing-refused")
    page.goto(f"{CASE}/documents")
    assert "Medical report" not in page.locator("main").inner_text()


def check_labels_without_scripts(page):
    for control in page.locator("main input:not([type=hidden]), main select").all():
        assert page.locator(f"label[for='{control.get_attribute('id')}']").inner_text().strip()


def test_a_file_that_is_too_large_is_said_beside_its_field(be, tmp_path):
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.4\n" + bytes(51 << 20))
    page = be("Joan Ferris", f"{CASE}/filings")
    page.locator("#title").fill("Medical report")
    page.locator("#file").set_input_files(large)
    page.get_by_role("button", name="File it").click(timeout=60_000)
    page.wait_for_selector("#file-fault", timeout=60_000)
    assert "larger than 50 MB" in page.locator("#file-fault").inner_text()
    assert page.locator("#title").input_value() == "Medical report"


def test_neither_a_file_nor_a_place_is_asked_for(be):
    page = be("Joan Ferris", f"{CASE}/filings")
    page.locator("#title").fill("Medical report")
    page.get_by_role("button", name="File it").click()
    assert "Choose a file, or enter where it lies" in page.locator("#where-fault").inner_text()
    page.locator("#where").fill("Mosaic")
    page.get_by_role("button", name="File it").click()
    assert page.url.endswith("/documents")


def test_outside_the_audience_or_off_the_case_there_is_no_such_file(be, report):
    joan = be("Joan Ferris", f"{CASE}/filings")
    joan.locator("#title").fill("Medical report")
    joan.get_by_label("Joan Ferris", exact=True).check()
    choose(joan, "report.pdf", report)
    joan.get_by_role("button", name="File it").click()
    row = joan.get_by_role("row", name=re.compile("Medical report"))
    address = row.get_by_role("link", name=named("Medical report", row)).get_attribute("href")
    assert joan.request.get(address).status == 200
    for person in ("Priya Nair", "Colin Weir"):
        other = be(person)
        answers = [other.request.get(one) for one in (address, address.replace("4qx-7md", "000-001"))]
        assert [answer.status for answer in answers] == [404, 404]
        assert answers[0].body() == answers[1].body()
        answer = other.goto(address)
        assert answer.status == 404 and "Medical" not in other.content()


def test_the_form_and_the_documents_are_for_everyone(visit, served, report):
    page = visit("/sign-in", base_url=served.address)
    begin(page, "Joan Ferris")
    page.goto(f"{CASE}/filings")
    choose(page, "report.pdf", report)
    page.get_by_role("button", name="File it").click()
    check_labels(page)
    assert axe_findings(page) == []
    page.locator("#title").fill("Medical report")
    page.get_by_role("button", name="File it").click()
    open_all_details(page)
    assert axe_findings(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    for path in (f"{CASE}/documents", f"{CASE}/filings"):
        page.goto(path)
        open_all_details(page)
        check_narrow(page)


def test_where_the_scanner_does_not_answer_nothing_is_taken(visit, tmp_path, report):
    served = demonstration(tmp_path / "other", "--clamd", tmp_path / "nobody.sock")
    try:
        page = visit("/sign-in", base_url=served.address)
        begin(page, "Joan Ferris")
        page.goto(f"{CASE}/filings")
        page.locator("#title").fill("Medical report")
        choose(page, "report.pdf", report)
        page.get_by_role("button", name="File it").click()
        assert "scanner does not answer" in page.locator("#file-fault").inner_text()
    finally:
        served.stop()


def test_clamd_itself_lets_through_what_is_sound_and_holds_back_the_rest(visit, tmp_path, report):
    with tempfile.TemporaryDirectory() as short:
        scanner = Scanner(short)
        served = demonstration(tmp_path / "other", "--clamd", scanner.socket)
        try:
            page = visit("/sign-in", base_url=served.address)
            begin(page, "Joan Ferris")
            page.goto(f"{CASE}/filings")
            page.locator("#title").fill("Medical report")
            choose(page, "report.txt", HARMLESS_VIRUS)
            page.get_by_role("button", name="File it").click()
            assert "HarmlessVirus" in page.locator("#file-fault").inner_text()
            choose(page, "report.pdf", report)
            page.get_by_role("button", name="File it").click()
            page.wait_for_url("**/documents*")
            assert "Medical report" in page.locator("main").inner_text()
        finally:
            served.stop()
            scanner.stop()
