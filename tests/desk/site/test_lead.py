"""What leads, from the desk: places in order by buttons, a look before, and “Lead with this” where one publishes."""

from urllib.parse import urlencode

import pytest
from django.utils import timezone

from briefings.models import Draft
from briefings.workflow.pages import front_page
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.desk.site.test_front_page import PAGE, placed
from tests.making import HOUR, make_draft

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode()


def act(briefing) -> str:
    return f"/admin/briefings/draft/{briefing.draft.pk}/act/lead/"


def filled(desk, those) -> dict[str, str]:
    fields = fields_of(desk.get(PAGE), "front_form")
    return fields | {f"briefing_{at}": str(one.uuid) for at, one in enumerate(those, start=1)}


@pytest.mark.parametrize(("button", "order"), [("up 3", "021"), ("down 1", "102"), ("first 3", "201"), ("up 1", "012")])
def test_a_place_is_moved_by_its_button_without_a_script_and_nothing_is_saved(desk, briefings, button, order):
    fields = filled(desk, briefings) | {"until_3": "2199-01-31T14:05"}

    moved = desk.post(PAGE, fields | {"_move": button})

    values = fields_of(moved, "front_form")
    assert [values[f"briefing_{at}"] for at in (1, 2, 3)] == [str(briefings[int(at)].uuid) for at in order]
    assert values[f"until_{order.index('2') + 1}"] == "2199-01-31T14:05"
    assert placed() == []
    assert messages(posted(desk, PAGE, values | {"_save": "1"})) == ["Saved. Readers see it from now on."]
    assert placed() == [str(briefings[int(at)].uuid) for at in order]


@pytest.mark.parametrize(
    ("button", "order"), [("up 5", "021"), ("down 1", "102"), ("first 5", "201"), ("down 5", "012")]
)
def test_a_place_is_moved_past_the_next_that_is_filled_and_leaves_no_gap(desk, briefings, button, order):
    fields = filled(desk, briefings[:2]) | {"briefing_5": str(briefings[2].uuid)}

    moved = desk.post(PAGE, fields | {"_move": button})

    values = fields_of(moved, "front_form")
    assert [values[f"briefing_{at}"] for at in (1, 2, 3)] == [str(briefings[int(at)].uuid) for at in order]
    assert values["briefing_5"] == ""


@pytest.mark.parametrize("button", ["up 99", "up 5", "down 5", "first 5", "sideways 1", "", "up"])
def test_a_button_that_is_none_moves_nothing(desk, briefings, button):
    fields = filled(desk, briefings)

    values = fields_of(desk.post(PAGE, fields | {"_move": button}), "front_form")

    assert [values[f"briefing_{at}"] for at in (1, 2, 3)] == [str(one.uuid) for one in briefings]


def test_the_front_page_is_looked_at_before_it_is_saved(desk, briefings):
    fields = filled(desk, briefings[::-1])

    shown = desk.post(f"{PAGE}preview/", fields)

    page = text(shown).partition("<main")[2]
    assert shown["Cache-Control"].find("no-store") >= 0
    assert page.index("The numbat headline") < page.index("The wombat headline") < page.index("The quokka headline")
    assert "once you save" in text(shown)
    assert placed() == []


def test_a_preview_that_is_loaded_anew_is_the_front_page_as_it_stands(desk, briefings):
    fields = filled(desk, briefings[::-1]) | {"until_2": "2199-01-31T14:05"}
    desk.post(PAGE, fields | {"_save": "1"})

    again = desk.get(f"{PAGE}preview/")

    page = text(again).partition("<main")[2]
    assert again["Cache-Control"].find("no-store") >= 0
    assert page.index("The numbat headline") < page.index("The wombat headline") < page.index("The quokka headline")


def test_it_is_two_clicks_from_the_first_page(desk, briefings):
    quokka = briefings[0]
    address = f"{act(quokka)}?next=%2Fadmin%2F"
    assert f'href="{address}"' in text(desk.get("/admin/"))
    page = desk.get(address)
    assert "The newest briefing leads now." in text(page)

    done = desk.post(address, fields_of(page, ""), follow=True)

    assert done.redirect_chain == [("/admin/", 302)]
    assert "It leads the front page." in text(done)
    assert placed() == [str(quokka.uuid)]
    assert "“The quokka headline” leads now." in text(desk.get(act(briefings[1])))


@pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_an_act_leads_back_to_nowhere_but_here(desk, briefings, way):
    address = f"{act(briefings[0])}?{urlencode({'next': way})}"

    done = desk.post(address, fields_of(desk.get(address), ""))

    assert done["Location"] == f"/admin/briefings/draft/{briefings[0].draft.pk}/change/"


def test_who_is_overtaken_is_told_what_leads(desk, briefings):
    quokka, wombat, _numbat = briefings
    fields = fields_of(desk.get(act(quokka)), "")
    desk.post(act(wombat), fields_of(desk.get(act(wombat)), ""))

    refused = text(desk.post(act(quokka), fields))

    assert "Somebody changed this meanwhile." in refused
    assert "“The wombat headline” leads now." in refused
    assert placed() == [str(wombat.uuid)]


def test_what_is_published_leads_if_one_says_so(desk, briefings):
    draft = make_draft("bilby")
    assert "The newest briefing leads now." in text(desk.get(f"/admin/briefings/draft/{draft.pk}/change/"))

    sent(desk, draft, opened(desk, draft) | {"publish-lead": "on"}, _publish="1")

    assert placed() == [str(draft.briefing.uuid)]


def test_what_is_scheduled_leads_from_then_and_stays_in_the_form(desk, briefings):
    draft, moment = make_draft("bilby"), timezone.now() + 48 * HOUR
    minute = f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"
    later = {"publish-when": "later", "publish-moment": minute, "publish-shown": f"{minute}Z"}

    sent(desk, draft, opened(desk, draft) | later | {"publish-lead": "on"}, _publish="1")

    assert placed() == [str(draft.briefing.uuid)]
    fields = fields_of(desk.get(PAGE), "front_form")
    assert fields["briefing_1"] == str(draft.briefing.uuid)
    assert "The bilby headline · from" in text(desk.get(PAGE))
    posted(desk, PAGE, fields | {"briefing_2": str(briefings[0].uuid), "_save": "1"})
    assert placed() == [str(draft.briefing.uuid), str(briefings[0].uuid)]
    assert "bilby" not in text(desk.get("/"))


def test_whoever_may_not_say_what_leads_is_not_asked(desk, briefings, at_desk):
    writer = at_desk("wim", "writer")
    make_draft("own", by=None)
    Draft.objects.update(owner=None)

    assert "Lead with this" not in text(writer.get("/admin/briefings/draft/"))
    assert front_page.current_front()[0].places == ()
