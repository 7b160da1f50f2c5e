"""Each procedure from the referral to the national Panel's answer, played through its pages by its own steps.

The report that is submitted is opened as a Word file and as a PDF, as whoever receives it would.
"""

import re

import pytest
from days import words
from founding import found
from opened import check_pdf, check_word, made
from review import Play, Review
from stores import demonstration, next_at_eleven

ASKED = {
    "Marlshire Police": ("Carla Munday", "Tom Arkwright"),
    "Marlshire Integrated Care Board": ("Rosa Lindley", "Anjali Mehrotra"),
}


@pytest.fixture
def stage(tmp_path, post):
    """A demonstration with mail that leaves, on a working day at eleven."""
    at = next_at_eleven()
    served = demonstration(tmp_path / "served", *post.options, at=at)
    yield served, at.date().isoformat()
    served.stop()


@pytest.fixture
def play(visit, stage, post, picture):
    """Begins a review: the referral, and the people of the play on the case."""

    def begin_review(play):
        served, day = stage
        review = Review(visit, served, post, picture, play, day)
        review.refer()
        return review

    return begin_review


def report_is_opened(review, paper, title, signed, tmp_path):
    """The report as it was submitted, as a Word file and as a PDF."""
    page, path = review.joan, f"{review.case}/papers/{paper}/versions"
    page.goto(f"{review.case}/papers/{paper}")
    number = max(int(one) for one in re.findall(r"Version (\d+)", review.said()))
    title = f"{title}, version {number}"
    check_word(made(page, f"{path}/{number}/document", "Word", tmp_path / "report.docx"), title, signed)
    file = made(page, f"{path}/{number}/document", "PDF", tmp_path / "report.pdf")
    assert check_pdf(file, title, signed, f"five-{review.play.procedure}-report") > 0
    page.goto(f"{path}/{number}/document")
    review.picture("report")


def panel_agrees(review):
    """What is due is done, the Panel acknowledges, considers and agrees, the referrer is told, the case is closed."""
    review.catch_up()
    review.reply("acknowledged")
    review.reply("considered", days=8)
    review.reply("agrees", "The Panel agrees with the partners.", days=5)
    review.joan.goto(f"{review.case}/national-panel")
    said = review.said()
    assert "The Panel agrees with the partners." in said and said.count("The decisions side by side") == 1
    review.picture("panel")
    review.tell_referrer("A rapid review was held, and what was learnt is passed on.")
    review.close()
    review.picture("closed")


# Dorset, with a delay of which the national Panel is told before the day.


def late(review, step):
    """The day is not kept: who agreed to which other day, and that the national Panel was told, before it is due."""
    submission = next(iter(review.reporting))
    page = review.joan
    page.goto(f"{review.case}/steps/{submission}")
    due = page.locator("table time").first.get_attribute("datetime")
    assert review.day <= due
    new = review.on(3, due)
    page.get_by_role("link", name="Record that it will be late").click()
    review.send({"new-day": new, "words": "A director is away", "agreed-by": "The three partners"})
    page.goto(f"{review.case}/steps/{submission}")
    assert "Not told yet" in review.said()
    page.get_by_role("link", name="Record that it was told").click()
    review.send()
    page.goto(f"{review.case}/steps/{submission}")
    assert "Not told yet" not in review.said()
    assert page.locator("table time").first.get_attribute("datetime") == due
    review.picture("delay")
    review.go_to(new)


def test_dorset_with_a_delay_that_is_told(play, tmp_path):
    review = play(
        Play(
            procedure="dorset",
            coordinator="Joan Ferris",
            referrer="Grace Adeyemi",
            people={
                "Daniel Osei": ["head-of-qa"],
                "Helen Marsh": ["qa-director"],
                "Nadia Brook": ["qa-manager"],
                "Ruth Penhallow": ["subgroup-chair"],
                "Marian Holt": ["leadership", "other-directors"],
                "Dr Farah Iqbal": ["leadership", "executive-director"],
                "Supt Neil Ashdown": ["leadership"],
            },
            asked=ASKED,
            turns={"sign-recommendations": late},
            chosen={"decide-to-notify": {"outcome": "notify"}},
        )
    )
    review.looked_at(review.case, "begun")
    review.run(until=review.has_reported)
    review.joan.goto(f"{review.case}/steps/submit-recommendations")
    assert "3 working days late" in review.said()
    review.looked_at(review.case, "reported")
    report_is_opened(
        review, "recommendations", "Rapid Review Recommendations Notification",
        ["Marian Holt", "Dr Farah Iqbal", "Supt Neil Ashdown"], tmp_path,
    )
    panel_agrees(review)


# Hereford, with a later day that the national Panel grants.


def founded(visit, stage, procedure, role, people):
    """A partnership that nobody worked in before, under a procedure."""
    served, _ = stage
    found(
        visit, served, "Wyeside", procedure, "wyeside.example", "Nora Beck", role,
        {
            "Wyeside Police": ("police", "Owen Pike", "Alma Rudd"),
            "Wyeside Health": ("integrated-care-board", "Ines Cope", "Gillian Farrow"),
            "Wyeside Council": ("childrens-services", "Paul Trent", "Vera Stone"),
        },
        {
            "Edith Lowe": ("Wyeside Police", "capacity partner"),
            "Hugh Marsden": ("Wyeside Health", "capacity partner"),
            "Rhona Vale": ("Wyeside Council", "capacity partner"),
            "Mair Griffin": ("", "capacity member"),
            **people,
        },
    )


WYESIDE = {"Wyeside Police": ("Owen Pike", "Alma Rudd"), "Wyeside Health": ("Ines Cope", "Gillian Farrow")}
PARTNERS = ["Edith Lowe", "Hugh Marsden", "Rhona Vale"]


def granted(review, step):
    """The national Panel grants three days more: that day governs, and the one worked out stays beside it."""
    submission = next(iter(review.reporting))
    page = review.joan
    page.goto(f"{review.case}/steps/{submission}")
    due = page.locator("table time").first.get_attribute("datetime")
    new = review.on(3, due)
    page.get_by_role("link", name="Record an agreed day").click()
    review.send({"day": new, "reason": "Granted by the national Panel by letter"})
    page.goto(f"{review.case}/steps/{submission}")
    assert page.locator("table time").first.get_attribute("datetime") == new
    assert words(due) in review.said()
    review.picture("extension")
    page.goto(f"{review.case}/national-panel")
    assert "Another day was agreed" in review.said() and words(new) in review.said()


def test_hereford_with_a_day_that_is_granted(visit, stage, play, tmp_path):
    founded(visit, stage, "hereford", "partnership-manager", {"Ivo Lang": ("", "role jcr-chair")})
    review = play(
        Play(
            procedure="hereford",
            coordinator="Nora Beck",
            referrer="Mair Griffin",
            people={
                "Ivo Lang": ["jcr-chair"],
                **{person: ["senior-officers"] for person in PARTNERS},
            },
            asked=WYESIDE,
            turns={"chair-approval": granted},
            chosen={
                "decide-to-notify": {"outcome": "notify"},
                "decide-directors-meeting": {"outcome": "not-needed"},
            },
        )
    )
    review.looked_at(review.case, "begun")
    review.run(until=review.has_reported)
    review.joan.goto(f"{review.case}/steps/submit-report")
    assert "late" not in review.said()
    review.looked_at(review.case, "reported")
    report_is_opened(review, "report", "Rapid review report", ["Ivo Lang", *PARTNERS], tmp_path)
    panel_agrees(review)


# West Midlands, where nothing goes wrong.


def test_west_midlands_on_time(visit, stage, play, tmp_path):
    founded(visit, stage, "west-midlands", "contact-point", {"Ivo Lang": ("", "role board-chair")})
    review = play(
        Play(
            procedure="west-midlands",
            coordinator="Nora Beck",
            referrer="Mair Griffin",
            people={
                "Ivo Lang": ["board-chair"],
                **{person: ["safeguarding-partners"] for person in PARTNERS},
            },
            asked=WYESIDE,
            chosen={"decide-outcome": {"outcome": "other-learning-review"}},
            questions={"notification-completed": "yes", "endorsement-wanted": "yes"},
        )
    )
    review.looked_at(review.case, "begun")
    review.run(until=review.has_reported)
    review.looked_at(review.case, "reported")
    report_is_opened(review, "document-4", "Document 4: Rapid Review Template", ["Ivo Lang", *PARTNERS], tmp_path)
    panel_agrees(review)
