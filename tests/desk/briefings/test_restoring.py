"""An earlier version restored as a new one, whole or one part of it; its name; what is left of an erased one."""

from uuid import uuid4

import pytest

from briefings import policy, workflow
from briefings.models import AuditEntry, Draft, Revision
from tests.desk.briefings.version_pages import restore, saved, shown, where, write
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.making import LONG_AGO, make_content, make_draft, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


def test_whoever_may_read_and_not_write_sees_and_restores_nothing(at_desk, draft, monkeypatch):
    write(draft, lede="Second.")
    desk = at_desk()
    may = policy.may
    monkeypatch.setattr(policy, "may", lambda user, action, of=None: action != "write" and may(user, action, of))

    page = desk.get(where(draft, "compare", 1, "draft"))

    assert list(shown(page)) == ["Lede"]
    assert "Restore" not in page.content.decode()
    assert '<form method="post" action="/admin/briefings' not in desk.get(where(draft, "versions")).content.decode()
    for answer in (restore(desk, draft, "1"), posted(desk, where(draft, "rename", 1), {"name": "Forged"})):
        assert answer.first.status_code == 403
    assert saved().lede == "Second."


def test_a_version_is_restored_whole_as_a_new_one(desk, draft):
    before = saved()
    write(draft, lede="Second.", blocks=())

    answer = restore(desk, draft, "1")

    assert messages(answer) == ["Restored, as version 3. Nothing that was saved is lost."]
    assert saved() == before
    assert list(Revision.objects.values_list("version", "name")) == [
        (1, ""),
        (2, ""),
        (3, "restored from version 1"),
    ]
    assert AuditEntry.objects.latest("id").detail == "restored from version 1"


def test_a_quote_that_was_deleted_and_saved_comes_back_where_it_stood_and_all_else_stays(desk, draft):
    quote = saved().quotes[1]
    sent(desk, draft, opened(desk, draft) | {"quote-1-DELETE": "on", "lede": "Since then."})
    assert quote.key not in [block.key for block in saved().blocks]
    page = desk.get(where(draft, "compare", 1, "draft"))
    assert "Bring this part back" in page.content.decode()

    restore(desk, draft, "1", part=quote.key)

    assert saved().blocks[2] == quote
    assert saved().lede == "Since then."


def test_a_part_that_came_since_is_taken_out_again_and_a_fact_is_as_it_was(desk, draft):
    first = saved()
    added = make_content("wombat").sections[0]
    write(draft, lede="Second.", headline="Kept", blocks=(*first.blocks, added))

    restore(desk, draft, "1", part=added.key)
    restore(desk, draft, "1", part="lede")

    assert (saved().blocks, saved().lede, saved().headline) == (first.blocks, first.lede, "Kept")


def test_restoring_changes_no_state_but_what_a_save_does(desk, draft):
    write(draft, lede="Second.")
    workflow.submit(draft.briefing, by=None)

    restore(desk, draft, "1")

    assert Draft.objects.get().state == "in-review"
    workflow.approve(draft.briefing, by=None, expected=3)
    restore(desk, draft, "2")
    assert Draft.objects.get().state == "draft"


def test_what_somebody_saved_meanwhile_is_not_restored_over(desk, draft):
    write(draft, lede="Second.")
    write(draft, lede="Third.")

    answer = restore(desk, draft, "1", expected="2")

    assert "saved a newer text at" in answer.content.decode()
    assert saved().lede == "Third."
    merged = {"choose-lede": "mine"}
    posted(desk, where(draft, "merge"), fields_of(answer, "") | merged)
    assert saved().lede == "The quokka lede."


def test_a_restoring_that_comes_twice_is_one(desk, draft):
    write(draft, lede="Second.")
    save_id = str(uuid4())

    restore(desk, draft, "1", save_id=save_id)
    second = restore(desk, draft, "2", save_id=save_id)

    assert messages(second) == ["This came twice. It is restored once."]
    assert Draft.objects.get().version == 3


def test_what_the_draft_says_already_is_not_saved_again(desk, draft):
    assert messages(restore(desk, draft, "1")) == ["The draft says this already, so nothing new was saved."]
    assert Draft.objects.get().version == 1


def test_what_is_live_is_restored_without_its_note_to_readers(desk):
    make_edition("quokka", live_from=LONG_AGO)
    draft = Draft.objects.get()
    live = saved()
    write(draft, lede="Second.")

    restore(desk, draft, "live")

    assert saved() == live


def test_a_version_gets_a_name_and_loses_it(desk, draft):
    for name in ("As sent to the lawyers", ""):
        posted(desk, where(draft, "rename", 1), {"name": name})
        assert Revision.objects.get().name == name
    entry = AuditEntry.objects.latest("id")
    assert (entry.action, entry.by.username, entry.detail) == ("renamed", "mira", "version 1")

    long = posted(desk, where(draft, "rename", 1), {"name": "x" * 101})
    assert "101" in messages(long)[0]
    assert Revision.objects.get().name == ""


def test_an_erased_text_is_said_to_be_erased_with_its_name_gone_and_cannot_be_restored(desk):
    edition = make_edition("secret", live_from=LONG_AGO)
    draft = edition.briefing.draft
    Revision.objects.update(name="The secret one")
    write(draft, headline="Another")
    workflow.publish(draft.briefing, by=None, change="major", note="New.")
    workflow.erase(edition.briefing, number=1, reason="By order.", by=None)

    listed = desk.get(where(draft, "versions")).content.decode()
    compared = desk.get(where(draft, "compare", 1, "draft"))
    restored = restore(desk, draft, "1")

    assert "Its text was erased by order" in listed
    assert "The secret one" not in listed
    assert "its text was erased by order" in compared.content.decode()
    assert (compared.context["parts"], compared.status_code) == ([], 200)
    assert messages(restored) == ["That text is not on file any more, so nothing was restored."]
    assert "Version 1 has its name." not in str(messages(posted(desk, where(draft, "rename", 1), {"name": "secret"})))
    assert Revision.objects.get(version=1).name == ""
