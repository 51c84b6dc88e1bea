"""From the desk’s forms to readers, in three zones and around each change of the clocks: what a button said is stored,
and goes live then.
"""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from briefings import workflow
from briefings.admin.moments import stamp
from briefings.desk_words import exact_moment
from briefings.models import Draft, Edition
from briefings.workflow.pages.front_page import current_front
from tests.desk.briefings.publishing import published, reasons
from tests.desk.sheets import fields_of, opened, posted, sent
from tests.desk.test_moments import SKIPPED, TWICE
from tests.making import DAY, TICK, make_draft, make_edition

pytestmark = pytest.mark.django_db
ZONES = tuple(SKIPPED)


@pytest.fixture(params=ZONES)
def zone(request, settings):
    settings.TIME_ZONE = request.param
    timezone.get_default_timezone.cache_clear()
    yield request.param
    timezone.get_default_timezone.cache_clear()


def later(typed, **more):
    return {"publish-when": "later", "publish-moment": typed, **more}


def act(draft, name):
    return f"/admin/briefings/draft/{draft.pk}/act/{name}/"


def text(answer):
    return answer.content.decode()


def test_an_hour_that_comes_twice_goes_live_at_the_one_that_the_button_said(desk, zone):
    typed, first, second = TWICE[zone]
    draft = make_draft("quokka")
    asked = published(desk, draft, **later(typed), lede="Typed.")
    assert "comes twice" in str(asked.context["page"].publish.errors["moment"])

    chosen = published(desk, draft, **later(typed, **{"publish-moment_which": second}), lede="Typed.")
    when = datetime.fromisoformat(second)
    assert f"Schedule for {exact_moment(when)}" in text(chosen)
    assert fields_of(chosen)["publish-moment_which"] == second
    sent(desk, draft, fields_of(chosen), _publish="1")

    assert Edition.objects.get().live_from == when
    for moment, status in ((when - TICK, 404), (when, 200)):
        assert Client().get("/briefings/quokka/", **{"briefings.at": moment}).status_code == status
        assert desk.get(f"/admin/site-at/{moment:%Y-%m-%dT%H:%M:%S.%f}Z/briefings/quokka/").status_code == status
    shown = text(desk.get("/admin/briefings/draft/calendar/", {"from": typed[:10]}))
    assert f'datetime="{timezone.localtime(when).isoformat()}">{typed[11:]} ({when:%H:%M} UTC)</time>' in shown
    assert first != second


def test_an_hour_that_the_clocks_skip_is_refused_in_each_form_and_what_was_typed_stays(desk, zone):
    typed, before, after = SKIPPED[zone]
    nearest = f"The nearest that exist are {before} and {after}."
    draft = make_draft("quokka")
    promised = {"moments-embargo_until": typed, "moments-embargo_source": "NATO", "moments-planned_for": typed}

    scheduled = published(desk, draft, **later(typed), lede="Typed.")
    embargoed = sent(desk, draft, opened(desk, draft) | promised | {"lede": "Typed."})

    assert text(scheduled).count(nearest) == 1
    assert text(embargoed).count(nearest) == 2
    for answer, names in ((scheduled, ("publish-moment",)), (embargoed, tuple(promised))):
        fields = fields_of(answer)
        assert fields["lede"] == "Typed."
        assert all(fields[name] in (typed, "NATO") for name in names)
    moment = timezone.now() + 2 * DAY
    workflow.publish(draft.briefing, by=None, live_from=moment)
    moved = desk.post(act(draft, "reschedule"), fields_of(desk.get(act(draft, "reschedule")), "") | {"moment": typed})
    front = desk.get("/admin/briefings/frontpage/")
    ends = posted(
        desk, "/admin/briefings/frontpage/", fields_of(front, "front_form") | {"until_1": typed, "_save": "1"}
    )
    for answer, name, form in ((moved, "moment", ""), (ends, "until_1", "front_form")):
        assert nearest in text(answer)
        assert fields_of(answer, form)[name] == typed
    assert Edition.objects.get().live_from == moment
    assert "There is no" in text(desk.get("/admin/site-at/", {"moment": typed}))


def test_an_embargo_ends_and_a_place_too_at_the_second_of_two_hours_where_that_was_chosen(desk, zone):
    typed, first, second = TWICE[zone]
    draft = make_draft("quokka")
    sent(
        desk,
        draft,
        opened(desk, draft) | {"moments-embargo_until": typed, "moments-embargo_until_which": second},
    )
    assert stamp(Draft.objects.get().embargo_until) == second

    fields = fields_of(desk.get(f"/admin/briefings/draft/{draft.pk}/change/"))
    assert fields["moments-embargo_until_which"] == second
    early = later(typed, **{"publish-moment_which": first, "publish-shown": first})
    refused = sent(desk, draft, fields | early, _publish="1")
    assert any(exact_moment(datetime.fromisoformat(second)) in reason for reason in reasons(refused))
    in_time = {"publish-moment_which": second, "publish-shown": second}
    sent(desk, draft, fields_of(refused) | in_time, _publish="1")
    assert stamp(Edition.objects.get().live_from) == second

    live = make_edition("wombat", live_from=timezone.now() - DAY).briefing
    other = str(make_edition("numbat", live_from=timezone.now() - DAY).briefing.uuid)
    fields = fields_of(desk.get("/admin/briefings/frontpage/"), "front_form")
    place = {"briefing_1": str(live.uuid), "until_1": typed, "until_1_which": second, "_save": "1"}
    posted(desk, "/admin/briefings/frontpage/", fields | place)
    again = fields_of(desk.get("/admin/briefings/frontpage/"), "front_form")
    assert (again["until_1"], again["until_1_which"]) == (typed, second)
    moved = desk.post("/admin/briefings/frontpage/", {**again, "briefing_2": other, "_move": "down 1"})
    assert fields_of(moved, "front_form")["until_2_which"] == second
    assert [stamp(moment) for moment in current_front()[0].ends] == [second]


def test_what_is_scheduled_is_moved_across_the_change_of_the_clocks(desk, zone):
    typed, first, second = TWICE[zone]
    draft = make_draft("quokka")
    workflow.publish(draft.briefing, by=None, live_from=datetime.fromisoformat(first))
    form = fields_of(desk.get(act(draft, "reschedule")), "")

    which = desk.post(act(draft, "reschedule"), form | {"moment": typed})
    assert "comes twice" in text(which)
    asked = desk.post(act(draft, "reschedule"), fields_of(which, "") | {"moment_which": second})
    assert f"Readers would get it on {exact_moment(datetime.fromisoformat(second))}." in text(asked)
    posted(desk, act(draft, "reschedule"), fields_of(asked, ""))

    assert stamp(Edition.objects.scheduled().get().live_from) == second
    assert timedelta(minutes=30) <= datetime.fromisoformat(second) - datetime.fromisoformat(first)
