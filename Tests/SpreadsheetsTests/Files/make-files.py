"""Makes the files that the tests read, with openpyxl: make-files.py, in the folder where they lie."""

import datetime
import io
import pathlib
import re
import zipfile

import openpyxl

FOLDER = pathlib.Path(__file__).resolve().parent
HEADS = ["Date", "Time", "What happened", "Outcome", "Significance"]


def main():
    chronology()
    call_log()
    faulty()
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


def call_log():
    """As people keep them: a title over all columns, days as days and as text, a formula with what it gave."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Calls"
    sheet.append(["Calls to the flat"])
    sheet.merge_cells("A1:E1")
    sheet.append(["Date", "Time", "What happened", "What was done", "Crew"])
    sheet.append([datetime.datetime(2025, 3, 1), datetime.time(14, 30), "Fall on the stairs", "Plaster", "A12"])
    sheet.append(["2 March 2025", None, '="Call "&2', "None needed", "A14"])
    sheet.append(["about May 2025", "night", "Breathless", "Taken to hospital", None])
    sheet.cell(3, 1).number_format = "dd/mm/yyyy"
    book.create_sheet("Crews").append(["A12", "Two people"])
    content = io.BytesIO()
    book.save(content)
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(
        FOLDER / "call-log.xlsx", "w", zipfile.ZIP_DEFLATED
    ) as new:
        for part in old.infolist():
            text = old.read(part)
            # openpyxl stores what a formula says, and not what it gives.
            text = re.sub(rb'<c r="C4"><f>(.*?)</f><v ?/?>(</v>)?', rb'<c r="C4" t="str"><f>\1</f><v>Call 2</v>', text)
            new.writestr(part.filename, text)


def faulty():
    """A formula that nobody worked out, merged days, the month first, and a mistake of the spreadsheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Date", "What happened"])
    sheet.append([datetime.datetime(2025, 3, 1), "Sound"])
    sheet.append(["=A2+1", "By a formula"])
    sheet.append(["4 March 2025", "The first of two on one day"])
    sheet.append([None, "The second"])
    sheet.merge_cells("A4:A5")
    sheet.append(["03/25/2025", "As Americans write"])
    sheet.append(["#REF!", "Lost"])
    book.save(FOLDER / "faulty.xlsx")


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
