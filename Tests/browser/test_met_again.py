"""Two of the five procedures in which the partners meet again: for want of a quorum, and because the national Panel disagrees."""

import functools
import re

import pytest
from days import last_day
from opened import check_pdf, check_word, made
from review import Play
from stores import with_quorum, working_day
from test_five_procedures import (  # noqa: F401: the fixtures are used by their names
    PARTNERS,
    WYESIDE,
    founded,
    panel_agrees,
    play,
    report_is_opened,
    stage,
)


def refused(review, answers):
    """What the page says against a form that is sent once."""
    page = review.joan
    review.fill(page, answers)
    page.locator("main form.form .acts button").first.click()
    page.wait_for_load_state()
    return page.locator(".errors").inner_text()


# Cheshire East, where the partnership's own edition asks for a quorum, and the police do not come.


@pytest.fixture
def texts(tmp_path):
    """The texts that ship, but that Cheshire East's rapid review meeting needs one from each partner."""
    return with_quorum(tmp_path / "texts", "cheshire-east", "before day 10 of meeting-period")


def early(review, _, step):
    """The meeting is arranged for two working days before the last on which it may be held, when agencies are asked."""
    path = f"{review.case}/meetings/new/{step}"
    review.joan.goto(path)
    last = last_day(review.said())
    day = next(day for day in map(review.on, range(1, 15)) if working_day(2, day) == last)
    review.send(review.meeting_on(day))


def without_quorum(review, step, absent, decision):
    """Nothing is decided and no clock starts; the partners meet again inside the window."""
    page = review.joan
    first = review.meeting_of(step)
    page.goto(first)
    last = last_day(review.said())
    review.hold(first, {"quorate": "no"}, absent=[absent])
    said = review.looked_at(first, "inquorate")
    assert "This meeting was not quorate" in said
    assert "It has decided nothing, and no clock started with it" in said
    assert last_day(said[said.index("To meet again") :]) == last

    # Nothing can be decided at it, and the plan goes on as if it had not been held.
    page.goto(f"{review.case}/completions/{decision}")
    assert "decides nothing" in refused(review, review.play.chosen[decision])
    page.goto(f"{review.case}/steps/{step}")
    assert "Done" not in page.locator("table .tag").first.inner_text()
    said = review.looked_at(review.case, "to-meet-again")
    assert "lacked its quorum: it decided nothing and starts no count" in said

    # It is met again inside the window, with the list of the first meeting; a later day wants a reason.
    page.goto(first)
    page.get_by_role("link", name="Meet again", exact=True).click()
    assert "was not quorate" in review.said() and last_day(review.said()) == last
    assert "lies after the last day" in refused(review, review.meeting_on(working_day(1, last)))
    again = review.on(1)
    review.send(review.meeting_on(again))
    review.go_to(again)
    second = review.meeting_of(step)
    assert second != first
    review.hold(second)
    said = review.looked_at(second, "quorate")
    assert "Takes up again" in said and "Quorate, by" in said
    return True


def test_cheshire_east_without_quorum_at_first(visit, stage, play, texts, tmp_path):  # noqa: F811
    founded(visit, stage, "cheshire-east", "business-manager", {"Ivo Lang": ("", "role review-chair")})
    stage[0].command("partnership", "update", "--partnership", "Wyeside", "--texts", texts)
    review = play(
        Play(
            procedure="cheshire-east",
            coordinator="Nora Beck",
            referrer="Mair Griffin",
            reader="Rhona Vale",
            people={"Ivo Lang": ["review-chair"], **{person: ["safeguarding-partners"] for person in PARTNERS}},
            asked=WYESIDE,
            turns={
                "ask-agencies": functools.partial(early, step="rapid-review-meeting"),
                "rapid-review-meeting": functools.partial(
                    without_quorum, absent="Edith Lowe", decision="decide-review"
                ),
            },
            chosen={
                "decide-to-notify": {"outcome": "notify-and-review"},
                "decide-review": {"outcome": "share-learning"},
            },
        )
    )
    review.looked_at(review.case, "begun")
    review.run(until=review.has_reported)
    review.joan.goto(f"{review.case}/steps/submit-report")
    assert not re.search(r"\blate\b", review.said())
    review.looked_at(review.case, "reported")
    report_is_opened(review, "report", "Rapid Review report", ["Nora Beck", *PARTNERS], tmp_path)
    panel_agrees(review)


# Rochdale, where health did not come to the meeting, and the national Panel asks the partners to think again.


def without_health(review, step):
    """The procedure expects all three partners and asks for no quorum: the page says so, and they decide all the same."""
    review.arrange(f"{review.case}/meetings/new/{step}")
    meeting = review.meeting_of(step)
    review.hold(meeting, {"quorate": "no"}, absent=["Hugh Marsden"])
    said = review.looked_at(meeting, "not-everybody")
    assert "Not everybody whom the procedure expects was there" in said
    assert "The procedure asks for no quorum" in said and "Not quorate" not in said
    return True


def findings(review, step):
    """What the rapid review found is written before it is sent."""
    review.write(f"{review.case}/papers/findings")


def thought_over(review):
    """They meet again on the answer, and decide anew; both decisions are kept."""
    page = review.joan
    asked = "The national Panel asks the partners to think their decision over"
    said = review.looked_at(review.case, "asked-to-reconsider")
    assert asked in said and "Both decisions are kept" in said
    page.get_by_role("link", name="Meet again: rapid review meeting", exact=True).click()
    assert "It asks the partners to think their decision over".lower() in review.said().lower()
    assert "The answer of the national Panel" in page.locator("#own-items").input_value()
    day = review.on(4)
    review.send(review.meeting_on(day))
    # Booked anew, it is among what is to be done next.
    assert asked in review.looked_at(review.case, "to-meet-again")
    assert "Booked" in page.locator("ol.next").inner_text()
    review.go_to(day)
    meeting = review.meeting_of("rapid-review-meeting")
    said = review.looked_at(f"{meeting}/run", "met-again")
    assert "The national Panel’s answer" in said and "Think again of a local review." in said
    review.hold(meeting)
    assert "Takes up again" in review.looked_at(meeting, "meeting-again")

    for partner, person in zip(("police", "icb", "local-authority"), PARTNERS):
        page.goto(f"{review.case}/views/decide-review")
        review.send({"of": partner, "name": person, "view": "local-review", "reason": "The Panel’s point is a good one."})
    page.goto(review.case)
    page.get_by_role("link", name="Record what was decided", exact=True).click()
    review.send({"outcome": "local-review", "reasons": "What health knew had not been heard."})
    assert asked not in review.looked_at(review.case, "decided-anew")
    said = review.looked_at(f"{review.case}/national-panel", "side-by-side")
    sides = page.locator("section", has=page.get_by_role("heading", name="The decisions side by side")).inner_text()
    order = ["No local review.", "It asks the partners to think", "Local review. What health knew"]
    assert sorted(order, key=sides.index) == order
    # The first decision was in time, and the second makes nothing late.
    page.goto(f"{review.case}/steps/decide-review")
    assert "late" not in page.locator("main table").first.inner_text()
    page.goto(review.case)
    assert "before what it follows" not in review.said()


def everybody_is_told(review):
    """Referrer, family and agencies, each as it is recorded."""
    page, panel = review.joan, f"{review.case}/national-panel"
    page.goto(panel)
    assert "Nobody of the family is recorded yet." in review.said()
    assert "The procedure has no step for telling them." in review.said()
    review.tell_referrer("A local review follows; the national Panel asked for it.")
    page.goto(f"{review.case}/involvement/people")
    review.send(
        {
            "name": "The mother", "kind": "family", "relation": "Mother", "answer": "takes-part", "asked": review.day,
            "how": "Her social worker, at home", "consent": "given", "told-by": "Rhona Vale, at her home",
        }
    )
    page.goto(f"{review.case}/log-entries")
    review.send({"text": "Owen Pike and Ines Cope were told of the local review, by telephone."})
    said = review.looked_at(panel, "told")
    assert "A local review follows; the national Panel asked for it." in said
    assert "To be told by Rhona Vale, at her home, before anything is published." in said


def opened_again(review):
    """Closed with what will not be done, and opened again on new information."""
    page = review.joan
    review.close()
    page.goto(f"{review.case}/reopening")
    assert "stays set aside" in review.said()
    review.send({"reason": "The hospital has found another letter."})
    assert "Closed on" not in review.looked_at(review.case, "open-again")
    page.goto(f"{review.case}/taken-up/undertake-learning")
    review.send({"reason": "The letter has to be learnt from, too."})
    page.goto(f"{review.case}/log")
    log = review.said()
    while page.get_by_role("link", name="Older entries").count():
        page.get_by_role("link", name="Older entries").first.click()
        log += review.said()
    for words in ("Outcome: no local review", "Outcome: local review", "The hospital has found another letter."):
        assert words in log, words


def test_rochdale_where_the_national_panel_disagrees(visit, stage, play, tmp_path):  # noqa: F811
    founded(
        visit, stage, "rochdale", "business-unit",
        {"Ivo Lang": ("Wyeside Council", "role childrens-social-care")},
    )
    review = play(
        Play(
            procedure="rochdale",
            coordinator="Nora Beck",
            referrer="Mair Griffin",
            people={"Ivo Lang": ["childrens-social-care"], **{person: [] for person in PARTNERS}},
            asked={},
            turns={"rapid-review-meeting": without_health, "submit-findings": findings},
            chosen={
                "agree-threshold": {"outcome": "notify"},
                "decide-review": {"outcome": "no-local-review"},
            },
        )
    )
    review.looked_at(review.case, "begun")
    review.run(until=review.has_reported)
    review.looked_at(review.case, "reported")
    review.reply("acknowledged")
    review.reply("considered", days=8)
    review.reply("asks-to-reconsider", "Think again of a local review.", days=5)
    thought_over(review)
    everybody_is_told(review)
    # Nobody signs it under this procedure, so that it has no table of signatures.
    path, title = f"{review.case}/papers/findings/versions/1/document", "Rapid review findings, version 1"
    says = ["How the children concerned are kept safe now"]
    check_word(made(review.joan, path, "Word", tmp_path / "findings.docx"), title, says)
    check_pdf(made(review.joan, path, "PDF", tmp_path / "findings.pdf"), title, says, "five-rochdale-report")
    opened_again(review)
