"""What being certain costs an editor: on a clean draft one key a quotation at most, from paste to publishable."""

import json
import re
import uuid
from pathlib import Path

import pytest

from briefings.content import QuoteBlock
from briefings.importing import read, understand

DRAFTS = sorted(path for path in (Path(__file__).parent / "keys").iterdir() if path.suffix != ".json")
TOO_MANY = 99
"""Whoever has to type a name, or to mark words as a quotation, presses more keys than one."""


def _bare(text: str | None) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text or "").strip(" .,")


def _keys(quote: QuoteBlock | None, speaker: str | None, role: str | None) -> int:
    """None where the draft makes it certain; one to confirm a guess with its role; more where anything is wrong."""
    if quote is None or quote.person is None or (quote.person.name, quote.role or None) != (speaker, role):
        return TOO_MANY
    return 0 if quote.confirmed else 1


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_no_quotation_of_a_clean_draft_costs_more_than_one_key(draft):
    expected = json.loads(draft.with_suffix(".json").read_text(encoding="utf-8"))
    imported = understand(read(draft.read_bytes(), name=draft.name), briefing_id=str(uuid.uuid4()))
    quotes = {_bare(quote.words): quote for quote in imported.content.quotes}

    keys = {words: _keys(quotes.pop(_bare(words), None), speaker, role) for words, speaker, role in expected}

    assert {words: count for words, count in keys.items() if count > 1} == {}
    assert list(quotes) == []  # what is no quotation would cost a key as well
