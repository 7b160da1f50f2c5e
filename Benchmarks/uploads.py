"""What a large file of an agency costs the server in memory: sent, saved by staff, and saved with the pack."""

import html
import http.client
import http.cookiejar
import pathlib
import re
import urllib.error
import urllib.parse
import urllib.request

MEBIBYTE = 1 << 20
LARGEST = 200 * MEBIBYTE
BOUNDARY = "b0b0b0b0b0b0"
AGENCY = "Coast Ambulance Service"
CASE = "/cases/4qx-7md"


class Browser:
    """Somebody's cookies, and forms sent as their pages have them."""

    def __init__(self, address):
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.page = ""

    def get(self, path):
        return self.read(urllib.request.Request(self.address + path))

    def press(self, button, **answers):
        """Sends the form that has this button."""
        form = self.form(button)
        fields = [(name, value) for name, value in hidden(form)] + list(answers.items())
        action = html.unescape(re.search(r'action="([^"]+)"', form)[1])
        body = urllib.parse.urlencode(fields).encode()
        return self.read(urllib.request.Request(self.address + action, body))

    def follow(self, words):
        """Follows the link of these words."""
        link = re.search(rf'<a [^>]*href="([^"]+)"[^>]*>{re.escape(html.escape(words))}', self.page)
        if not link:
            raise SystemExit(f"there is no link “{words}”")
        return self.get(html.unescape(link[1]))

    def form(self, button):
        for form in re.findall(r"<form.*?</form>", self.page, re.S):
            if re.search(rf"<button[^>]*>{re.escape(html.escape(button))}<", form):
                return form
        raise SystemExit(f"there is no button “{button}”")

    def read(self, request):
        try:
            with self.opener.open(request, timeout=60) as answer:
                self.page = answer.read().decode()
        except urllib.error.HTTPError as error:
            text = re.sub(r"<[^>]+>|\s+", " ", error.read().decode())
            raise SystemExit(f"{request.selector} answered {error.code}: {text[:800]}") from None
        return self.page

    @property
    def cookies(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)

    def connection(self):
        return http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=120)

    def send_file(self, path, count):
        """Sends a PDF of so many bytes, which are never in memory at once."""
        token = next(value for name, value in hidden(self.form("Add the file")) if name == "form-token")
        before = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{token}\r\n'
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="scan.pdf"\r\n\r\n'
        ).encode()
        after = f"\r\n--{BOUNDARY}--\r\n".encode()
        connection = self.connection()
        connection.putrequest("POST", path)
        connection.putheader("Cookie", self.cookies)
        connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
        connection.putheader("Content-Length", str(len(before) + count + len(after)))
        connection.endheaders()
        connection.send(before)
        for piece in pdf(count):
            connection.send(piece)
        connection.send(after)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 303:
            raise SystemExit(f"a file of {count:,} bytes was answered with {answer.status}")

    def save(self, path, least):
        """Reads what is saved and drops it; it must have so many bytes at least."""
        connection = self.connection()
        connection.request("GET", path, headers={"Cookie": self.cookies})
        answer = connection.getresponse()
        count = 0
        while piece := answer.read(MEBIBYTE):
            count += len(piece)
        connection.close()
        if answer.status != 200 or count < least:
            raise SystemExit(f"{path} answered {answer.status} with {count:,} bytes")


def hidden(form):
    found = []
    for field in re.findall(r'<input[^>]*type="hidden"[^>]*>', form):
        name, value = re.search(r'name="([^"]*)"', field), re.search(r'value="([^"]*)"', field)
        found.append((html.unescape(name[1]), html.unescape(value[1]) if value else ""))
    return found


def pdf(count):
    """Bytes that no compression makes less, after the words by which a PDF is known."""
    head = b"%PDF-1.4\n"
    yield head
    noise = pathlib.Path("/dev/urandom").open("rb").read(MEBIBYTE)
    left = count - len(head)
    while left:
        piece = noise[:left]
        yield piece
        left -= len(piece)


def staff(address):
    """The business manager."""
    joan = Browser(address)
    page = joan.get("/sign-in")
    person = re.search(r'value="([^"]+)"><button[^>]*>Be Joan Ferris', page)[1]
    joan.read(urllib.request.Request(
        address + "/sign-in/demonstration", urllib.parse.urlencode({"person": person}).encode()
    ))
    return joan


def come_in(joan, person):
    """Somebody at the agency, who came by a link and a code that Joan read out."""
    guest = Browser(joan.address)
    joan.get(f"{CASE}/agencies")
    request = joan.follow(AGENCY)
    joan.follow(f"Send {person} a new link")
    page = joan.press("Send a new link")
    link = html.unescape(re.search(r"(/answer/[\w-]{40,})", page)[1])
    joan.page = request
    joan.follow(f"Read out a code to {person}")
    page = joan.press("Show a code", how="I rang the number in the directory")
    code = re.search(r"\b(\d{3}) ?(\d{3})\b", page)
    guest.get(link)
    guest.press("Go on to the code")
    guest.press("Go on", code=code[1] + code[2])
    guest.press("Yes, this is me: go on")
    return guest


def memory(process, name):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{name}:\s+(\d+) kB", status)[1]) / 1024


def growth(process, act):
    """How far the memory of the server rises over what it was, at most, while something is done: MB."""
    pathlib.Path(f"/proc/{process.pid}/clear_refs").write_text("5")
    before = memory(process, "VmRSS")
    act()
    return memory(process, "VmHWM") - before


def answer(joan, luke):
    """The file becomes the answer, which the agency signs and the business unit accepts."""
    joan.get(f"{CASE}/agencies")
    joan.follow(AGENCY)
    joan.follow("Release it, with a reason")
    joan.press("Release it", reason="Scanned by hand")
    file = re.search(r'type="radio"[^>]*value="([^"]+)"', luke.get("/answer/request/document"))
    luke.press("Put forward for signature", file=file[1], words="")
    barnaby = come_in(joan, "Barnaby Stokes")
    barnaby.get("/answer/request/sign")
    barnaby.press("Sign", **{"name": "Barnaby Stokes", "job-title": "Director", "statement": "yes"})
    joan.get(f"{CASE}/agencies")
    joan.follow(AGENCY)
    joan.follow("Check the answer")
    found = {f"finding-{number}": "yes" for number in range(3)}
    joan.press("Record the check", **found, conclusion="accept")


def growths(server, folder):
    """How many MB a server grows by at most: while an agency sends a file of 200 MiB, while staff save it, and while
    they save the pack with it; each done by a server that has just started."""
    place = ["--demonstration", "--data", f"{folder}/data", "--keys", f"{folder}/keys"]
    with server(*place) as (address, process):
        joan = staff(address)
        luke = come_in(joan, "Luke Tranter")
        luke.get("/answer/request/files")
        sent = growth(process, lambda: luke.send_file("/answer/request/files", LARGEST))
        answer(joan, luke)
        joan.get(f"{CASE}/agencies")
        file = re.search(rf'href="({CASE}/requests/[^"]+/files/[^"]+)"', joan.follow(AGENCY))[1]
    with server(*place) as (joan.address, process):
        joan.get(f"{CASE}/agencies")
        saved = growth(process, lambda: joan.save(file, LARGEST))
    with server(*place) as (joan.address, process):
        joan.get(f"{CASE}/pack")
        packed = growth(process, lambda: joan.save(f"{CASE}/pack/now/zip", LARGEST))
    return sent, saved, packed
