"""A meeting from invitation to addendum: without quorum, met again, with a practitioner who leaves early."""

import re
import shutil

import pytest
from checks import axe_findings, check_headings, check_html, check_labels
from stores import CASE, ROOT, Served, begin, demonstration, fill_day
from test_looks import SMALL, STICKING_OUT

OTHERS = """Sue Hart; Director, Marlshire Council; sue.hart@elsewhere.example; local-authority
Ian Cole; Designated doctor; ; icb
Dev Rao; Detective Inspector; ; police
Pat Lee; Teacher, Fernhill; ; practitioner"""


@pytest.fixture
def posting(tmp_path, post):
    """A demonstration whose mail leaves, and whose rapid review meeting needs a quorum."""
    folder = tmp_path / "served"
    folder.mkdir()
    demonstration(folder).stop()
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("procedures", "guidance", "forms", "letters", "static"):
        shutil.copytree(ROOT / name, texts / name)
    dorset = texts / "procedures" / "dorset.yaml"
    before, meeting = dorset.read_text().split("      rapid-review-meeting:\n", 1)
    meeting = meeting.replace(
        "          expects: one from each of partners\n",
        "          quorum: one from each of partners\n          reconvene: day 12 of rapid-review\n",
        1,
    )
    dorset.write_text(f"{before}      rapid-review-meeting:\n{meeting}")
    served = Served(folder, "--demonstration", *post.options)
    served.command("partnership", "update", "--partnership", "Marlshire and Portwell", "--texts", texts)
    yield served
    served.stop()


def to_new_edition(page):
    page.goto(f"{CASE}/edition")
    page.locator("#edition").select_option(index=1)
    page.locator("#reason").fill("The partnership now asks for a quorum")
    press(page)


def press(page):
    """Sends the form of the page, and confirms what would change where that is shown."""
    page.locator("main form .acts button").first.click()
    for _ in range(4):
        # What becomes of messages is written down meanwhile, and is somebody else's being first.
        if not page.get_by_text(re.compile("Nothing is recorded yet|Somebody else was first")).count():
            break
        page.locator("main form .acts button").first.click()
    assert page.locator(".errors").count() == 0, page.locator(".errors").inner_text()


def sound(page, picture, name):
    check_html(page.content())
    check_headings(page)
    check_labels(page)
    assert axe_findings(page) == []
    picture(page, name)


def calendar(message):
    """The calendar entry of a message, unfolded, which stands in it twice."""
    assert [part["type"] for part in message["parts"]] == ["text/calendar", "application/ics"]
    inline, file = message["parts"]
    assert inline["text"] == file["text"] and file["name"] == "meeting.ics"
    assert message["longest"] <= 998 and all(len(line) <= 75 for line in file["text"].split("\r\n"))
    lines = file["text"].replace("\r\n ", "").split("\r\n")
    assert f"METHOD:{inline['method']}" in lines
    assert "Wren" not in file["text"] + message["text"] + message["subject"]
    assert "SUMMARY:Rapid review meeting\\, case 4QX-7MD" in lines
    return dict(line.split(":", 1) for line in lines if ":" in line)


def came(page, *names):
    for name in names:
        page.get_by_role("button", name=re.compile(rf"^Came\s+{name}$")).click()


def link(page, words):
    page.get_by_role("link", name=words, exact=True).first.click()


def test_without_quorum_nothing_is_decided_and_met_again_it_is(visit, posting, post, picture):
    joan = visit("/sign-in", base_url=posting.address)
    begin(joan, "Joan Ferris")
    to_new_edition(joan)
    joan.goto(f"{CASE}/meetings")
    sound(joan, picture, "meetings")
    joan.get_by_role("row").filter(has_text="Portwell Town Hall").get_by_role("link").click()
    sound(joan, picture, "meeting-arranged")
    day = re.search(r"\d{1,2} \w{3} \d{4}", joan.locator("h1").inner_text())[0]

    # Called off: whoever was invited is told.
    link(joan, "Cancel it")
    joan.locator("#reason").fill("The hall is closed")
    press(joan)
    cancelled = calendar(post.wait("ruth.penhallow@safeguarding.example", "Cancelled: Rapid review"))
    assert cancelled["METHOD"] == "CANCEL" and cancelled["SEQUENCE"] == "1"

    # Arranged anew, outside the window first.
    joan.goto(f"{CASE}/meetings")
    link(joan, "Arrange: rapid review meeting")
    sound(joan, picture, "meeting-arranging")
    fill_day(joan, "day", "2030-01-15")
    joan.locator("#from").fill("10:00")
    joan.locator("#until").fill("11:30")
    joan.locator("#place").fill("County Hall, Room 3; ring the bell")
    joan.locator("#chair").fill("Ruth Penhallow")
    joan.locator("#others").fill(OTHERS)
    joan.locator("main form .acts button").first.click()
    assert "lies after the last day" in joan.locator(".errors").inner_text()
    assert joan.locator("#others").input_value().strip() == OTHERS
    months = {name: number for number, name in enumerate(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
    date, month, year = day.split()
    fill_day(joan, "day", f"{year}-{months[month]:02}-{int(date):02}")
    press(joan)
    joan.goto(f"{CASE}/meetings")
    joan.get_by_role("row").filter(has_text="County Hall").get_by_role("link").click()
    meeting = joan.url
    invited = calendar(post.wait("daniel.osei@marlshire.example", "Invitation: Rapid review"))
    assert invited["SEQUENCE"] == "0" and invited["LOCATION"] == "County Hall\\, Room 3\\; ring the bell"
    # Nobody vouches for that address: it is left to a person.
    assert "Sue Hart" in joan.get_by_text("No mail leaves here for").inner_text()
    assert not [one for one in post.taken() if "sue.hart@" in one["recipients"][0]]

    link(joan, "Move or change it")
    joan.locator("#until").fill("12:00")
    joan.locator("#reason").fill("More time is needed")
    press(joan)
    moved = calendar(post.wait("daniel.osei@marlshire.example", "Changed: Rapid review"))
    assert moved["UID"] == invited["UID"] and moved["SEQUENCE"] == "1"
    assert moved["DTEND"] != invited["DTEND"]

    # Held with two of three partners.
    joan.goto(f"{meeting}/run")
    joan.locator("#at").fill("10:02")
    joan.get_by_role("button", name="The meeting begins now").click()
    came(joan, "Sue Hart", "Dev Rao")
    assert "Nobody is there for" in joan.locator(".quorum").inner_text()
    sound(joan, picture, "meeting-running")
    joan.goto(f"{meeting}/end")
    joan.locator("#until").fill("23:59")
    joan.locator("input[name=quorate][value=no]").check()
    press(joan)
    assert "This meeting was not quorate" in joan.locator("main").inner_text()
    sound(joan, picture, "meeting-inquorate")

    # Nothing is decided at it, and no clock has started.
    joan.goto(f"{CASE}/completions/draft-actions")
    joan.locator("#place").fill("Case folder") if joan.locator("#place").count() else None
    for box in joan.locator("main form textarea, main form input[type=text]").all():
        if not box.input_value():
            box.fill("Case folder") if "time" not in box.get_attribute("name") else None
    joan.locator("main form .acts button").first.click()
    assert "decides nothing" in joan.locator(".errors").inner_text()
    joan.goto(f"{CASE}/steps/rapid-review-meeting")
    assert "Done" not in joan.locator("table .tag").first.inner_text()

    meet_again(joan, meeting, post, picture)


def meet_again(joan, before, post, picture):
    joan.goto(before)
    link(joan, "Meet again")
    assert "was not quorate" in joan.locator("main").inner_text()
    day = re.search(r"by \w{3} (\d{1,2}) (\w{3}) (\d{4})", joan.locator("main").inner_text())
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    fill_day(joan, "day", f"{day[3]}-{months.index(day[2]) + 1:02}-{int(day[1]):02}")
    joan.locator("#from").fill("09:00")
    joan.locator("#until").fill("10:30")
    press(joan)
    joan.goto(f"{CASE}/meetings")
    joan.get_by_role("row").filter(has_text="9:00am").get_by_role("link").click()
    meeting = joan.url
    joan.goto(f"{meeting}/run")
    joan.locator("#at").fill("00:01")
    joan.get_by_role("button", name="The meeting begins now").click()
    joan.locator("#at").fill("00:01")
    came(joan, "Sue Hart")
    for name in ("Ian Cole", "Dev Rao", "Pat Lee"):
        joan.locator("#at").fill("00:02")
        came(joan, name)
    assert "Counted: met" in joan.locator(".quorum").inner_text()

    # What is typed survives a tap, and a line gets its time.
    joan.locator("main textarea").first.fill("The returns were gone through.")
    joan.locator("#line").fill("The school spoke of the autumn term")
    joan.locator("#at").fill("00:03")
    joan.get_by_role("button", name=re.compile(r"^Left\s+Pat Lee$")).click()
    said = joan.locator("main textarea").first.input_value()
    assert said == "The returns were gone through.\n12:03am The school spoke of the autumn term"
    joan.locator("#decision").fill("A local review is recommended")
    joan.locator("#action").fill("Tell the family")
    joan.get_by_role("button", name="Save and note these").click()
    assert "who does it" in joan.locator(".errors").inner_text()
    assert joan.locator("#decision").input_value() == "A local review is recommended"
    joan.locator("#who").fill("Daniel Osei")
    joan.get_by_role("button", name="Save and note these").click()
    assert "Decided: A local review is recommended" in joan.locator("main").inner_text()
    sound(joan, picture, "meeting-running-quorate")

    joan.goto(f"{meeting}/end")
    joan.locator("#until").fill("23:59")
    joan.locator("input[name=quorate][value=yes]").check()
    press(joan)
    assert "Quorate" in joan.locator("main .lead").first.inner_text()
    minute(joan, meeting, post, picture)


def minute(joan, meeting, post, picture):
    joan.goto(meeting)
    link(joan, "Put them forward")
    sound(joan, picture, "minutes-putting-forward")
    press(joan)
    link(joan, "Record that they were sent round")
    sound(joan, picture, "minutes-sending-round")
    joan.locator("#how").fill("secure e-mail")
    press(joan)
    # Each is told that they are there, with nothing that stands in them.
    told = post.wait("daniel.osei@marlshire.example", "Minutes: Rapid review")
    assert told["subject"] == "Minutes: Rapid review meeting, case 4QX-7MD" and not told["parts"]
    assert "/papers/minutes" in told["text"] and "not approved yet" in told["text"]
    assert "Wren" not in told["text"] and "returns were gone through" not in told["text"]
    assert not [one for one in post.taken() if "sue.hart@" in one["recipients"][0]]
    assert "Messages about it" in joan.locator("main").inner_text()
    link(joan, "Record their approval")
    press(joan)
    link(joan, "Add to them")
    joan.locator("#text").fill("Pat Lee is head of year.")
    press(joan)
    sound(joan, picture, "meeting-minuted")
    link(joan, "Minutes to print")
    text = joan.locator("main").inner_text()
    assert "Pat Lee is head of year." in text and "12:02am to 12:03am" in text
    sound(joan, picture, "minutes-printed")
    joan.goto(f"{meeting}/run")
    assert joan.locator("form[data-draft]").count() == 0


def test_an_action_is_followed_from_the_meeting_until_it_is_done(be, picture):
    joan = be("Joan Ferris", f"{CASE}/meetings")
    joan.get_by_role("row").filter(has_text="Portwell Town Hall").get_by_role("link").click()
    meeting = joan.url
    joan.goto(f"{meeting}/run")
    joan.locator("#at").fill("00:01")
    joan.get_by_role("button", name="The meeting begins now").click()
    for words, who, day in (
        ("Tell the family what was decided", "Daniel Osei", None),
        ("Send the log of calls", "Marlshire Police", "2030-01-15"),
        ("Write to the school", "Priya Nair", "2026-01-05"),
    ):
        joan.locator("#action").fill(words)
        joan.locator("#who").fill(who)
        if day:
            fill_day(joan, "by", day)
        joan.get_by_role("button", name="Save and note these").click()
    joan.goto(CASE)
    joan.get_by_role("link", name="Actions", exact=True).click()
    text = joan.locator("main").inner_text()
    assert "Overdue: 1" in text and "Open: 2" in text and "No day set" in text
    joan.locator("details.why").first.evaluate("one => { one.open = true }")
    sound(joan, picture, "actions")
    joan.goto(CASE)
    assert "Write to the school" in joan.locator(".next").inner_text()

    # It waits in the work of whose it is, who says what shows that it is done.
    priya = be("Priya Nair")
    assert "Write to the school" in priya.locator(".work-late").inner_text()
    daniel = be("Daniel Osei")
    work = daniel.locator("main").inner_text()
    assert "Tell the family what was decided" in work and "Send the log of calls" not in work
    daniel.get_by_role("link", name="Tell the family what was decided").click()
    own = daniel.locator("main li").filter(has_text="Tell the family").first
    own.get_by_role("link", name="It is done").click()
    sound(daniel, picture, "action-done")
    daniel.locator("#evidence").fill("Told at home; the nurse was there")
    press(daniel)
    assert "Told at home; the nurse was there" in daniel.locator("main").inner_text()

    # Its day is moved with a reason, and the first stays beside it; what is overtaken says by what.
    joan.goto(f"{CASE}/actions")
    item = joan.locator("main li").filter(has_text="Write to the school").first
    item.get_by_role("link", name="Move its day").click()
    fill_day(joan, "by", "2030-02-05")
    joan.locator("#reason").fill("The school is shut")
    press(joan)
    item = joan.locator("main li").filter(has_text="Write to the school").first
    item.locator("details.why").evaluate("one => { one.open = true }")
    assert "Mon 5 Jan 2026" in item.inner_text() and "The school is shut" in item.inner_text()
    assert "Overdue" not in joan.locator("main").inner_text()
    item.get_by_role("link", name="It is overtaken").click()
    joan.locator("#reason").fill("The school has written itself")
    press(joan)
    text = joan.locator("main").inner_text()
    assert "Done or overtaken: 2" in text and "The school has written itself" in text
    joan.goto(f"{CASE}/log")
    assert "The school has written itself" in joan.locator("main").inner_text()
    page = be("Joan Ferris", f"{CASE}/actions", viewport={"width": 320, "height": 640})
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SMALL) == []
    picture(page, "actions-320")


def test_the_page_for_a_meeting_loses_nothing_without_a_script_nor_on_a_telephone(be, picture):
    page = be(
        "Joan Ferris", f"{CASE}/meetings", java_script_enabled=False,
        viewport={"width": 320, "height": 640},
    )
    page.get_by_role("row").filter(has_text="Portwell Town Hall").get_by_role("link").click()
    meeting = page.url
    page.goto(f"{meeting}/run")
    page.locator("main textarea").first.fill("Typed before the tap")
    page.locator("#at").fill("00:01")
    page.get_by_role("button", name="The meeting begins now").click()
    assert page.locator("main textarea").first.input_value() == "Typed before the tap"
    page.locator("main textarea").first.fill("Typed again")
    page.locator("#at").fill("00:02")
    came(page, "Supt Neil Ashdown")
    assert page.locator("main textarea").first.input_value() == "Typed again"
    picture(page, "meeting-running-small")


@pytest.mark.parametrize("part", ["", "/run", "/papers/agenda", "/list", "/attendance"])
def test_nothing_of_a_meeting_sticks_out_on_a_telephone(be, part):
    page = be("Joan Ferris", f"{CASE}/meetings", viewport={"width": 320, "height": 640})
    page.get_by_role("row").filter(has_text="Portwell Town Hall").get_by_role("link").click()
    page.goto(page.url + part)
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SMALL) == []


def test_two_people_minute_one_item_and_nothing_is_lost(be, picture):
    joan = be("Joan Ferris", f"{CASE}/meetings", java_script_enabled=False)
    joan.get_by_role("row").filter(has_text="Portwell Town Hall").get_by_role("link").click()
    address = f"{joan.url}/run/item-1"
    joan.goto(address)
    priya = be("Priya Nair", address, java_script_enabled=False)
    joan.locator("main textarea").first.fill("Joan heard this")
    joan.get_by_role("button", name="Save", exact=True).click()
    # A line needs nothing put together; a changed text does.
    priya.locator("#line").fill("And Priya that")
    priya.locator("#at").fill("10:10")
    priya.get_by_role("button", name="Save", exact=True).click()
    said = priya.locator("main textarea").first.input_value()
    assert said == "Joan heard this\n10:10am And Priya that"
    joan.locator("main textarea").first.fill("Joan heard it otherwise")
    joan.get_by_role("button", name="Save", exact=True).click()
    text = joan.locator("main").inner_text()
    assert "Priya Nair changed this meanwhile" in text and "And Priya that" in text
    assert joan.locator("main textarea").first.input_value() == "Joan heard it otherwise"
    picture(joan, "meeting-two-minute")
    joan.get_by_role("button", name="Save", exact=True).click()
    assert joan.locator("main textarea").first.input_value() == "Joan heard it otherwise"
