"""Makes the files that the tests read, with openpyxl: make-files.py, in the folder where they lie."""

import datetime
import io
import pathlib
import zipfile

import openpyxl

FOLDER = pathlib.Path(__file__).resolve().parent
HEADS = ["Date", "Time", "What happened", "Outcome", "Significance"]


def main():
    chronology()
    million()
    bomb("bomb.xlsx", honest=True)
    bomb("liar.xlsx", honest=False)


def chronology():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Empty"
    hidden = book.create_sheet("Hidden")
    hidden.append(["Nobody should read this"])
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Chronology")
    sheet.append(HEADS)
    rows = [
        (datetime.datetime(2016, 5, 22), "dd/mm/yyyy", datetime.time(14, 30), "Visit", "=1+1"),
        (datetime.datetime(2016, 5, 1), "mmm-yy", "evening", "Café, “quotes” & <signs>\nsecond line", "=HYPERLINK(\"x\")"),
        (datetime.datetime(2026, 3, 12), "d-mmm", None, "No year was typed", None),
        (datetime.datetime(2016, 5, 22, 9, 5), "dd/mm/yyyy hh:mm", None, "With a time", None),
        ("Spring 2019", "General", None, 4711, 0.5),
        (42512, "General", None, "A number that is no date", True),
    ]
    for date, number_format, *others in rows:
        sheet.append([date, *others])
        sheet.cell(sheet.max_row, 1).number_format = number_format
    sheet.cell(12, 1).value = "May 2016"
    sheet.cell(12, 3).value = "After a gap"
    book.create_sheet("Notes").append(["Another sheet"])
    book.save(FOLDER / "chronology.xlsx")


def million():
    """Says that it has every cell that a sheet can have, and holds one in its last rows."""
    book = openpyxl.Workbook()
    book.active.append(HEADS)
    book.active.append(["22/05/2016", "", "Visit"])
    book.active.cell(1_000_000, 1).value = "far away"
    content = io.BytesIO()
    book.save(content)
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(
        FOLDER / "million.xlsx", "w", zipfile.ZIP_DEFLATED
    ) as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                text = text.replace(b'ref="A1:E1000000"', b'ref="A1:XFD1048576"')
            new.writestr(part.filename, text)


def bomb(name, honest):
    """A sheet of 80 MB of blanks in a few kilobytes; one says so, the other says it is small."""
    book = openpyxl.Workbook()
    book.active.append(HEADS)
    content = io.BytesIO()
    book.save(content)
    packed = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                text = text.replace(b"<sheetData>", b" " * 80_000_000 + b"<sheetData>")
            new.writestr(part.filename, text)
        size = new.getinfo("xl/worksheets/sheet1.xml").file_size
    content = packed.getvalue()
    if not honest:
        content = content.replace(size.to_bytes(4, "little"), (2_000).to_bytes(4, "little"))
    (FOLDER / name).write_bytes(content)


main()
