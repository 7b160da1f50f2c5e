"""Servers with stores of their own: copies of one demonstration, and stores made by hand on the command line."""

import base64
import contextlib
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

PROGRAM = pathlib.Path(os.environ.get("SIGHTLINE_PROGRAM", ".build/release/sightline")).resolve()
DEMONSTRATION = pathlib.Path(os.environ.get("SIGHTLINE_DEMONSTRATION", ""))
ROOT = pathlib.Path(__file__).resolve().parents[2]

# The case on which most people of the demonstration are.
CASE = "/cases/4qx-7md"


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
        for _ in range(300):
            said = (self.folder / "server.log").read_text()
            if found := re.search(r"^Listening on (http\S+)", said, re.M):
                self.address = found[1]
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"the server did not start: {said}")

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


def copy_demonstration(folder):
    for part in ("data", "keys"):
        shutil.copytree(DEMONSTRATION / part, folder / part)


def demonstration(folder):
    """A server over a copy of the demonstration, which a test may change as it likes."""
    copy_demonstration(folder)
    return Served(folder, "--demonstration")


def set_clock(folder, moment):
    """Sets the clock of a demonstration that is not served at the time, to the hour."""
    ahead = int(moment.timestamp() * 1000) - int(time.time() * 1000)
    with contextlib.closing(sqlite3.connect(folder / "data/store.sqlite")) as store:
        store.execute("UPDATE store SET clock_ahead = ?", (ahead,))
        store.commit()


def working_day(count, after):
    """The nth working day after a day given as 2026-01-05."""
    said = subprocess.run(
        [PROGRAM, "days", "add", after, str(count), "--json"],
        cwd=ROOT, check=True, capture_output=True, text=True, timeout=60,
    ).stdout
    return json.loads(said)["to"]


def begin(page, person):
    """Signs in as somebody of a demonstration."""
    page.goto("/sign-in")
    page.get_by_role("button", name=f"Be {person}", exact=True).first.click()
    page.wait_for_url("**/my-work")


def one_time_code(secret, at=None, ahead=0):
    """The six figures of RFC 6238 for a secret in base32."""
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    step = int((at or time.time()) // 30) + ahead
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
