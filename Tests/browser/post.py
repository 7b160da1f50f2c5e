"""A real mail server that keeps what it takes."""

import glob
import json
import pathlib
import subprocess

from stores import ROOT, listening, until


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
        address = listening(self.process, self.folder.parent / "post.log", r"127.0.0.1:\d+")
        self.port = address.rsplit(":", 1)[1]

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
        found = until(
            lambda: [
                message
                for message in self.taken()[after:]
                if message["recipients"][0].startswith(address)
                and message["subject"].startswith(subject)
                and about in message["subject"]
            ]
        )
        assert found, f"no “{subject}” came to {address}"
        return found[-1]

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()


def address(person):
    """How somebody's address begins."""
    return person.lower().replace(" ", ".") + "@"
