"""Reads the first sheet with anything on it out of a spreadsheet file: standard input to standard output.

    python3 -I -B read_spreadsheet.py PACKAGES ROWS COLUMNS

PACKAGES is the folder of openpyxl. The answer is JSON: {"sheet": name, "others": [names], "rows": [[text]]}.
Ends with 0, or with 3: no spreadsheet; 4: it would unpack to too much; 5: too many rows; 6: too many
columns; 7: locked with a password. Nothing is written but the answer, and no file is opened.
"""

import datetime
import io
import json
import re
import resource
import sys
import zipfile

MOST_MEMORY = 768 << 20
MOST_SECONDS = 20
MOST_BYTES = 64 << 20
MOST_PARTS = 1_000
MOST_CHARACTERS = 10_000
LAST_ROW = 20_000
MONTHS = "January February March April May June July August September October November December".split()

NO_SPREADSHEET, TOO_MUCH, TOO_MANY_ROWS, TOO_MANY_COLUMNS, LOCKED = 3, 4, 5, 6, 7


def main():
    packages, rows, columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    sys.path.insert(0, packages)
    import openpyxl

    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    content = sys.stdin.buffer.read()
    check(content)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False
        )
        answer = read(book, rows, columns)
    except MemoryError:
        sys.exit(TOO_MUCH)
    except Exception:
        # Whatever a broken file sets off, the answer is the same.
        sys.exit(NO_SPREADSHEET)
    json.dump(answer, sys.stdout, ensure_ascii=True)


def check(content):
    """What the archive says of itself; no more than that is unpacked later."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        # A container of the old kind: a spreadsheet of before 2007, or one that is locked.
        sys.exit(LOCKED if "EncryptedPackage".encode("utf-16-le") in content else NO_SPREADSHEET)
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except Exception:
        sys.exit(NO_SPREADSHEET)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        sys.exit(TOO_MUCH)


def read(book, most_rows, most_columns):
    names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for name in names:
        rows = rows_of(book[name], most_rows, most_columns)
        if rows:
            return {"sheet": name, "others": [other for other in names if other != name], "rows": rows}
    return {"sheet": names[0] if names else "", "others": names[1:], "rows": []}


def rows_of(sheet, most_rows, most_columns):
    # What a file declares as its size need not be true.
    sheet.reset_dimensions()
    from openpyxl.cell.read_only import EMPTY_CELL

    nothing = {id(EMPTY_CELL)}
    rows, filled = [], 0
    for number, cells in enumerate(sheet.iter_rows(max_col=most_columns + 1)):
        if set(map(id, cells)) == nothing:
            continue
        texts = [text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        filled += 1
        if filled > most_rows or number >= LAST_ROW:
            sys.exit(TOO_MANY_ROWS)
        if len(texts) > most_columns:
            sys.exit(TOO_MANY_COLUMNS)
        rows += [[] for _ in range(number - len(rows))] + [texts]
    return rows


def text(cell):
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return day(value, signs(cell.number_format))
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return str(value)[:MOST_CHARACTERS]


def day(value, signs):
    """The day as exactly as the cell shows it: a spreadsheet adds a day or a year that nobody typed."""
    month = MONTHS[value.month - 1]
    if "d" not in signs and "y" in signs:
        return f"{month} {value.year}" if "m" in signs else str(value.year)
    if "d" in signs and "y" not in signs:
        return f"{value.day} {month}"
    time = f" {value:%H:%M}" if "h" in signs and (value.hour or value.minute) else ""
    return f"{value:%d/%m/%Y}{time}"


def signs(number_format):
    """The letters of a format, without what stands in quotation marks or brackets."""
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format or "").lower()


main()
