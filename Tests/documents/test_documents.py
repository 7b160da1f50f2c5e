"""Documents, opened with python-docx and pikepdf. What is asserted is what a reader, or her screen reader, gets."""

import csv
import os
import pathlib
import re

import docx
import openpyxl
import pikepdf
import pytest
from docx.oxml.ns import qn
from readers import MARKING, check_pages, check_tagged, parts, pdf_text, word_text

PLACE = pathlib.Path(os.environ["SIGHTLINE_DOCUMENTS"])
FOOT = "Case 4qx-7md · Version 3 of Tue 23 Dec 2025"
ALTERNATIVE = "A line of days from day 0 to day 15, with a mark at the notification"
TITLE = "Rapid review report & <annex>"


@pytest.fixture(scope="module")
def word():
    return docx.Document(PLACE / "sample.docx")


@pytest.fixture(scope="module")
def pdf():
    with pikepdf.open(PLACE / "sample.pdf") as opened:
        yield opened


def named(pdf, *names):
    return [part for part in parts(pdf.Root.StructTreeRoot.K) if str(part.S) in names]


def test_word_title_language_and_headings(word):
    assert word.core_properties.title == TITLE
    assert word.core_properties.language == "en-GB"
    language = word.styles.element.find(".//" + qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"
    headings = [
        (p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith(("Heading", "Title"))
    ]
    assert headings == [
        ("Title", TITLE), ("Heading 1", "Contents"), ("Heading 1", "What happened"),
        ("Heading 2", "What people typed"), ("Heading 3", "In her words"),
        ("Heading 4", "As it was dated"), ("Heading 1", "Agencies"),
    ]  # fmt: skip


def test_word_marking_on_every_page_and_version_at_its_foot(word):
    assert len(word.sections) == 1
    section = word.sections[0]
    assert [p.text for p in section.header.paragraphs] == [MARKING]
    assert section.footer.paragraphs[0].text.startswith(FOOT + "\tPage ")
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert not section.different_first_page_header_footer


def test_word_tables_say_what_their_heads_are(word):
    assert len(word.tables) == 3
    for table, has_row_heads in zip(word.tables, (True, False, True)):
        header = table.rows[0]._tr.find(".//" + qn("w:tblHeader"))
        assert header is not None and header.get(qn("w:val")) == "true"
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == "1"
        assert look.get(qn("w:firstColumn")) == str(int(has_row_heads))
    answers = word.tables[0]
    assert [cell.text for cell in answers.rows[0].cells] == ["Agency", "Answered"]
    assert [cell.text for cell in answers.rows[2].cells] == ["School", ""]


def test_word_pictures_have_words_and_dots(word):
    pictures = word.element.body.findall(".//" + qn("wp:docPr"))
    assert [picture.get("descr") for picture in pictures] == [ALTERNATIVE]
    images = [part for part in word.part.package.iter_parts() if part.partname.startswith("/word/media/")]
    assert [image.content_type for image in images] == ["image/png"]


def test_word_begins_a_page_where_it_is_told(word):
    breaking = [p for p in word.paragraphs if p.style.name == "New Page"]
    assert len(breaking) == 1 and breaking[0].style.paragraph_format.page_break_before


def test_word_keeps_hostile_words_as_words(word):
    text = "\n".join(p.text for p in word.paragraphs)
    assert '<script>alert(1)</script><img src="file:///etc/passwd"> &lt;b&gt;' in text
    assert "{{child}} {{{child}}} {{> other}} $if(x)$ ${x} {% include 'x' %}" in text
    assert "مرحبا means hello, שלום too, and 中文 and 🙂 stand here" in text
    assert not set(text) & set("\u202e\u202c\u2066\u2069\x00\x07\x1b")
    outside = [rel.target_ref for rel in word.part.rels.values() if rel.is_external]
    assert outside == ["https://www.example.org/guidance"]


def test_pdf_says_what_it_is(pdf):
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == TITLE


def test_pdf_headings_go_down_one_at_a_time(pdf):
    levels = [int(str(part.S)[2:]) for part in named(pdf, "/H1", "/H2", "/H3", "/H4", "/H5")]
    assert levels == [1, 2, 2, 3, 4, 5, 2]


def test_pdf_tables_say_what_their_heads_are(pdf):
    tables = named(pdf, "/Table")
    assert len(tables) == 3
    for table in tables:
        assert [str(part.S) for part in parts(table)].count("/Caption") == 1
    scopes = [str(part.A.Scope) for part in named(pdf, "/TH")]
    assert scopes.count("/Column") == 2 + 2 + 4
    assert scopes.count("/Row") == 3 + 0 + 2
    assert all(len(part.A.Headers) for part in named(pdf, "/TD"))


def test_pdf_pictures_have_words(pdf):
    assert [str(part.Alt) for part in named(pdf, "/Figure")] == [ALTERNATIVE]


def test_pdf_holds_every_part_of_a_page_in_a_tag(pdf):
    check_tagged(pdf)


def test_pdf_marking_and_numbers_on_every_page():
    for name in ("sample", "report"):
        check_pages(PLACE / f"{name}.pdf", "Case 4qx-7md · Version ")


def test_pdf_leads_nowhere_but_where_it_says(pdf):
    addresses = []
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if "/A" in note and "/URI" in note.A:
                addresses.append(str(note.A.URI))
    assert addresses == ["https://www.example.org/guidance"]
    assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
    assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root


# What hostile people wrote, wherever they can write

KINDS = ("log", "report", "minutes", "agenda", "answer", "pack")
WRITTEN = (
    '<script>alert(1)</script><img src="file:///etc/passwd"> &lt;b&gt;',
    "{{child}} {{{child}}} {{> other}} $if(x)$ ${x} {% include 'x' %}",
    "![x](file:///etc/hostname) [y](http://127.0.0.1/) url(file:///etc/passwd) @import 'http://127.0.0.1/'",
    '=HYPERLINK("http://127.0.0.1") \\input{/etc/passwd} `=date()`',
)
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\x1b")


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_are_words_in_a_word_file(kind):
    opened = docx.Document(PLACE / f"hostile-{kind}.docx")
    text = word_text(opened)
    for written in WRITTEN:
        assert written in text
    assert not set(text) & TURNING
    assert [rel.target_ref for rel in opened.part.rels.values() if rel.is_external] == []
    fields = opened.element.findall(".//" + qn("w:instrText")) + opened.element.findall(".//" + qn("w:fldSimple"))
    assert fields == []
    media = [part for part in opened.part.package.iter_parts() if part.partname.startswith("/word/media/")]
    assert media == []


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_are_words_in_a_pdf(kind):
    file = PLACE / f"hostile-{kind}.pdf"
    # Lines break anywhere in words as long as these.
    text = re.sub(r"\s+", "", pdf_text(file, "-raw"))
    for written in WRITTEN:
        assert re.sub(r"\s+", "", written) in text
    # The reader marks what runs from right to left by signs of its own.
    text = re.sub("\u202b([\u0590-\u08ff]+)\u202c", r"\1", text)
    assert not set(text) & TURNING
    with pikepdf.open(file) as opened:
        for page in opened.pages:
            for note in page.get("/Annots", []):
                assert "/URI" not in note.get("/A", {})
        assert "/EmbeddedFiles" not in opened.Root.get("/Names", {})
        assert "/OpenAction" not in opened.Root and "/AA" not in opened.Root


def test_hostile_words_are_words_in_a_spreadsheet():
    book = openpyxl.load_workbook(PLACE / "hostile-chronology.xlsx")
    (sheet,) = book.worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "d", "n"}
    assert all(cell.is_date for cell in cells if cell.data_type in "dn")
    assert not any(cell.hyperlink for cell in cells)
    texts = [cell.value for cell in cells if cell.data_type == "s"]
    assert set(WRITTEN) <= set(texts) and "=1+1" in texts
    assert not set("".join(texts)) & TURNING
    assert not book.defined_names and not book._external_links


def test_hostile_words_are_words_in_a_file_of_values():
    with open(PLACE / "hostile-chronology.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    texts = [cell for row in rows for cell in row]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell[:1] in "=+-@\t\r\n" for cell in texts if cell)
    assert set(WRITTEN) - set(texts) == {WRITTEN[3]} and "'" + WRITTEN[3] in texts
    assert not set("".join(texts)) & TURNING
