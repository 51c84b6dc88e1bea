"""What goes with submitting a draft: the note to whoever reviews it. It stands in the publish panel."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from briefings.admin.fields import PassageField

PREFIX = "publish"
"""Of the names of all fields of the publish panel."""


class ReviewForm(forms.Form):
    """What goes with submitting. It comes back through every page that the panel comes back through."""

    prefix = PREFIX
    submit_note = PassageField(
        label=gettext_lazy("Note to whoever reviews it"),
        rows=2,
        help_text=gettext_lazy("Goes with “Submit for review”. May stay empty."),
    )


def submit_note(data: QueryDict) -> str:
    """The note to whoever reviews the draft, as it was typed."""
    return data.get(f"{PREFIX}-submit_note", "").strip()
