"""What being certain costs an editor: on clean drafts at most one key a quotation, from paste to publishable."""

import json
import re
import uuid
from functools import cache
from pathlib import Path

import pytest

from briefings.content import QuoteBlock
from briefings.importing import read, understand

DRAFTS = sorted(path for path in (Path(__file__).parent / "keys").iterdir() if path.suffix != ".json")
CONFIRM_ALL = 1
"""One key confirms every guess that has been on the screen, whoever it names."""
MENDED = 2
"""A name that is chosen from those of the draft, and Enter; or words that are made a quotation, or none."""


def folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip(" .,…").casefold()


@cache
def quotes_of(draft: Path) -> list[QuoteBlock]:
    return list(understand(read(draft.read_bytes(), name=draft.name), briefing_id=str(uuid.uuid4())).content.quotes)


def expected_of(draft: Path) -> dict[str, tuple[str, str]]:
    """Speaker and role by the words of each quotation."""
    said = json.loads(draft.with_suffix(".json").read_text(encoding="utf-8"))
    return {folded(words): (folded(speaker), folded(role)) for words, speaker, role in said}


def to_mend(draft: Path) -> list[str]:
    """The words of each quotation that has another speaker than expected, is none, or was not found."""
    expected, wrong = expected_of(draft), []
    for quote in quotes_of(draft):
        spans = [folded(quote.words), *(folded(span.text) for span in quote.spans)]
        speakers = {expected.pop(words)[0] for words in spans if words in expected}
        wrong += [] if quote.person and speakers == {folded(quote.person.name)} else [quote.words]
    return wrong + list(expected)


def keys_of(draft: Path) -> int:
    guesses = [quote for quote in quotes_of(draft) if not quote.confirmed and quote.person is not None]
    return MENDED * len(to_mend(draft)) + CONFIRM_ALL * bool(guesses)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_a_clean_draft_costs_at_most_one_key_a_quotation(draft):
    assert keys_of(draft) <= len(expected_of(draft))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_no_quotation_of_a_clean_draft_costs_more_than_one_key(draft):
    """But one: “its lawyers”, of a firm that only the sentence before names, have no name that one key could choose."""
    assert to_mend(draft) == (["unlawful and deeply regrettable"] if draft.stem == "broadsheet-archive" else [])


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_nobody_is_confirmed_in_a_clean_draft_who_did_not_say_it(draft):
    expected = expected_of(draft)
    sure = [quote for quote in quotes_of(draft) if quote.confirmed]
    wrong = [
        (quote.words, quote.person.name)
        for quote in sure
        if folded(quote.person.name)
        not in {expected.get(folded(words), ("",))[0] for words in (quote.words, quote.spans[0].text)}
    ]
    assert wrong == []


def test_ten_clean_drafts_that_nobody_tuned_on_are_among_them():
    assert len(DRAFTS) >= 13
    assert sum(len(expected_of(draft)) for draft in DRAFTS) > 70
