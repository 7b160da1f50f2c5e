"""Makes a tagged PDF of HTML: standard input to standard output.

    python3 -I -B write_pdf.py PACKAGES STYLE PAGES

PACKAGES is the folder of WeasyPrint, STYLE a style sheet, PAGES the most that are made. Ends with 0, or with 3:
WeasyPrint or a library of it is not there; 4: too many pages; 5: it would take too much memory. No file is written,
and none is read but the style sheet and fonts: only pictures that stand in the HTML itself are shown.
"""

import sys

NOT_HERE, TOO_MANY_PAGES, TOO_MUCH = 3, 4, 5
SCOPES = {"/THead": "/Column", "/TBody": "/Row"}


def main():
    packages, style, most_pages = sys.argv[1], sys.argv[2], int(sys.argv[3])
    sys.path.insert(0, packages)
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        sys.exit(NOT_HERE)

    class OnlyData(URLFetcher):
        """Gives what stands in an address itself, and stops at any other."""

        def fetch(self, url, headers=None):
            if not url.startswith("data:"):
                raise ValueError("another file")
            return super().fetch(url, headers)

    with open(style, encoding="utf-8") as file:
        styles = [CSS(string=file.read(), url_fetcher=OnlyData())]
    options = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "presentational_hints": True}
    try:
        page = HTML(string=sys.stdin.buffer.read().decode("utf-8"), url_fetcher=OnlyData(), base_url=None)
        document = page.render(stylesheets=styles, **options)
        if len(document.pages) > most_pages:
            sys.exit(TOO_MANY_PAGES)
        answer = document.write_pdf(finisher=say_scopes, **options)
    except MemoryError:
        sys.exit(TOO_MUCH)
    sys.stdout.buffer.write(answer)


def say_scopes(document, pdf):
    """Says of every head of a table whether it is of a column or of a row, for readers that know no other way."""
    for number, entry in enumerate(pdf.objects):
        if not isinstance(entry, dict) or entry.get("S") != "/TH":
            continue
        place = number
        while place is not None and (part := pdf.objects[place]).get("S") not in SCOPES:
            parent = part.get("P")
            place = int(str(parent, "ascii").split()[0]) if parent else None
        if place is not None:
            entry["A"]["Scope"] = SCOPES[pdf.objects[place]["S"]]


main()
