"""What leads, what stands beside it, and what follows under its day."""

from dataclasses import replace
from datetime import timedelta

from briefings.outputs.front_page import arrange
from tests.outputs.pages import ENTRY


def entries(*names: str) -> list:
    """Newest first, two on a day."""
    moments = (ENTRY.updated - timedelta(hours=12 * number) for number in range(len(names)))
    return [replace(ENTRY, path=f"/briefings/{name}/", updated=at) for name, at in zip(names, moments, strict=True)]


def slugs(those) -> str:
    return "".join(entry.path.split("/")[2] for entry in those)


def test_the_newest_lead_where_editors_chose_nothing():
    front = arrange([], entries(*"abcdefg"))

    assert (front.lead.path, slugs(front.beside)) == ("/briefings/a/", "bcd")
    assert "".join(slugs(day.entries) for day in front.days) == "efg"


def test_what_editors_placed_comes_first_and_stands_nowhere_else():
    latest = entries(*"abcdefg")
    front = arrange([latest[4], latest[1]], latest)

    assert (front.lead.path, slugs(front.beside)) == ("/briefings/e/", "bac")
    assert "".join(slugs(day.entries) for day in front.days) == "dfg"


def test_six_places_all_stand_on_top():
    placed = entries(*"uvwxyz")
    front = arrange(placed, entries(*"abc"))

    assert slugs([front.lead, *front.beside]) == "uvwxyz"
    assert "".join(slugs(day.entries) for day in front.days) == "abc"


def test_the_others_stand_under_the_day_on_which_they_changed_last():
    front = arrange([], entries(*"abcdefgh"))

    assert all({entry.updated.date() for entry in day.entries} == {day.day} for day in front.days)
    assert [day.day for day in front.days] == sorted({day.day for day in front.days}, reverse=True)
    assert len(front.days) > 1


def test_of_nothing_there_is_no_front_page():
    assert arrange([], []) is None
