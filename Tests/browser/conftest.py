"""A browser for the whole run, a fresh context for each test, and a record of what went wrong in it."""

import os
import pathlib
import shutil

import pytest
from playwright.sync_api import sync_playwright
from post import Post
from stores import begin, demonstration

SCREENSHOTS = pathlib.Path(__file__).resolve().parents[2] / ".build" / "screenshots"


def pytest_collection_modifyitems(items):
    """Stories take minutes: they begin first, so that at the end nobody waits for a worker that is left with one."""
    items.sort(key=lambda item: not {"play", "story"} & set(item.fixturenames))


@pytest.fixture(scope="session")
def address():
    return os.environ["SIGHTLINE_ADDRESS"]


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, address):
    """Opens a path in a context of its own; at the end nothing may have complained."""
    contexts, complaints, bases = [], [], set()

    def open_page(path="/", **options):
        context = browser.new_context(
            **{"base_url": address, "viewport": {"width": 1280, "height": 900}, **options}
        )
        contexts.append(context)
        bases.add(options.get("base_url", address))
        # Whoever waits stops when what is waited for has come: a machine that has much to do is given its time.
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.on("console", lambda message: hear(message, page))
        page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
        page.on("requestfailed", lambda request: hear_failure(request))
        page.on("request", lambda request: hear_request(request.url))
        page.answer = page.goto(path)
        return page

    # A test that takes the server away, or a session, says which complaints it brings about.
    open_page.expected = []

    def hear(message, page):
        own_status = "status of 4" in message.text and message.location["url"] == page.url
        if message.type in ("error", "warning") and not own_status:
            complaints.append(f"{page.url}: {message.type}: {message.text}")

    def hear_failure(request):
        # Chromium gives up what a page still loads when the page is left, and navigations that become downloads.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"failed: {request.url}: {request.failure}")

    def hear_request(url):
        own = (address, *(f"{one}/" for one in bases), "data:", "blob:")
        if not url.startswith(own):
            complaints.append(f"asks elsewhere: {url}")

    yield open_page
    for context in contexts:
        context.close()
    assert [one for one in complaints if not any(words in one for words in open_page.expected)] == []


@pytest.fixture
def picture():
    def take(page, name, **options):
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True, timeout=60_000, **options)

    return take


@pytest.fixture
def served(tmp_path):
    """A server over a demonstration of the test's own."""
    served = demonstration(tmp_path)
    yield served
    served.stop()


@pytest.fixture
def be(visit, served):
    """A page of somebody's own, in a context of its own."""

    def open_as(person, path="/my-work", **options):
        page = visit("/sign-in", base_url=served.address, **options)
        begin(page, person)
        if path != "/my-work":
            page.goto(path)
        return page

    return open_as


@pytest.fixture
def post(tmp_path):
    post = Post(tmp_path / "mail")
    yield post
    post.stop()


@pytest.fixture
def posting(tmp_path, post):
    """A demonstration whose mail leaves."""
    served = demonstration(tmp_path / "served", *post.options)
    yield served
    served.stop()
