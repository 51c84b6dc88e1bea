"""The rows of the search follow from the log: written, moved, compared and made anew with every other read row."""

from datetime import timedelta

import pytest
from django.db import connection

from briefings.models import Briefing, PublishedWords
from briefings.models.published_words import first_place
from briefings.workflow import call_off, erase, publish, rebuild, stale_read_rows
from tests.log import sql
from tests.making import DAY, HOUR, LONG_AGO, NOON, make_draft, make_edition

pytestmark = pytest.mark.django_db


def indexed():
    """The editions in the index, by the word that each was made of."""
    words = ("wombat", "quokka", "numbat")
    return {word for row in PublishedWords.objects.all() for word in words if word in row.words.split()}


def rows():
    return dict(PublishedWords.objects.values_list("place", "words"))


def test_what_is_live_and_what_is_scheduled_has_a_row_each():
    briefing = make_edition("wombat", live_from=LONG_AGO).briefing
    make_edition("quokka", briefing=briefing, live_from=NOON)

    assert indexed() == {"wombat", "quokka"}


def test_what_is_called_off_leaves_the_index_and_what_was_before_stays():
    briefing = make_edition("wombat", live_from=LONG_AGO).briefing

    call_off(make_edition("quokka", briefing=briefing, live_from=NOON), by=None)

    assert indexed() == {"wombat"}


def test_a_row_moves_with_the_day_of_first_publication():
    first = make_edition("wombat", live_from=NOON)
    make_edition("quokka", briefing=first.briefing, live_from=NOON + 40 * DAY)

    call_off(first, by=None)

    day = (NOON + 40 * DAY).date()
    (place,) = rows()
    assert first_place(day) < place < first_place(day + timedelta(days=1))
    assert "m=2040-07" in rows()[place].split()
    assert list(stale_read_rows()) == []


def test_what_was_erased_has_no_row_and_the_rest_keeps_theirs():
    briefing = make_edition("wombat", live_from=LONG_AGO).briefing
    make_edition("quokka", briefing=briefing, live_from=LONG_AGO + DAY)

    erase(briefing, number=1, reason="Order 7/26.", by=None)

    assert indexed() == {"quokka"}
    assert list(stale_read_rows()) == []


def test_a_rebuild_makes_the_same_rows():
    briefing = make_edition("wombat", live_from=LONG_AGO).briefing
    make_edition("quokka", briefing=briefing, live_from=NOON)
    make_edition("numbat", live_from=NOON + HOUR)
    before = rows()

    rebuild()

    assert len(before) == 3
    assert rows() == before


@pytest.mark.parametrize("change", ["missing", "other words", "too many"])
def test_verifying_tells_rows_that_the_log_does_not_say(change):
    make_edition("wombat", live_from=LONG_AGO)
    row = PublishedWords.objects.get()
    if change == "missing":
        row.delete()
    elif change == "other words":
        PublishedWords.objects.filter(pk=row.pk).update(words="quokka")
    else:
        PublishedWords.objects.create(place=1, words="quokka")

    assert len(list(stale_read_rows())) == 1


def test_a_change_writes_one_row_and_deletes_one_in_a_query_each():
    draft = make_draft("wombat")
    publish(draft.briefing, by=None)
    make_draft("quokka", briefing=draft.briefing)
    ran = []

    def keep(execute, statement, values, many, context):
        ran.append(statement)
        return execute(statement, values, many, context)

    with connection.execute_wrapper(keep):
        publish(Briefing.objects.get(), by=None, change="minor")

    assert len([statement for statement in ran if "publishedwords" in statement]) == 2
    assert indexed() == {"quokka"}


@sql.only_on_sqlite
def test_the_index_takes_words_as_they_come():
    make_edition("wombat", headline="Ё-Élan 3.5 مُحَمَّد", live_from=LONG_AGO)
    found = "SELECT COUNT(*) FROM briefings_publishedwords WHERE briefings_publishedwords MATCH %s"

    for word in ("е", "elan", "محمد", "h=elan", "b=ela"):
        with connection.cursor() as cursor:
            cursor.execute(found, [f'"{word}"'])
            assert cursor.fetchone() == (1,), word
