"""Publishing from the form: what was asked for is done, or refused in sentences with all that was typed still there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.models import AuditEntry, Draft, Edition, PublishedSummary
from tests.desk.briefings.publishing import page, published, reasons
from tests.desk.sheets import added, fields_of, messages, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def live(draft):
    return workflow.publish(draft.briefing, by=None)


def test_a_first_edition_is_published_with_the_form_and_readers_have_it_at_once(desk, draft):
    answer = published(desk, draft, lede="Typed just now.")

    assert messages(answer) == ["Published. Readers have it at /briefings/quokka/."]
    assert "Typed just now." in page(desk)
    assert Edition.objects.get().by.username == "mira"


def test_a_new_briefing_can_be_published_by_its_first_save(desk):
    fields = opened(desk, None) | {
        "headline": "From nothing",
        "lede": "All at once.",
        "section-0-body": "<p>Words.</p>",
    }

    answer = sent(desk, None, fields, _publish="1")

    assert messages(answer) == ["Published. Readers have it at /briefings/from-nothing/."]


def test_until_it_is_published_readers_have_the_old_edition_whole(desk, draft, live):
    before = page(desk)

    sent(desk, draft, opened(desk, draft) | {"lede": "Not yet.", "quote-1-DELETE": "on"})

    assert page(desk) == before


def test_a_minor_change_moves_no_date(desk, draft, live):
    published(desk, draft, **{"lede": "Mended.", "publish-change": "minor", "publish-note": "Nobody needs this."})

    summary = PublishedSummary.objects.latest("edition__live_from")
    assert (summary.edition.kind, summary.updated, summary.note) == ("minor", live.live_from, "")


def test_a_major_change_tells_its_note(desk, draft, live):
    published(desk, draft, **{"lede": "Mended.", "publish-change": "major", "publish-note": "The vote is over."})

    assert "The vote is over." in page(desk)
    assert PublishedSummary.objects.latest("edition__live_from").updated > live.live_from


@pytest.mark.parametrize("kind", ["correction", "clarification", "editors-note"])
def test_a_correction_says_what_was_wrong_and_what_is_right(desk, draft, live, kind):
    correction = {
        "publish-change": kind,
        "publish-was_wrong": "It was ten.",
        "publish-is_right": "It is eleven.",
    }

    published(desk, draft, lede="Eleven.", **correction)

    edition = Edition.objects.latest("live_from")
    assert (edition.kind, edition.correction.kind) == ("correction", kind)
    assert "It is eleven." in page(desk)
    assert "It was ten." in page(desk)


def test_all_that_stands_against_publishing_is_said_at_once_and_the_text_is_saved(desk, draft, live):
    fields = added(opened(desk, draft), "question", question="And then?", open="undecided")
    fields = added(fields, "quote", words="unattributed", placement="apart")

    answer = sent(desk, draft, fields | {"lede": "", "publish-change": "major"}, _publish="1")

    assert reasons(answer) == [
        "Write the note of this major change: what is new for readers.",
        "Write a lede: what happened, in a sentence or two.",
        "Name the speaker of “unattributed”, or say that these words are no quotation.",
        "Answer “And then?”, hold it back, or publish it as an open question.",
        "The text is saved.",
    ]
    assert Draft.objects.get().lede == ""
    assert Edition.objects.count() == 1
    assert fields_of(answer)["publish-change"] == "major"


def test_what_was_typed_in_the_panel_is_still_there_after_a_refusal_and_goes_through_when_mended(desk, draft, live):
    refused = published(desk, draft, **{"lede": "", "publish-change": "major", "publish-note": "What is new."})

    answer = sent(desk, draft, fields_of(refused) | {"lede": "There."}, _publish="1")

    assert messages(answer) == ["Published. Readers have it at /briefings/quokka/."]
    assert "What is new." in page(desk)


def test_a_change_of_no_kind_is_refused(desk, draft, live):
    assert reasons(published(desk, draft, lede="Other.")) == [
        "Say what kind of change this is: minor, major or correction.",
        "The text is saved.",
    ]


def test_publishing_again_without_any_change_publishes_nothing(desk, draft, live):
    fields = opened(desk, draft) | {"lede": "New.", "publish-change": "major", "publish-note": "New."}
    sent(desk, draft, fields, _publish="1")

    twice = sent(desk, draft, fields, _publish="1")
    afresh = published(desk, draft, **{"publish-change": "major", "publish-note": "New."})

    assert messages(twice)[0].startswith("This form came twice.")
    assert reasons(afresh) == ["The newest edition says the same, and tells readers the same. It is published already."]
    assert Edition.objects.count() == 2


def test_a_writer_who_asks_for_publishing_is_refused_and_has_saved(at_desk, staff):
    writer = at_desk("wil", "writer")
    draft = make_draft("quokka", by=staff("ann", "writer"))
    Draft.objects.update(owner=writer.get("/admin/").context["user"])

    answer = sent(writer, draft, opened(writer, draft) | {"lede": "Mine."}, _publish="1")

    assert reasons(answer)[0] == "You may not publish this briefing. Ask an editor."
    assert Draft.objects.get().lede == "Mine."
    assert not Edition.objects.exists()
    assert not AuditEntry.objects.filter(action="first").exists()


def test_the_editions_dates_are_of_the_newsroom(desk, draft):
    published(desk, draft)

    assert timezone.now() - Edition.objects.get().live_from < timedelta(minutes=5)
