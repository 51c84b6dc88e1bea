"""The calendar: what goes out, by day; who sees what; moving and calling off from there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.admin.briefings import agenda
from briefings.content import FrontRecord
from briefings.content.public_values import FrontPlace
from briefings.models import Draft, Edition, Image
from briefings.workflow.pages.front_page import current_front
from tests.desk.pictures.making import figure_of, put_on_file
from tests.desk.roles.people import make_somebody
from tests.desk.sheets import fields_of, messages, posted
from tests.documented import queries
from tests.making import DAY, HOUR, make_draft, make_edition

pytestmark = pytest.mark.django_db
PAGE = "/admin/briefings/draft/calendar/"


@pytest.fixture
def later():
    return (timezone.now() + 2 * DAY).replace(second=0, microsecond=0)


@pytest.fixture
def editor():
    return make_somebody("editor", name="ed").client


@pytest.fixture
def writer():
    return make_somebody("writer", name="wren")


def scheduled(word, moment, by=None):
    draft = make_draft(word, by=by)
    workflow.publish(draft.briefing, by=None, live_from=moment)
    return draft


def test_it_holds_what_is_scheduled_promised_and_planned_and_public_records_the_nearest_first(later):
    chief = make_somebody("chief")
    draft = scheduled("quokka", later)
    Draft.objects.update(embargo_until=later - HOUR, embargo_source="NATO")
    make_draft("wombat")
    Draft.objects.filter(headline__contains="wombat").update(planned_for=later + HOUR)
    live = make_draft("numbat")
    workflow.publish(live.briefing, by=None)
    place = FrontPlace(briefing=str(live.briefing.uuid), until=(later + 2 * HOUR).isoformat())
    workflow.set_front(FrontRecord(places=(place,)), by=None, expected=current_front()[1])

    found = agenda.of_days(chief.user, timezone.localdate(), days=4)

    told = [(one.what, one.name) for one in found if one.moment > timezone.now()]
    assert told == [
        ("Embargo ends, promised to NATO", "The quokka headline"),
        ("Scheduled: first", "The quokka headline"),
        ("Planned", "The wombat headline"),
        ("Place on the front page ends", "The numbat headline"),
    ]
    assert ("Front page", "What leads it changes") in [(one.what, one.name) for one in found]
    today = agenda.of_days(chief.user, timezone.localdate(), days=1)
    assert ("Went out: first", "The numbat headline") in [(one.what, one.name) for one in today]
    assert [one.draft for one in found if one.draft] == [draft]


def test_a_writer_sees_their_own_alone(later, writer):
    scheduled("quokka", later, by=writer.user)
    scheduled("wombat", later)
    Draft.objects.update(embargo_until=later, planned_for=later)

    shown = writer.client.get(PAGE).content.decode()

    assert "quokka" in shown
    assert "wombat" not in shown
    assert "Call off" not in shown


def test_a_called_off_one_leaves_it_and_one_that_breaks_a_promise_is_marked(editor, later):
    draft = scheduled("quokka", later)
    Draft.objects.update(embargo_until=later + HOUR)
    assert "Goes out before its embargo ends." in editor.get(PAGE).content.decode()

    workflow.call_off(Edition.objects.get(), by=None)

    assert f"/admin/briefings/draft/{draft.pk}/act/call-off/" not in editor.get(PAGE).content.decode()


def test_it_is_moved_from_there_after_the_new_moment_was_said_in_both_clocks(editor, later):
    draft = scheduled("quokka", later)
    address = f"/admin/briefings/draft/{draft.pk}/act/reschedule/"
    assert address in editor.get(PAGE).content.decode()
    new = later + DAY
    form = fields_of(editor.get(address), "") | {"moment": f"{new:%Y-%m-%dT%H:%M}"}

    asked = editor.post(address, form)
    assert Edition.objects.scheduled().get().live_from == later
    assert "If that is right, press the button once more." in asked.content.decode()
    posted(editor, address, fields_of(asked, ""))

    assert Edition.objects.scheduled().get().live_from == new


def test_a_page_that_is_stale_moves_nothing(editor, later):
    draft = scheduled("quokka", later)
    address = f"/admin/briefings/draft/{draft.pk}/act/reschedule/"
    new = later + DAY
    form = fields_of(editor.get(address), "") | {"moment": f"{new:%Y-%m-%dT%H:%M}", "shown": f"{new:%Y-%m-%dT%H:%MZ}"}
    workflow.reschedule(Edition.objects.scheduled().get(), by=None, live_from=later + HOUR)

    answer = editor.post(address, form)

    assert "Something else is scheduled since this page was opened." in answer.content.decode()
    assert Edition.objects.scheduled().get().live_from == later + HOUR


def test_weeks_before_and_after_are_led_to_and_a_day_that_is_none_leads_to_today(editor, later):
    scheduled("quokka", later + timedelta(days=30))
    today = timezone.localdate()

    following = editor.get(PAGE, {"from": str(today + timedelta(days=21))})

    assert f"?from={today + timedelta(days=21)}" in editor.get(PAGE).content.decode()
    assert "quokka" not in editor.get(PAGE).content.decode()
    assert "quokka" in following.content.decode()
    for given in ("soon", "9999-12-31", "0001-01-01"):
        answer = editor.get(PAGE, {"from": given})
        assert (answer.status_code, messages(answer)) == (
            302,
            ["That is no day of the calendar. It begins with today."],
        )


@pytest.mark.parametrize("many", [1, 5])
def test_it_costs_the_same_for_few_and_for_many(many, editor, later, django_assert_num_queries):
    for number in range(many):
        scheduled(f"quokka{number}", later)
    Draft.objects.update(embargo_until=later, planned_for=later)

    with django_assert_num_queries(queries("calendar |")):
        editor.get(PAGE)


def test_the_last_day_of_a_picture_is_there_with_what_readers_lose(editor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    today = timezone.localdate()
    in_use, in_drafts, replaced = (
        put_on_file(caption=word, usable_until=today + number * DAY)
        for number, word in enumerate(("A harbour", "A tender", "A quay"), start=2)
    )
    for word in ("quokka", "wombat"):
        make_edition(word, live_from=timezone.now() - HOUR, blocks=(figure_of(in_use),))
    make_draft("numbat", blocks=(figure_of(in_drafts),))
    before = make_edition("bilby", live_from=timezone.now() - HOUR, blocks=(figure_of(replaced),))
    make_edition("bilby", briefing=before.briefing, live_from=timezone.now() + DAY)
    Image.objects.filter(pk=in_use.pk).update(usable_until=None)

    shown = editor.get(PAGE).content.decode()

    assert shown.count("Last day of a picture") == 2
    harbour, tender = shown.split("Last day of a picture")[1:]
    assert "A harbour" in harbour
    assert "and one more briefing without it." in harbour
    assert f'id="day-{today + 2 * DAY}"' in shown.partition("A harbour")[0]
    assert "A tender" in tender
    assert "Nothing that readers have loses it." in tender
    assert "A quay" not in shown


def test_the_end_of_a_lead_that_is_only_scheduled_is_there(editor, later):
    lead = workflow.Lead(until=later + DAY)
    workflow.publish(make_draft("quokka").briefing, by=None, live_from=later, lead=lead)

    assert "Place on the front page ends" in editor.get(PAGE).content.decode()


def test_a_writer_learns_of_the_last_days_of_their_own_pictures_alone(writer, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = put_on_file(caption="A harbour", usable_until=timezone.localdate() + DAY)
    mine = make_draft("wombat", by=writer.user, blocks=(figure_of(picture),))
    make_edition("quokka", live_from=timezone.now() - HOUR, blocks=(figure_of(picture),))

    shown = writer.client.get(PAGE).content.decode()
    Draft.objects.filter(pk=mine.pk).update(owner=None)

    assert "A harbour" in shown
    assert "quokka" not in shown
    assert "A harbour" not in writer.client.get(PAGE).content.decode()
