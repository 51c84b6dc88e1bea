"""The clipboard of an editor read for a field: rich text and what was left out, and nothing is kept of it."""

import pytest
from django.test import Client

from briefings.admin.briefings.clipboard import MOST
from tests.desk.roles.people import make_somebody
from tests.documented import queries

pytestmark = pytest.mark.django_db
PASTE = "/admin/briefings/draft/paste/"


def pasted(client, html):
    return client.post(PASTE, {"html": html}, headers={"Accept": "application/json"})


def test_it_comes_back_as_rich_text_and_is_kept_nowhere(desk):
    answer = pasted(desk, "<meta charset='utf-8'><h2>Next</h2><p>They talk on <b>Monday</b>.</p>")

    assert answer.json() == {
        "html": "<p>Next</p><p>They talk on <strong>Monday</strong>.</p>",
        "left_out": [],
        "around": [],
        "findings": [],
    }
    assert "no-store" in answer["Cache-Control"]


def test_links_to_the_desk_itself_are_left_out_and_said(desk):
    facts = pasted(desk, '<p>See <a href="http://testserver/admin/briefings/draft/7/change/">it</a>.</p>').json()

    assert facts["html"] == "<p>See it.</p>"
    assert ["a page of the desk" in sentence for sentence in facts["findings"]] == [True]


def test_it_asks_the_database_who_asks_and_nothing_else(desk, django_assert_num_queries):
    pasted(desk, "<p>They met.</p>")

    with django_assert_num_queries(queries("what is pasted into a field")):
        pasted(desk, "<p>They met.</p>" * 50)


def test_more_than_can_be_read_in_time_is_not_read(desk):
    assert pasted(desk, "x" * (MOST + 1)).status_code == 413
    assert pasted(desk, "x" * MOST).status_code == 200


def test_whoever_sends_nothing_pastes_nothing(desk):
    assert desk.post(PASTE).json()["html"] == ""


@pytest.mark.parametrize("html", ["\0", "<p>\ud800</p>".encode("utf-8", "surrogatepass"), "<" * 1000, "&#0;&#x110000;"])
def test_whatever_is_sent_gets_an_answer(desk, html):
    assert pasted(desk, html).status_code == 200


def test_whoever_edits_the_pages_of_the_site_alone_may_paste_as_well():
    assert pasted(make_somebody("admin").client, "<p>They met.</p>").json()["html"] == "<p>They met.</p>"


def test_whoever_may_write_nothing_is_refused_before_anything_is_read():
    assert pasted(make_somebody("newcomer").client, "<p>They met.</p>").status_code == 403


def test_another_page_cannot_have_the_desk_read_something(staff):
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff("mira", "chief"))

    assert pasted(client, "<p>They met.</p>").status_code == 403
