"""The forms of pictures: a file to upload, and the texts that belong to a picture."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from briefings.admin.fields import LineField, PassageField
from briefings.content import fields as kinds
from briefings.models import Image
from briefings.workflow.picture_details import DETAILS

ACCEPTED = "image/jpeg,image/png,image/webp"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("JPEG, PNG or WebP, at most 10 MB and 40 million pixels."),
        widget=forms.FileInput({"accept": ACCEPTED}),
        allow_empty_file=True,  # it is told so with the other refusals
        error_messages={"required": _("Choose a file first.")},
    )


class DetailsForm(forms.Form):
    """A picture's texts, and the version that was looked at. A field that is not sent keeps its value."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    credit = LineField(
        kinds.Line,
        label=_("Credit line"),
        help_text=_("Who made it, and whose it is. Readers see it with the picture."),
    )
    caption = PassageField(
        label=_("Caption"), rows=2, help_text=_("What the picture shows, for colleagues who look for it.")
    )
    people = LineField(kinds.Passage, label=_("Who is in it"), help_text=_("With commas between them, from the left."))
    usable_until = forms.DateField(
        label=_("Usable until"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=_("After that day no reader gets it. Empty: without an end."),
    )
    rights = PassageField(
        label=_("Rights"), rows=2, help_text=_("The agency, the licence, what was agreed. Never shown to readers.")
    )
    focal_x = forms.IntegerField(label=_("From the left, in %"), min_value=0, max_value=100)
    focal_y = forms.IntegerField(label=_("From the top, in %"), min_value=0, max_value=100)

    @classmethod
    def of(cls, image: Image, sent: dict[str, Any] | None = None) -> "DetailsForm":
        """The form with the picture's values, or with those that were sent."""
        values = {name: getattr(image, name) for name in DETAILS}
        return cls(initial={**values, "version": image.version}) if sent is None else cls({**values, **sent})
