"""Servers with stores of their own: copies of one demonstration, and stores made by hand on the command line."""

import base64
import contextlib
import datetime
import hashlib
import hmac
import json
import os
import pathlib
import re
import shutil
import sqlite3
import struct
import subprocess
import time
import zoneinfo

PROGRAM = pathlib.Path(os.environ.get("SIGHTLINE_PROGRAM", ".build/release/sightline")).resolve()
DEMONSTRATION = pathlib.Path(os.environ["SIGHTLINE_DEMONSTRATION"])
ROOT = pathlib.Path(__file__).resolve().parents[2]
LONDON = zoneinfo.ZoneInfo("Europe/London")


def quiet_moment(made):
    """The first, an hour on at least, from which no test reaches another day, nor an hour at which reminders go or end."""
    day = made.replace(minute=0, second=0, microsecond=0)
    moments = [(day + datetime.timedelta(days=days)).replace(hour=hour) for days, hour in ((0, 6), (0, 18), (0, 22), (1, 6))]
    return next(one for one in moments if one - made >= datetime.timedelta(hours=1))


# What every copy of the demonstration says that it is, whatever the time is here: so all tests of a run have one day.
QUIET = quiet_moment(datetime.datetime.fromtimestamp((DEMONSTRATION / "keys").stat().st_mtime, LONDON))
TODAY = QUIET.date()

# The case on which most people of the demonstration are.
CASE = "/cases/4qx-7md"


def until(found, seconds=120):
    """What a function finds, asked again until it finds something; what it said last where that takes too long."""
    end = time.monotonic() + seconds
    while not (said := found()) and time.monotonic() < end:
        time.sleep(0.05)
    return said


def listening(process, log, address):
    """The address at which a program listens, as it says in its log."""

    def found():
        return re.search(rf"^Listening on ({address})", log.read_text(), re.M)

    until(lambda: found() or process.poll() is not None)
    said = found()
    assert said, f"it did not start: {log.read_text()}"
    return said[1]


class Served:
    """A server over one store, stopped by its own process."""

    def __init__(self, folder, *options):
        self.folder = pathlib.Path(folder)
        self.options = options
        self.port = "0"
        self.start()

    def start(self):
        self.log = open(self.folder / "server.log", "w+")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", self.port, *self.place, *self.options],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        log = self.folder / "server.log"
        self.address = listening(self.process, log, r"http\S+")

    @property
    def place(self):
        return ["--data", self.folder / "data", "--keys", self.folder / "keys"]

    def command(self, *words):
        """Runs a command on the same store; returns what it printed."""
        done = subprocess.run(
            [PROGRAM, *words, *self.place], cwd=ROOT, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()

    def restart(self):
        """Stops it and starts it again under the address that it had."""
        self.stop()
        self.port = self.address.rsplit(":", 1)[1]
        self.start()


def demonstration(folder, *options, at=QUIET):
    """A server over a copy of the demonstration, which a test may change as it likes."""
    for part in ("data", "keys"):
        shutil.copytree(DEMONSTRATION / part, folder / part)
    set_clock(folder, at)
    return Served(folder, "--demonstration", *options)


def set_clock(folder, moment):
    """Sets the clock of a demonstration that is not served at the time."""
    ahead = int(moment.timestamp() * 1000) - int(time.time() * 1000)
    with contextlib.closing(sqlite3.connect(folder / "data/store.sqlite")) as store:
        store.execute("UPDATE store SET clock_ahead = ?", (ahead,))
        store.commit()


def next_at_eleven():
    """Eleven on the next working day, with hours to go in which reminders go."""
    day = working_day(1, TODAY.isoformat())
    return datetime.datetime.fromisoformat(f"{day}T11:00").replace(tzinfo=LONDON)


def working_day(count, after):
    """The nth working day after a day given as 2026-01-05."""
    said = subprocess.run(
        [PROGRAM, "days", "add", after, str(count), "--json"],
        cwd=ROOT, check=True, capture_output=True, text=True, timeout=60,
    ).stdout
    return json.loads(said)["to"]


def with_quorum(folder, procedure, reconvene):
    """The texts that ship, but that a procedure's rapid review meeting needs one from each partner, else meets again."""
    for name in ("procedures", "guidance", "forms", "letters", "static"):
        shutil.copytree(ROOT / name, folder / name)
    file = folder / "procedures" / f"{procedure}.yaml"
    before, meeting = file.read_text().split("      rapid-review-meeting:\n", 1)
    expected = "          expects: one from each of partners\n"
    assert expected in meeting
    quorum = f"          quorum: one from each of partners\n          reconvene: {reconvene}\n"
    file.write_text(f"{before}      rapid-review-meeting:\n{meeting.replace(expected, quorum, 1)}")
    return folder


def begin(page, person):
    """Signs in as somebody of a demonstration."""
    page.goto("/sign-in")
    page.get_by_role("button", name=f"Be {person}", exact=True).first.click()
    page.wait_for_url("**/my-work")


def one_time_code(secret):
    """The six figures of RFC 6238 for a secret in base32."""
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    step = int(time.time() // 30)
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def fill_day(page, name, day):
    """Fills the three boxes of a date, given as 2026-01-05."""
    year, month, date = day.split("-")
    page.locator(f"#{name}-day").fill(date)
    page.locator(f"#{name}-month").fill(month)
    page.locator(f"#{name}-year").fill(year)
