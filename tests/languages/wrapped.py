"""A language that nobody speaks: what goes through gettext comes back in brackets, so that all else stands out."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.utils.translation import trans_real

from tests.languages.said import pieces

SAYING = frozenset({"alt", "title", "aria-label", "placeholder", "content"})
_NAME_OF_THE_LANGUAGE = "the code of the language that this file translates into"
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


@contextmanager
def wrapping() -> Iterator[None]:
    """Inside, every string that is translated is “⟦…⟧”, Django's own too."""
    made = trans_real.DjangoTranslation
    real, real_plural = made.gettext, made.ngettext

    def gettext(self: object, message: str) -> str:
        words = real(self, message).rpartition("\x04")[2]  # without the context of what is not translated
        return words if message.startswith(_NAME_OF_THE_LANGUAGE) or not message else f"⟦{words}⟧"

    def ngettext(self: object, one: str, many: str, number: int) -> str:
        return f"⟦{real_plural(self, one, many, number)}⟧"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made, "gettext", gettext)
        patch.setattr(made, "ngettext", ngettext)
        yield


def unwrapped(html: str) -> set[str]:
    """What of a page's text, and of the attributes that somebody hears or sees, stands outside all brackets."""
    return pieces(_without_brackets(html), saying=SAYING)


def unwrapped_words(answer: Any) -> set[str]:
    """The same of what a script is sent: of its values."""
    if isinstance(answer, dict | list):
        values = answer.values() if isinstance(answer, dict) else answer
        return set().union(*(unwrapped_words(value) for value in values))
    return unwrapped(answer) if isinstance(answer, str) else set()


def _without_brackets(text: str) -> str:
    while (left := _INNERMOST.sub("", text)) != text:
        text = left
    return text
