"""Plays a review through its pages, from the referral to the national Panel's answer, by its procedure's own steps.

A `Play` is what one story has of its own: the partnership, who is on the case in which part, which agencies are asked,
what is chosen where the procedure lets people choose, and its turns. A `Review` plays it:

    review = Review(visit, served, post, picture, play)
    review.refer()                      # a referral is sent, and the people of the play are put on the case
    review.run(until=review.has_reported)
    review.reply("acknowledged")        # and so on
    review.close()

`run` asks the page of the case who does what next, sets the clock to the day by which that is due, opens it and does
what its page offers. A step is known by the acts that its page offers and never by its name, so that no story says what
comes after what: a document is written and put forward, a meeting arranged, run, ended and minuted, agencies asked,
answering and checked, signatures given by those for whom the page waits, a submission recorded, and whatever else
is recorded as done. Forms are filled by `send`: with the play's own answers for that step, else with plain ones, and
what the page then still finds missing is answered once more.

Turns are the exceptions. `Play.turns` holds, by the id of a step, a function that is called with the review and the id
when the step is reached, before it is done. It may record what it likes. If it returns true it has done the step
itself, else the step is then done as usual. A step that is to come up again is taken out of `review.seen`.

`Play.chosen` holds, by the id of a step, answers to the form by which it is done, by the names of the questions; also
`view` for the partners' views on it, where they differ from the outcome.
"""

import dataclasses
import re
from typing import Callable

from acts import fill, press, put_on, sound
from answering import come_in, put_forward, sign, write_form
from post import address
from stores import fill_day, working_day
from test_notification import REFERRAL

CHILD = "Robin Samplewood"

# What is written where a form asks for a text, by the name of the question.
PLAIN = {
    "note": "Done as the procedure says.",
    "where": "Case folder",
    "to": "Those whom the procedure names.",
    "by": "Secure e-mail",
    "from": "The national Panel",
    "names": "Everybody whom the procedure names",
    "present": "Everybody whom the procedure names",
    "reasons": "The partners agree on it, on what the agencies told.",
    "reason": "The partners agree on it.",
    "deciders": "The three partners",
    "alternatives": "Another form of learning, which would take longer and teach less.",
    "national": "no",
    "national-reasons": "Nothing here is new to the country.",
    "how": "Secure e-mail",
    "reference": "EXAMPLE-21",
}
SENTENCE = "As the partners agreed."
# Questions that the first try leaves empty.
OPTIONAL = {"to-name", "subject", "dissent", "title"}

# What there is to do next, as the page of the case lists it.
NEXT = """() => [...document.querySelectorAll('ol.next > li')].map(li => ({
    path: li.querySelector('a').getAttribute('href'),
    does: li.querySelector('a').textContent,
    tag: li.querySelector('.tag')?.textContent.trim() ?? '',
    day: li.querySelector('.note time')?.getAttribute('datetime') ?? '',
    waits: [...li.querySelectorAll('dt')].some(one => one.textContent.trim() === 'Waits for'),
}))"""
# Every step below its heading, the ones without a day too.
TASKS = """() => [...document.querySelectorAll('ul.tasks > li')].map(li => ({
    path: li.querySelector('a').getAttribute('href'),
    does: li.querySelector('a').textContent,
    tag: li.querySelector('.tag')?.textContent.trim() ?? '',
    day: '',
    waits: false,
}))"""
# The questions of a form that nobody has answered yet.
EMPTY = """() => {
    const found = new Map()
    for (const one of document.querySelectorAll('main form.form [name]')) {
        const name = one.name
        if (one.type === 'hidden' || one.type === 'submit' || one.type === 'checkbox' || one.type === 'file') continue
        if (one.type === 'radio') {
            const group = found.get(name) ?? {name, kind: 'radio', values: [], chosen: ''}
            group.values.push(one.value)
            if (one.checked) group.chosen = one.value
            found.set(name, group)
        } else if (one.tagName === 'SELECT') {
            found.set(name, {name, kind: 'select', values: [...one.options].map(o => o.value), chosen: one.value})
        } else {
            found.set(name, {name, kind: 'text', values: [], chosen: one.value})
        }
    }
    return [...found.values()].filter(one => !one.chosen)
}"""
LINKS = """() => [...document.querySelectorAll('main a[href]')]
    .map(one => [one.getAttribute('href'), one.textContent.trim()])"""
# What folds an offer away is opened.
UNFOLD = """one => {
    for (let at = one; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true
}"""
FACTS = """() => [...document.querySelectorAll('main section.part')].map(one => [
    one.querySelector('h2').textContent, one.querySelector('.tag')?.textContent.trim() ?? '',
    [...one.querySelectorAll('dd')].map(dd => dd.textContent.trim())])"""


@dataclasses.dataclass
class Play:
    """What one story has of its own."""

    procedure: str
    coordinator: str
    # Who tells the partnership of the incident.
    referrer: str
    # Name: the parts of the procedure that the person has on the case.
    people: dict[str, list[str]]
    # Agency: who answers and who signs there. The first answers by link, the others on paper.
    asked: dict[str, tuple[str, str]]
    # What happens at the page of a step, by its id, before it is done.
    turns: dict[str, Callable[["Review", str], bool | None]] = dataclasses.field(default_factory=dict)
    # Answers to the form of a step, by its id.
    chosen: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)
    # Facts that decisions settle, by id; whatever is not here is settled as no.
    facts: dict[str, str] = dataclasses.field(default_factory=dict)
    # The procedure's own questions, by id; whatever is not here is answered no.
    questions: dict[str, str] = dataclasses.field(default_factory=dict)
    # Of the referral, where it is told otherwise.
    referral: dict[str, str] = dataclasses.field(default_factory=dict)
    # Who reads the referral before it is sent, where the procedure wants that.
    reader: str = ""
    # Which of several partnerships a person of that name belongs to, from 0.
    place: int = 0


class Review:
    """A case that is played, with a page for everybody who takes part."""

    def __init__(self, visit, served, post, picture, play, day):
        self.visit, self.served, self.post, self.take, self.play = visit, served, post, picture, play
        self.day = day
        self.pages = {}
        self.turns = dict(play.turns)
        # What was done already, so that nothing is done twice where a line stays.
        self.seen = set()
        # Where signatures were collected: a later version has them collected anew.
        self.signed = set()
        # What was done, and on which day, to be read where a story fails.
        self.deeds = []
        self.submitted = set()

    # People

    def page_of(self, person):
        if person not in self.pages:
            page = self.visit("/sign-in", base_url=self.served.address)
            page.get_by_role("button", name=f"Be {person}", exact=True).nth(self.play.place).click()
            page.wait_for_url("**/my-work")
            self.pages[person] = page
        return self.pages[person]

    @property
    def joan(self):
        """Whoever runs the case."""
        return self.page_of(self.play.coordinator)

    def said(self, page=None):
        return (page or self.joan).locator("main").inner_text()

    def picture(self, name):
        """What whoever runs the case sees now, wide and narrow."""
        page = self.joan
        self.take(page, f"five-{self.play.procedure}-{name}")
        page.set_viewport_size({"width": 320, "height": 640})
        self.take(page, f"five-{self.play.procedure}-{name}-320")
        page.set_viewport_size({"width": 1280, "height": 900})

    def looked_at(self, path, name):
        """What a page says to whoever runs the case; checked, and as a picture."""
        self.joan.goto(path)
        sound(self.joan)
        self.picture(name)
        return self.said()

    # Days

    def on(self, count, after=""):
        """The nth working day after a day, else after today."""
        return working_day(count, after or self.day)

    def go_to(self, day):
        """Sets the clock, which goes forward only."""
        if day <= self.day:
            return
        self.joan.goto("/demonstration/clock")
        fill_day(self.joan, "day", day)
        press(self.joan, "Set the clock")
        self.day = day

    # Beginning and ending

    def refer(self):
        """The referral is sent, and everybody whom the play names is put on the case."""
        page = self.page_of(self.play.referrer)
        days = {name: self.day for name in ("incident-day", "death-day", "agency-knew", "council-knew")}
        page.goto("/referrals")
        press(page, "Begin a referral")
        reference = re.search(r"/referrals/([^/]+)/", page.url)[1]
        page.goto(f"/referrals/{reference}/parts/whole")
        fill(page, {**REFERRAL, "child-name": CHILD, "child-nhs": "", **days, **self.play.referral})
        press(page, "Save")
        assert page.url.endswith(reference), page.locator(".errors").inner_text()
        if self.play.reader:
            page.locator("#reader").select_option(label=self.play.reader)
            press(page, "Ask them to read it")
            page = self.page_of(self.play.reader)
            page.goto(f"/referrals/{reference}")
        press(page, "Send it to the partnership")
        assert "Sent by" in self.said(page)
        self.case = f"/cases/{reference}"
        self.reference = reference.upper()
        for person, parts in self.play.people.items():
            put_on(self.joan, reference, person, *parts)
        leads = [one for one, _ in self.links(f"{self.case}/national-panel")]
        self.reporting = {one.removeprefix("steps/") for one in leads if one.startswith("steps/")}
        self.answer_questions()

    def answer_questions(self):
        """Whatever the procedure itself asks, so that its plan is settled."""
        self.joan.goto(f"{self.case}/answers")
        own = self.joan.evaluate(
            "() => [...document.querySelectorAll('#question optgroup')].at(-1)?.label === 'Of this procedure'"
            " ? [...[...document.querySelectorAll('#question optgroup')].at(-1).children].map(one => one.value) : []"
        )
        for question in own:
            self.joan.goto(f"{self.case}/answers/{question}")
            self.send({"answer": self.play.questions.get(question, "no")})

    def has_reported(self):
        """Whether the report is recorded as submitted."""
        return bool(self.submitted & self.reporting)

    def run(self, until, most=120):
        """Does step after step until what is wanted has come."""
        for _ in range(most):
            if until():
                return
            line = self.next()
            assert line, f"nothing more can be done on {self.day}; done: {self.deeds}"
            self.do(line)
        raise AssertionError(f"it does not end: {self.deeds}")

    def catch_up(self):
        """Does whatever is due by now."""
        while (line := self.next()) and line["day"] and line["day"] <= self.day:
            self.do(line)

    def next(self):
        """The line that is to be done next; none where everything that can be done was."""
        self.joan.goto(self.case)
        lines = self.joan.evaluate(NEXT)
        open_lines = [one for one in self.joan.evaluate(TASKS) if one["tag"] in ("Open", "Due today", "Overdue")]
        for line in lines + open_lines:
            key = (line["path"], line["does"])
            if not line["waits"] and key not in self.seen and "national-panel" not in line["path"]:
                return line
        return None

    def do(self, line):
        self.seen.add((line["path"], line["does"]))
        self.go_to(line["day"])
        path = line["path"]
        step = path.rsplit("/", 1)[-1]
        self.deeds.append((self.day, step if "/steps/" in path else line["does"]))
        if "/steps/" in path:
            turn = self.turns.pop(step, None)
            if not (turn and turn(self, step)):
                self.do_step(step)
        elif path.endswith("/check"):
            self.check(path)
        elif "/requests/" in path:
            self.answer(path)
        else:
            self.answer_all(path)

    # One step

    def links(self, path):
        """Where the page of a path leads within the case: the part of the address below it, and the words."""
        self.joan.goto(path)
        return [
            (href[len(self.case) + 1 :], words)
            for href, words in self.joan.evaluate(LINKS)
            if href.startswith(self.case + "/")
        ]

    def do_step(self, step):
        path = f"{self.case}/steps/{step}"
        links = self.links(path)
        facts = {title: (tag, told) for title, tag, told in self.joan.evaluate(FACTS)}

        def leads(part):
            return next((one for one, _ in links if one.startswith(part)), None)

        if writing := next((one for one, words in links if words == "Write it here"), None):
            self.write(f"{self.case}/{writing}")
            if not any(one == f"completions/{step}" for one, _ in self.links(path)):
                return
        if meeting := leads("meetings/"):
            self.meet(step, f"{self.case}/{meeting}")
        elif asking := leads("requests/new/"):
            self.ask(f"{self.case}/{asking}")
        elif "Signatures" in facts:
            self.collect_signatures(step, links)
        elif submission := leads("submissions/"):
            self.submit(f"{self.case}/{submission}", self.play.chosen.get(step, {}))
            self.submitted.add(step)
        elif completion := leads("completions/"):
            if leads("views/"):
                self.give_views(step, facts)
            self.joan.goto(f"{self.case}/{completion}")
            self.send(self.play.chosen.get(step, {}))
        else:
            raise AssertionError(f"the page of {step} offers nothing to do: {links}")

    # Forms

    def send(self, answers=()):
        """Fills the form of the page, sends it, and confirms what would change."""
        page, answers = self.joan, dict(answers)
        address = page.url.split("?")[0]
        self.fill(page, answers)
        for _ in range(8):
            before = page.locator(".errors li").all_inner_texts()
            page.locator("main form.form .acts button").first.click()
            page.wait_for_load_state()
            if page.url.split("?")[0] != address:
                return
            found = page.locator(".errors li").all_inner_texts()
            assert not found or found != before, f"{address}: {found}"
            if found:
                self.mend(page, answers)
        raise AssertionError(f"{address} takes nothing: {self.said(page)}")

    def fill(self, page, answers):
        """What the play answers, then plain answers to whatever is empty."""
        empty = {one["name"]: one for one in page.evaluate(EMPTY)}
        asked = set(page.evaluate("() => [...document.querySelectorAll('main form.form [name]')].map(one => one.name)"))
        given = {
            name: value for name, value in answers.items() if name in asked or f"{name}-day" in asked
        }
        fill(page, given)
        for name, question in empty.items():
            if name in given or name.rsplit("-", 1)[0] in given or name in OPTIONAL:
                continue
            value = self.plain(name, question)
            if value:
                fill(page, {name: value})

    def plain(self, name, question):
        """What is answered where the play says nothing; nothing for what may stay empty."""
        values = question["values"]
        if fact := re.fullmatch("fact-(.*)", name):
            return self.play.facts.get(fact[1], "no")
        if name in PLAIN and (not values or PLAIN[name] in values):
            return PLAIN[name]
        if question["kind"] == "radio":
            return next((one for one in values if one), None)
        if re.match(r"(criterion-.*-reason|ask-\d+)$", name):
            return SENTENCE
        if question["kind"] == "select" and name in ("submitter", "cause"):
            return next(one for one in values if one)
        return None

    def mend(self, page, answers):
        """Answers whatever the page says is missing."""
        empty = {one["name"]: one for one in page.evaluate(EMPTY)}
        for control in page.locator(".errors a").evaluate_all("all => all.map(one => one.hash.slice(1))"):
            box = page.locator(f"[id='{control}']")
            name = box.get_attribute("name")
            if box.get_attribute("type") == "checkbox":
                for one in page.locator(f"input[name='{name}']").all():
                    one.check()
            elif name.endswith("-day"):
                fill_day(page, name.removesuffix("-day"), answers.get(name.removesuffix("-day"), self.day))
            elif name in empty:
                values = [one for one in empty[name]["values"] if one]
                fill(page, {name: values[0] if values else PLAIN.get(name, SENTENCE)})

    # Documents

    def write(self, path):
        """Writes a document and puts it forward: a report head by head, a form on one page."""
        self.joan.goto(path)
        heads = self.joan.locator("[aria-labelledby=heads] a").evaluate_all("all => all.map(one => one.pathname)")
        if heads:
            again = self.joan.get_by_text(re.compile("^Version 1$")).count()
            for number, head in enumerate(heads):
                if not again or number == len(heads) - 1:
                    self.write_head(head)
            self.joan.goto(f"{path}/forward")
        else:
            self.joan.goto(f"{path}/parts/whole")
            for name, value in {"notifier-name": self.play.coordinator, "nature": "death-abuse"}.items():
                if self.joan.locator(f'[name="{name}"]').count():
                    fill(self.joan, {name: value})
            press(self.joan, "Save")
            self.joan.goto(path)
        button = self.joan.get_by_role("button", name=re.compile("^Put (it )?forward"))
        button.first.click()
        self.joan.wait_for_url(f"**{path}")
        self.seen = {line for line in self.seen if line[0] not in self.signed}

    def write_head(self, head):
        """Takes what the case offers for a head, else writes a sentence."""
        self.joan.goto(head)
        box = self.joan.locator("main form textarea").first
        offers = self.joan.locator("button[name=take]")
        if not box.input_value() and offers.count():
            offers.first.evaluate(UNFOLD)
            offers.first.click()
            self.joan.wait_for_load_state()
        else:
            name = self.joan.locator("h1").inner_text()
            written = f"{name}: as the partners settled it on {self.day}."
            box.fill(f"{box.input_value()}\n\n{written}".strip())
            press(self.joan, "Save and go on")
            self.joan.wait_for_load_state()

    def collect_signatures(self, step, links):
        """Whoever is waited for reads and signs; where nobody can here, they are recorded as given elsewhere."""
        path = f"{self.case}/steps/{step}"
        self.signed.add(path)
        paper = next((one for one, words in links if words.startswith("Open: ") and one.startswith("papers/")), None)
        tags = {tag for title, tag, _ in self.joan.evaluate(FACTS) if title != "Signatures"}
        if paper and tags & {"Not begun", "Being written"}:
            self.write(f"{self.case}/{paper}")
        for _ in range(12):
            self.joan.goto(path)
            told = next(one for one in self.joan.evaluate(FACTS) if one[0] == "Signatures")
            if told[1] == "All signed":
                return
            waited = [
                name.strip()
                for words in told[2]
                for found in re.findall(r"Waits for ([^.]+)", words)
                for name in found.split(";")
            ]
            if not waited:
                break
            for name in waited:
                self.sign(step, re.sub(r" \(.*", "", name))
        self.joan.goto(f"{self.case}/completions/{step}")
        self.send(self.play.chosen.get(step, {}))

    def sign(self, step, person):
        page = self.page_of(person)
        page.goto(f"{self.case}/signatures/{step}")
        for box in page.locator("main form.form input[type=checkbox]").all():
            box.check()
        press(page, "Sign it")
        page.wait_for_load_state()
        assert "Error" not in page.title(), page.locator(".errors").inner_text()

    # Meetings

    def meet(self, step, path):
        """Arranged for today, run with everybody there, ended, and minuted."""
        if "/new/" in path:
            self.arrange(path)
            path = self.meeting_of(step)
        self.hold(path, self.play.chosen.get(step, {}))

    def meeting_of(self, step):
        """The page of the meeting of a step that is arranged."""
        leads = [one for one, _ in self.links(f"{self.case}/steps/{step}")]
        return f"{self.case}/" + next(one for one in leads if re.fullmatch("meetings/[^/]+", one))

    def arrange(self, path):
        self.joan.goto(path)
        self.send(self.meeting_on(self.day))

    def meeting_on(self, day):
        """A meeting on a day, as the form that is open asks for it."""
        chair = self.joan.locator("#chair").input_value() or self.play.coordinator
        return {"day": day, "from": "09:00", "until": "10:30", "place": "County Hall, Room 3", "chair": chair}

    def hold(self, path, answers=(), absent=()):
        """Runs a meeting; those who are absent do not come."""
        page, answers = self.joan, dict(answers)
        page.goto(f"{path}/run")
        page.locator("#at").fill("09:00")
        press(page, "The meeting begins now")
        people = page.locator("section.there li strong").all_inner_texts()
        for name in people:
            if name not in absent:
                page.locator("#at").fill("09:01")
                page.get_by_role("button", name=re.compile(rf"^Came\s+{re.escape(name)}$")).click()
        page.locator("main textarea").first.fill("The returns were gone through, agency by agency.")
        page.locator("#decision").fill("What was learnt is passed on at once")
        page.locator("#action").fill("Tell every agency what was learnt")
        page.locator("#who").fill(self.play.coordinator)
        press(page, "Save and note these")
        page.goto(f"{path}/end")
        self.send({"until": "10:30", "quorate": "yes", **answers})
        page.goto(f"{path}/minutes")
        page.locator("main form .acts button, main form button[type=submit]").first.click()
        page.goto(f"{path}/circulation")
        self.send()
        page.goto(f"{path}/approval")
        self.send()

    # Agencies

    def ask(self, path):
        """Asks the agencies of the play, and says why others are not asked."""
        page = self.joan
        page.goto(path)
        for box in page.locator("main input[name=expected], main input[name=agencies]").all():
            label = box.evaluate("one => one.labels[0].textContent.trim()")
            box.set_checked(any(label.startswith(agency) for agency in self.play.asked))
        self.send({"purpose": "To learn what the agency knew of the child."})

    def answer(self, path):
        """An agency answers, by its link or on paper, and the answer is checked."""
        self.joan.goto(path)
        agency = self.joan.locator("h1").inner_text()
        if agency == next(iter(self.play.asked)):
            self.answer_by_link(*self.play.asked[agency])
        else:
            self.joan.goto(f"{path}/returns")
            self.send(
                {
                    "how": "not-known", "words": "Every name and address, in every system.",
                    "name": "Gillian Farrow", "job-title": "Medical director",
                    "because": "She signed it on paper, which lies in the case folder.",
                }
            )
        self.check(f"{path}/check")

    def answer_all(self, board):
        """Whoever on a board was asked and has not answered does."""
        requests = {one for one, _ in self.links(board) if re.fullmatch(r"requests/[^/]+", one)}
        for request in sorted(requests):
            if any(one == f"{request}/returns" for one, _ in self.links(f"{self.case}/{request}")):
                self.answer(f"{self.case}/{request}")

    def answer_by_link(self, lead, signatory):
        page = self.come_in(lead, "A request")
        write_form(page, self.form(lead, signatory))
        put_forward(page)
        sign(self.come_in(signatory, "An answer waits"))

    def come_in(self, person, subject):
        letter = self.post.wait(address(person), subject, about=self.reference)
        return come_in(self.visit, self.served, self.post, letter, [CHILD])

    def form(self, lead, signatory):
        return {
            "known": "known", "searched": "Every record of the family.", "searched-day": self.day, "secured": "yes",
            "secured-day": self.day, "period": "2024 to today", "since": "2024 to today", "persons": "The mother",
            "summary": "Two calls to the flat in a year. The child was seen at both.",
            "involvement": "Two calls to the flat in a year. The child was seen at both.",
            "concerns": "Bruises that were not explained.", "gaps": "Nobody asked who minded the child.",
            "criteria": "not-known", "safe": "no", "author": lead, "author-role": "Safeguarding lead",
            "independent": "no", "signed-name": signatory, "signed-role": "Director",
        }

    def check(self, path):
        """Reads an answer and accepts it, or passes it on to the next check and accepts it there."""
        for _ in range(3):
            answer = self.joan.goto(path)
            if answer.status == 404:
                return
            for box in self.joan.locator("input[name^=finding-][value=yes]").all():
                box.check()
            self.send()

    # Decisions and submissions

    def give_views(self, step, facts):
        """Each partner of whom no view is recorded gives one, as it is then decided."""
        told = facts.get("Views", ("", []))[1]
        if not any(words == "No view recorded yet." for words in told):
            return
        chosen = self.play.chosen.get(step, {})
        for number, words in enumerate(told):
            if words != "No view recorded yet.":
                continue
            self.joan.goto(f"{self.case}/views/{step}")
            partner = self.joan.locator("#of option").nth(number + 1).get_attribute("value")
            given = {"of": partner, "name": f"Partner {number + 1}", "reason": "What was told leaves no doubt."}
            if view := chosen.get("view") or chosen.get("outcome"):
                given["view"] = view
            self.send(given)

    def submit(self, path, answers=()):
        self.joan.goto(path)
        self.send(answers)

    # The national Panel

    def reply(self, reply, words="", days=1):
        """What comes from the national Panel, some working days on."""
        self.go_to(self.on(days))
        self.joan.goto(f"{self.case}/panel-replies")
        self.send({"reply": reply, "words": words, "reference": "PANEL-7"})

    def tell_referrer(self, words):
        self.joan.goto(f"{self.case}/referrer-told")
        self.send({"how": "Telephone", "words": words})

    def close(self):
        """Closes the case; what will not be done is set aside with it."""
        self.joan.goto(f"{self.case}/closing")
        for box in self.joan.locator("input[name=aside]").all():
            box.check()
        self.send({"reason": "The national Panel agrees, and what was learnt was passed on."})
        assert "Closed on" in self.said()
