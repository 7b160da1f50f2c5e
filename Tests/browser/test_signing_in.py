"""From the command line to a first case: invited, enrolled, signed in and out, reset and confirmed."""

import re
import subprocess

import pytest
from checks import axe_findings
from stores import PROGRAM, ROOT, Served, one_time_code

PASSWORD = "four plain harbour words"


@pytest.fixture
def served(tmp_path):
    """A live store with a partnership and nobody in it yet."""
    (tmp_path / "keys").mkdir(mode=0o700)
    place = ["--data", tmp_path / "data", "--keys", tmp_path / "keys"]
    words = [PROGRAM, "partnership", "add", "Marlshire", "--procedure", "dorset", *place]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    served = Served(tmp_path)
    yield served
    served.stop()


def link_for(served, name, email, *options):
    said = served.command("person", "add", name, email, "--public-url", served.address, *options)
    link = re.search(r"http\S+", said)[0]
    file = served.folder / "data" / "sign-in-link.txt"
    assert file.read_text().strip() == link
    assert file.stat().st_mode & 0o077 == 0
    return link


def enrol(page, link, picture=None):
    """Chooses a password and sets up the code; returns its secret, the recovery codes and the code given."""
    page.goto(link)
    page.locator("#password").fill("short")
    page.locator("#again").fill("short")
    page.get_by_role("button", name="Choose this password").click()
    assert "must have at least 12" in page.locator(".errors").inner_text()
    page.locator("#password").fill(PASSWORD)
    page.locator("#again").fill(PASSWORD)
    page.get_by_role("button", name="Choose this password").click()
    page.wait_for_url("**/sign-in/enrolment")
    secret = page.locator(".code").inner_text()
    if picture:
        picture(page, "enrolment")
        assert axe_findings(page) == []
    page.locator("#code").fill("000000")
    page.get_by_role("button", name="Confirm the code").click()
    assert page.locator(".errors").count() == 1
    assert page.locator(".code").inner_text() == secret
    given = one_time_code(secret)
    page.locator("#code").fill(given)
    page.get_by_role("button", name="Confirm the code").click()
    codes = page.locator(".codes li").all_inner_texts()
    assert len(codes) == 10
    if picture:
        picture(page, "recovery-codes")
        assert axe_findings(page) == []
    page.get_by_role("link", name="I have put them away").click()
    return secret, codes, given


def sign_in(page, email, code):
    page.goto("/sign-in")
    page.locator("#email").fill(email)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.locator("#code").fill(code)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_invited_enrolled_signed_out_and_in_again(visit, served, picture):
    link = link_for(served, "Ada Minister", "ada@marl.example")
    page = visit("/", base_url=served.address)
    assert "Live" in page.locator(".marking").inner_text()
    _, codes, given = enrol(page, link, picture)
    assert page.url.endswith("/my-work")
    assert "OFFICIAL-SENSITIVE" in page.locator(".marking").inner_text()
    assert "You are on no open case" in page.locator("main").inner_text()
    again = visit("/", base_url=served.address)
    assert again.goto(link).status == 404
    page.get_by_role("button", name="Sign out").click()
    assert page.goto("/my-work").url.endswith("/sign-in?to=/my-work") or "/sign-in" in page.url
    # The code that set it up does not serve a second time; a recovery code does, and once.
    sign_in(page, "ada@marl.example", given)
    assert "not the code of this moment" in page.locator(".errors").inner_text()
    page.locator("#code").fill(codes[3])
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/my-work")
    other = visit("/sign-in", base_url=served.address)
    sign_in(other, "ADA@marl.example", codes[3])
    assert other.locator(".errors").count() == 1
    other.locator("#code").fill(codes[4])
    other.get_by_role("button", name="Sign in", exact=True).click()
    other.wait_for_url("**/my-work")
    other.goto("/account")
    picture(other, "account-live")
    other.get_by_role("button", name="Sign out everywhere").click()
    page.goto("/my-work")
    assert "/sign-in" in page.url


def test_wrong_passwords_and_unknown_people_are_answered_alike_and_made_to_wait(visit, served):
    link_for(served, "Ada Minister", "ada@marl.example")
    page = visit("/sign-in", base_url=served.address)
    said = set()
    for email in ["ada@marl.example", "nobody@marl.example"] * 2:
        page.locator("#email").fill(email)
        page.locator("#password").fill("not the password")
        page.get_by_role("button", name="Go on").click()
        said.add(page.locator(".errors li").inner_text())
        assert page.locator("#password").input_value() == ""
    assert said == {"The address or the password is not right"}
    for _ in range(6):
        page.locator("#email").fill("ada@marl.example")
        page.locator("#password").fill("not the password")
        page.get_by_role("button", name="Go on").click()
    assert "Too many attempts" in page.locator(".errors").inner_text()


def test_what_was_typed_outlives_the_sign_in(visit, served, picture):
    """Signed out while writing: signed in again in place, and sent with one press."""
    link = link_for(served, "Joan Ferris", "joan@marl.example", "--capacity", "coordinator")
    page = visit("/", base_url=served.address)
    secret, codes, _ = enrol(page, link)
    page.goto("/cases/new")
    page.locator("#child-1-name").fill("Robin Sample")
    page.get_by_role("button", name="Open the case").click()
    case = page.url.split("?")[0]
    page.goto(f"{case}/log-entries")
    page.locator("#text").fill("Half an hour of careful writing.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Write it down").click()
    assert "Nothing you typed is lost" in page.locator("main").inner_text()
    picture(page, "signed-out-while-writing")
    page.locator("#email").fill("joan@marl.example")
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.locator("#code").fill(codes[0])
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Send what you typed").click()
    assert page.url == f"{case}/log"
    assert "Half an hour of careful writing." in page.content()


def test_a_reset_shuts_the_cases_until_somebody_else_confirms_it(visit, served, picture):
    link = link_for(served, "Joan Ferris", "joan@marl.example", "--capacity", "coordinator")
    joan = visit("/", base_url=served.address)
    enrol(joan, link)
    joan.goto("/cases/new")
    joan.locator("#child-1-name").fill("Robin Sample")
    joan.get_by_role("button", name="Open the case").click()
    case = joan.url.split("?")[0]
    ruth = visit("/", base_url=served.address)
    enrol(ruth, link_for(served, "Ruth Penhallow", "ruth@marl.example", "--capacity", "chair"))
    ada = visit("/", base_url=served.address)
    _, codes, _ = enrol(ada, link_for(served, "Ada Minister", "ada@marl.example"))
    ada.goto("/people")
    ada.get_by_role("link", name="Joan Ferris").click()
    ada.get_by_role("link", name="Reset how they sign in").click()
    if "/account/code" in ada.url:
        ada.locator("#code").fill(codes[0])
        ada.get_by_role("button", name="Go on").click()
    ada.get_by_role("button", name="Reset it").click()
    new_link = ada.locator(".code").inner_text()
    joan.goto("/my-work")
    assert "/sign-in" in joan.url
    enrol(joan, new_link)
    assert "Your cases are shut for now" in joan.locator("main").inner_text()
    assert joan.goto(case).status == 404
    ruth.goto("/people")
    ruth.get_by_role("link", name="Joan Ferris").click()
    picture(ruth, "reset-to-be-confirmed")
    ruth.get_by_role("button", name="I have asked them").click()
    assert joan.goto(case).status == 200


def test_any_other_host_is_misdirected_and_the_cookie_is_careful(visit, served):
    page = visit("/sign-in", base_url=served.address)
    answer = page.request.get(f"{served.address}/sign-in", headers={"Host": "elsewhere.example"})
    assert answer.status == 421
    link = link_for(served, "Ada Minister", "ada@marl.example")
    enrol(page, link)
    cookies = page.context.cookies()
    assert [(one["httpOnly"], one["sameSite"], one["expires"]) for one in cookies] == [(True, "Lax", -1)]
    assert page.context.storage_state()["origins"] == []
