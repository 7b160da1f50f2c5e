"""clamd itself, on a socket of its own, with one signature of our own: for the text that stands in for a virus."""

import pathlib
import subprocess

from stores import until

# In two halves, so that no scanner takes this file for one.
HARMLESS_VIRUS = (
    "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*"
).encode()


class Scanner:
    """Started in a folder with a short path, for sockets' paths are short; stopped by its own process."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        signatures = self.folder / "signatures"
        signatures.mkdir()
        (signatures / "ours.ndb").write_text(f"Ours.HarmlessVirus:0:*:{HARMLESS_VIRUS.hex()}\n")
        self.socket = self.folder / "clamd.sock"
        settings = self.folder / "clamd.conf"
        settings.write_text(
            f"LocalSocket {self.socket}\n"
            f"DatabaseDirectory {signatures}\n"
            "Foreground yes\n"
            "StreamMaxLength 250M\n"
        )
        self.log = open(self.folder / "clamd.log", "w+")
        self.process = subprocess.Popen(
            ["/usr/sbin/clamd", f"--config-file={settings}"],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        until(lambda: self.socket.exists() or self.process.poll() is not None)
        if not self.socket.exists():
            self.stop()
            raise AssertionError((self.folder / "clamd.log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()
