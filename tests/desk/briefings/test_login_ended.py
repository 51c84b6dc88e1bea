"""A login that ends while somebody writes costs no word: the text comes back and is sent once more."""

import pytest
from django.test import Client

from briefings.models import Draft, User
from tests.desk.sheets import address, fields_of, messages, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db
HERE = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def mira(staff):
    staff("mira", "editor")
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get())
    return client


def test_what_is_sent_after_the_login_ended_comes_back_whole(mira, draft):
    fields = fields_of(mira.get(address(draft))) | {"lede": "Two\nlines of “mine” <b>."}
    mira.logout()
    answer = mira.post(address(draft), fields | {"_save": "1"}, **HERE)
    assert answer.status_code == 403
    assert "Your login ended while you were writing." in answer.content.decode()
    assert Draft.objects.get().version == 1

    mira.force_login(User.objects.get())
    again = mira.post(address(draft), fields_of(answer, ""), **HERE)
    saved = mira.post(address(draft), fields_of(again, ""), follow=True, **HERE) if again.status_code == 403 else again

    assert Draft.objects.get().lede == "Two\nlines of “mine” <b>."
    assert saved.status_code in (200, 302)


def test_what_is_sent_with_a_token_from_before_a_new_login_comes_back_and_then_is_saved(mira, draft):
    fields = fields_of(mira.get(address(draft))) | {"lede": "Mine.", "csrfmiddlewaretoken": "x" * 64, "_save": "1"}

    answer = mira.post(address(draft), fields, **HERE)

    assert answer.status_code == 403
    assert "send it once more" in answer.content.decode()
    saved = mira.post(address(draft), fields_of(answer, ""), follow=True, **HERE)
    assert messages(saved) == ["Saved."]
    assert Draft.objects.get().lede == "Mine."


@pytest.mark.parametrize("origin", [{}, {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}])
def test_what_is_sent_from_elsewhere_is_not_offered_to_be_sent_again(mira, draft, origin):
    fields = {"save_id": "x", "lede": "Not mine.", "csrfmiddlewaretoken": "x" * 64}

    for client in (mira, Client(enforce_csrf_checks=True)):
        answer = client.post(address(draft), fields, **origin)
        assert answer.status_code == 403
        assert "Not mine." not in answer.content.decode()


def test_a_form_that_is_no_text_is_sent_to_the_login_as_ever(client, draft):
    answer = client.post(address(draft), {"lede": "Mine."}, **HERE)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_whoever_may_not_write_gets_nothing_saved_by_sending_again(at_desk, mira, draft):
    fields = opened(mira, draft) | {"lede": "Mine."}
    writer = at_desk("wil", "writer")

    sent(writer, draft, fields)

    assert Draft.objects.get().lede == "The quokka lede."


def test_a_flash_that_is_sent_after_the_login_ended_is_not_lost(mira):
    fields = fields_of(mira.get("/admin/briefings/draft/flash/"), "flash_form")
    assert "headline" in fields
    mira.logout()

    answer = mira.post("/admin/briefings/draft/flash/", fields | {"headline": "Dam broke", "lede": "At noon."}, **HERE)
    mira.force_login(User.objects.get())
    again = mira.post("/admin/briefings/draft/flash/", fields_of(answer, ""), **HERE)
    looked_at = mira.post("/admin/briefings/draft/flash/", fields_of(again, ""), **HERE)

    assert answer.status_code == 403
    assert "Dam broke" in looked_at.content.decode()
    assert fields_of(looked_at, "flash_form")["lede"] == "At noon."


def test_a_comment_that_is_sent_after_the_login_ended_is_not_lost(mira, draft):
    here = address(draft).replace("change", "comments")
    fields = fields_of(mira.get(here), "comment_form") | {"text": "Who says so?", "do": "comment"}
    mira.logout()

    answer = mira.post(here, fields, **HERE)

    assert answer.status_code == 403
    assert fields_of(answer, "")["text"] == "Who says so?"
    assert fields_of(answer, "")["do"] == "comment"
