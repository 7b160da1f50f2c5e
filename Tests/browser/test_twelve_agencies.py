"""Twelve agencies are asked in one act, and each answers in its own way: the board and the log tell exactly that."""

import datetime
import re

import pytest
from acts import choose, fill, press, put_on
from answering import Trail, ask_for_code, give_code, link_in, put_forward, sign, write_form
from checks import axe_findings, check_headings, check_html, check_labels
from stores import (
    ROOT,
    Served,
    begin,
    copy_demonstration,
    fill_day,
    set_clock,
    working_day,
)
from test_looks import SMALL, STICKING_OUT

NOT_KNOWN = "Coast Ambulance Service"
IN_FULL = "Marlshire Police"
BY_WORD_FILE = "Portwell Housing"
LATE = "Tidewater Drug and Alcohol Service"
SENT_BACK = "Portwell Hospitals"
NEVER = "Harbour Practice"
# Agency: whom it is asked by, and who signs.
ORDINARY = {
    "Marlshire Integrated Care Board": ("Rosa Lindley", "Anjali Mehrotra"),
    "Fernhill Schools": ("Grace Adeyemi", "Lorna Pickering"),
    "Marlshire Adult Social Care": ("Ivor Beddoes", "Marcus Hale"),
    "Marlshire Community Health": ("Olu Bankole", "Denise Rook"),
    "Marlshire Minds": ("Priya Nandra", "Judith Amery"),
    "Marlshire Probation": ("Steph Wragg", "Clare Whitlock"),
}
ASKED = {
    NOT_KNOWN: ("Luke Tranter", "Barnaby Stokes"),
    IN_FULL: ("Carla Munday", "Tom Arkwright"),
    BY_WORD_FILE: ("Beth Lowry", "Delia Moss"),
    LATE: ("Mei Tanner", "Ralph Eastwood"),
    SENT_BACK: ("Hannah Strode", "Gillian Farrow"),
    NEVER: ("Simon Ellery", "Farah Siddiqui"),
    **ORDINARY,
}
LEFT_OUT = "Marlshire Children’s Services"
WHY_LEFT_OUT = "The council writes its briefing by another step."

CHILD = "Robin Samplewood"
# What people write: it is in the case, and in no message.
SEARCHED = "Every call to the flat above the bakery."
SUMMARY = "Two calls to the flat above the bakery in a year."
ROW = "A neighbour heard crying"
LETTER = "What the tenancy file says is in the letter."
GAPS = "Nobody asked who minded the twins."
SEND_BACK = ["Say at which times the child was seen.", "Say who was told of the swollen wrist."]
FACTS = ["Robin", "Samplewood", "bakery", "crying", "tenancy", "twins", "wrist", "times the child"]

FULL = {
    "known": "known",
    "searched": SEARCHED,
    "secured": "yes",
    "period": "2024 to today",
    "persons": "Robin’s mother",
    "summary": SUMMARY,
    "gaps": GAPS,
    "criteria": "not-known",
    "author-role": "Safeguarding lead",
    "independent": "no",
    "signed-role": "Director",
}


def words(day):
    """Thu 3 Dec 2026."""
    day = datetime.date.fromisoformat(day)
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def short(day):
    return words(day)[:-5]


def address(person):
    return person.lower().replace(" ", ".") + "@"


class Story:
    """The case, the people who come by links, and the days."""

    def __init__(self, visit, served, post, picture, day):
        self.visit, self.served, self.post, self.picture = visit, served, post, picture
        self.first = self.day = day
        self.pages = {}
        self.trail = Trail()
        self.joan = visit("/sign-in", base_url=served.address)
        begin(self.joan, "Joan Ferris")

    def on(self, count):
        """The nth working day after the first."""
        return working_day(count, self.first) if count else self.first

    def go_on_to(self, count):
        """Sets the clock; the reminders of that day go when the server starts again."""
        self.joan.goto("/demonstration/clock")
        fill_day(self.joan, "day", self.on(count))
        press(self.joan, "Set the clock")
        self.day = self.on(count)
        self.served.restart()

    def lead(self, agency):
        return self.pages[ASKED[agency][0]]

    def signatory(self, agency):
        return self.pages[ASKED[agency][1]]

    def come_in(self, agencies, place, subject):
        """Opens what leads or senior managers were sent; all ask for their codes before the first is given."""
        coming = []
        for agency in agencies:
            person = ASKED[agency][place]
            letter = self.post.wait(address(person), subject, about=self.reference)
            options = PLAIN if agency in (NOT_KNOWN, SENT_BACK) else {}
            unseen = [CHILD, agency]
            coming.append((person, ask_for_code(self.visit, self.served, self.post, letter, unseen, **options), letter))
            if agency == BY_WORD_FILE:
                self.trail.follow(coming[-1][1], link_in(letter))
        for person, page, letter in coming:
            self.pages[person] = give_code(page, self.post, letter, [CHILD])

    def form(self, agency, **changed):
        lead, signatory = ASKED[agency]
        return {
            **FULL, "searched-day": self.day, "secured-day": self.day, "author": lead, "signed-name": signatory, **changed
        }

    def board(self):
        """What the board says, by agency and by the head of the column."""
        self.joan.goto(f"{self.case}/agencies")
        rows = self.joan.evaluate(
            """() => [...document.querySelectorAll('table.board tbody tr:not(.group)')].map(row => {
                row = row.cloneNode(true)
                row.querySelectorAll('details, .unseen').forEach(one => one.remove())
                const words = one => one.textContent.replace(/\\s+/g, ' ').trim()
                return [words(row.querySelector('a')),
                    Object.fromEntries([...row.querySelectorAll('td')].map(one => [one.dataset.head, words(one)]))]
            })"""
        )
        return dict(rows)

    def log(self):
        """Every entry of the log, oldest first."""
        self.joan.goto(f"{self.case}/log")
        return self.joan.locator(".log > li > p:first-of-type").all_inner_texts()

    def mail(self):
        """What was sent of this case, codes apart."""
        return [message for message in self.post.taken() if self.reference in message["subject"]]

    def tried(self, page, name):
        """Every check of a page that is open, also as small as a telephone, and pictures of both."""
        size = page.viewport_size
        check_html(page.content())
        check_headings(page)
        check_labels(page)
        # Where scripts are off, axe runs for ever.
        if page.evaluate("() => matchMedia('(scripting: enabled)').matches"):
            assert axe_findings(page) == []
        self.picture(page, f"twelve-{name}")
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate(STICKING_OUT) == []
        assert page.evaluate(SMALL) == []
        self.picture(page, f"twelve-{name}-320")
        page.set_viewport_size(size)

    def check(self, agency, reasons=(), said="", look=None):
        """Joan reads what an agency answered, and accepts it or sends it back."""
        self.joan.goto(f"{self.case}/agencies")
        self.joan.get_by_role("row").filter(has_text=agency).get_by_role("link", name="Check it").click()
        assert said in self.joan.locator("main").inner_text()
        for box in self.joan.locator("input[name^=finding-][value=yes]").all():
            box.check()
        fill(self.joan, {"conclusion": "send-back" if reasons else "accept"})
        for part, reason in reasons:
            self.joan.get_by_label(part, exact=True).fill(reason)
        if look:
            self.tried(self.joan, look)
        press(self.joan, "Record the check")
        assert "Error" not in self.joan.title(), self.joan.locator(".errors").inner_text()


PLAIN = {"java_script_enabled": False}


@pytest.fixture
def story(visit, tmp_path, post, picture):
    """A case of which nobody was asked yet, on a working day at eleven, with mail that leaves."""
    folder = tmp_path / "served"
    folder.mkdir()
    copy_demonstration(folder)
    day = working_day(1, datetime.date.today().isoformat())
    set_clock(folder, datetime.datetime.fromisoformat(f"{day}T11:00+00:00"))
    served = Served(folder, "--demonstration", *post.options)
    yield Story(visit, served, post, picture, day)
    served.stop()


def test_twelve_agencies_answer_each_in_its_way(story):
    open_case(story)
    ask_twelve(story)
    story.come_in([agency for agency in ASKED if agency != NEVER], 0, "A request")
    one_does_not_know_them(story)
    one_answers_in_full(story)
    print(story.board())
    print("\n".join(story.log()))
    for m in story.post.taken(): print(m["recipients"], m["subject"])


def open_case(story):
    joan = story.joan
    joan.goto("/cases/new")
    fill(joan, {"child-1-name": CHILD, "place": "Portwell"})
    press(joan, "Open the case")
    story.case = re.sub(r"^https?://[^/]+|\?.*", "", joan.url)
    story.reference = story.case.rsplit("/")[-1].upper()
    put_on(joan, story.reference.lower(), "Daniel Osei", "head-of-qa")
    joan.goto(f"{story.case}/submissions/submit-notification")
    choose(joan, "#submitter", "Daniel Osei")
    fill(joan, {"to": "National Panel", "reference": "EXAMPLE-12"})
    press(joan, "See what would change")
    press(joan, "Record it")


def ask_twelve(story):
    """All in one act, with the reason why an expected one is left out."""
    joan = story.joan
    joan.goto(f"{story.case}/requests/new/ask-agencies")
    ticked = [box for box in joan.locator("main input[name=expected]").all() if box.is_checked()]
    assert len(ticked) == 3
    joan.get_by_label(re.compile(f"^{LEFT_OUT}")).uncheck()
    for agency in ASKED:
        joan.get_by_label(re.compile(f"^{agency}")).check()
    story.tried(joan, "asking")
    press(joan, "See who would be asked")
    joan.get_by_label(f"Why {LEFT_OUT} is not asked").fill(WHY_LEFT_OUT)
    press(joan, "See who would be asked")
    said = joan.locator("main").inner_text()
    for agency, people in ASKED.items():
        assert agency in said and all(person in said for person in people)
    assert said.count(f"Due {words(story.on(8))}") == 12
    assert story.mail() == []
    story.tried(joan, "asked")
    press(joan, "Ask them")
    assert "None of 12 has answered." in joan.locator("main").inner_text()
    assert WHY_LEFT_OUT in joan.locator("main").inner_text()


def one_does_not_know_them(story):
    """In three pages, without scripts, on a telephone."""
    luke = story.lead(NOT_KNOWN)
    luke.set_viewport_size({"width": 320, "height": 640})
    luke.goto("/answer/request")
    luke.get_by_role("link", name="Answer that they are not known to us").click()
    luke.locator("#searched").fill(SEARCHED)
    press(luke, "Go on")
    story.tried(luke, "not-known")
    press(luke, "Put forward for signature")
    story.come_in([NOT_KNOWN], 1, "An answer waits")
    sign(story.signatory(NOT_KNOWN), SEARCHED)
    story.tried(story.signatory(NOT_KNOWN), "not-known-signed")
    story.check(NOT_KNOWN, said=SEARCHED)


def one_answers_in_full(story):
    """Part by part, with forty rows pasted, one of them wrong at first."""
    carla = story.lead(IN_FULL)
    story.tried(carla, "request")
    carla.goto("/answer/request/not-known")
    story.tried(carla, "not-known-with-scripts")
    carla.goto("/answer/request")
    carla.get_by_role("link", name="Confirm that records are secured").click()
    press(carla, "Confirm")
    write_form(carla, story.form(IN_FULL))
    carla.goto("/answer/request/chronology")
    rows = ["Date\tWhat happened\tWhat was done\tSource\tWho"] + [
        f"{number % 28 + 1} {'March' if number < 28 else 'April'} 2025\t{ROW}, call {number}\tVisited\tCall log\tRobin"
        for number in range(40)
    ]
    wrong = [row.replace("5 April 2025", "31 April 2025") for row in rows]
    assert sum(one != other for one, other in zip(rows, wrong)) == 1
    carla.locator("#pasted").fill("\n".join(wrong))
    press(carla, "Save the rows")
    assert "31 April 2025" in carla.locator(".errors").inner_text()
    assert carla.locator("#pasted").input_value().count("\n") == 40
    story.tried(carla, "wrong-row")
    carla.locator("#pasted").fill("\n".join(rows))
    press(carla, "Save the rows")
    assert "40 rows so far" in carla.locator("main").inner_text()
    carla.goto("/answer/request/check")
    story.tried(carla, "check")
    put_forward(carla)
    story.come_in([IN_FULL], 1, "An answer waits")
    tom = story.signatory(IN_FULL)
    tom.goto("/answer/request/sign")
    story.tried(tom, "signing")
    sign(tom, SUMMARY, *(f"{ROW}, call {number}" for number in range(40)))
    story.check(IN_FULL, said=f"{ROW}, call 39", look="checking")
