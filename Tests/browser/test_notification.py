"""From a worried call to a recorded notification: referrals, views, the pack, signatures, the submission."""

import datetime
import re
import signal
import time

from acts import choose, fill, press, put_on, record, sound
from stores import TODAY, begin, fill_day

EARLIER = (TODAY - datetime.timedelta(days=1)).isoformat()

REFERRAL = {
    "child-safe": "no",
    "child-safe-details": "The child has died.",
    "others-safe": "yes",
    "who-acted": "The police took the brother to an aunt.",
    "name": "Grace Adeyemi",
    "role": "Named nurse",
    "agency": "Portwell Hospitals",
    "phone": "01632 960001",
    "email": "grace@hospital.example",
    "agreed-by": "Dr Ida Moss, Director of Nursing",
    "incident-day": EARLIER,
    "place": "Portwell, at home",
    "incident-area": "Marlshire",
    "outside-england": "no",
    "what": "Found unresponsive in the morning.",
    "harm": "died",
    "death-day": EARLIER,
    "suspected": "yes",
    "suspected-details": "Unexplained bruises.",
    "agency-knew": EARLIER,
    "council-knew": EARLIER,
    "child-unborn": "no",
    "child-name": "Merle Exampleton",
    "child-born": "2025-02-03",
    "child-home": "Marlshire",
    "child-part": ["harmed"],
    "child-outcome": "died",
    "child-nhs": "943 476 5919",
    "child-another": "no",
    "other-areas": "no",
    "criteria": "A child has died and neglect is suspected.",
    "signed-name": "Grace Adeyemi",
    "signed-role": "Named nurse",
}


def refer(page, **changed):
    """Sends a referral from its one page; returns its reference."""
    page.goto("/referrals")
    press(page, "Begin a referral")
    reference = re.search(r"/referrals/([^/]+)/", page.url)[1]
    page.goto(f"/referrals/{reference}/parts/whole")
    fill(page, {name: value for name, value in {**REFERRAL, **changed}.items() if value is not None})
    press(page, "Save")
    assert page.url.endswith(reference), page.locator(".errors").inner_text()
    press(page, "Send it to the partnership")
    assert "Sent by" in page.locator("main").inner_text()
    return reference


def view(page, case, of, by, what, reasons):
    record(
        page,
        f"{case}/views/decide-to-notify",
        {"of": of, "name": by, "view": what, "reason": reasons, "evidence": "The strategy meeting."},
    )


def decide(page, case, outcome, **more):
    page.goto(f"{case}/completions/decide-to-notify")
    answers = {"outcome": outcome, "reasons": "The authority decided after hearing the partners."}
    fill(page, {**answers, "deciders": "The director", "dissent": "As the views say", **more})
    for group in page.locator('input[name^="criterion-"][value="met"]').all():
        group.check()
    for area in page.locator('textarea[name^="criterion-"]').all():
        area.fill("The bruises are unexplained.")
    press(page, "Record it")
    if page.get_by_text("Nothing is recorded yet.").count():
        press(page, "Record it")
    assert "Error" not in page.title(), page.locator(".errors").inner_text()


def write_pack(page, case, paper="notification", **changed):
    answers = {
        "notifier-name": "Daniel Osei",
        "nature": "death-abuse",
        **changed,
    }
    page.goto(f"{case}/papers/{paper}/parts/whole")
    for name, value in answers.items():
        if page.locator(f'[name="{name}"]').count():
            fill(page, {name: value})
    press(page, "Save")


def test_under_dorset_from_referral_to_recorded_notification(be, picture):
    grace = be("Grace Adeyemi")
    reference = refer(grace)
    case = f"/cases/{reference}"
    picture(grace, "referral-sent")
    # Whoever sent it is not on the case, and learns nothing of it but what she is told.
    assert grace.goto(case).status == 404
    joan = be("Joan Ferris", case)
    said = joan.locator("main").inner_text()
    assert "NOT safe when last asked" in said and "Merle Exampleton" in said
    picture(joan, "case-from-referral")
    joan.goto(f"{case}/papers/referral")
    assert "Unexplained bruises." in joan.locator("main").inner_text()
    sound(joan)
    put_on(joan, reference, "Daniel Osei", "head-of-qa")
    put_on(joan, reference, "Helen Marsh", "qa-director")
    put_on(joan, reference, "Marian Holt", "other-directors")
    put_on(joan, reference, "Dr Farah Iqbal", "executive-director")

    for of, by in (("local-authority", "Daniel Osei"), ("icb", "Dr Farah Iqbal"), ("police", "Liam Doherty")):
        view(joan, case, of, by, "notify", "Abuse is suspected.")
    decide(joan, case, "notify")
    step = joan.goto(f"{case}/steps/decide-to-notify") and joan.locator("main").inner_text()
    assert "The criteria as they were weighed" in step and "Liam Doherty" in step
    sound(joan)
    picture(joan, "decision")

    daniel = be("Daniel Osei", f"{case}/papers/notification")
    said = daniel.locator("main").inner_text()
    assert "Sightline has notified nobody" in said and "Taken over, not checked" in said
    assert "To be submitted by" in said
    write_pack(daniel, case)
    daniel.goto(f"{case}/papers/notification")
    sound(daniel)
    press(daniel, "Put it forward")
    assert "Version 1" in daniel.locator("main").inner_text()
    picture(daniel, "pack")
    daniel.goto(f"{case}/papers/notification/copying")
    assert daniel.locator("textarea[data-copied]").count() > 10
    assert daniel.get_by_role("button", name="Copy", exact=True).count() > 10
    daniel.get_by_role("button", name=re.compile("^I have entered: The incident")).click()
    assert daniel.get_by_text("Entered", exact=True).count() == 1
    sound(daniel)
    picture(daniel, "pack-copying")

    def sign(person):
        page = be(person, f"{case}/signatures/sign-notification")
        assert "Merle Exampleton" in page.locator("main").inner_text()
        for box in page.locator("main input[type=checkbox]").all():
            box.check()
        press(page, "Sign it")
        assert "Error" not in page.title(), page.locator(".errors").inner_text()
        return page

    # Nobody signs before her turn.
    early = be("Dr Farah Iqbal", f"{case}/signatures/sign-notification")
    for box in early.locator("main input[type=checkbox]").all():
        box.check()
    press(early, "Sign it")
    assert "not, or not yet, yours to sign" in early.locator(".errors").inner_text()
    helen = sign("Helen Marsh")
    picture(helen, "signed-once")
    # A change voids the signature, and says whose.
    daniel.goto(f"{case}/papers/notification/parts/whole")
    daniel.locator('[name="what"]').fill("Found unresponsive in the morning, by the mother.")
    press(daniel, "Save")
    daniel.goto(f"{case}/papers/notification")
    assert "signature of Helen Marsh counts no longer" in daniel.locator("main").inner_text()
    press(daniel, "Put forward version 2")
    joan.goto(f"{case}/log")
    assert "the signature of Helen Marsh counts no longer" in joan.locator("main").inner_text()
    for person in ("Helen Marsh", "Marian Holt", "Dr Farah Iqbal"):
        last = sign(person)
    assert "All signed" in last.locator("main").inner_text()
    sound(last)

    # Only people who are registered can have submitted it.
    submission = f"{case}/submissions/submit-notification"
    daniel.goto(submission)
    answers = {"to": "National Panel", "reference": "EXAMPLE-0001", "where": "Case folder"}
    fill(daniel, answers)
    choose(daniel, "#submitter", "Joan Ferris")
    press(daniel, "See what would change")
    assert "Only Head of QA" in daniel.locator(".errors").inner_text()
    assert daniel.locator("#reference").input_value() == "EXAMPLE-0001"
    choose(daniel, "#submitter", "Daniel Osei")
    press(daniel, "See what would change")
    assert "Rapid review" in daniel.locator("main").inner_text() or "Nothing is recorded yet" in daniel.locator("main").inner_text()
    press(daniel, "Record it")
    said = daniel.locator("main").inner_text()
    assert "EXAMPLE-0001" in said and f"Serious incident notification {TODAY.isoformat()}" in said
    sound(daniel)
    picture(daniel, "submitted")
    # What was sent stays as it was sent.
    daniel.goto(f"{case}/papers/notification/parts/whole")
    assert daniel.locator("h1").inner_text() == "You cannot do this here"
    record(
        daniel,
        f"{case}/later-changes/submit-notification",
        {"kind": "no-abuse", "words": "The pathologist rules out abuse.", "told": ""},
    )
    daniel.goto(f"{case}/papers/notification")
    assert "Changed since" in daniel.locator("main").inner_text()
    # Copies, each recorded.
    daniel.goto(f"{case}/copies/copy-notification")
    boxes = daniel.locator('input[name="to"]')
    boxes.first.check()
    fill(daniel, {"how": "Secure e-mail"})
    daniel.locator("main form button[type=submit]").first.click()
    if daniel.get_by_text("Nothing is recorded yet.").count():
        press(daniel, "Record it")
    assert "Not recorded yet." in daniel.locator("main").inner_text()
    daniel.goto(f"{case}/copies/copy-notification")
    for box in daniel.locator('input[name="to"]').all():
        box.check()
    fill(daniel, {"how": "Secure e-mail"})
    daniel.locator("main form button[type=submit]").first.click()
    if daniel.get_by_text("Nothing is recorded yet.").count():
        press(daniel, "Record it")
    assert "Not recorded yet." not in daniel.locator("main").inner_text()
    # The referrer is told, and reads it on her own page.
    record(joan, f"{case}/referrer-told", {"how": "Telephone", "words": "It was notified today."})
    grace.goto(f"/referrals/{reference}")
    assert "It was notified today." in grace.locator("main").inner_text()
    assert grace.goto(case).status == 404


def test_two_partners_for_and_the_authority_against(be, picture):
    reference = refer(be("Grace Adeyemi"), **{"child-name": "Alder Exampleton", "child-nhs": ""})
    case = f"/cases/{reference}"
    joan = be("Joan Ferris")
    view(joan, case, "local-authority", "Daniel Osei", "do-not-notify", "An accident.")
    view(joan, case, "icb", "Dr Farah Iqbal", "notify", "The injuries do not fit.")
    view(joan, case, "police", "Liam Doherty", "notify", "An inquiry is open.")
    decide(joan, case, "do-not-notify", **{"fact-partners-disagree": "yes", "route": "not-notified"})
    joan.goto(f"{case}/steps/decide-to-notify")
    said = joan.locator("main").inner_text()
    assert "2 views against the decision" in said
    assert "PDSCP Leadership" in said and "Put the scrutineer on the case" in said
    sound(joan)
    picture(joan, "dissent")
    joan.goto(case)
    assert "Settle whether to notify where an agency and the HoQA do not agree" in joan.locator("main").inner_text()
    joan.goto("/cases?state=open&route=not-notified")
    assert reference.upper() in joan.locator("main").inner_text()
    joan.goto("/cases?state=open&route=withdrawn")
    assert reference.upper() not in joan.locator("main").inner_text()
    # On new information it is decided again, and both decisions stand in the log.
    decide(joan, case, "notify", **{"fact-partners-disagree": "no", "route": "notification-and-rapid-review"})
    joan.goto(f"{case}/log")
    log = joan.locator("main").inner_text()
    assert "Outcome: do not notify" in log and "Outcome: notify" in log


def test_the_second_notification_of_a_looked_after_childs_death(be, picture, served):
    reference = refer(be("Grace Adeyemi"), **{"child-name": "Linden Exampleton", "child-nhs": "", "child-status": ["looked-after"], "suspected": "no", "suspected-details": None})
    case = f"/cases/{reference}"
    joan = be("Joan Ferris", f"{case}/people")
    put_on(joan, reference, "Daniel Osei", "head-of-qa", "care-service-head")
    daniel = be("Daniel Osei")
    daniel.goto(f"{case}/submissions/notify-looked-after-death")
    choose(daniel, "#submitter", "Daniel Osei")
    fill(daniel, {"to": "National Panel", "reference": "EXAMPLE-0010"})
    press(daniel, "See what would change")
    if daniel.get_by_text("Nothing is recorded yet.").count():
        press(daniel, "Record it")
    joan.goto(case)
    # The first starts no rapid review.
    assert "Threshold" in joan.locator(".over").first.inner_text()
    # Three days later neglect is suspected: the second notification has its own five days, and starts the rapid review.
    later = TODAY + datetime.timedelta(days=3)
    joan.goto("/demonstration/clock")
    fill_day(joan, "day", later.isoformat())
    press(joan, "Set the clock")
    record(
        joan,
        f"{case}/moments",
        {"moment": "suspicion", "day": later.isoformat(), "note": "The post-mortem examination."},
    )
    decide(joan, case, "notify", **{"fact-abuse-or-neglect": "yes"})
    daniel.goto(f"{case}/submissions/submit-notification")
    assert "It is linked to an earlier one" in daniel.locator("main").inner_text()
    picture(daniel, "second-notification")
    choose(daniel, "#submitter", "Daniel Osei")
    fill(daniel, {"to": "National Panel", "reference": "EXAMPLE-0011"})
    press(daniel, "See what would change")
    assert "Nothing is recorded yet." in daniel.locator("main").inner_text()
    press(daniel, "Record it")
    joan.goto(case)
    assert "Rapid review" in joan.locator(".over").first.inner_text()
    assert "0 of 15" in joan.locator("main").inner_text() or "ay 0" in joan.locator("main").inner_text()


def test_the_same_child_again_is_told_only_to_people_of_each_case(be, picture):
    first = refer(be("Grace Adeyemi"), **{"child-name": "Hazel Exampleton", "child-nhs": ""})
    joan = be("Joan Ferris")
    second = refer(be("Grace Adeyemi"), **{"child-name": "Hazel Exampleton", "child-nhs": ""})
    joan.goto(f"/cases/{second}")
    assert f"Case {first.upper()} may concern the same child" in joan.locator("main").inner_text()
    joan.goto(f"/cases/{first}")
    assert "Another case may concern a child of this one" in joan.locator("main").inner_text()
    picture(joan, "same-child")
    joan.get_by_role("link", name="Record how it was settled").click()
    fill(joan, {"same": "yes", "words": "One child; the cases are taken together."})
    press(joan, "Record it")
    assert "Another case may concern" not in joan.locator("main").inner_text()
    # Somebody on the new case alone learns nothing of the other.
    put_on(joan, second, "Priya Nair")
    priya = be("Priya Nair", f"/cases/{second}")
    assert first.upper() not in priya.content()
    priya.goto(f"/cases/{second}/log")
    assert first.upper() not in priya.content()


def test_a_referral_from_a_telephone_without_scripts(be, picture):
    page = be("Grace Adeyemi", "/referrals", java_script_enabled=False, viewport={"width": 320, "height": 640})
    press(page, "Begin a referral")
    picture(page, "referral-320")
    assert page.locator("script").count() <= 1
    faults = 0
    for _ in range(14):
        if "/parts/" not in page.url:
            break
        for name, value in REFERRAL.items():
            if page.locator(f'[name="{name}"], [name="{name}-day"]').count():
                fill(page, {name: value})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        press(page, "Save and go on")
        faults += page.locator(".errors").count()
    assert faults == 0
    press(page, "Send it to the partnership")
    assert "Sent by Grace Adeyemi" in page.locator("main").inner_text()
    picture(page, "referral-sent-320")


def test_a_part_of_a_referral_is_written_by_keyboard_alone(be):
    page = be("Grace Adeyemi", "/referrals")
    page.get_by_role("button", name="Begin a referral").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/parts/safety")
    page.locator("#main").focus()
    keys = [
        ("child-safe", ["Space"]),
        ("child-safe-details", None),
        ("others-safe", ["Space", "ArrowDown", "ArrowUp"]),
        ("others-safe-details", None),
        ("who-acted", "The police took the brother to an aunt."),
    ]
    for name, does in keys:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == name
        if isinstance(does, str):
            page.keyboard.type(does)
        for key in does if isinstance(does, list) else []:
            page.keyboard.press(key)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/parts/you")


def test_a_senior_manager_reads_it_first_and_gives_it_back(be):
    grace = be("Grace Adeyemi", "/referrals")
    press(grace, "Begin a referral")
    reference = re.search(r"/referrals/([^/]+)/", grace.url)[1]
    fill(grace, {name: REFERRAL[name] for name in ("child-safe", "child-safe-details", "others-safe", "who-acted")})
    press(grace, "Save and go on")
    grace.goto(f"/referrals/{reference}")
    grace.locator("#reader").select_option(label="Helen Marsh")
    grace.locator("#words").fill("Would you read it?")
    press(grace, "Ask them to read it")
    assert "Helen Marsh reads it first" in grace.locator("main").inner_text()
    # It is hers now, and nobody else's.
    grace.goto(f"/referrals/{reference}/parts/safety")
    assert grace.locator("h1").inner_text() == "You cannot do this here"
    assert be("Joan Ferris").goto(f"/referrals/{reference}").status == 404
    helen = be("Helen Marsh")
    assert "1 referral for you to read" in helen.locator("main").inner_text()
    helen.goto(f"/referrals/{reference}")
    assert "aunt" in helen.locator("main").inner_text()
    helen.locator("#words").fill("Say when the police came.")
    press(helen, "Give it back to Grace Adeyemi")
    grace.goto(f"/referrals/{reference}")
    assert "Say when the police came." in grace.locator("main").inner_text()
    assert grace.get_by_role("link", name="Change: Safety now").count() == 1


def test_two_who_write_one_part_lose_nothing(be):
    reference = refer(be("Grace Adeyemi"), **{"child-name": "Rowan Exampleton", "child-nhs": ""})
    path = f"/cases/{reference}/papers/notification/parts/whole"
    one, other = be("Joan Ferris", path, java_script_enabled=False), be("Colin Weir", path, java_script_enabled=False)
    one.locator('[name="what"]').fill("As Joan tells it.")
    press(one, "Save")
    other.locator('[name="what"]').fill("As Colin tells it.")
    press(other, "Save")
    said = other.locator("main").inner_text()
    assert "Joan Ferris changed this meanwhile" in said and "As Joan tells it." in said
    assert other.locator('[name="what"]').input_value() == "As Colin tells it."
    press(other, "Save")
    one.goto(f"/cases/{reference}/papers/notification")
    assert "As Colin tells it." in one.locator("main").inner_text()


def test_a_server_that_is_killed_loses_at_most_five_seconds_of_typing(be, served, visit):
    visit.expected = ["CONNECTION_REFUSED", "CONNECTION_RESET", "SOCKET_NOT_CONNECTED", "EMPTY_RESPONSE"]
    grace = be("Grace Adeyemi", "/referrals")
    press(grace, "Begin a referral")
    address = grace.url
    grace.locator("#who-acted").press_sequentially("The police came at nine.", delay=20)
    status = grace.locator("[data-draft-status]")
    status.filter(has_text="Saved at").wait_for()
    grace.locator("#who-acted").press_sequentially(" They took the brother.", delay=20)
    time.sleep(4.5)
    served.process.send_signal(signal.SIGKILL)
    served.process.wait(timeout=10)
    grace.locator("#who-acted").press_sequentially(" And then", delay=20)
    status.filter(has_text="the connection is lost").wait_for()
    served.log.close()
    served.start()
    page = visit("/sign-in", base_url=served.address)
    begin(page, "Grace Adeyemi")
    page.goto(re.sub(r"^http://[^/]+", "", address))
    kept = page.locator("#who-acted").input_value()
    assert kept.startswith("The police came at nine. They took the brother.")


def test_typing_goes_on_after_signing_in_again_elsewhere(be, visit):
    visit.expected = ["status of 401", "status of 403"]
    grace = be("Grace Adeyemi", "/referrals")
    press(grace, "Begin a referral")
    other = grace.context.new_page()
    other.goto("/account")
    press(other, "Sign out")
    grace.locator("#who-acted").press_sequentially("Typed while signed out.", delay=10)
    grace.locator("[data-draft-status]").filter(has_text="signed out").wait_for()
    begin(other, "Grace Adeyemi")
    grace.locator("[data-draft-status]").filter(has_text="Saved at").wait_for()
    press(grace, "Save and go on")
    assert grace.locator("#who-acted").input_value() == "Typed while signed out."


def test_under_cheshire_east_from_referral_to_recorded_notification(be, picture):
    bethan = be("Bethan Pryce", "/referrals")
    press(bethan, "Begin a referral")
    reference = re.search(r"/referrals/([^/]+)/", bethan.url)[1]
    bethan.goto(f"/referrals/{reference}/parts/whole")
    fill(bethan, {**REFERRAL, "agreed-by": "", "child-name": "Aspen Exampleton"})
    press(bethan, "Save")
    # The procedure has a senior manager read it first.
    press(bethan, "Send it to the partnership")
    assert "wants a senior manager of your agency to read it first" in bethan.locator("main").inner_text()
    bethan.locator("#reader").select_option(label="Martin Oakes")
    press(bethan, "Ask them to read it")
    martin = be("Martin Oakes", f"/referrals/{reference}")
    press(martin, "Send it to the partnership")
    assert "Sent by Martin Oakes" in martin.locator("main").inner_text()
    case = f"/cases/{reference}"
    assert martin.goto(case).status == 404
    # Joan runs the cases of both partnerships, and signs in to one at a time.
    joan = be("Joan Ferris", "/sign-in")
    joan.get_by_role("button", name="Sign out").click()
    joan.goto("/sign-in")
    joan.get_by_role("button", name="Be Joan Ferris", exact=True).nth(1).click()
    joan.wait_for_url("**/my-work")
    joan.goto(case)
    assert "Send the referral form" in joan.locator("main").inner_text()
    for of, by in (("local-authority", "Martin Oakes"), ("icb", "Samuel Okoro"), ("police", "Leila Farrow")):
        view(joan, case, of, by, "notify-and-review", "Abuse is suspected.")
    decide(joan, case, "notify-and-review", **{"fact-partners-disagree": "no"})
    joan.goto(f"{case}/papers/notification")
    assert "Taken over, not checked" in joan.locator("main").inner_text()
    write_pack(joan, case)
    joan.goto(f"{case}/papers/notification")
    press(joan, "Put it forward")
    joan.goto(f"{case}/submissions/submit-notification")
    choose(joan, "#submitter", "Joan Ferris")
    # Recorded the day after: the title has the day of the notification, not the day of the record.
    fill(joan, {"to": "National Panel", "reference": "EXAMPLE-0002", "day": EARLIER})
    joan.locator("#file").set_input_files(
        {"name": "copy.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"}
    )
    press(joan, "See what would change")
    press(joan, "Record it")
    said = joan.locator("main").inner_text()
    assert "EXAMPLE-0002" in said and "Not filed yet" not in said
    picture(joan, "submitted-cheshire-east")
    joan.goto(f"{case}/documents")
    assert "Sent as “copy.pdf”" in joan.locator("main").text_content()
    assert f"Serious incident notification (SIN) {EARLIER}" in joan.locator("main").inner_text()


def test_nothing_is_put_forward_or_copied_that_was_not_read(be):
    reference = refer(be("Grace Adeyemi"), **{"child-name": "Cedar Exampleton", "child-nhs": ""})
    paper = f"/cases/{reference}/papers/notification"
    joan, colin = be("Joan Ferris"), be("Colin Weir", f"{paper}/parts/whole")
    write_pack(joan, f"/cases/{reference}")
    joan.goto(paper)
    colin.goto(f"{paper}/parts/whole")
    colin.locator('[name="what"]').fill("Unseen by Joan.")
    press(colin, "Save")
    press(joan, "Put it forward")
    assert "Somebody changed it while you read it" in joan.locator("main").inner_text()
    press(joan, "Put it forward")
    assert "Version 1" in joan.locator("main").inner_text()
    # What is entered in the government's form is what was put forward, not what is being changed.
    joan.goto(f"{paper}/copying")
    joan.get_by_role("button", name=re.compile("^I have entered: The incident")).click()
    colin.goto(f"{paper}/parts/whole")
    colin.locator('[name="what"]').fill("Never put forward.")
    press(colin, "Save")
    joan.goto(f"{paper}/copying")
    assert "Never put forward." not in joan.content()
    assert "the change was not put forward" in joan.locator("main").inner_text()
    joan.goto(paper)
    press(joan, "Put forward version 2")
    joan.goto(f"{paper}/copying")
    assert "Never put forward." in joan.content()
    # Its words are others now, so that it is to be entered anew.
    assert joan.get_by_text("Entered", exact=True).count() == 0
