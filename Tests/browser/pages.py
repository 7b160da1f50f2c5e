"""Every page of the program, by a name for its pictures, and the facts that its plans are made from."""

from urllib.parse import urlencode

PROCEDURES = ["cheshire-east", "dorset", "hereford", "rochdale", "west-midlands"]

# The incident on Saturday 13 December 2025, known to the authority on the Monday, notified on Friday the
# 19th, seen on Monday the 29th: the rapid review is due on Wed 14 Jan 2026.
DATES = [
    ("moment", "incident=2025-12-13"),
    ("moment", "aware=2025-12-15"),
    ("moment", "notified=2025-12-19"),
    ("today", "2025-12-29"),
]
REVIEW_DUE = "Wed 14 Jan 2026"


def plan(*items, procedure="dorset"):
    return "/plan?" + urlencode([("procedure", procedure), *items])


PLAN = plan(*DATES)

FEBRUARY_31 = plan(("aware-day", "31"), ("aware-month", "2"), ("aware-year", "2026"))
WORDS_FOR_YEAR = plan(("aware-day", "15"), ("aware-month", "12"), ("aware-year", "last year"))
NOTIFIED_FIRST = plan(("moment", "aware=2025-12-19"), ("moment", "notified=2025-12-15"))
COMPARISON = "/compare?" + urlencode([("procedure", name) for name in PROCEDURES] + DATES)

# Name: path and the status of the answer.
PAGES = {
    "home": ("/", 200),
    "plan-empty": ("/plan", 200),
    "plan": (PLAN, 200),
    "plan-notified-before-aware": (NOTIFIED_FIRST, 200),
    "plan-february-31": (FEBRUARY_31, 422),
    "plan-words-for-year": (WORDS_FOR_YEAR, 422),
    "plan-unknown-procedure": (plan(*DATES, procedure="nowhere"), 422),
    "compare-empty": ("/compare", 200),
    "compare": (COMPARISON, 200),
    "procedures": ("/procedures", 200),
    **{f"procedure-{name}": (f"/procedures/{name}", 200) for name in PROCEDURES},
    "not-found": ("/nothing-here", 404),
}

# Those that show everything there is to show.
LOOKS = ["home", "plan-empty", "plan", "plan-february-31", "compare", "procedure-dorset"]
