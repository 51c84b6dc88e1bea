"""The note and the correction that tell readers of a change."""

from django.utils.translation import gettext as _
from pydantic import ValidationError

from briefings.content import Change, ContentRefused, Correction
from briefings.content.text import is_blank
from briefings.desk_words import said


def build(note: str, correction: Correction | None = None) -> tuple[Change | None, list[str]]:
    """The Change (None where there is neither note nor correction, or it is refused), and the reasons against it."""
    if is_blank(note):
        note = ""
    if not note and correction is None:
        return None, []
    try:
        return Change(note=note, correction=correction), []
    except ValidationError as error:
        refusal = ContentRefused.from_validation(error)
        return None, [_problem(address) % {"problem": said(sentence)} for address, sentence in refusal.reasons]


def _problem(address: str) -> str:
    return {
        "correction.was_wrong": _("What was wrong: this %(problem)s"),
        "correction.is_right": _("What is right: this %(problem)s"),
    }.get(address, _("The note %(problem)s"))
