"""Days as pages word them."""

import datetime
import re


def words(day):
    """Thu 3 Dec 2026."""
    day = datetime.date.fromisoformat(day)
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def short(day):
    """Thu 3 Dec."""
    return words(day)[:-5]


def day_in(text, before=""):
    """The first day that a text names after some words, as 2026-01-05."""
    said = re.search(before + r"\w{3} (\d{1,2} \w{3} \d{4})", text)[1]
    return datetime.datetime.strptime(said, "%d %b %Y").date().isoformat()


def last_day(text):
    """The first day by which a text wants something, as 2026-01-05."""
    return day_in(text, before="[Bb]y ")
