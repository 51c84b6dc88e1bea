"""Scheduling from the form: a moment that is one, and what becomes of what is scheduled already."""

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.models import Draft, Edition
from tests.desk.briefings.publishing import AT_LATER, LATER, page, published, reasons
from tests.desk.sheets import fields_of, messages, opened
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def live(draft):
    return workflow.publish(draft.briefing, by=None)


def test_a_later_moment_schedules_and_nothing_shows_before(desk, draft):
    answer = published(desk, draft, lede="Under embargo.", **AT_LATER)

    assert messages(answer) == ["Scheduled for Tue 1 Jan 2199, 12:00 UTC."]
    assert Edition.objects.get().live_from == LATER
    assert desk.get("/briefings/quokka/").status_code == 404
    assert "Scheduled" in desk.get("/admin/briefings/draft/").content.decode().replace("scheduled for", "Scheduled")


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        ("", "Say from which moment on readers get it."),
        ("soon", "This is no day and time. Write it as 2026-01-31T14:05."),
        ("2199-02-30T12:00", "This is no day and time. Write it as 2026-01-31T14:05."),
    ],
)
def test_a_moment_that_is_none_is_refused_at_its_field_and_nothing_is_saved(desk, draft, moment, sentence):
    answer = published(desk, draft, **{"lede": "Typed.", "publish-when": "later", "publish-moment": moment})

    assert answer.context["page"].publish.errors["moment"] == [sentence]
    assert fields_of(answer)["lede"] == "Typed."
    assert Draft.objects.get().version == 1


@pytest.mark.parametrize(
    ("moment", "says"),
    [("2199-01-01T12:00", "Schedule for Tue 1 Jan 2199, 12:00 UTC"), ("soon", "Save and schedule"), ("", "Save and")],
)
def test_a_part_that_is_added_without_a_script_leaves_the_moment_as_it_was_typed(desk, draft, moment, says):
    typed = {"lede": "Typed.", "publish-when": "later", "publish-moment": moment, "_part": "add section"}

    answer = desk.post(f"/admin/briefings/draft/{draft.pk}/change/", opened(desk, draft) | typed)

    fields = fields_of(answer)
    assert (fields["lede"], fields["publish-when"], fields["publish-moment"]) == ("Typed.", "later", moment)
    assert says in answer.content.decode()


@pytest.mark.parametrize("moment", ["2026-03-29T02:30", "2026-10-25T02:30"])
def test_an_hour_that_summer_time_skips_or_repeats_is_refused_at_its_field(desk, draft, settings, moment):
    settings.TIME_ZONE = "Europe/Berlin"
    with timezone.override("Europe/Berlin"):
        answer = published(desk, draft, **{"publish-when": "later", "publish-moment": moment})

    assert "Europe/Berlin" in str(answer.context["page"].publish.errors["moment"])
    assert not Edition.objects.exists()


def test_a_moment_that_has_passed_is_refused(desk, draft):
    answer = published(desk, draft, **{"publish-when": "later", "publish-moment": "2001-01-01T12:00"})

    assert reasons(answer) == ["1 January 2001, 12:00 has passed. Choose a later moment, or publish now."]


def scheduled(client, draft):
    return published(
        client, draft, **{"lede": "Monday’s.", "publish-change": "major", "publish-note": "M."}, **AT_LATER
    )


def test_while_something_is_scheduled_the_choice_is_asked_with_issuing_again_chosen(desk, draft, live):
    scheduled(desk, draft)

    fields = opened(desk, draft)

    assert fields["publish-scheduled"] == "reissue"
    assert (
        "scheduled for 1 January 2199, 12:00" in desk.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    )


def test_issued_again_the_change_is_in_both_and_the_scheduled_text_stays_hidden(desk, draft, live):
    scheduled(desk, draft)
    change = {"section-0-heading": "Corrected", "publish-change": "minor", "publish-when": "now"}

    answer = published(desk, draft, **change)

    assert messages(answer) == ["Published. Readers have it at /briefings/quokka/."]
    now, then = page(desk), desk.get("/briefings/quokka/", **{"briefings.at": LATER}).content.decode()
    assert "Corrected" in now
    assert "Monday’s." not in now
    assert "Corrected" in then
    assert "Monday’s." in then
    assert verify_log().problems == []


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
