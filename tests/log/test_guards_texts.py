"""A stored text goes by order only, and never becomes another."""

from briefings import workflow
from briefings.audit import enter
from briefings.models import Erasure, StoredText
from tests.log import sql
from tests.making import make_draft


def test_a_stored_text_never_becomes_another(log):
    sql.refuses("UPDATE briefings_storedtext SET text = 'x' WHERE hash = %s", log.past.text_id)
    sql.refuses("UPDATE briefings_storedtext SET text = ''")


def test_a_stored_text_is_not_emptied_without_an_order(log):
    sql.refuses("UPDATE briefings_storedtext SET text = NULL WHERE hash = %s", log.past.text_id)
    sql.refuses("UPDATE briefings_storedtext SET text = NULL")


def test_a_stored_text_is_emptied_where_an_order_names_it(log):
    text = log.past.text_id
    Erasure.objects.create(
        seq=9_999, recorded_at=log.past.recorded_at, row_hash="e" * 64, text_id=text, edition=log.past, reason="Order"
    )

    assert sql.run("UPDATE briefings_storedtext SET text = NULL WHERE hash = %s", text) == 1


def test_an_order_does_not_let_another_text_in(log):
    erased = StoredText.objects.filter(text=None).first()

    sql.refuses("UPDATE briefings_storedtext SET text = 'x' WHERE hash = %s", erased.hash)


def test_a_text_that_an_edition_holds_is_not_emptied_because_its_draft_is_said_to_be_deleted(log):
    edition = workflow.publish(make_draft("quokka").briefing, by=None)
    assert edition.text_id == edition.revision.text_id
    enter("deleted", by=None, briefing=edition.briefing)

    sql.refuses("UPDATE briefings_storedtext SET text = NULL WHERE hash = %s", edition.text_id)


def test_a_text_of_a_draft_is_emptied_where_the_record_says_that_it_was_deleted(log):
    briefing = make_draft("quokka").briefing
    text = briefing.revisions.get().text_id
    sql.refuses("UPDATE briefings_storedtext SET text = NULL WHERE hash = %s", text)
    enter("deleted", by=None, briefing=briefing)

    assert sql.run("UPDATE briefings_storedtext SET text = NULL WHERE hash = %s", text) == 1
