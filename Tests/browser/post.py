"""A real mail server that keeps what it takes."""

import glob
import json
import pathlib
import re
import subprocess
import time

from stores import ROOT


class Post:
    """The mail server of the tests, and what it took."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        python = subprocess.run(
            ["Scripts/venv", "mail", "Tests/mail/requirements.txt"],
            cwd=ROOT, check=True, capture_output=True, text=True, timeout=300,
        ).stdout.strip().splitlines()[-1]
        self.log = open(self.folder.parent / "post.log", "w+")
        self.process = subprocess.Popen(
            [python, "Tests/mail/sink.py", self.folder],
            cwd=ROOT, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
        )
        for _ in range(200):
            said = (self.folder.parent / "post.log").read_text()
            if found := re.search(r"^Listening on 127.0.0.1:(\d+)", said, re.M):
                self.port = found[1]
                return
            time.sleep(0.05)
        raise AssertionError(f"the mail server did not start: {said}")

    @property
    def options(self):
        return [
            "--mail-server", f"localhost:{self.port}", "--mail-security", "none",
            "--mail-from", "sightline@marlshire.example", "--demonstration-mail", self.folder,
        ]

    def taken(self):
        messages = []
        for name in sorted(glob.glob(f"{self.folder}/*.json")):
            try:
                messages.append(json.loads(pathlib.Path(name).read_text()))
            except ValueError:
                continue
        return messages

    def wait(self, address, subject, after=0, about=""):
        """The newest message to an address that begins so, whose subject does; mail goes out every few seconds."""
        for _ in range(300):
            found = [
                message
                for message in self.taken()[after:]
                if message["recipients"][0].startswith(address)
                and message["subject"].startswith(subject)
                and about in message["subject"]
            ]
            if found:
                return found[-1]
            time.sleep(0.1)
        raise AssertionError(f"no “{subject}” came to {address}")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()
