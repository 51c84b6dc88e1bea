"""Entries of feeds are written once for each edition, and anew when anything that they say has changed."""

import pytest
from django.utils import timezone

from briefings.public import lists
from briefings.views import kept_entries
from briefings.workflow import erase, withdraw
from tests.documented import queries
from tests.making import DAY, HOUR, LONG_AGO, NOON
from tests.visibility.feed_addresses import feeds_of

FEEDS = sorted(feeds_of("/feeds/"))


@pytest.fixture(autouse=True)
def nothing_kept():
    kept_entries.forget()


@pytest.mark.parametrize("path", FEEDS)
def test_a_second_look_at_a_feed_reads_no_text_and_gives_the_same_bytes(surfaces, make_edition, path):
    for number in range(3):
        make_edition(f"word-{number}", live_from=NOON + number * HOUR)

    first, cost = surfaces[path].counted(NOON + DAY)
    second, cost_of_second = surfaces[path].counted(NOON + DAY)

    assert first == second
    assert (cost, cost_of_second) == (queries("`/feeds/rss.xml`"), queries("`/feeds/rss.xml`") - 2)


@pytest.mark.parametrize("path", FEEDS)
def test_a_new_edition_alone_is_written(surfaces, make_edition, monkeypatch, path):
    first = make_edition("one")
    make_edition("two")
    surfaces[path].at(NOON + HOUR)
    asked = []
    entries_of = lists.entries_of
    monkeypatch.setattr(lists, "entries_of", lambda rows, at: asked.extend(rows) or entries_of(rows, at))

    make_edition("three", slug="one", briefing=first.briefing, live_from=NOON + DAY, kind="major")
    text = surfaces[path].at(NOON + 2 * DAY)

    # The day is another one: which pictures may be shown is asked of each.
    assert "three headline" in text
    assert "two headline" in text
    assert len(asked) == 2
    asked.clear()
    surfaces[path].at(NOON + 2 * DAY + HOUR)
    assert asked == []


@pytest.mark.parametrize("path", FEEDS)
def test_what_was_withdrawn_or_erased_since_is_in_no_feed_again(surfaces, make_edition, path):
    first = make_edition("quokka", live_from=LONG_AGO)
    make_edition("minor", slug="quokka", briefing=first.briefing, live_from=LONG_AGO + HOUR, kind="minor")
    assert "quokka headline" in surfaces[path].at(LONG_AGO + DAY)

    erase(first.briefing, number=1, reason="An order", by=None)
    assert "quokka headline" not in surfaces[path].at(LONG_AGO + DAY)

    withdraw(first.briefing, by=None, notice="It is gone.")
    assert "It is gone." in surfaces[path].at(timezone.now() + HOUR)
