"""Files as others open them: Word files with python-docx, PDFs with pikepdf, and their pages as pictures."""

import re
import subprocess

import docx
import pikepdf
from docx.oxml.ns import qn
from readers import MARKING, check_pages, check_tagged, parts, pdf_text, word_text
from stores import ROOT

# What a template would leave behind.
TEMPLATE = re.compile(r"\{\{|\}\}|\{%|%\}|\$\{|<%|&lt;|&amp;|\bnull\b|\bundefined\b|Optional\(")


def made(page, path, words, file):
    """Has a file made of the document that is read at a path, waits for it, and saves it."""
    page.goto(path)
    page.get_by_role("button", name=re.compile(words)).click()
    link = page.get_by_role("link", name=re.compile("^Save the "))
    link.wait_for(timeout=60_000)
    with page.expect_download() as saving:
        link.click()
    saving.value.save_as(file)
    return file


def check_word(file, title, says):
    """The title, language, headings, marking, foot and table heads of a Word file, and what it says."""
    word = docx.Document(file)
    assert word.core_properties.title == title
    assert word.core_properties.language == "en-GB"
    assert word.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-GB"
    headings = [one for one in word.paragraphs if one.style.name.startswith(("Title", "Heading"))]
    assert headings[0].style.name == "Title" and headings[0].text == title
    levels = [int(one.style.name[-1]) for one in headings[1:]]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    for section in word.sections:
        assert [one.text for one in section.header.paragraphs] == [MARKING]
        assert not section.different_first_page_header_footer
        assert re.match(r"Case \w{3}-\w{3} · Version \d+, .*\tPage ", section.footer.paragraphs[0].text)
    for table in word.tables:
        header = table.rows[0]._tr.find(".//" + qn("w:tblHeader"))
        assert header is not None and header.get(qn("w:val")) == "true"
        assert all(cell.text.strip() for cell in table.rows[0].cells)
    for picture in word.element.body.findall(".//" + qn("wp:docPr")):
        assert picture.get("descr")
    text = word_text(word)
    assert [words for words in says if words not in text] == []
    assert TEMPLATE.findall(text) == []


def check_pdf(file, title, says, picture):
    """The tags, language, title, headings, table heads, marking and foot of a PDF, and what it says.

    Its pages are kept as pictures; what is returned is how many tables it has.
    """
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert metadata["pdfuaid:part"] == "1"
        structure = list(parts(pdf.Root.StructTreeRoot.K))
        names = [str(one.S) for one in structure]
        levels = [int(name[2:]) for name in names if re.fullmatch(r"/H\d", name)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))
        for table in (one for one in structure if str(one.S) == "/Table"):
            heads = [str(one.A.Scope) for one in parts(table.K) if str(one.S) == "/TH"]
            assert "/Column" in heads and "/Row" in heads
        assert all(str(one.Alt) for one in structure if str(one.S) == "/Figure")
        check_tagged(pdf)
    check_pages(file, r"Case \w{3}-\w{3} · Version \d+")
    text = pdf_text(file, "-layout")
    flat = " ".join(text.split())
    assert [words for words in says if words not in flat] == []
    assert TEMPLATE.findall(text) == []
    pictures = ["pdftoppm", "-r", "60", "-png", file, ROOT / ".build/screenshots" / picture]
    subprocess.run(pictures, check=True, capture_output=True, timeout=60)
    return names.count("/Table")
