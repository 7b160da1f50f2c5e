"""People at agencies, who come by a link and a code, answer and sign."""

import re

from acts import fill, press


def link_in(letter):
    """The path of the link that a message brings."""
    return re.search(r"http://[^/\s]+(/answer/\S+)", letter["text"])[1]


def ask_for_code(visit, served, post, letter, unseen=("Wren",), **options):
    """Opens the link of a message and presses the button; what is asked, and of whom, is not said before the code."""
    path = link_in(letter)
    page = visit(path, base_url=served.address, **options)
    assert not any(words in page.content() for words in unseen)
    page.sent_before = len(post.taken())
    page.get_by_role("button", name="Send me a code").click()
    assert path not in page.url
    return page


def give_code(page, post, letter, unseen=("Wren",)):
    """Gives the code that came, and says who it is."""
    code = post.wait(letter["recipients"][0], "Your code", after=page.sent_before)
    page.locator("#code").fill(re.search(r"code is (\d{3} ?\d{3})", code["text"])[1])
    page.get_by_role("button", name="Go on", exact=True).click()
    assert "Is this you?" in page.locator("h1").inner_text()
    assert not any(words in page.locator("main").inner_text() for words in unseen)
    page.get_by_role("button", name=re.compile("Yes, this is me")).click()
    assert page.url.endswith("/answer/request")
    return page


def come_in(visit, served, post, letter, unseen=("Wren",), **options):
    """Opens the link of a message, gives the code that comes, and says who it is."""
    return give_code(ask_for_code(visit, served, post, letter, unseen, **options), post, letter, unseen)


class Trail:
    """Every address that somebody's browser asked for or was shown, and every name of something in them."""

    NAME = re.compile(r"\b[0-9a-z]{3}(?:-[0-9a-z]{3}){1,3}\b")

    def __init__(self):
        self.addresses, self.names = set(), set()

    def follow(self, page, *before):
        for address in (page.url, *before):
            self.add(address)
        page.context.on("request", lambda request: self.add(request.url))

    def add(self, address):
        path = re.sub(r"^https?://[^/]+", "", address)
        self.addresses.add(path)
        if not re.match(r"/answer/[\w-]{43}$", path):
            self.names |= set(self.NAME.findall(path))

    def look(self, page):
        """Notes where the page leads, and what its forms carry unseen."""
        for address in page.evaluate(
            "() => [...document.querySelectorAll('[href], [action], [src]')]"
            ".map(one => one.href || one.action || one.src).filter(one => typeof one === 'string')"
        ):
            self.add(address)
        for value in page.evaluate(
            "() => [...document.querySelectorAll('input[type=hidden], input[type=radio]')].map(one => one.value)"
        ):
            self.names |= {value} if self.NAME.fullmatch(value) else set()


def write_form(page, answers, look=lambda page: None):
    """Writes the form part by part, as far as each page asks for it."""
    page.goto("/answer/request/parts/known")
    for _ in range(8):
        if "/parts/" not in page.url:
            return
        asked = set(
            page.evaluate("() => [...document.querySelectorAll('main [name]')].map(one => one.name.replace(/-day$/, ''))")
        )
        for name, value in answers.items():
            if name in asked:
                fill(page, {name: value})
        look(page)
        press(page, "Save and go on")
        assert "Error" not in page.title(), page.locator(".errors").inner_text()
    raise AssertionError(f"the form does not end: {page.url}")


def put_forward(page):
    page.goto("/answer/request/check")
    press(page, "Put forward for signature")
    assert "waits to be signed" in page.locator("main").inner_text()


def sign(page, *says):
    """Reads that what is signed says this, and signs it."""
    page.goto("/answer/request/sign")
    said = page.locator("main").inner_text()
    assert [words for words in says if words not in said] == []
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    press(page, "Sign")
    assert "Your answer is in" in page.locator("main").inner_text()
