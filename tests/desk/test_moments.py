"""Moments in forms: hours that the clocks skip or show twice, in three zones, and how a schedule says its moment."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.forms import ValidationError
from django.utils import timezone, translation

from briefings import wall_time
from briefings.admin.briefings.leading import LeadForm
from briefings.admin.briefings.listing.bulk_forms import PlanForm
from briefings.admin.briefings.publish_panel import PublishForm
from briefings.admin.moments import MomentField, stamp
from briefings.desk_words import exact_moment
from briefings.models import Edition
from tests.desk.briefings.publishing import published
from tests.desk.sheets import fields_of, messages, sent
from tests.making import make_draft

SKIPPED = {
    "Europe/Berlin": ("2027-03-28T02:30", "Sun 28 Mar 2027, 01:59 (00:59 UTC)", "Sun 28 Mar 2027, 03:00 (01:00 UTC)"),
    "America/New_York": (
        "2027-03-14T02:30",
        "Sun 14 Mar 2027, 01:59 (06:59 UTC)",
        "Sun 14 Mar 2027, 03:00 (07:00 UTC)",
    ),
    "Australia/Lord_Howe": (
        "2027-10-03T02:15",
        "Sun 3 Oct 2027, 01:59 (Sat 2 Oct 15:29 UTC)",
        "Sun 3 Oct 2027, 02:30 (Sat 2 Oct 15:30 UTC)",
    ),
}
TWICE = {
    "Europe/Berlin": ("2027-10-31T02:30", "2027-10-31T00:30Z", "2027-10-31T01:30Z"),
    "America/New_York": ("2027-11-07T01:30", "2027-11-07T05:30Z", "2027-11-07T06:30Z"),
    "Australia/Lord_Howe": ("2027-04-04T01:45", "2027-04-03T14:45Z", "2027-04-03T15:15Z"),
}


@pytest.fixture(params=SKIPPED)
def zone(request):
    with timezone.override(request.param), translation.override("en"):
        yield request.param


def errors_of(typed, which=""):
    with pytest.raises(ValidationError) as refusal:
        MomentField().clean((typed, which))
    return " ".join(refusal.value.messages)


def test_an_hour_that_the_clocks_skip_is_refused_with_the_two_nearest_that_exist(zone):
    typed, before, after = SKIPPED[zone]

    sentence = errors_of(typed)

    assert zone in sentence
    assert sentence.endswith(f"The nearest that exist are {before} and {after}.")


def test_an_hour_that_comes_twice_asks_which_with_both_in_utc(zone):
    typed, first, second = TWICE[zone]

    sentence = errors_of(typed)

    for moment in (first, second):
        assert exact_moment(datetime.fromisoformat(moment)) in sentence
        assert stamp(MomentField().clean((typed, moment))) == moment
    assert "comes twice" in errors_of(typed, "2027-01-01T00:00Z")


def test_the_field_asks_which_by_itself_and_shows_what_was_chosen(zone):
    typed, first, second = TWICE[zone]

    shown = MomentField().widget.render("m", (typed, second))
    again = MomentField().widget.render("m", datetime.fromisoformat(first))

    assert f'value="{second}" checked' in shown
    assert f'value="{first}">' in shown
    assert f'value="{first}" checked' in again
    assert f'value="{typed}"' in again


def test_an_ordinary_hour_is_one_moment(zone):
    moment = MomentField().clean(("2027-07-01T12:00", ""))

    assert wall_time.moments_of(moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None), ZoneInfo(zone)) == (moment,)


@pytest.mark.django_db
def test_a_schedule_for_an_hour_that_comes_twice_is_for_the_one_that_was_chosen(desk, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    draft = make_draft("quokka")
    typed, _first, second = TWICE["Europe/Berlin"]
    later = {"publish-when": "later", "publish-moment": typed}
    with timezone.override("Europe/Berlin"):
        asked = published(desk, draft, **later)
        assert asked.content.decode().count('name="publish-moment_which"') == 2

        published(desk, draft, **later, **{"publish-moment_which": second, "publish-shown": second})

    assert stamp(Edition.objects.get().live_from) == second


@pytest.mark.django_db
def test_without_a_script_the_moment_is_confirmed_in_both_clocks_before_anything_is_scheduled(desk):
    draft = make_draft("quokka")
    with timezone.override("America/New_York"):
        asked = published(desk, draft, **{"publish-when": "later", "publish-moment": "2199-01-01T06:00"})
        assert not Edition.objects.exists()
        assert "Schedule for Tue 1 Jan 2199, 06:00 (11:00 UTC)" in asked.content.decode()

        answer = sent(desk, draft, fields_of(asked), _publish="1")

    assert messages(answer) == ["Scheduled for Tue 1 Jan 2199, 06:00 (11:00 UTC)."]
    assert Edition.objects.get().live_from == datetime(2199, 1, 1, 11, tzinfo=UTC)


@pytest.mark.django_db
def test_another_moment_than_the_one_confirmed_is_asked_about_anew(desk):
    draft = make_draft("quokka")
    later = {"publish-when": "later", "publish-moment": "2199-01-01T06:00", "publish-shown": "2199-01-01T05:00Z"}

    asked = published(desk, draft, **later)

    assert not Edition.objects.exists()
    assert fields_of(asked)["publish-shown"] == "2199-01-01T06:00Z"


@pytest.mark.parametrize(
    "field",
    [LeadForm.base_fields["until"], PublishForm.base_fields["lead_until"], PlanForm.base_fields["planned"]],
    ids=["lead", "lead with what is published", "plan"],
)
def test_an_hour_that_the_clocks_skip_is_refused_alike_wherever_a_moment_is_asked(field, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    with timezone.override(ZoneInfo("Europe/Berlin")), pytest.raises(ValidationError, match="put forward then"):
        field.clean(("2041-03-31T02:30", ""))
