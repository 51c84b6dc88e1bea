"""The addresses of the indexes and of the list of quotations, with what they may be narrowed by."""

from collections.abc import Iterable
from datetime import date

LETTERS = ("", "?letter=M", "?letter=Q", "?letter=S", "?letter=%23", "?letter=%D0%96")


def letters(index: str) -> list[str]:
    return [f"/{index}/{query}" for query in LETTERS]


def quotes(*, people: Iterable[str], topics: Iterable[str], days: Iterable[date]) -> list[str]:
    """All quotations, those of each person, on each topic, and of each month."""
    by_name = {f"?person={slug}" for slug in people} | {f"?topic={slug}" for slug in topics}
    return [f"/quotes/{query}" for query in sorted({"", *by_name, *(f"?month={day:%Y-%m}" for day in days)})]
