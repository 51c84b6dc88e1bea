"""The addresses of the indexes and of the list of quotations, with what they may be narrowed by."""

from collections.abc import Iterable
from datetime import date

from tests.visibility.feed_addresses import IS_THOROUGH

# Each letter is asked for alike: a quick walk asks for the index, for two letters, and for none of the others.
_OTHER_LETTERS = ("?letter=Q", "?letter=%23", "?letter=%D0%96")
LETTERS = ("", "?letter=M", "?letter=S", *(_OTHER_LETTERS if IS_THOROUGH else ()))


def letters(index: str) -> list[str]:
    return [f"/{index}/{query}" for query in LETTERS]


def quotes(*, people: Iterable[str], topics: Iterable[str], days: Iterable[date]) -> list[str]:
    """All quotations, those of each person, on each topic, and of each month."""
    by_name = {f"?person={slug}" for slug in people} | {f"?topic={slug}" for slug in topics}
    return [f"/quotes/{query}" for query in sorted({"", *by_name, *(f"?month={day:%Y-%m}" for day in days)})]
