"""The moment of an embargo, read from the line that names it, in six languages and any zone; never guessed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from briefings.importing.embargo import read_embargo

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 2, 20)


def until(words, zone=BERLIN, today=TODAY):
    found = read_embargo(words, zone=zone, today=today)
    return found and f"{found.until.astimezone(UTC):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("EMBARGOED UNTIL 06:00 CET, 5 MAY 2026", "2026-05-05 05:00"),
        ("Embargoed until 09:00 on Tuesday 3 March 2026", "2026-03-03 08:00"),
        ("Embargo: March 3, 2026, 9.30 a.m. ET", "2026-03-03 14:30"),
        ("STRICTLY UNDER EMBARGO until 0001 GMT on 3rd March", "2026-03-03 00:01"),
        ("Embargoed until 16:00 London time, Wednesday 4 March", "2026-03-04 16:00"),
        ("Not for release before 12 noon, 3 March 2026", "2026-03-03 11:00"),
        ("Embargo 2026-03-03 09:00 UTC (NATO press office)", "2026-03-03 09:00"),
        ("Embargo until 00:01 GMT (01:01 CET) on 3 March 2026", "2026-03-03 00:01"),
        ("Sperrfrist: 6. März, 10 Uhr", "2026-03-06 09:00"),
        ("Sperrfrist: Dienstag, 03.03.2026, 9.30 Uhr MEZ", "2026-03-03 08:30"),
        ("Sous embargo jusqu’au 3 mars 2026 à 9 h", "2026-03-03 08:00"),
        ("Sous embargo jusqu’au mardi 3 mars à 9h30 (heure de Paris)", "2026-03-03 08:30"),
        ("Bajo embargo hasta el 3 de marzo de 2026 a las 10:00", "2026-03-03 09:00"),
        ("ПІД ЕМБАРГО до 9:00 3 березня 2026 року", "2026-03-03 08:00"),
        ("Ембарго до 3 березня, 9:00 за Києвом", "2026-03-03 07:00"),
        ("محظور النشر حتى ٣ مارس ٢٠٢٦ الساعة ١٠:٠٠", "2026-03-03 09:00"),
        ("EMBARGO: 3/3/2026 09:00", "2026-03-03 08:00"),
    ],
)
def test_a_moment_that_is_named_is_read(words, moment):
    assert until(words) == moment


@pytest.mark.parametrize(
    "words",
    [
        "Under embargo until Monday",
        "Embargoed until 3 March",  # no time of day
        "Embargoed until 09:00",  # no day
        "Embargoed until 09:00 on Monday 3 March 2026",  # a Tuesday
        "Embargoed until 09:00 on 3 or 4 March 2026, 5 March 2026",
        "Embargoed until 09:00 or 10:00 on 3 March 2026",
        "Embargoed until 09:00 IST on 3 March 2026",
        "Embargo: 3/4/2026 09:00",
        "Embargoed until 02:30 on 29 March 2026",  # the clocks skip it
        "Embargoed until 02:30 on 25 October 2026",  # it comes twice
        "Embargoed until 25:00 on 3 March 2026",
        "Embargoed until 09:00 on 31 February 2026",
        "Embargoed until 09:00 on 19 February",  # was yesterday, or is in a year
        "Embargo after the meeting",
        "",
    ],
)
def test_what_is_not_certain_is_left_to_an_editor(words):
    assert until(words) is None


def test_a_time_without_a_zone_is_the_newsrooms():
    assert until("Embargo 3 March 2026, 09:00", zone=ZoneInfo("America/New_York")) == "2026-03-03 14:00"
    assert until("Embargo 4 October 2026, 03:00", zone=ZoneInfo("Australia/Lord_Howe")) == "2026-10-03 16:00"


def test_whose_promise_it_is_stands_in_brackets():
    def promised(words):
        return read_embargo(words, zone=BERLIN, today=TODAY).source

    assert promised("Embargo 2026-03-03 09:00 UTC (NATO press office)") == "NATO press office"
    assert promised("Embargo until 00:01 GMT (CET) on 3 March 2026") == ""
    assert promised("Embargo until 09:00 on 3 March 2026") == ""


def test_a_day_without_a_year_is_the_next_one():
    assert until("Embargoed until 09:00 on 5 January", today=date(2026, 12, 30)) == "2027-01-05 08:00"
    assert read_embargo("Embargo 5 May 2020, 10:00", zone=UTC, today=TODAY).until == datetime(
        2020, 5, 5, 10, tzinfo=UTC
    )
