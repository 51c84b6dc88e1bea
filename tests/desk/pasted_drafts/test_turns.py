"""A draft is understood once for many looks, one draft at a time; nobody waits long, and nothing is lost by it."""

from threading import Semaphore, Thread, current_thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection

from briefings import importing, originals
from briefings.importing import Decisions
from briefings.importing.formats.encoding import readings_of
from briefings.importing.memory import LATELY, digest_of
from briefings.models import Original
from briefings.originals import understanding
from briefings.originals.turns import turn
from tests.desk.pasted_drafts.pasting import HEADLINE, paste
from tests.log.erasure_orders import make_order

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_in_memory():
    LATELY.clear()


@pytest.fixture
def count(monkeypatch):
    """How many drafts were understood."""
    drafts = []

    def counted(reading, **how):
        drafts.append(reading)
        return importing.understand(reading, **how)

    monkeypatch.setattr(understanding, "understand", counted)
    return lambda: len(drafts)


def test_a_second_look_understands_nothing_again(desk, count):
    pasted = paste(desk)
    assert count() == 1

    again = pasted.again()

    assert count() == 1
    assert again.content.headline == HEADLINE


def test_what_is_decided_is_understood_anew_and_taken_back_it_is_known_still(desk, count):
    pasted = paste(desk)
    line = pasted.line("Talks begin").address

    decided = pasted.sends(**{f"role-{line}": "unplaced"})
    assert count() == 2
    assert "Talks begin" not in str(decided.content.blocks)

    decided.sends(do="afresh")
    assert count() == 2


def test_the_same_bytes_pasted_twice_are_two_briefings(desk, count):
    first, second = paste(desk), paste(desk)

    assert count() == 2
    assert first.content.id != second.content.id


def test_another_release_understands_it_anew(desk, count, monkeypatch):
    pasted = paste(desk)

    monkeypatch.setattr(understanding, "version", lambda: "another")
    pasted.again()

    assert count() == 2


def test_nothing_that_is_shown_or_decided_changes_what_is_remembered(desk):
    pasted = paste(desk)
    before = repr(originals.understood(pasted.original))

    pasted.sends(**{f"role-{pasted.line('Talks begin').address}": "unplaced"})

    assert repr(originals.understood(pasted.original)) == before


def test_what_was_erased_is_not_answered_from_memory(desk):
    pasted = paste(desk)
    Original.objects.update(data=None)

    with pytest.raises(importing.Unreadable, match="erased by order"):
        originals.understood(Original.objects.get())
    assert pasted.again().response.status_code != 200 or HEADLINE not in pasted.again().text


@pytest.mark.django_db(transaction=True)
def test_what_was_erased_is_gone_from_this_process(desk):
    briefing = make_order()
    pasted = paste(desk)
    digest = digest_of(bytes(pasted.original.data))
    Original.objects.update(briefing=briefing, revision=briefing.revisions.earliest("version"), at="2000-01-01T00:00Z")
    assert digest in {kept[0] for kept in LATELY._kept}

    call_command("erase", "a", "--edition", "1", "--reason", "Order 7/26.")

    assert digest not in {kept[0] for kept in LATELY._kept}


@pytest.mark.django_db(transaction=True)
def test_the_database_waits_for_no_understanding(desk, monkeypatch):
    locked = []

    def apart(make, *args, **how):
        locked.append(connection.in_atomic_block)
        return make(*args, **how)

    monkeypatch.setattr(understanding, "apart", apart)
    pasted = paste(desk)
    pasted.sends("make", **{f"role-{pasted.line('Talks begin').address}": "unplaced"})

    assert Original.objects.get().is_decided
    assert locked
    assert not any(locked)


def test_what_was_decided_in_another_order_is_understood_anew(desk, count):
    original = paste(desk).original
    for roles in ({"0": "text", "2": "text"}, {"2": "text", "0": "text"}):
        original.decisions = Decisions(roles=roles).model_dump_json()
        originals.understood(original)

    assert count() == 3


def test_nobody_else_has_a_turn_while_a_draft_is_understood(desk, monkeypatch):
    monkeypatch.setattr("briefings.originals.turns.PATIENCE", 0)
    others = []

    def try_one():
        try:
            with turn():
                others.append("came")
        except originals.Busy:
            others.append("busy")

    def understand(reading, **how):
        thread = Thread(target=try_one)
        thread.start()
        thread.join()
        return importing.understand(reading, **how)

    monkeypatch.setattr(understanding, "understand", understand)
    paste(desk)

    assert others == ["busy"]
    try_one()
    assert others == ["busy", "came"]


def test_a_draft_is_read_and_understood_at_the_bottom_of_a_stack(desk, monkeypatch):
    threads = []

    def understand(reading, **how):
        threads.append(current_thread())
        return importing.understand(reading, **how)

    monkeypatch.setattr(understanding, "understand", understand)
    paste(desk)

    assert threads
    assert current_thread() not in threads


def test_in_which_ways_a_file_may_be_read_is_told_once(desk, monkeypatch):
    asked = []
    monkeypatch.setattr(understanding, "readings_of", lambda data: asked.append(data) or readings_of(data))
    pasted = paste(desk, "", file=SimpleUploadedFile("draft.txt", "# Die Lage\n\nÜber alles.".encode("cp1252")))

    pasted.again()

    assert len(asked) == 1


def test_whoever_has_a_turn_has_it_for_all_that_it_needs():
    with turn(), turn():
        pass


class Taken:
    """A lock that somebody has for ever: it notes how long it was waited for."""

    def __init__(self):
        self.waits = []

    def acquire(self, blocking=True, timeout=-1):
        self.waits.append(timeout if blocking else 0)


@pytest.mark.parametrize(("room", "waits"), [(1, [0, 2.0]), (0, [0])])
def test_one_waits_two_seconds_and_where_enough_wait_already_not_at_all(monkeypatch, room, waits):
    taken = Taken()
    monkeypatch.setattr("briefings.originals.turns._turn", taken)
    monkeypatch.setattr("briefings.originals.turns._waiting", Semaphore(room))

    for _ in range(2):
        with pytest.raises(originals.Busy), turn():
            pass

    assert taken.waits == waits * 2
