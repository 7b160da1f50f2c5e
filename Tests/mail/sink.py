"""Takes mail on a free loopback port and writes each message into a folder; for tests and the demonstration.

It prints 'Listening on 127.0.0.1:PORT' and runs until it is ended. What the recipient's name says happens:

    refused-450@ refused-550@     the recipient is refused with that code
    answer-451@ answer-554@       the message is refused with that code once it is sent whole
    cut@                          the message is kept, and the connection cut before any answer, once for each Message-ID
    silent@                       the message is kept and never answered
    drop@                         the connection is cut while the message is sent
"""

import argparse
import asyncio
import collections
import email
import email.policy
import json
import logging
import os
import pathlib
import random
import re
import signal
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path, help="where the messages go, as 000001.json and so on")
    arguments.add_argument("--certificate", type=pathlib.Path, help="offer STARTTLS; a folder in which one is made")
    arguments.add_argument("--implicit-tls", action="store_true", help="encrypt from the first byte instead")
    arguments.add_argument("--sign-in", help="NAME:PASSWORD, without which nothing is taken")
    arguments.add_argument("--cut-chance", type=float, default=0, help="how likely a connection is cut after its message")
    arguments.add_argument("--delay", type=float, default=0, help="the longest wait before an answer, in seconds")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--while-input", action="store_true", help="end when standard input does")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    # It warns at every sign-in of what it will drop one day.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    asyncio.run(serve(given))


async def serve(given):
    loop = asyncio.get_running_loop()
    context = tls_context(given.certificate) if given.certificate else None
    starts_plain = context and not given.implicit_tls
    sink = Sink(given)

    def protocol():
        return SMTP(
            sink,
            hostname="sink.example",
            tls_context=context if starts_plain else None,
            require_starttls=bool(starts_plain),
            auth_required=bool(given.sign_in),
            auth_require_tls=bool(starts_plain),
            authenticator=sink.authenticate,
            loop=loop,
        )

    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=context if given.implicit_tls else None)
    print(f"Listening on 127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    if given.while_input:
        loop.add_reader(sys.stdin.fileno(), lambda: os.read(0, 4096) or ended.set())
    await ended.wait()
    # Who is still connected is left: the loop ends with them.
    server.close()


def tls_context(folder):
    """A certificate for this machine, signed by itself."""
    folder.mkdir(parents=True, exist_ok=True)
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        + ["-days", "30", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
        + ["-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
        timeout=60,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


class Sink:
    def __init__(self, given):
        self.folder = given.folder
        self.sign_in = given.sign_in
        self.cut_chance = given.cut_chance
        self.delay = given.delay
        self.chance = random.Random(given.seed)
        self.seen = collections.Counter()
        self.number = max((int(path.stem) for path in given.folder.glob("[0-9]*.json")), default=0)

    def authenticate(self, server, session, envelope, mechanism, data):
        given = f"{data.login.decode()}:{data.password.decode()}"
        return AuthResult(success=given == self.sign_in, handled=False)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if refused := re.match(r"refused-(\d{3})@", address):
            return f"{refused[1]} {address} is refused"
        if address.startswith("drop@"):
            asyncio.get_running_loop().call_later(0.003, server.transport.abort)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        if answer := re.match(r"answer-(\d{3})@", recipient):
            return f"{answer[1]} the message is refused"
        identifier = self.keep(envelope)
        if recipient.startswith("silent@"):
            await asyncio.sleep(3600)
        if self.delay:
            await asyncio.sleep(self.chance.uniform(0, self.delay))
        self.seen[identifier] += 1
        if recipient.startswith("cut@") and self.seen[identifier] == 1 or self.chance.random() < self.cut_chance:
            server.transport.abort()
            await asyncio.sleep(3600)
        return "250 OK"

    def keep(self, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.number += 1
        kept = {
            "number": self.number,
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "identifier": message["message-id"],
            "from": message["from"],
            "to": message["to"],
            "date": message["date"],
            "subject": message["subject"],
            "reference": message["x-sightline-reference"],
            "headers": message.keys(),
            "text": message.get_body(("plain",)).get_content().replace("\r\n", "\n"),
            "parts": [
                {
                    "type": part.get_content_type(),
                    "method": part.get_param("method"),
                    "name": part.get_filename(),
                    "text": part.get_payload(decode=True).decode(),
                }
                for part in message.walk()
                if part.get_content_type() in ("text/calendar", "application/ics")
            ],
            "longest": max(len(line) for line in envelope.content.split(b"\n")),
        }
        path = self.folder / f"{self.number:06}.json"
        # Whoever reads the folder meanwhile finds whole files only.
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(kept, indent=1))
        unfinished.rename(path)
        return kept["identifier"]


main()
