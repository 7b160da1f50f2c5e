"""What became of the messages of a partnership, on a page of its own; the mail goes through a real server."""

from acts import tried
from stores import CASE, begin, until
from test_agencies import BOARD


def invite(joan, name, address):
    """Joan gives somebody else at an agency a way in."""
    joan.goto(BOARD)
    joan.get_by_role("link", name="Coast Ambulance Service", exact=True).click()
    joan.get_by_role("link", name="Write to somebody else").click()
    joan.get_by_label("Name", exact=True).fill(name)
    joan.get_by_label("E-mail address").fill(address)
    joan.locator("#reason").fill("Their lead is away")
    joan.get_by_role("button", name="Give a way in").click()


def rows(page, heading):
    """The rows under a heading that begins so, once there are any."""
    found = page.get_by_role("table", name=heading).get_by_role("row").filter(has=page.get_by_role("rowheader"))
    assert until(lambda: page.goto("/messages") and found.count()), f"nothing under {heading}: {page.content()}"
    return found


def test_what_failed_is_seen_and_tried_again_and_a_shut_way_in_takes_its_message_back(
    visit, posting, picture
):
    joan = visit("/sign-in", base_url=posting.address)
    begin(joan, "Joan Ferris")
    invite(joan, "Nora Vale", "refused-550@coast-ambulance.example")
    failed = rows(joan, "Failed")
    assert failed.count() == 1
    assert "Nora Vale" in failed.inner_text()
    assert "The mail server refused it (550)." in failed.inner_text()
    assert "4QX-7MD" in failed.inner_text()
    assert "Wren" not in joan.locator("main").inner_text()
    invite(joan, "Otto Lind", "refused-450@coast-ambulance.example")
    waiting = rows(joan, "Waiting")
    assert "Otto Lind" in waiting.inner_text()

    joan.get_by_role("link", name="4QX-7MD").first.click()
    assert "Coast Ambulance Service" in joan.locator("h1").inner_text()
    joan.get_by_role("link", name="Shut the way in of Otto Lind").click()
    joan.locator("#reason").fill("The address is wrong")
    joan.get_by_role("button", name="Shut it").click()
    done = rows(joan, "Sent or withdrawn")
    assert "Otto Lind" in done.inner_text() and "Withdrawn" in done.inner_text()
    tried(joan, picture, "messages")
    joan.goto(f"{CASE}/log")
    assert "a message to Otto Lind, the request, was withdrawn" in joan.locator("main").inner_text()

    joan.goto("/messages")
    joan.get_by_role("button", name="Try again").click()
    assert joan.url.endswith("/messages")
    assert joan.get_by_role("button", name="Try again").count() == 0
    assert rows(joan, "Failed").count() >= 1


def test_whoever_runs_no_case_finds_no_messages(be):
    member = be("Grace Adeyemi")
    member.goto("/people")
    assert member.get_by_role("link", name="Messages").count() == 0
    assert member.goto("/messages").status == 404
