"""The rows by which the desk finds drafts: written with a save, and the same when they are made anew."""

import threading

import pytest
from django.db import connection, transaction

from briefings import workflow, working_copy
from briefings.models import Draft, DraftWords, Revision, Topic
from tests.making import LONG_AGO, make_content, make_draft, make_edition

pytestmark = pytest.mark.django_db


def rows() -> dict[int, str]:
    return dict(DraftWords.objects.order_by("place").values_list("place", "words"))


def test_a_rebuild_makes_the_same_rows():
    make_draft("wombat", topics=("marmots",), language="de-AT")
    make_draft("quokka")
    before = rows()
    DraftWords.objects.filter(place__gt=min(before)).delete()
    DraftWords.objects.update(words="numbat")

    workflow.rebuild()

    assert len(before) == 4
    assert rows() == before


def test_a_save_writes_both_rows_of_a_draft_in_one_query():
    draft = make_draft("quokka")
    ran = []

    def keep(execute, statement, values, many, context):
        ran.append(statement)
        return execute(statement, values, many, context)

    with connection.execute_wrapper(keep):
        make_draft("wombat", briefing=draft.briefing)

    assert len([statement for statement in ran if "draftwords" in statement]) == 1
    assert len(rows()) == 2
    assert not any("quokka" in words.split() for words in rows().values())


def test_a_save_that_is_refused_leaves_the_rows_as_they_were():
    draft = make_draft("quokka")
    before = rows()

    with pytest.raises(working_copy.Stale):
        working_copy.write(draft, make_content("wombat", id=str(draft.briefing.uuid)), expected=7, by=None)

    assert rows() == before


def test_a_draft_that_somebody_saves_finds_its_rows_although_they_were_missing():
    draft = make_draft("quokka")
    DraftWords.objects.all().delete()

    make_draft("wombat", briefing=draft.briefing)

    assert len(rows()) == 2


def test_a_draft_whose_last_save_was_erased_is_found_by_none_of_its_words():
    briefing = make_edition("wombat", live_from=LONG_AGO).briefing
    workflow.withdraw(briefing, by=None, notice="Gone.")

    workflow.erase(briefing, number=1, reason="Order 7/26.", by=None)

    assert Revision.objects.get().text.text is None
    assert "wombat" not in rows()[2 * Draft.objects.get().pk].split()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_a_name_that_changes_while_a_draft_that_leaves_it_out_is_saved_is_indexed_as_saved():
    draft = make_draft("one", topics=("marmots", "wallabies"))
    renamed = []

    def rename():
        renamed.append(workflow.rename_topic(Topic.objects.get(name="marmots"), name="Numbats", by=None))
        connection.close()

    thread = threading.Thread(target=rename)
    with transaction.atomic():
        make_draft("one", briefing=draft.briefing, topics=("wallabies",))
        thread.start()
        thread.join(0.5)
        assert thread.is_alive()
    thread.join()

    assert len(renamed) == 1
    names = rows()[2 * draft.pk + 1].split()
    assert "wallabi" in names
    assert "numbat" not in names
