"""Two texts of one part combined by hand: the words of both stand in its fields, and one text is made of them."""

import pytest
from django.urls import reverse

from tests.desk.briefings.test_two_texts import parts, saved, stale
from tests.desk.sheets import fields_of, posted
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def tom(at_desk):
    return at_desk("tom", "editor")


def test_a_part_that_both_changed_is_combined_by_hand_from_the_words_of_both(desk, tom, draft):
    answer = stale(
        desk,
        tom,
        draft,
        mine={"section-0-heading": "Mine", "section-0-body": "<p>One.</p><p>Mine.</p>"},
        theirs={"section-0-heading": "Theirs", "section-0-body": "<p>One.</p><p>Theirs.</p>"},
    )
    (part,) = answer.context["differences"]
    heading, body = (f"combined-{part.address}-{name}" for name in ("heading", "body"))
    offered = fields_of(answer, "")
    assert (offered[heading], offered[body]) == ("Mine Theirs", "<p>One.</p><p>Mine.</p><p>Theirs.</p>")

    where = reverse("admin:briefings_draft_merge", args=[draft.pk])
    by_hand = {heading: "Ours", body: "<p>One.</p><p>Ours.</p>", f"choose-{part.address}": "combined"}
    posted(desk, where, offered | by_hand)

    assert (saved().sections[0].heading, saved().sections[0].body) == ("Ours", "<p>One.</p><p>Ours.</p>")


def test_changes_of_one_field_in_different_places_are_offered_as_one_text(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "The old quokka lede."}, theirs={"lede": "The quokka lead."})

    assert fields_of(answer, "")["combined-lede-lede"] == "The old quokka lead."


def test_what_is_combined_by_hand_keeps_what_only_one_side_changed_beside_its_words(desk, tom, draft):
    answer = stale(
        desk,
        tom,
        draft,
        mine={"quote-1-words": "My words"},
        theirs={"quote-1-words": "Their words", "quote-1-said_on": "2026-11-20"},
    )
    part = parts(answer)["Quote “My words”"]

    where = reverse("admin:briefings_draft_merge", args=[draft.pk])
    by_hand = {f"combined-{part.address}-words": "Our words", f"choose-{part.address}": "combined"}
    posted(desk, where, fields_of(answer, "") | by_hand)

    quote = saved().quotes[1]
    assert (quote.words, quote.said_on, quote.role, quote.confirmed) == (
        "Our words",
        "2026-11-20",
        "quokka minister",
        False,
    )


def test_what_is_combined_by_hand_and_has_a_fault_is_shown_again_and_nothing_is_saved(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"headline": "Mine"}, theirs={"headline": "Theirs"})

    where = reverse("admin:briefings_draft_merge", args=[draft.pk])
    by_hand = {"combined-headline-headline": "x" * 5000, "choose-headline": "combined"}
    again = posted(desk, where, fields_of(answer, "") | by_hand)

    assert "What you combined by hand needs a look." in again.content.decode()
    assert fields_of(again, "")["combined-headline-headline"] == "x" * 5000
    assert saved().headline == "Theirs"


def test_a_part_that_one_side_deleted_has_nothing_to_combine(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"quote-1-words": "Mine"}, theirs={"quote-1-DELETE": "on"})

    assert parts(answer)["Quote “Mine”"].combined is None
