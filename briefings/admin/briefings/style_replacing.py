"""Putting a rule of house style right in the form as it was sent, without JavaScript. Nothing is saved by it."""

from typing import Any

from briefings.content.house_style import Rule, edits, put_right
from briefings.content.richtext import plain_text, replace_words

_RICH = ("body", "answer")
_PLAIN = ("headline", "lede", "heading", "question", "open_wording", "alt", "caption")


def replace(facts: dict[str, Any], parts: dict[str, list[dict[str, Any]]], key: str, rule: Rule) -> None:
    """Change the raw values of the part with that `key` ("facts" for what stands before the parts)."""
    spans = [line for part in parts["quote"] for line in part.get("words", "").splitlines()]
    forms = (
        [facts] if key == "facts" else [part for forms in parts.values() for part in forms if part.get("key") == key]
    )
    for form in forms:
        for name in form.keys() & set(_PLAIN):
            form[name] = put_right(form[name], rule)
        for name in form.keys() & set(_RICH):
            form[name] = replace_words(form[name], edits(plain_text(form[name]), rule, spans=spans))
