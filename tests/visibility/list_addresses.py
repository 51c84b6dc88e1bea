"""The addresses of the indexes and of the list of quotations, with what they may be narrowed by."""

from collections.abc import Iterable
from datetime import date

from tests.visibility.feed_addresses import IS_THOROUGH

# Each letter is asked for alike: a quick walk asks for the index, and for the letter of "marmots" and of "… speaker".
ASKED_FOR = {"topics": "?letter=M", "people": "?letter=S"}
_OTHERS = ("?letter=M", "?letter=S", "?letter=Q", "?letter=%23", "?letter=%D0%96")


def letters(index: str) -> list[str]:
    return [f"/{index}/", f"/{index}/{ASKED_FOR[index]}", *other_letters(index)]


def other_letters(index: str) -> list[str]:
    """Those under which nobody and nothing stands."""
    return [f"/{index}/{query}" for query in _OTHERS if IS_THOROUGH and query != ASKED_FOR[index]]


def quotes(*, people: Iterable[str], topics: Iterable[str], days: Iterable[date]) -> list[str]:
    """All quotations, those of each person, on each topic, and of each month."""
    by_name = {f"?person={slug}" for slug in people} | {f"?topic={slug}" for slug in topics}
    return [f"/quotes/{query}" for query in sorted({"", *by_name, *(f"?month={day:%Y-%m}" for day in days)})]
