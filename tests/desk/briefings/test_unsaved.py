"""What is typed and not saved: kept for whoever typed it, found on return, and gone with the save that holds it."""

from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.contrib.auth import get_user
from django.urls import reverse

from briefings import working_copy
from briefings.models import Draft, EditBuffer, Revision
from tests.desk.sheets import NEW, address, fields_of, messages, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def tom(at_desk):
    return at_desk("tom", "editor")


def keep(client, form, *, draft=None, counter=1, by="", left="", **typed):
    """The answer to what the page's script sends after typing; without `typed` it says that it is open."""
    where = (
        reverse("admin:briefings_draft_keep", args=[draft.pk]) if draft else reverse("admin:briefings_draft_keep_new")
    )
    sent_now = {name: form.get(name, "") for name in ("form_id", "version", "briefing")} | {"counter": counter}
    sent_now |= {"user": by or str(get_user(client).uuid), "left": left}
    if typed:
        sent_now["fields"] = urlencode(form | typed | {"counter": counter})
    return client.post(where, sent_now)


def page_of(client, draft):
    return client.get(address(draft)).content.decode()


def look(client, form, draft=None):
    args = [draft.pk, form["form_id"]] if draft else [form["form_id"]]
    return reverse(f"admin:briefings_draft_unsaved{'' if draft else '_new'}", args=args)


def test_what_was_typed_is_found_on_return_and_shown_beside_what_is_saved(desk, draft):
    form = opened(desk, draft)
    assert keep(desk, form, draft=draft, lede="A lede nobody saved.").json()["kept"] is True

    assert look(desk, form, draft) in page_of(desk, draft)
    page = desk.get(look(desk, form, draft)).content.decode()

    assert "[taken out: </span>" in page
    assert "nobody saved" in page
    assert working_copy.read(draft).lede == "The quokka lede."


def test_it_is_no_save_and_changes_no_state(desk, draft):
    before = (draft.version, draft.state, Revision.objects.count())

    keep(desk, opened(desk, draft), draft=draft, lede="Typed.")

    draft.refresh_from_db()
    assert (draft.version, draft.state, Revision.objects.count()) == before


def test_taken_it_is_in_the_form_as_it_was_typed_and_saved_like_any_other(desk, draft):
    form = opened(desk, draft)
    keep(desk, form, draft=draft, lede="Typed and taken.")

    taken = desk.post(look(desk, form, draft), {"_take": "1"})
    fields = fields_of(taken)
    assert (fields["lede"], fields["form_id"]) == ("Typed and taken.", form["form_id"])
    assert EditBuffer.objects.get().fields, "It is kept until it is saved."

    assert messages(sent(desk, draft, fields)) == ["Saved."]
    assert working_copy.read(Draft.objects.get()).lede == "Typed and taken."
    assert EditBuffer.objects.get().fields == ""


def test_dropped_it_is_gone_and_what_was_saved_stands(desk, draft):
    form = opened(desk, draft)
    keep(desk, form, draft=draft, lede="Typed and dropped.")

    assert "dropped" in messages(desk.post(look(desk, form, draft), {"_drop": "1"}))[0]

    assert desk.get(look(desk, form, draft)).status_code == 404
    assert look(desk, form, draft) not in page_of(desk, draft)


def test_what_was_never_saved_at_all_is_offered_with_the_next_new_briefing(desk):
    form = opened(desk, None)
    keep(desk, form, headline="Begun and not saved")

    page = desk.get(NEW).content.decode()
    assert "Begun and not saved" in page
    assert look(desk, form) in page

    fields = fields_of(desk.post(look(desk, form), {"_take": "1"}))
    assert (fields["headline"], fields["briefing"]) == ("Begun and not saved", form["briefing"])


def test_a_newer_text_meanwhile_is_said_and_taking_mine_overwrites_nothing(desk, tom, draft):
    form = opened(desk, draft)
    keep(desk, form, draft=draft, lede="Mine.")
    sent(tom, draft, opened(tom, draft) | {"lede": "Theirs."})

    assert "A newer text was saved since" in desk.get(look(desk, form, draft)).content.decode()
    taken = desk.post(look(desk, form, draft), {"_take": "1"})
    answer = sent(desk, draft, fields_of(taken))

    assert "differences" in answer.context
    assert working_copy.read(Draft.objects.get()).lede == "Theirs."


def test_a_save_takes_what_was_kept_until_then_and_what_arrives_late_is_dropped(desk, draft):
    form = opened(desk, draft)
    keep(desk, form, draft=draft, counter=3, lede="Third change.")
    sent(desk, draft, form | {"lede": "Third change.", "counter": "3"})

    late = keep(desk, form, draft=draft, counter=2, lede="Second change.")

    assert late.json()["kept"] is False
    assert EditBuffer.objects.get().fields == ""


def test_what_was_typed_while_the_save_was_under_way_stays_kept(desk, draft):
    form = opened(desk, draft)
    keep(desk, form, draft=draft, counter=4, lede="Typed after the save was sent.")

    sent(desk, draft, form | {"lede": "Third change.", "counter": "3"})

    assert "after+the+save" in EditBuffer.objects.get().fields


def test_a_form_that_was_never_kept_leaves_a_mark_against_what_arrives_late(desk, draft):
    form = opened(desk, draft)
    sent(desk, draft, form | {"lede": "Saved.", "counter": "5"})

    assert keep(desk, form, draft=draft, counter=4, lede="Late.").json()["kept"] is False


def test_of_one_form_only_a_later_change_replaces_an_earlier_one(desk, draft):
    form = opened(desk, draft)

    assert keep(desk, form, draft=draft, counter=2, lede="Two.").json()["kept"] is True
    assert keep(desk, form, draft=draft, counter=1, lede="One.").json()["kept"] is False
    assert keep(desk, form, draft=draft, counter=2, lede="Two again.").json()["kept"] is False
    assert "Two." in EditBuffer.objects.get().fields


def test_two_windows_of_one_editor_keep_a_text_each(desk, draft):
    one, other = opened(desk, draft), opened(desk, draft)
    keep(desk, one, draft=draft, lede="One window.")
    keep(desk, other, draft=draft, lede="The other.")

    page = page_of(desk, draft)

    assert look(desk, one, draft) in page
    assert look(desk, other, draft) in page
    assert "another window" in desk.get(look(desk, one, draft)).content.decode()


def test_what_says_the_same_as_the_saved_text_is_not_offered(desk, draft):
    form = opened(desk, draft)
    keep(desk, form, draft=draft, lede="The quokka lede.")

    assert look(desk, form, draft) not in page_of(desk, draft)
    assert EditBuffer.objects.get().fields == ""


@pytest.mark.parametrize("role", ["writer", "editor", "chief", "admin"])
def test_nobody_else_sees_replaces_takes_or_drops_it_whatever_their_role(desk, at_desk, draft, role):
    other = at_desk("eve", role)
    form = opened(desk, draft)
    keep(desk, form, draft=draft, lede="A word for nobody’s eyes.")

    keep(other, form, draft=draft, counter=9, lede="Replaced.")
    answers = [other.get(look(other, form, draft)), other.post(look(other, form, draft), {"_drop": "1"})]

    assert all("nobody’s eyes" not in answer.content.decode() for answer in [*answers, other.get(address(draft))])
    assert EditBuffer.objects.get(form=form["form_id"]).fields.count("eyes") == 1


def test_whoever_may_not_write_the_draft_keeps_nothing_of_it_and_learns_nothing(at_desk, draft):
    writer = at_desk("will", "writer")
    form = {"form_id": str(uuid4()), "version": "1", "briefing": str(draft.briefing.uuid)}

    assert keep(writer, form, draft=draft, lede="Mine?").status_code == 302
    assert keep(writer, form, lede="Mine?").status_code == 403
    assert not EditBuffer.objects.exists()


@pytest.mark.parametrize("form_id", ["", "x", "1" * 400])
def test_a_form_without_a_name_keeps_nothing(desk, draft, form_id):
    assert keep(desk, opened(desk, draft) | {"form_id": form_id}, draft=draft, lede="x").status_code == 404
    assert not EditBuffer.objects.exists()


def test_fields_that_make_no_text_are_taken_back_into_the_form_with_what_is_wrong(desk, draft):
    form = opened(desk, draft)
    keep(desk, form, draft=draft, language="no language at all", lede="Typed.")

    assert "need a look before it can be compared" in desk.get(look(desk, form, draft)).content.decode()
    taken = desk.post(look(desk, form, draft), {"_take": "1"})
    assert fields_of(taken)["lede"] == "Typed."


def test_what_the_page_of_another_user_sends_is_not_kept_under_whoever_logged_in_since(desk, tom, draft):
    form = opened(desk, draft)

    answer = keep(tom, form, draft=draft, by=str(get_user(desk).uuid), lede="Mira’s words.")

    assert (answer.status_code, answer.json()) == (409, {"kept": False})
    assert not EditBuffer.objects.exists()
