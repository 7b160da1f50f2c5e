"""Measures speed and memory, each figure five times: a table, and .build/bench.json.

Median and spread, beside a like figure or the target. Nothing is asserted but that answers are right.
"""

import contextlib
import datetime
import io
import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
import zipfile

import numpy
import uploads

ROOT = pathlib.Path(__file__).resolve().parent.parent
RELEASE = ROOT / ".build" / "release"
SIGHTLINE = RELEASE / "sightline"
RUNS = 5
LINES = 20_000
PLAN = (
    "/plan?procedure=dorset&moment=incident%3D2025-12-13&moment=aware%3D2025-12-15"
    "&moment=notified%3D2025-12-19&today=2025-12-29"
)


def main():
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} before\n")
    figures = [*inside(), *through_lines(), *stored(), *served(), *signed_in(), *large_files(), *taken_away(), *started()]
    kills()
    print(f"{'':56}{'median':>14} {'unit':12}{'spread':>8}{'beside':>14}{'ratio':>9}")
    for figure in figures:
        print(
            f"{figure['name']:56}{short(figure['value']):>14} {figure['unit']:12}"
            f"{figure['spread']:8.0%}{short(figure['beside']):>14}{figure['ratio']:9.2f}"
            f"  {figure['besideWhat']}"
        )
    print(f"\nload {os.getloadavg()[0]:.2f} after")
    (ROOT / ".build" / "bench.json").write_text(json.dumps(figures, indent=1) + "\n")


def short(number):
    return f"{number:,.0f}" if number >= 1_000 else f"{number:.3g}"


def figure(name, unit, runs, beside, beside_what):
    value = statistics.median(runs)
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "beside": beside,
        "ratio": value / beside,
        "besideWhat": beside_what,
        "spread": (max(runs) - min(runs)) / value if value else 0,
        "runs": runs,
    }


# In one process


def inside():
    said = subprocess.run(
        [RELEASE / "benchmark", ROOT], check=True, capture_output=True, text=True, timeout=600
    ).stdout
    runs = {}
    for line in said.splitlines():
        name, *values = line.split("\t")
        runs[name] = [float(value) for value in values]

    numpy_runs, checksum = numpy_additions()
    if runs["checksum of additions"] != [checksum]:
        raise SystemExit(f"additions differ: {runs['checksum of additions']} and {checksum}")
    yield figure(
        "working days added, one core", "/s", runs["additions"],
        statistics.median(numpy_runs), "numpy.busday_offset, same days, same sum",
    )
    if runs["rows that resemble"][0] < 1_000:
        raise SystemExit(f"of 600 rows told again only {runs['rows that resemble'][0]} and their like were found")
    for name, most in (("chronologies merged", 20), ("chronologies merged and compared", 300)):
        yield figure(f"12 {name}, 500 rows each", "ms", runs[name], most, "at most")
    for tasks, what in ((1, "one core"), (2, "two cores")):
        yield figure(
            f"Dorset schedules as dates, {what}", "/s", runs[f"dates, {tasks}"], 20_000, "target"
        )
        yield figure(
            f"Dorset schedules with reasons as JSON, {what}", "/s",
            runs[f"explanations, {tasks}"], 5_000, "target",
        )
    for kind in ("docx", "pdf"):
        # Nothing where the program that makes them is not installed.
        if seconds := runs[f"report as {kind}, seconds"]:
            yield figure(f"report of thirty pages as {kind}", "s", seconds, 30, "at most")
            held = [count / 2**20 for count in runs[f"report as {kind}, bytes"]]
            yield figure(f"report as {kind}, most memory", "MiB", held, 1_024, "at most")


def numpy_additions():
    """The additions of WorkingDayAdditions.swift, and their sum."""
    calendar = json.loads(
        subprocess.run(
            [SIGHTLINE, "calendar", "--from", "1990", "--to", "2060", "--json"],
            check=True, capture_output=True, text=True, timeout=60,
        ).stdout
    )
    places = numpy.arange(1_000_000)
    starts = (10_957 + places * 7_919 % 18_263).astype("datetime64[D]")
    offsets = 1 + places * 31 % 40
    holidays = numpy.busdaycalendar(holidays=[entry["date"] for entry in calendar["holidays"]])
    runs = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        reached = numpy.busday_offset(starts, offsets, roll="backward", busdaycal=holidays)
        runs.append(len(places) / (time.perf_counter() - begun))
    return runs, float(reached.astype(int).sum())


# A file of cases, a line each


def through_lines():
    with tempfile.TemporaryDirectory() as folder:
        cases = pathlib.Path(folder, "cases.jsonl")
        cases.write_text("".join(case(number) for number in range(LINES)))
        speeds, peaks = [], []
        for _ in range(RUNS):
            answers = pathlib.Path(folder, "answers.jsonl")
            begun = time.perf_counter()
            with answers.open("wb") as out:
                process = subprocess.Popen(
                    [SIGHTLINE, "schedule", "dorset", "--from", cases, "--today", "2026-01-14"],
                    stdout=out, stderr=subprocess.DEVNULL, cwd=ROOT,
                )
                _, status, usage = os.wait4(process.pid, 0)
            speeds.append(LINES / (time.perf_counter() - begun))
            peaks.append(usage.ru_maxrss / 1024)
            process.returncode = os.waitstatus_to_exitcode(status)
            check_answers(answers, process.returncode)
    yield figure("schedule dorset --from, 20,000 lines, end to end", "lines/s", speeds, 5_000, "target")
    yield figure("schedule dorset --from, peak memory", "MB", peaks, 512, "bound of a hostile input")


def case(number):
    incident = datetime.date(2024, 1, 1) + datetime.timedelta(days=number % 730)
    moments = {"incident": 0, "aware": 2, "notified": 6}
    return json.dumps(
        {
            "moments": {
                name: (incident + datetime.timedelta(days=later)).isoformat()
                for name, later in moments.items()
            },
            "facts": {},
        }
    ) + "\n"


def check_answers(file, ended):
    """Exit code 1 only says that some dates contradict each other; each line must still be a plan."""
    with file.open("rb") as lines:
        count = sum(line.startswith(b'{"procedure":"dorset"') for line in lines)
    if ended not in (0, 1) or count != LINES:
        raise SystemExit(f"schedule --from ended with {ended} and gave {count} plans for {LINES} lines")


# Stored


def stored():
    for cases in (1_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            said = subprocess.run(
                [RELEASE / "store-load", "measure", folder, str(cases)],
                check=True, capture_output=True, text=True, timeout=600,
            ).stdout
        runs = {}
        for line in said.splitlines():
            name, *values = line.split("\t")
            runs[name] = [float(value) for value in values]
        raw = statistics.median(runs["raw transactions of the same rows, eight writers"])
        yield figure(
            f"acknowledged acts, eight writers, {cases:,} cases", "/s",
            runs["acts, eight writers"], raw, "raw transactions of the same rows and bytes",
        )
        yield figure(
            f"lists of 25 out of {cases:,} cases", "/s",
            runs[f"lists of 25 out of {cases}"], 1_500, "target",
        )
    for name, most in (("fold of 2,000 events", 1), ("2,000 events read, unsealed, decoded and folded", 20)):
        yield figure(name, "ms", runs[name], most, "at most")


def kills():
    """Asserts, and measures nothing: what was acknowledged outlives its writer, what was due is reminded of once, and what was queued arrives."""
    subprocess.run([ROOT / "Tests/killed/run", RELEASE / "store-load", "200"], check=True, timeout=1800)
    command = [ROOT / "Tests/mail/run", RELEASE / "sightline", RELEASE / "store-load", "200"]
    subprocess.run(command, check=True, timeout=900)


# Served


def served():
    with server() as (address, process):
        page = fetch(address + PLAN)
        print(f"/plan is {len(page):,} bytes")
        idle = [resident(process.pid)]
        plan, plain = [], []
        for _ in range(RUNS):
            plan.append(requests_per_second(address + PLAN))
            plain.append(requests_per_second(address + "/static/sightline.css"))
        busy = resident(process.pid)
    for _ in range(RUNS - 1):
        with server() as (address, process):
            fetch(address + "/")
            time.sleep(0.5)
            idle.append(resident(process.pid))
    yield figure("/plan with its reasons, wrk beside it on two cores", "requests/s", plan, 1_000, "target")
    yield figure(
        "/plan beside a plain file of the same server", "requests/s", plan,
        statistics.median(plain), "/static/sightline.css",
    )
    yield figure("serve, memory idle", "MB", idle, 60, "target")
    yield figure("serve, memory after the load", "MB", [busy], statistics.median(idle), "idle")


def requests_per_second(url, cookie=""):
    said = subprocess.run(
        ["wrk", "-t1", "-c16", "-d5s", "-H", f"Cookie: {cookie}", url], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"{url} did not always answer 200:\n{said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def signed_in():
    """Pages behind the sign-in: each request reads the session, checks versions, writes the look first."""
    for cases in (1_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            place = ["--demonstration", "--data", f"{folder}/data", "--keys", f"{folder}/keys"]
            with server(*place):
                pass
            subprocess.run(
                [RELEASE / "store-load", "crowd", folder, str(cases)], check=True, timeout=900
            )
            if cases == 1_000:
                yield from returns(folder)
            with server(*place) as (address, process):
                cookie = sign_in(address)
                headers = {"Cookie": cookie}
                page = fetch(address + "/cases/4qx-7md", headers)
                log = fetch(address + "/cases/4qx-7md/log", headers)
                assert log.count(b'<li id="entry-') == 50, "the newest 50 entries are shown"
                print(f"the case page is {len(page):,} bytes, its log {len(log):,}")
                runs = {
                    path: [requests_per_second(address + path, cookie) for _ in range(RUNS)]
                    for path in ("/cases/4qx-7md", "/cases/4qx-7md/log", "/cases")
                }
                busy = resident(process.pid)
        yield figure(
            f"list of 25 out of {cases:,} cases over HTTP, wrk beside it", "requests/s",
            runs["/cases"], 1_500, "target",
        )
        if cases == 1_000:
            yield figure(
                "case page, look written first, wrk beside it", "requests/s",
                runs["/cases/4qx-7md"], 600, "target",
            )
            yield figure(
                "log page, newest 50 of 300 entries", "requests/s",
                runs["/cases/4qx-7md/log"], 600, "target",
            )
            yield figure("serve with a store, memory after the load", "MB", [busy], 200, "target")


def returns(folder):
    """A thousand answers by twelve agencies at once, of which none may be lost."""
    said = subprocess.run(
        [RELEASE / "store-load", "returns", folder, "1000"],
        check=True, capture_output=True, text=True, timeout=300,
    ).stdout
    found = dict(line.split("\t") for line in said.splitlines())
    rate = float(found["returns by twelve agencies at once"])
    yield figure("returns by twelve agencies at once, one case", "/s", [rate], 50, "target")
    yield figure("returns that were lost", "", [float(found["returns that were lost"])], 1, "one")


def large_files():
    """An agency's file of 200 MiB, which is never in memory whole."""
    runs = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(uploads.growths(server, folder))
    names = ("sent by an agency", "saved by staff", "saved with the pack as ZIP")
    for name, grown in zip(names, zip(*runs)):
        yield figure(f"file of 200 MiB {name}, memory growth", "MB", grown, 32, "at most")


def taken_away():
    """A case of 200 documents as one archive, and a log of 2,000 entries looked through."""
    with tempfile.TemporaryDirectory() as folder:
        place = ["--demonstration", "--data", f"{folder}/data", "--keys", f"{folder}/keys"]
        with server(*place):
            pass
        subprocess.run([RELEASE / "store-load", "shelf", folder, "200"], check=True, timeout=300)
        seconds, grown, plain = [], [], []
        for _ in range(RUNS):
            with server(*place) as (address, process):
                headers = {"Cookie": sign_in(address)}
                before = resident(process.pid)
                begun = time.perf_counter()
                bundle = fetch(address + "/cases/4qx-7md/bundle", headers, seconds=120)
                seconds.append(time.perf_counter() - begun)
                grown.append(most_resident(process.pid) - before)
            with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
                files = {name: archive.read(name) for name in archive.namelist()}
            filed = sum(name.endswith(".pdf") for name in files)
            if filed != 200:
                raise SystemExit(f"of 200 documents {filed} are in the archive")
            begun = time.perf_counter()
            with zipfile.ZipFile(f"{folder}/plain.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in files.items():
                    archive.writestr(name, content)
            plain.append(time.perf_counter() - begun)
        print(f"the archive of 200 documents is {len(bundle):,} bytes")
        yield figure(
            "case of 200 documents of 256 KiB as one archive", "s", seconds,
            statistics.median(plain), "Python's zipfile, the same files",
        )
        yield figure("the same, memory growth", "MB", grown, 32, "at most")
        subprocess.run([RELEASE / "store-load", "lengthen", folder, "2000"], check=True, timeout=300)
        runs = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            said = subprocess.run(
                [SIGHTLINE, "verify", "--data", f"{folder}/data", "--keys", f"{folder}/keys"],
                check=True, capture_output=True, text=True, timeout=120, cwd=ROOT,
            ).stdout
            runs.append(time.perf_counter() - begun)
            if "Nothing was altered" not in said:
                raise SystemExit(f"verify said {said}")
        yield figure("verify of a store with a case of 2,000 events", "s", runs, 2, "at most")


def most_resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


def sign_in(address):
    """The cookie of the business manager of a demonstration."""
    page = fetch(address + "/sign-in").decode()
    person = re.search(r'value="([^"]+)"><button[^>]*>Be Joan Ferris', page)[1]
    body = urllib.parse.urlencode({"person": person}).encode()
    request = urllib.request.Request(address + "/sign-in/demonstration", body)
    answer = urllib.request.build_opener(Unfollowing).open(request, timeout=10)
    return answer.headers["Set-Cookie"].split(";")[0]


class Unfollowing(urllib.request.HTTPRedirectHandler):
    def http_error_303(self, request, answer, code, message, headers):
        return answer


def started():
    seconds = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        with server() as (address, _):
            fetch(address + PLAN)
            seconds.append(time.perf_counter() - begun)
    yield figure("serve, from start to the first plan", "s", seconds, 0.3, "target")


@contextlib.contextmanager
def server(*options):
    process = subprocess.Popen(
        [SIGHTLINE, "serve", "--port", "0", *options],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT,
    )
    try:
        for line in process.stdout:
            if found := re.match(r"Listening on (http://127\.0\.0\.1:\d+)", line):
                yield found[1], process
                return
        raise SystemExit("serve ended before it listened")
    finally:
        process.terminate()
        process.wait(timeout=10)


def fetch(url, headers=None, seconds=10):
    request = urllib.request.Request(url, headers=headers or {})
    with urllib.request.urlopen(request, timeout=seconds) as answer:
        if answer.status != 200:
            raise SystemExit(f"{url} answered {answer.status}")
        return answer.read()


def resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024


if __name__ == "__main__":
    main()
