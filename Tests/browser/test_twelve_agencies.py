"""Twelve agencies are asked in one act, and each answers in its own way: the board and the log tell exactly that."""

import re
import tempfile

import pytest
from acts import choose, fill, press, put_on, tried
from answering import Trail, ask_for_code, give_code, link_in, put_forward, sign, write_form
from days import short, words
from post import address
from scanner import Scanner
from stores import ROOT, begin, demonstration, fill_day, next_at_eleven, working_day

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
        """Every entry of the log with its day, oldest first."""
        self.joan.goto(f"{self.case}/log")
        entries = []
        while True:
            entries += self.joan.evaluate(
                """() => [...document.querySelectorAll('.log > li')].map(one => [
                    one.querySelector('time').dateTime.slice(0, 10), one.querySelector('p').textContent])"""
            )
            older = self.joan.get_by_role("link", name="Older entries")
            if not older.count():
                return entries[::-1]
            older.click()

    def mail(self):
        """What was sent of this case, codes apart."""
        return [message for message in self.post.taken() if self.reference in message["subject"]]

    def tried(self, page, name):
        tried(page, self.picture, f"twelve-{name}")

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
        # That a message was delivered meanwhile is no reason to ask her again.
        assert self.joan.locator("input[name^=finding-]").count() == 0, self.joan.locator("main").inner_text()


WORD_FILE = ROOT / "Tests/UploadChecksTests/Files/letter.docx"
PLAIN = {"java_script_enabled": False}


@pytest.fixture
def story(visit, tmp_path, post, picture):
    """A case of which nobody was asked yet, on a working day at eleven, with mail that leaves."""
    # The paths of sockets are short.
    place = tempfile.TemporaryDirectory()
    scanner = Scanner(place.name)
    at = next_at_eleven()
    served = demonstration(tmp_path / "served", "--clamd", scanner.socket, *post.options, at=at)
    yield Story(visit, served, post, picture, at.date().isoformat())
    served.stop()
    scanner.stop()
    place.cleanup()


def test_twelve_agencies_answer_each_in_its_way(story):
    open_case(story)
    ask_twelve(story)
    story.come_in([agency for agency in ASKED if agency != NEVER], 0, "A request")
    one_does_not_know_them(story)
    one_answers_in_full(story)
    one_answers_by_a_word_file(story)
    one_is_sent_back_twice(story)
    the_others_answer(story)
    one_answers_late_and_one_never(story)
    the_board_tells_it(story)
    the_log_tells_it(story)
    no_message_says_anything_of_the_case(story)
    one_agency_sees_nothing_of_another(story)


def open_case(story):
    joan = story.joan
    joan.goto("/cases/new")
    fill(joan, {"child-1-name": CHILD, "place": "Portwell"})
    press(joan, "Open the case")
    story.case = re.sub(r"^https?://[^/]+|\?.*", "", joan.url)
    story.reference = story.case.rsplit("/")[-1].upper()
    put_on(joan, story.reference.lower(), "Daniel Osei", "head-of-qa")
    put_on(joan, story.reference.lower(), "Ruth Penhallow", "subgroup-chair")
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
    carla.goto("/answer/request/files")
    carla.locator("#file").set_input_files(WORD_FILE)
    press(carla, "Add the file")
    carla.goto("/answer/request/check")
    story.tried(carla, "check")
    put_forward(carla)
    story.come_in([IN_FULL], 1, "An answer waits")
    tom = story.signatory(IN_FULL)
    tom.goto("/answer/request/sign")
    story.tried(tom, "signing")
    sign(tom, SUMMARY, *(f"{ROW}, call {number}" for number in range(40)))
    story.check(IN_FULL, said=f"{ROW}, call 39", look="checking")


def one_answers_by_a_word_file(story):
    beth, trail = story.lead(BY_WORD_FILE), story.trail
    trail.look(beth)
    beth.get_by_role("link", name="Answer with a document").click()
    trail.look(beth)
    beth.get_by_role("link", name="Add a file").click()
    beth.locator("#file").set_input_files(WORD_FILE)
    press(beth, "Add the file")
    trail.look(beth)
    story.tried(beth, "files")
    # With the names of another agency's files in its own form she takes out nothing.
    token = beth.locator("main form input[name=form-token]").last.input_value()
    removing = beth.locator("main form").last.get_attribute("action")
    story.joan.goto(f"{story.case}/agencies")
    story.joan.get_by_role("link", name=IN_FULL, exact=True).click()
    police = Trail()
    police.look(story.joan)
    for name in police.names:
        answer = beth.request.post(removing, form={"form-token": token, "document": name}, max_redirects=0)
        assert answer.status >= 400 or answer.headers["location"] == "/answer/request/files", name
    story.joan.reload()
    assert "letter.docx" in story.joan.locator("main").inner_text()
    beth.get_by_role("link", name="Answer with a document").click()
    trail.look(beth)
    beth.locator("main input[type=radio]").check()
    beth.locator("#words").fill(LETTER)
    story.tried(beth, "document")
    press(beth, "Put forward for signature")
    story.come_in([BY_WORD_FILE], 1, "An answer waits")
    delia = story.signatory(BY_WORD_FILE)
    delia.goto("/answer/request/sign")
    trail.look(delia)
    # What she signs she can read.
    with delia.expect_download() as started:
        delia.get_by_role("link", name="Save letter.docx").click()
    assert started.value.path().read_bytes() == WORD_FILE.read_bytes()
    sign(delia, "letter.docx", LETTER)
    trail.look(delia)
    story.check(BY_WORD_FILE, said=LETTER)


def one_is_sent_back_twice(story):
    """Without scripts from the first page to the last."""
    hannah, part = story.lead(SENT_BACK), "What your agency did and knew"
    story.written = ["Seen three times.", "Seen three times, at six, at nine and at eleven."]
    write_form(hannah, story.form(SENT_BACK, summary=story.written[0]))
    put_forward(hannah)
    story.come_in([SENT_BACK], 1, "An answer waits")
    gillian = story.signatory(SENT_BACK)
    sign(gillian, story.written[0])
    story.check(SENT_BACK, [(part, SEND_BACK[0])], story.written[0], look="sending-back")
    row = story.board()[SENT_BACK]
    assert (row["Round"], row["Due"], row["Standing"]) == ("2", short(story.on(8)), "Sent back")

    hannah.goto("/answer/request")
    assert SEND_BACK[0] in hannah.locator("main").inner_text()
    story.tried(hannah, "sent-back")
    write_form(hannah, {"summary": story.written[1]})
    put_forward(hannah)
    sign(gillian, story.written[1])
    story.check(SENT_BACK, [(part, SEND_BACK[1])], story.written[1])
    row = story.board()[SENT_BACK]
    assert (row["Round"], row["Due"], row["Standing"]) == ("3", short(story.on(8)), "Sent back")
    story.post.wait(address("Hannah Strode"), "Your answer was sent back", about=story.reference)


def the_others_answer(story):
    """All on the form; one senior manager hands it back first, and one answer stays to be checked."""
    for agency in ORDINARY:
        write_form(story.lead(agency), story.form(agency))
        put_forward(story.lead(agency))
    story.come_in(ORDINARY, 1, "An answer waits")
    lorna, grace = story.signatory("Fernhill Schools"), story.lead("Fernhill Schools")
    lorna.goto("/answer/request/sign")
    lorna.get_by_role("link", name="Hand it back").click()
    lorna.locator("#reason").fill("Say more of the twins.")
    press(lorna, "Hand it back")
    grace.goto("/answer/request")
    assert "Say more of the twins." in grace.locator("main").inner_text()
    write_form(grace, {"gaps": f"{GAPS} The school did not."})
    put_forward(grace)
    for agency in ORDINARY:
        sign(story.signatory(agency), SUMMARY, GAPS)
        if agency != "Marlshire Minds":
            story.check(agency, said=SUMMARY)


def one_answers_late_and_one_never(story):
    def reminded(subject, *people):
        for person in people:
            story.post.wait(address(person), subject, about=story.reference)

    story.go_on_to(6)
    reminded("A reminder", "Hannah Strode", "Mei Tanner", "Simon Ellery")
    hannah = story.lead(SENT_BACK)
    story.written.append("Seen three times; the ward sister was told of the wrist.")
    write_form(hannah, {"summary": story.written[2]})
    put_forward(hannah)
    sign(story.signatory(SENT_BACK), story.written[2])
    story.check(SENT_BACK, said=story.written[2])

    before = len(story.post.taken())
    story.go_on_to(8)
    story.post.wait(address("Mei Tanner"), "A reminder", before, story.reference)
    story.post.wait(address("Simon Ellery"), "A reminder", before, story.reference)
    story.joan.goto(f"{story.case}/agencies")
    said = story.joan.locator("main").inner_text()
    assert f"10 of 12 have answered. The other 2 are due today, {words(story.day)}." in said
    story.picture(story.joan, "twelve-board-due-today")

    story.go_on_to(9)
    reminded("Not answered yet", "Mei Tanner", "Simon Ellery")
    reminded(f"{LATE} has not answered", "Joan Ferris")
    mei = story.lead(LATE)
    mei.goto("/answer/request")
    assert f"It was due by {words(story.on(8))}. A late answer is taken" in mei.locator("main").inner_text()
    write_form(mei, story.form(LATE))
    put_forward(mei)
    story.come_in([LATE], 1, "An answer waits")
    ralph = story.signatory(LATE)
    sign(ralph, SUMMARY)
    assert "after the day it was due" in ralph.goto("/answer/request/receipt").text()
    story.tried(ralph, "late-receipt")
    story.check(LATE, said=SUMMARY)

    story.go_on_to(10)
    reminded("Not answered: ", "Simon Ellery", "Farah Siddiqui")
    reminded(f"{NEVER} has not answered", "Joan Ferris", "Ruth Penhallow")


def the_board_tells_it(story):
    first, sixth, eighth, ninth = (short(story.on(count)) for count in (0, 6, 8, 9))

    def row(standing, answered=first, checked=first, round=1, chased="No", opened=first):
        return {
            "Asked": first, "Opened": opened, "Due": eighth, "Answered": answered, "Signed": answered,
            "Checked": checked, "Round": str(round), "Chased": chased, "Standing": standing,
        }

    board = story.board()
    expected = {agency: row("Accepted") for agency in ASKED} | {
        NOT_KNOWN: row("Not known"),
        LATE: row("Accepted, late", f"1 working day late, {ninth}", ninth, chased=f"3 times, {ninth}")
        | {"Signed": ninth},
        SENT_BACK: row("Accepted", sixth, sixth, round=3, chased=f"Once, {sixth}"),
        NEVER: row("Overdue", "Not yet", "Not yet", chased=f"4 times, {short(story.day)}", opened="Not opened")
        | {"Due": f"2 working days overdue, {eighth}"},
        "Marlshire Minds": row("Answered", checked="Check it"),
    }
    for agency in ASKED:
        assert (agency, board[agency]) == (agency, expected[agency])
    assert len(board) == 12
    # Who is to be rung comes first, then what is to be checked.
    assert list(board)[:2] == [NEVER, "Marlshire Minds"]
    said = story.joan.locator("main").inner_text()
    assert f"11 of 12 have answered. The other is overdue since {words(story.on(8))}." in said
    assert WHY_LEFT_OUT in said
    story.tried(story.joan, "board")


def the_log_tells_it(story):
    """Of each agency, day by day, in the order in which it happened."""
    log = story.log()
    story.joan.goto(f"{story.case}/log")
    story.tried(story.joan, "log")
    asked = [(0, "asked"), (0, "opened")]
    answered = [(0, "put forward, round 1: on the form"), (0, "opened"), (0, "signed")]
    accepted = [(0, "accepted")]
    expected = {agency: asked + answered + accepted for agency in ORDINARY} | {
        "Marlshire Minds": asked + answered,
        "Fernhill Schools": asked
        + [(0, "put forward, round 1: on the form"), (0, "opened"), (0, "handed back")]
        + [(0, "put forward, round 1: on the form"), (0, "signed"), (0, "accepted")],
        NOT_KNOWN: asked + [(0, "put forward, round 1: not known to the agency"), *answered[1:], *accepted],
        IN_FULL: asked + answered + accepted,
        BY_WORD_FILE: asked + [(0, "put forward, round 1: by a document of its own"), *answered[1:], *accepted],
        SENT_BACK: asked + answered + [(0, "sent back")]
        + [(0, "put forward, round 2: on the form"), (0, "signed"), (0, "sent back"), (6, "a reminder to the lead")]
        + [(6, "put forward, round 3: on the form"), (6, "signed"), (6, "accepted")],
        LATE: asked + [(6, "a reminder to the lead"), (8, "a reminder to the lead"), (9, "a chase to the lead")]
        + [(9, "put forward, round 1: on the form"), (9, "opened"), (9, "signed"), (9, "accepted")],
        NEVER: asked[:1] + [(6, "a reminder to the lead"), (8, "a reminder to the lead"), (9, "a chase to the lead")]
        + [(10, "an escalation to the lead"), (10, "an escalation to the senior manager")],
    }
    days = {story.on(count): count for count in (0, 6, 8, 9, 10)}
    for agency in ASKED:
        told = [(days[day], words) for day, line in log if (words := told_of(agency, line))]
        assert (agency, told) == (agency, expected[agency])
    lines = [line for _, line in log]
    assert lines.count("Joan Ferris did not ask " + LEFT_OUT) == 1
    assert len([line for line in lines if line.endswith("queued a message to Joan Ferris: a chase")]) == 2
    for person in ("Joan Ferris", "Ruth Penhallow"):
        assert len([line for line in lines if line.endswith(f"queued a message to {person}: an escalation")]) == 1
    # Whatever left is told of once, and nothing is told of that did not leave.
    left = [line for line in lines if line.endswith("was taken by the mail server")]
    assert len(left) == len(story.mail())


def told_of(agency, line):
    """What an entry tells of an agency, in short; empty where it tells something else."""
    lead, signatory = ASKED[agency]
    for pattern, words in (
        (f"asked {agency}, by ", "asked"),
        (f"opened what {agency} was asked", "opened"),
        (f"put forward the answer of {agency} to be signed, (.*)", r"put forward, \1"),
        (f"signed for {agency} as {signatory}, ", "signed"),
        (f"did not sign for {agency}, and handed it back", "handed back"),
        (f"accepted the return of {agency}", "accepted"),
        (f"sent the return of {agency} back", "sent back"),
        (f"queued a message to {lead}: (a reminder|a chase|an escalation)", r"\1 to the lead"),
        (f"queued a message to {signatory}: (a reminder|a chase|an escalation)", r"\1 to the senior manager"),
    ):
        if found := re.search(pattern, line):
            return found.expand(words)
    return ""


def no_message_says_anything_of_the_case(story):
    mail = story.mail()
    assert {message["identifier"] for message in mail} and len({m["identifier"] for m in mail}) == len(mail)
    said = "\n".join(f"{one['subject']}\n{one['text']}\n{one['to']}" for one in story.post.taken())
    assert [fact for fact in FACTS if fact.lower() in said.lower()] == []
    served = (story.served.folder / "server.log").read_text()
    assert [fact for fact in FACTS if fact.lower() in served.lower()] == []
    assert not re.search(r"/answer/[\w-]{43}", served)


def one_agency_sees_nothing_of_another(story):
    """Portwell Housing, with every address that it saw, with the names of others in them, and with those of staff."""
    joan, own = story.joan, story.trail
    staff = Trail()
    share_pack(story)
    for path in ("", "/plan", "/agencies", "/log", "/documents", "/people", "/pack", "/pack/now", "/chronology"):
        joan.goto(story.case + path)
        staff.look(joan)
    joan.goto(f"{story.case}/agencies")
    joan.get_by_role("link", name=IN_FULL, exact=True).click()
    staff.look(joan)
    joan.goto(f"{joan.url}/versions/1")
    assert ROW in joan.locator("main").inner_text()
    staff.look(joan)

    links = {link_in(one) for one in story.mail() if re.search(r"/answer/[\w-]{43}", one["text"])}
    others = staff.names - own.names
    swapped = {
        address.replace(name, other) for address in own.addresses for name in own.names if name in address for other in others
    }
    inside = {address.split("#")[0] for address in staff.addresses if address.startswith(("/cases", "/my-work", "/people"))}
    assert len(inside) > 40 and len(swapped) > 10 and len(links) > 20 and len(own.addresses) > 10
    secret = [SUMMARY, ROW, GAPS, SEARCHED, IN_FULL, *ASKED[IN_FULL], *SEND_BACK]
    nobody = story.visit("/answer", base_url=story.served.address)
    # The page with all its mail is of the demonstration alone.
    tried = sorted(one for one in own.addresses | swapped | inside | links if not one.startswith("/demonstration"))
    for page in (story.lead(BY_WORD_FILE), story.signatory(BY_WORD_FILE), nobody):
        for address in tried:
            answer = page.request.get(address, max_redirects=0)
            body = answer.body().decode(errors="replace")
            assert [words for words in secret if words in body] == [], address
            where = answer.headers.get("location", "")
            if address in inside:
                assert answer.status == 404 or answer.status == 303 and where.startswith("/sign-in"), address
            if address in swapped:
                assert answer.status == 404 or page is nobody and where == "/answer", address
            if address in links:
                assert CHILD not in body and story.reference not in body
    assert story.board()[IN_FULL]["Standing"] == "Accepted"


def share_pack(story):
    joan = story.joan
    joan.goto(f"{story.case}/pack/sharing")
    for box in joan.locator("main input[type=checkbox]").all():
        box.check()
    story.tried(joan, "sharing")
    joan.locator("main form button[type=submit]").first.click()
    assert "Error" not in joan.title(), joan.locator(".errors").inner_text()
    joan.goto(f"{story.case}/pack/now")
    story.tried(joan, "pack")
    assert ROW in joan.locator("main").inner_text()
