"""What those who read Word files and PDFs, or have them read out, get of them."""

import re
import subprocess

import pikepdf

MARKING = "OFFICIAL-SENSITIVE"


def word_text(word):
    """Paragraphs, then cells of tables."""
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([one.text for one in word.paragraphs] + cells)


def parts(node):
    """Every element of the structure of a PDF, from the top."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from parts(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from parts(node.K)


def check_tagged(pdf):
    """Every word of every page stands in a tag."""
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
            assert depth or operator not in ("Tj", "TJ"), "words outside any tag"


def check_pages(file, foot):
    """The marking at the head of each page; at its foot what this pattern says, and which page of how many it is."""
    with pikepdf.open(file) as pdf:
        count = len(pdf.pages)
    pages = pdf_text(file, "-layout").split("\f")[:-1]
    assert len(pages) == count
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[0] == MARKING
        assert re.match(foot, lines[-1]) and f"Page {number} of {count}" in lines[-1]


def pdf_text(file, how):
    words = ["pdftotext", how, file, "-"]
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=60).stdout
