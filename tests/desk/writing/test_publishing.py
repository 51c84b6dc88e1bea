"""Publishing from the form: what was asked for is done, or refused in sentences with all that was typed still there."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.models import AuditEntry, Draft, Edition, PublishedSummary
from tests.desk.sheets import added, fields_of, opened, sent, told
from tests.making import make_draft

pytestmark = pytest.mark.django_db
LATER = datetime(2199, 1, 1, 12, tzinfo=UTC)
AT_LATER = {"publish-when": "later", "publish-moment": "2199-01-01T12:00"}


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def live(draft):
    return workflow.publish(draft.briefing, by=None)


def published(client, draft, **fields):
    return sent(client, draft, opened(client, draft) | fields, _publish="1")


def page(client):
    return client.get("/briefings/quokka/").content.decode()


def reasons(answer):
    return list(answer.context["page"].reasons)


def test_a_first_edition_is_published_with_the_form_and_readers_have_it_at_once(desk, draft):
    answer = published(desk, draft, lede="Typed just now.")

    assert told(answer) == ["Published. Readers have it at /briefings/quokka/."]
    assert "Typed just now." in page(desk)
    assert Edition.objects.get().by.username == "mira"


def test_a_new_briefing_can_be_published_by_its_first_save(desk):
    fields = fields_of(desk.get("/admin/briefings/draft/add/")) | {
        "headline": "From nothing",
        "lede": "All at once.",
        "section-0-body": "<p>Words.</p>",
    }

    assert told(sent(desk, None, fields, _publish="1")) == ["Published. Readers have it at /briefings/from-nothing/."]


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
        "publish-change": "correction",
        "publish-correction_kind": kind,
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

    assert told(answer) == ["Published. Readers have it at /briefings/quokka/."]
    assert "What is new." in page(desk)


def test_a_change_of_no_kind_is_refused(desk, draft, live):
    assert reasons(published(desk, draft, lede="Other.")) == [
        "Say what kind of change this is: minor, major or correction.",
        "The text is saved.",
    ]


def test_a_later_moment_schedules_and_nothing_shows_before(desk, draft):
    answer = published(desk, draft, lede="Under embargo.", **AT_LATER)

    assert told(answer) == ["Scheduled for 01 January 2199, 12:00."]
    assert Edition.objects.get().live_from == LATER
    assert desk.get("/briefings/quokka/").status_code == 404
    assert "Scheduled" in desk.get("/admin/briefings/draft/").content.decode().replace("scheduled for", "Scheduled")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("", "Say from which moment on readers get it."),
        ("soon", "This is no day and time. Write it as 2026-01-31T14:05."),
        ("2199-02-30T12:00", "This is no day and time. Write it as 2026-01-31T14:05."),
    ],
)
def test_a_moment_that_is_none_is_refused_at_its_field_and_nothing_is_saved(desk, draft, moment, said):
    answer = published(desk, draft, **{"lede": "Typed.", "publish-when": "later", "publish-moment": moment})

    assert answer.context["page"].publish.errors["moment"] == [said]
    assert fields_of(answer)["lede"] == "Typed."
    assert Draft.objects.get().version == 1


@pytest.mark.parametrize("moment", ["2026-03-29T02:30", "2026-10-25T02:30"])
def test_an_hour_that_summer_time_skips_or_repeats_is_refused_at_its_field(desk, draft, settings, moment):
    settings.TIME_ZONE = "Europe/Berlin"
    with timezone.override("Europe/Berlin"):
        answer = published(desk, draft, **{"publish-when": "later", "publish-moment": moment})

    assert "Europe/Berlin" in str(answer.context["page"].publish.errors["moment"])
    assert not Edition.objects.exists()


def test_a_moment_that_has_passed_is_refused(desk, draft):
    answer = published(desk, draft, **{"publish-when": "later", "publish-moment": "2001-01-01T12:00"})

    assert reasons(answer) == ["01 January 2001, 12:00 has passed. Choose a later moment, or publish now."]


def scheduled(client, draft):
    return published(
        client, draft, **{"lede": "Monday’s.", "publish-change": "major", "publish-note": "M."}, **AT_LATER
    )


def test_while_something_is_scheduled_the_choice_is_asked_with_issuing_again_chosen(desk, draft, live):
    scheduled(desk, draft)

    fields = opened(desk, draft)

    assert fields["publish-scheduled"] == "reissue"
    assert (
        "scheduled for 01 January 2199, 12:00"
        in desk.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    )


def test_issued_again_the_change_is_in_both_and_the_scheduled_text_stays_hidden(desk, draft, live):
    scheduled(desk, draft)
    change = {"section-0-heading": "Corrected", "publish-change": "minor", "publish-when": "now"}

    answer = published(desk, draft, **change)

    assert told(answer) == ["Published. Readers have it at /briefings/quokka/."]
    now, then = page(desk), desk.get("/briefings/quokka/", **{"briefings.at": LATER}).content.decode()
    assert "Corrected" in now
    assert "Monday’s." not in now
    assert "Corrected" in then
    assert "Monday’s." in then
    assert workflow.verify_log().problems == []


def test_called_off_the_whole_draft_goes_live_now(desk, draft, live):
    scheduled(desk, draft)

    published(desk, draft, **{"publish-change": "minor", "publish-when": "now", "publish-scheduled": "call-off"})

    assert "Monday’s." in page(desk)
    assert not Edition.objects.live(LATER).exclude(live_from__lt=timezone.now()).exists()


def test_kept_the_scheduled_edition_stays_as_it_was(desk, draft, live):
    scheduled(desk, draft)
    change = {"section-0-heading": "Corrected", "publish-change": "minor", "publish-when": "now"}

    published(desk, draft, **change, **{"publish-scheduled": "keep"})

    assert "Corrected" not in desk.get("/briefings/quokka/", **{"briefings.at": LATER}).content.decode()
    assert "Monday’s." not in page(desk)


def test_publishing_again_without_any_change_publishes_nothing(desk, draft, live):
    fields = opened(desk, draft) | {"lede": "New.", "publish-change": "major", "publish-note": "New."}
    sent(desk, draft, fields, _publish="1")

    twice = sent(desk, draft, fields, _publish="1")
    afresh = published(desk, draft, **{"publish-change": "major", "publish-note": "New."})

    assert told(twice)[0].startswith("This form came twice.")
    assert reasons(afresh) == ["Nothing has changed since the newest edition."]
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
