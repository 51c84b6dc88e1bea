"""The demo texts as values: a briefing as it was first written, and as each step of its history changed it."""

import json
import re
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

TEXTS = Path(__file__).resolve().parent / "texts"
_NEWSROOM_WORDS = TEXTS.with_name("newsroom_words.json")

Text = dict[str, Any]
_LISTS = {"more_sections": "sections", "more_quotes": "quotes", "more_faq": "faq"}


def texts() -> list[Text]:
    """Every demo text as its file holds it, in the order of the files; each also says its `file`."""
    return [
        {"file": file.name, **json.loads(file.read_text(encoding="utf-8"))} for file in sorted(TEXTS.glob("*.json"))
    ]


def briefing_id(file: str) -> UUID:
    """The uuid of the briefing that the text in `file` becomes."""
    return uuid5(NAMESPACE_URL, f"demo:{file}")


def body(paragraphs: list[str]) -> str:
    """A section's paragraphs as rich text: lists stay as they are, everything else becomes a paragraph."""
    return "".join(part if part.startswith(("<ul>", "<ol>")) else f"<p>{part}</p>" for part in paragraphs)


def changed(text: Text, changes: dict[str, Any]) -> Text:
    """`text` after the changes of one step; `text` itself stays as it is.

    `sections` and `faq` map a part's index to what is new in it, `more_sections`, `more_quotes` and `more_faq` are put
    at the end, and any other key replaces the text's.
    """
    new = dict(text)
    for key, value in changes.items():
        if key in ("sections", "faq"):
            new[key] = [{**part, **value.get(str(index), {})} for index, part in enumerate(new[key])]
        elif key in _LISTS:
            new[_LISTS[key]] = [*new[_LISTS[key]], *value]
        else:
            new[key] = value
    return new


def stages(text: Text) -> list[tuple[dict[str, Any], Text]]:
    """Each step of the history with the text as it is from that step on, oldest first."""
    steps = []
    for step in text["history"]:
        text = changed(text, step["changes"])
        steps.append((step, text))
    return steps


def filled(body: str) -> str:
    """An offered standing page's `body` with the words of the demo's newsroom where those in brackets stand.

    Raises `KeyError` for what the demo's newsroom has no words for.
    """
    words = json.loads(_NEWSROOM_WORDS.read_text(encoding="utf-8"))
    return re.sub(r"\[([^\]]+)\]", lambda bracket: words[bracket[1]], body)
