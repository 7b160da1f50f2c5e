"""Cases as several people work on them: two at once, corrections, walls, emergencies, without scripts, by keyboard."""

import datetime
import re

from stores import CASE, TODAY, fill_day, working_day


def test_the_second_of_two_is_told_what_changed_and_loses_nothing(be, picture):
    joan, priya = be("Joan Ferris", f"{CASE}/log-entries"), be("Priya Nair", f"{CASE}/safety")
    joan.locator("#text").fill("Rang the hospital: they call back tomorrow.")
    joan.get_by_role("button", name="Write it down").click()
    assert joan.url.endswith("/log")
    priya.get_by_label("No", exact=True).check()
    priya.locator("#words").fill("The grandmother says that the father came to the house last night.")
    priya.get_by_role("button", name="Record it").click()
    banner = priya.locator(".banner")
    assert "Somebody else was first" in banner.inner_text()
    assert "Joan Ferris wrote" in banner.inner_text()
    picture(priya, "overtaken")
    assert priya.get_by_label("No", exact=True).is_checked()
    assert "grandmother" in priya.locator("#words").input_value()
    priya.get_by_role("button", name="Record it").click()
    assert "NOT safe when last asked" in priya.locator("main").inner_text()


def test_sent_twice_it_is_recorded_once(be):
    page = be("Joan Ferris", f"{CASE}/log-entries")
    page.locator("#text").fill("Written once, however often the button is pressed.")
    form = {
        field["name"]: field["value"]
        for field in page.evaluate(
            "() => [...new FormData(document.querySelector('main form'))].map(([name, value]) => ({name, value}))"
        )
    }
    for _ in range(2):
        assert page.request.post(f"{page.url}", form=form, max_redirects=0).status == 303
    page.goto(f"{CASE}/log")
    assert page.get_by_text("Written once, however often").count() == 1


def test_a_correction_shows_every_date_before_and_after_it_is_confirmed(be, picture):
    page = be("Joan Ferris", f"{CASE}/steps/submit-notification")
    page.get_by_role("link", name=re.compile("^Correct")).click()
    day = datetime.date.fromisoformat(
        "-".join(page.locator(f"#day-{part}").input_value().zfill(2) for part in ("year", "month", "day"))
    )
    fill_day(page, "day", (day - datetime.timedelta(days=1)).isoformat())
    page.get_by_role("button", name="See what would change").click()
    assert "Error" in page.title()
    assert page.get_by_role("link", name="Enter the reason").count() == 1
    page.locator("#reason").fill("The portal’s own receipt bears the earlier day.")
    page.get_by_role("button", name="See what would change").click()
    assert page.get_by_text("Nothing is recorded yet").count() == 1
    rows = page.locator("main table tbody tr")
    assert rows.count() >= 1
    picture(page, "correction-before-and-after")
    page.get_by_role("button", name="Go back and change something").click()
    assert page.locator("#reason").input_value().startswith("The portal")
    page.get_by_role("button", name="See what would change").click()
    page.get_by_role("button", name="Record it").click()
    said = page.locator(".banner-done").first.inner_text()
    assert "corrected: “Submit the notification" in said
    page.goto(f"{CASE}/log")
    newest = page.locator(".log > li").first.inner_text()
    assert "corrected: “Submit the notification" in newest and "The portal" in newest


def test_a_day_ahead_a_missing_answer_and_a_wrong_day_are_said_beside_their_boxes(be, picture):
    page = be("Joan Ferris", f"{CASE}/moments")
    page.get_by_role("button", name="See what would change").click()
    assert page.locator(".errors a").count() == 2
    page.locator("#moment").select_option("suspicion")
    fill_day(page, "day", "2026-02-31")
    page.get_by_role("button", name="See what would change").click()
    assert "must be a real date" in page.locator(".errors").inner_text()
    picture(page, "moment-wrong-day")
    fill_day(page, "day", (TODAY + datetime.timedelta(days=2)).isoformat())
    page.locator("#note").fill("Typed with care.")
    page.get_by_role("button", name="See what would change").click()
    assert "lies ahead" in page.locator(".errors").inner_text()
    assert page.locator("#note").input_value() == "Typed with care."


def test_an_excluded_person_finds_nothing_and_whoever_runs_the_case_sees_it(be, picture):
    marian = be("Marian Holt", CASE)
    assert marian.title().startswith("Case 4QX-7MD")
    joan = be("Joan Ferris", f"{CASE}/exclusions")
    joan.locator("#person").select_option(label="Marian Holt")
    joan.locator("#reason").fill("She chaired a strategy meeting about the family.")
    joan.get_by_role("button", name="Exclude them").click()
    assert joan.locator("#excluded").count() == 1
    picture(joan, "exclusion")
    for path in (CASE, f"{CASE}/log", f"{CASE}/people"):
        page = marian.goto(path)
        none = marian.goto(path.replace("4qx-7md", "000-001"))
        assert (page.status, none.status) == (404, 404)
        marian.goto(path)
        assert "4QX" not in marian.content()
    marian.goto("/my-work")
    assert "4QX-7MD" not in marian.content()
    # Whoever is excluded already learns no more.
    liam = be("Liam Doherty")
    assert liam.goto(CASE).status == 404 and "4QX-7MD" not in liam.content()


def test_two_open_a_case_in_an_emergency_and_everyone_on_it_is_told(be, picture):
    colin = be("Colin Weir")
    assert colin.goto(CASE).status == 404
    colin.goto("/emergencies/new")
    colin.locator("#reference").fill("4QX-7MD")
    colin.locator("#person").select_option(label="Colin Weir")
    colin.locator("#reason").fill("Joan cannot be reached, and the hospital is on the line.")
    colin.get_by_role("button", name="Ask for it").click()
    assert "Not open yet" in colin.locator("main").inner_text()
    assert colin.get_by_role("button", name=re.compile("^Approve")).count() == 0
    assert colin.goto(CASE).status == 404
    farah = be("Dr Farah Iqbal", "/emergencies")
    farah.get_by_role("button", name=re.compile("^Approve")).click()
    assert "open to read until" in farah.locator("main").inner_text()
    picture(farah, "emergency")
    assert colin.goto(CASE).status == 200
    assert colin.get_by_role("heading", name="Record something").count() == 0
    assert colin.goto(f"{CASE}/moments").status == 403
    for person in ("Joan Ferris", "Olive Hartnell"):
        page = be(person, CASE)
        assert "is open to Colin Weir in an emergency" in page.locator("main").inner_text()


def test_an_emergency_is_never_for_somebody_excluded(be):
    liam = be("Liam Doherty", "/emergencies/new")
    liam.locator("#reference").fill("4QX-7MD")
    liam.locator("#person").select_option(label="Liam Doherty")
    liam.locator("#reason").fill("I want to see it.")
    liam.get_by_role("button", name="Ask for it").click()
    # Asking tells nothing: it is refused when somebody is to approve it.
    assert "Not open yet" in liam.locator("main").inner_text()
    farah = be("Dr Farah Iqbal", "/emergencies")
    farah.get_by_role("button", name=re.compile("^Approve")).click()
    assert "It was not opened" in farah.title()
    assert liam.goto(CASE).status == 404


def test_a_document_kept_to_named_people_is_not_named_to_others(be):
    joan = be("Joan Ferris", f"{CASE}/documents")
    assert "Police disclosure on the parents" in joan.content()
    for person in ("Grace Adeyemi", "Helen Marsh"):
        page = be(person)
        for path in (f"{CASE}/documents", f"{CASE}/log", CASE):
            page.goto(path)
            assert "Police disclosure" not in page.content(), path
    page.goto(f"{CASE}/documents")
    assert "One more document is kept to named people" in page.content()


def test_every_look_is_in_the_read_log(be):
    be("Olive Hartnell", f"{CASE}/plan")
    joan = be("Joan Ferris", f"{CASE}/looks")
    looks = joan.locator("main table tbody tr").all_inner_texts()
    assert "Joan Ferris" in looks[0] and "Read log" in looks[0]
    assert any("Olive Hartnell" in look and "The plan" in look for look in looks)
    ruth = be("Ruth Penhallow", f"{CASE}/looks")
    people = {row.split("\t")[1] if "\t" in row else row for row in ruth.locator("main table tbody tr").all_inner_texts()}
    assert people and all("Joan Ferris" in person for person in people)


def test_what_a_person_sees_can_be_asked(be, picture):
    joan = be("Joan Ferris", f"{CASE}/people")
    joan.get_by_role("row", name=re.compile("^Olive Hartnell")).get_by_role("link").first.click()
    said = joan.locator("main").inner_text()
    assert "What Olive Hartnell sees" in said
    assert re.search(r"See the case\s+Yes: as observer", said)
    assert re.search(r"Read the log\s+Not now|Read the log\s+No", said)
    picture(joan, "seen-by")


def test_without_scripts_and_by_keyboard_a_step_is_recorded_as_done(be, picture):
    page = be("Joan Ferris", f"{CASE}/steps/invite-to-action-planning", java_script_enabled=False)
    page.get_by_role("link", name="Record it as done").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/completions/**")
    page.locator("#to").focus()
    page.keyboard.type("Everyone invited to the rapid review")
    page.keyboard.press("Tab")
    page.keyboard.type("Secure e-mail")
    page.keyboard.press("Enter")
    if page.get_by_text("Nothing is recorded yet").count():
        page.get_by_role("button", name="Record it").focus()
        page.keyboard.press("Enter")
    page.wait_for_url("**recorded=*")
    assert "recorded as done" in page.locator(".banner-done").first.inner_text()


def test_a_new_case_is_opened_on_a_telephone(be, picture):
    page = be("Joan Ferris", "/cases/new", viewport={"width": 320, "height": 640}, has_touch=True)
    page.get_by_role("button", name="Open the case").click()
    assert "Enter the name" in page.locator(".errors").inner_text()
    page.locator("#child-1-name").fill("Robin Sample")
    page.locator("#place").fill("Portwell")
    page.get_by_role("button", name="Open the case").click()
    assert re.search(r"/cases/[0-9a-z]{3}-[0-9a-z]{3}\?recorded=1$", page.url)
    assert "Immediate safety: not recorded" in page.locator("main").inner_text()
    picture(page, "new-case-320")
    colin = be("Colin Weir")
    assert colin.goto(page.url.split("?")[0]).status == 404


def test_a_closure_day_shows_which_dates_would_move(be, picture):
    page = be("Joan Ferris", "/closures/new")
    fill_day(page, "day", working_day(1, TODAY.isoformat()))
    page.locator("#reason").fill("Office move")
    page.get_by_role("button", name="See what would change").click()
    assert page.get_by_text("Nothing is recorded yet").count() == 1
    assert page.locator("main table tbody tr").count() > 1
    picture(page, "closure-before-and-after")
    page.get_by_role("button", name="Record it").click()
    assert "Office move" in page.locator("main").inner_text()


def test_the_partnership_is_chosen_and_shown_and_the_other_is_not_seen(be):
    page = be("Joan Ferris", "/cases")
    assert "4QX-7MD" in page.content() and "7HC-4VJ" not in page.content()
    page.locator(".switch summary").click()
    page.get_by_role("button", name="Eastmoor").click()
    page.goto("/cases")
    assert "7HC-4VJ" in page.content() and "4QX-7MD" not in page.content()
    assert page.goto(CASE).status == 404
    assert "Eastmoor" in page.locator("header").inner_text()


def test_the_clock_of_a_demonstration_goes_forward_and_things_become_overdue(be):
    page = be("Joan Ferris")
    before = int(re.search(r"Overdue: (\d+)", page.locator("main").inner_text())[1])
    page.get_by_role("link", name="Set its clock").click()
    fill_day(page, "day", (TODAY - datetime.timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Set the clock").click()
    assert "goes forward only" in page.locator(".errors").inner_text()
    fill_day(page, "day", (TODAY + datetime.timedelta(days=10)).isoformat())
    page.get_by_role("button", name="Set the clock").click()
    after = int(re.search(r"Overdue: (\d+)", page.locator("main").inner_text())[1])
    assert after > before


def test_a_server_that_stops_and_starts_loses_nothing_that_was_acknowledged(be, served):
    page = be("Joan Ferris", f"{CASE}/log-entries")
    page.locator("#text").fill("Acknowledged before the power went.")
    page.get_by_role("button", name="Write it down").click()
    assert "Acknowledged before" in page.content()
    served.process.kill()
    served.process.wait()
    served.start()
    again = be("Joan Ferris", f"{CASE}/log")
    assert "Acknowledged before the power went." in again.content()
