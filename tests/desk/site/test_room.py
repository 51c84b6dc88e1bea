"""What is scheduled to lead, on the form of the front page and where one publishes: nothing loses its place unsaid."""

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import FrontPlace, FrontRecord
from briefings.models import Edition
from briefings.workflow import Lead
from briefings.workflow.pages import front_page
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.desk.site.test_front_page import PAGE, placed
from tests.desk.site.test_lead import act, text
from tests.making import DAY, HOUR, make_draft, make_edition
from tests.workflow.site_and_pages import place
from tests.workflow.test_front_page import make

pytestmark = pytest.mark.django_db
NO_ROOM = "No room for one more"


@pytest.fixture
def six():
    six = make(*(f"word{number}" for number in range(6)))
    place(*six)
    return six


@pytest.fixture
def numbat():
    draft = make_draft("numbat")
    workflow.publish(draft.briefing, by=None, live_from=timezone.now() + 2 * DAY, lead=Lead())
    return draft


def ids(briefings):
    return [str(one.uuid) for one in briefings]


def form(desk):
    return fields_of(desk.get(PAGE), "front_form")


def test_saved_beside_a_scheduled_lead_the_form_keeps_every_place_and_says_which_has_no_room_then(desk, six, numbat):
    shown = desk.get(PAGE)
    fields = fields_of(shown, "front_form")
    assert [fields[f"briefing_{at}"] for at in range(1, 8)] == ids([numbat.briefing, *six])
    assert text(shown).count(NO_ROOM) == 1
    assert f"{NO_ROOM} from" in text(shown).partition('id="place-7"')[2]

    answer = posted(desk, PAGE, fields | {"until_2": "2199-01-31T14:05", "_save": "1"})

    assert messages(answer) == ["Saved. Readers see it from now on."]
    assert placed() == ids([numbat.briefing, *six])


def test_a_place_is_moved_to_the_seventh_by_its_button_and_back(desk, six, numbat):
    moved = desk.post(PAGE, form(desk) | {"_move": "down 6"})

    values = fields_of(moved, "front_form")
    assert [values[f"briefing_{at}"] for at in (6, 7)] == ids([six[5], six[4]])


def test_once_it_leads_the_form_says_that_the_seventh_has_no_room_and_keeps_it(desk, six, numbat, monkeypatch):
    then = timezone.now() + 3 * DAY
    monkeypatch.setattr(timezone, "now", lambda: then)
    shown = desk.get(PAGE)
    assert f"{NO_ROOM}: six stand above." in text(shown).partition('id="place-7"')[2]

    posted(desk, PAGE, fields_of(shown, "front_form") | {"until_2": "2199-01-31T14:05", "_save": "1"})

    assert placed() == ids([numbat.briefing, *six])


def test_a_form_opened_before_it_led_loses_nothing_after_it_led(desk, six, numbat, monkeypatch):
    fields = form(desk)
    then = timezone.now() + 3 * DAY
    monkeypatch.setattr(timezone, "now", lambda: then)

    answer = posted(desk, PAGE, fields | {"until_3": "2199-01-31T14:05", "_save": "1"})

    assert messages(answer) == ["Saved. Readers see it from now on."]
    assert placed() == ids([numbat.briefing, *six])


def test_a_page_that_is_overtaken_keeps_all_seven(desk, six, numbat):
    fields = form(desk)
    workflow.set_front(
        FrontRecord(places=tuple(FrontPlace(briefing=one) for one in ids([six[0], numbat.briefing]))),
        by=None,
        expected=front_page.current_front()[1],
    )

    answer = posted(desk, PAGE, fields | {"until_2": "2199-01-31T14:05", "_save": "1"})

    assert "Somebody changed this meanwhile." in text(answer)
    again = fields_of(answer, "front_form")
    assert [again[f"briefing_{at}"] for at in range(2, 8)] == ids(six)


def test_what_was_called_off_meanwhile_is_named_at_its_place(desk, six, numbat):
    fields = form(desk)
    workflow.call_off(Edition.objects.scheduled().get(), by=None)

    answer = posted(desk, PAGE, fields | {"_save": "1"})

    assert "What stood here can stand here no more." in text(answer).partition('id="place-2"')[0]
    assert fields_of(answer, "front_form")["briefing_7"] == ids(six)[5]


def test_what_is_scheduled_in_a_language_that_readers_do_not_have_yet_keeps_its_place(desk, six):
    make_edition("bilby", live_from=timezone.now() - HOUR, language="de")
    draft = make_draft("quokka", language="fr")
    workflow.publish(draft.briefing, by=None, live_from=timezone.now() + 2 * DAY, lead=Lead())

    fields = form(desk)
    assert fields["briefing_fr_1"] == str(draft.briefing.uuid)
    posted(desk, PAGE, fields | {"briefing_6": "", "_save": "1"})

    assert placed() == ids([*six[:5], draft.briefing])


def test_a_page_of_other_languages_than_now_is_opened_again(desk, six):
    answer = posted(desk, PAGE, form(desk) | {"briefing_de_1": str(six[0].uuid), "_save": "1"})

    assert "there are front pages of other languages" in text(answer)
    assert placed() == ids(six)


def test_whoever_leads_with_another_is_told_what_leads_and_what_has_no_room_then(desk, six, numbat):
    seventh = make_edition("bilby", live_from=timezone.now() - HOUR).briefing

    asked = text(desk.get(act(seventh)))

    assert "“The word0 headline” leads now." in asked
    assert "There is no room for “The word5 headline” any more once this one leads." in asked
    assert "any more once this one leads" not in text(desk.get(act(six[5])))


def test_called_off_in_the_publish_form_its_place_is_taken_back_and_that_is_said(desk, six, numbat):
    asked = text(desk.get(f"/admin/briefings/draft/{numbat.pk}/change/"))
    assert "issued again it keeps that, called off it loses it, unless you tick this." in asked

    now = {"publish-scheduled": "call-off", "publish-when": "now", "publish-moment": ""}
    answer = sent(desk, numbat, opened(desk, numbat) | now, _publish="1")

    assert "Its place on the front page is taken back." in messages(answer)
    assert placed() == ids(six)


@pytest.mark.parametrize("door", ["the publish form", "its moment is changed"])
@pytest.mark.parametrize(("ends", "told"), [(False, "It has its place"), (True, "ends before that")])
def test_scheduled_for_another_moment_it_is_said_what_becomes_of_its_place(desk, door, ends, told):
    draft, begins = make_draft("numbat"), timezone.now() + 2 * DAY
    lead = Lead(until=begins + HOUR if ends else None)
    workflow.publish(draft.briefing, by=None, live_from=begins, lead=lead)
    later = timezone.localtime(begins + DAY)
    minute, shown = f"{later:%Y-%m-%dT%H:%M}", f"{later:%Y-%m-%dT%H:%M}Z"

    if door == "the publish form":
        when = {"publish-when": "later", "publish-moment": minute, "publish-shown": shown}
        answer = sent(desk, draft, opened(desk, draft) | when | {"publish-scheduled": "reissue"}, _publish="1")
    else:
        address = f"/admin/briefings/draft/{draft.pk}/act/reschedule/"
        answer = posted(desk, address, fields_of(desk.get(address), "") | {"moment": minute, "shown": shown})

    assert any(told in sentence for sentence in messages(answer))
    assert Edition.objects.scheduled().get().live_from > begins


def test_called_off_by_its_act_its_place_is_taken_back_and_that_is_said(desk, numbat):
    address = f"/admin/briefings/draft/{numbat.pk}/act/call-off/"

    answer = posted(desk, address, fields_of(desk.get(address), ""))

    assert "Its place on the front page is taken back." in messages(answer)
    assert placed() == []


def test_the_newest_leads_while_a_lead_is_only_scheduled(desk, numbat):
    (quokka,) = make("quokka")

    assert "The newest briefing leads now." in text(desk.get(act(quokka)))
    place(numbat.briefing, quokka)
    page = text(desk.get("/admin/"))
    assert "“The quokka headline” leads now." in text(desk.get(act(quokka)))
    assert "leads the front page" in page
