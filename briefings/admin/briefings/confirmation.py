"""The box that says that a quote's speaker is confirmed. It belongs to the words that it stood beside."""

from hashlib import sha256
from typing import Any

from django import forms

from briefings.content import QuoteBlock

TICKED = "on"
"""What a box sends that was ticked on the page: whoever did so saw the words as they are sent."""


def mark_of(quote: QuoteBlock) -> str:
    """What a box sends that came ticked: it names the words of `quote`, and confirms no others."""
    return sha256("\n".join(span.text for span in quote.spans).encode()).hexdigest()[:16]


def is_confirmed(sent: str, quote: QuoteBlock) -> bool:
    """Whether a box that sent this confirms the words of `quote`."""
    return sent in (TICKED, mark_of(quote))


class _Box(forms.CheckboxInput):
    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        return data.get(name, "")


class ConfirmedField(forms.CharField):
    """Empty, `TICKED`, or the mark of the words that were confirmed before."""

    widget = _Box
