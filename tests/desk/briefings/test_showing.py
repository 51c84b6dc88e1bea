"""A draft is shown to somebody without an account: the link stands on the page once, and can be ended."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.dateformat import format as date_format

from briefings import workflow
from briefings.models import AuditEntry, DraftLink, DraftLinkOpening, User
from tests.desk.sheets import fields_of
from tests.making import DAY, HOUR, LONG_AGO, make_draft

pytestmark = pytest.mark.django_db
LINK = re.compile(r"(/preview/[\w-]{43}/)")


@pytest.fixture
def draft(desk):
    return make_draft("quokka", by=User.objects.get(username="mira"))


def where(draft) -> str:
    return f"/admin/briefings/draft/{draft.pk}/show/"


def text(answer) -> str:
    return answer.content.decode()


def make(client, draft, **values):
    fields = fields_of(client.get(where(draft)), "show_form")
    return client.post(where(draft), fields | {"for_whom": "Dr. Berger", "lasts": "day"} | values)


def test_the_link_stands_on_the_page_once_and_its_end_and_openings_after(desk, draft):
    made = text(make(desk, draft))

    path = LINK.search(made)[1]
    assert Client().get(path).status_code == 200
    link = DraftLink.objects.get()
    assert (link.for_whom, link.revision.version) == ("Dr. Berger", draft.version)
    assert timezone.now() + DAY - HOUR < link.ends_at < timezone.now() + DAY
    later = text(desk.get(where(draft)))
    assert path not in later
    assert "Not opened yet." in later

    DraftLinkOpening.objects.create(link=link, at=timezone.now())
    assert "Opened once, on" in text(desk.get(where(draft)))
    DraftLinkOpening.objects.create(link=link, at=LONG_AGO)
    twice = text(desk.get(where(draft)))
    assert "Opened 2 times, last on" in twice
    assert f"<li>{date_format(timezone.localtime(LONG_AGO), 'j F Y, H:i')}</li></ol>" in twice
    desk.post(where(draft), {"_end": str(link.uuid)})

    assert Client().get(path).status_code == 404
    assert "Ended by mira on" in text(desk.get(where(draft)))
    acts = list(AuditEntry.objects.order_by("pk").values_list("action", "detail"))[-2:]
    assert acts == [("shown", "version 1, for Dr. Berger"), ("shown no more", "version 1, for Dr. Berger")]


def test_a_form_that_is_sent_twice_makes_one_link_and_says_so(desk, draft):
    fields = fields_of(desk.get(where(draft)), "show_form") | {"for_whom": "Dr. Berger", "lasts": "day"}
    desk.post(where(draft), fields)

    again = text(desk.post(where(draft), fields))

    assert "This form came twice." in again
    assert DraftLink.objects.count() == 1


def test_nothing_is_shown_that_was_not_looked_at(desk, draft):
    fields = fields_of(desk.get(where(draft)), "show_form")
    make_draft("wombat", briefing=draft.briefing)

    refused = text(desk.post(where(draft), fields | {"for_whom": "Dr. Berger", "lasts": "day"}))

    assert "saved a newer text" in refused
    assert "Dr. Berger" in refused
    assert not DraftLink.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"for_whom": " \u200b"}, "Say for whom the link is."),
        ({"for_whom": "x" * 101}, "at most 100 characters"),
        ({"lasts": "ever"}, "Select a valid choice."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(desk, draft, values, sentence):
    assert sentence in text(make(desk, draft, **values))
    assert not DraftLink.objects.exists()


def test_one_that_lasts_until_it_is_live_ends_then(desk, draft):
    moment = timezone.now() + 2 * DAY
    workflow.publish(draft.briefing, by=None, live_from=moment)

    make(desk, draft, lasts="live")

    assert DraftLink.objects.get().ends_at == moment


def test_another_briefings_link_cannot_be_ended_from_here(desk, draft):
    make(desk, draft)
    other = make_draft("wombat")

    desk.post(where(other), {"_end": str(DraftLink.objects.get().uuid)})

    assert DraftLink.objects.get().ended_at is None


def test_an_editor_gets_there_from_the_draft_and_a_writer_does_not(desk, draft, at_desk):
    writer = at_desk("wim", "writer")
    own = make_draft("numbat", by=User.objects.get(username="wim"))

    assert where(draft) in text(desk.get(f"/admin/briefings/draft/{draft.pk}/change/"))
    assert "/show/" not in text(writer.get(f"/admin/briefings/draft/{own.pk}/change/"))
    assert make(desk, own).status_code == 200
    assert writer.post(where(own), {"_end": str(DraftLink.objects.get().uuid)}).status_code == 403
    assert DraftLink.objects.get().ended_at is None
