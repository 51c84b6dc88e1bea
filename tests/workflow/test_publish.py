"""Publishing: what each kind of change asks for, and that a refusal changes nothing."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import ContentRefused, Correction, FAQEntry, from_canonical
from briefings.log import verify_log
from briefings.models import AuditEntry, Briefing, Edition, LogHead, PublishedSummary
from briefings.workflow import NotReady, Refused
from briefings.workflow.publishing.editions import soonest
from tests.workflow.making import DAY, LATER, OPEN, everything, key, make_user, save

MAJOR = {"change": "major", "note": "Adds the vote."}
WHICH = "Say what kind of change this is: minor, major or correction."


def publish(briefing: Briefing, **options: object) -> Edition:
    return workflow.publish(briefing, **{"by": None, **options})


def refused(briefing: Briefing, **options: object) -> list[str]:
    """The sentences of the refusal; nothing in the database has changed."""
    before = everything()
    with pytest.raises(Refused) as refusal:
        publish(briefing, **options)
    assert everything() == before
    return str(refusal.value).splitlines()


def correction(**differences: str) -> Correction:
    return Correction(**{"key": key("c"), "was_wrong": "35", "is_right": "26", **differences})


def test_the_first_edition_is_the_draft_from_now_on(briefing):
    user, before = make_user(), timezone.now()

    edition = publish(briefing, by=user)

    assert (edition.kind, edition.by, edition.live_until) == ("first", user, None)
    assert before <= edition.live_from <= timezone.now()
    assert Edition.objects.live().get() == edition
    content = from_canonical(edition.text.text)
    assert (content.headline, content.slug) == ("Allies pledge guarantees", "allies-pledge-guarantees")
    assert content.quotes[0].spans[0].start == 14
    assert edition.revision == briefing.revisions.get()
    assert verify_log().problems == []


def test_publishing_goes_on_record_with_the_head_of_the_log(briefing):
    user = make_user()
    edition = publish(briefing, by=user)

    entry, head = AuditEntry.objects.last(), LogHead.objects.get()

    assert (entry.action, entry.by, entry.briefing) == ("first", user, briefing)
    assert (entry.head_seq, entry.head_hash, head.site_version) == (head.seq, head.hash, 1)
    assert edition.seq <= head.seq


def test_a_first_edition_is_no_change(briefing):
    for change in ("minor", "major", "correction"):
        assert refused(briefing, change=change) == [
            "Nothing of this briefing was published yet: its first edition is no change."
        ]


def test_what_readiness_blocks_is_not_published(briefing):
    save(briefing, headline="", lede="")

    assert refused(briefing) == ["Write a headline.", "Write a lede: what happened, in a sentence or two."]
    with pytest.raises(NotReady) as refusal:
        publish(briefing)
    assert [finding.code for finding in refusal.value.findings] == ["headline-missing", "lede-missing"]


def test_a_newer_text_than_the_editor_read_is_not_published(briefing):
    user = make_user()
    draft = save(briefing, by=user, lede="Thirty-four states met in Paris.")

    [reason] = refused(briefing, expected=draft.version - 1)

    saved = timezone.localtime(draft.saved_at)
    assert reason == (
        "Cannot publish “Allies pledge guarantees”: "
        f"Mira Novak saved a newer text at {saved:%H:%M}. Read the change first."
    )
    assert publish(briefing, expected=draft.version)


def test_questions_held_back_are_in_no_edition(briefing):
    save(briefing, faq=(FAQEntry(key=OPEN, question="What next?", open="held"),))

    assert from_canonical(publish(briefing).text.text).faq == ()


def test_of_editions_in_quick_succession_each_begins_later_than_the_one_before(briefing):
    publish(briefing)
    for number in range(5):
        publish(briefing, change="major", note=f"News no. {number}.")

    editions = list(Edition.objects.order_by("seq"))
    assert all(one.live_from < other.live_from for one, other in pairwise(editions))
    assert all(one.live_until == other.live_from for one, other in pairwise(editions))
    assert Edition.objects.live().get() == editions[-1]


def test_a_moment_that_has_passed_is_refused(briefing):
    moment = datetime(2020, 1, 2, 12, tzinfo=LATER.tzinfo)
    local = timezone.localtime(moment)

    assert refused(briefing, live_from=moment) == [
        f"{local:%-d %B %Y, %H:%M} has passed. Choose a later moment, or publish now."
    ]
    assert len(refused(briefing, live_from=timezone.now())) == 1


def test_a_moment_without_a_time_zone_is_refused(briefing):
    assert refused(briefing, live_from=LATER.replace(tzinfo=None)) == [
        "Say in which time zone the moment of publishing is meant."
    ]


@pytest.mark.parametrize("change", [None, "first", "withdrawn", "huge", ""])
def test_a_later_edition_says_what_kind_of_change_it_is(live, change):
    assert refused(live, change=change) == [WHICH]


def test_a_minor_change_moves_no_date_and_no_feed_entry(live):
    first = Edition.objects.get()
    save(live, lede="Thirty-four states met in Paris.")

    edition = publish(live, change="minor")

    summary = PublishedSummary.objects.get(edition=edition)
    assert (summary.first_published, summary.updated, summary.entry) == (first.live_from, first.live_from, first)
    first.refresh_from_db()
    assert first.live_until == edition.live_from


def test_a_minor_change_without_a_change_is_refused(live):
    assert refused(live, change="minor") == ["Nothing has changed since the newest edition."]

    save(live, lede="Thirty-four states met in Paris.")
    publish(live, change="minor")
    assert refused(live, change="minor", note="A note.") == ["Nothing has changed since the newest edition."]


def test_a_major_change_moves_the_date_and_tells_why(live):
    first = Edition.objects.get()

    edition = publish(live, **MAJOR)

    summary = PublishedSummary.objects.get(edition=edition)
    assert (summary.first_published, summary.updated, summary.entry) == (first.live_from, edition.live_from, edition)
    assert summary.note == "Adds the vote."
    assert from_canonical(edition.text.text).change.note == "Adds the vote."


@pytest.mark.parametrize("note", ["", "  ", "\n"])
def test_a_major_change_wants_a_note(live, note):
    assert refused(live, change="major", note=note) == ["Write the note of this major change: what is new for readers."]


def test_a_correction_says_what_was_wrong_and_what_is_right(live):
    edition = publish(live, change="correction", correction=correction())

    assert (edition.correction.was_wrong, edition.correction.is_right) == ("35", "26")
    assert PublishedSummary.objects.get(edition=edition).updated == edition.live_from


@pytest.mark.parametrize(
    ("differences", "sentences"),
    [
        (None, ["Write the correction: what was wrong.", "Write the correction: what is right."]),
        (
            {"was_wrong": "", "is_right": " "},
            ["Write the correction: what was wrong.", "Write the correction: what is right."],
        ),
        ({"is_right": " "}, ["Write the correction: what is right."]),
        ({"was_wrong": " "}, ["Write the correction: what was wrong."]),
    ],
)
def test_half_a_correction_is_refused_with_all_that_is_missing_at_once(live, differences, sentences):
    made = None if differences is None else correction(**differences)

    assert refused(live, change="correction", correction=made) == sentences


@pytest.mark.parametrize("kind", ["clarification", "editors-note"])
def test_a_clarification_and_an_editors_note_correct_nothing_that_was_wrong(live, kind):
    assert publish(live, change="correction", correction=correction(kind=kind, was_wrong="")).correction.kind == kind


@pytest.mark.parametrize("change", ["minor", "major"])
def test_a_correction_is_never_slipped_in_as_another_change(live, change):
    save(live, lede="Twenty-six states met in Paris.")

    assert refused(live, change=change, note="A vote.", correction=correction()) == [
        "A correction is published as a correction, so that readers see it as one."
    ]


def test_every_reason_is_told_at_once(live):
    saved_version = save(live, headline="").version

    reasons = refused(live, change="major", note="", expected=saved_version - 1, live_from=timezone.now() - DAY)

    assert len(reasons) == 4
    assert "Write a headline." in reasons
    assert "Write the note of this major change: what is new for readers." in reasons


def test_every_reason_about_the_text_and_the_change_is_told_at_once(live):
    save(live, headline="")

    assert set(refused(live, change="major")) == {
        "Write a headline.",
        "Write the note of this major change: what is new for readers.",
    }


@pytest.mark.parametrize("bad", ["a\x00b", "a\u202eb", "x" * 20_001])
def test_a_note_that_no_reader_could_be_shown_is_refused_in_our_words(live, bad):
    before = everything()
    with pytest.raises((Refused, ContentRefused)) as refusal:
        publish(live, change="major", note=bad)

    assert "note" in str(refusal.value)
    assert everything() == before


def test_two_editions_never_begin_at_one_moment_even_if_the_clock_stands_still(live):
    newest = Edition.objects.get()

    assert soonest(newest.live_from, [newest]) == newest.live_from + timedelta(microseconds=1)
    assert soonest(newest.live_from - DAY, []) == newest.live_from - DAY
