"""The form of the site's identity: names, a logo, and an accent for each of the two schemes."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import policy, working_copy
from briefings.admin.fields import LineField
from briefings.admin.pictures import picture_facts
from briefings.admin.site.record_page import RecordForm
from briefings.content import ImageName, SiteRecord
from briefings.content import fields as kinds
from briefings.content.colours import GROUNDS, refusal, shown_ratio, worst_contrast
from briefings.desk_words import said
from briefings.outputs.pictures import picture

OWN_ACCENTS = {"light": "#8c1d24", "dark": "#f0a29b"}
"""Those of the look, as static/briefings/site.css has them."""

NONE, OTHER = "", "other"
RECENT = 8
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")


class ColourField(forms.CharField):
    """`#rrggbb` in small letters, that can be read on the page of its scheme; empty: the look's own."""

    def __init__(self, scheme: str, **options: Any) -> None:
        self.scheme = scheme
        super().__init__(required=False, max_length=20, **options)
        self.widget.attrs |= {"spellcheck": "false", "autocapitalize": "off", "placeholder": OWN_ACCENTS[scheme]}

    def clean(self, value: Any) -> str:
        value = super().clean(value).lower()
        if not value:
            return ""
        match = _HEX.fullmatch(value)
        if not match:
            raise forms.ValidationError(gettext("Write a colour as in #8c1d24."))
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        if sentence := refusal(f"#{digits}", scheme=self.scheme):
            raise forms.ValidationError(said(sentence))
        return f"#{digits}"


@dataclass(frozen=True)
class Logo:
    """A picture that may be the logo, beside its button."""

    value: str
    name: str
    address: str = ""


class IdentityForm(RecordForm):
    name = LineField(kinds.Line, label=_("Name"))
    tagline = LineField(kinds.Line, label=_("Tagline"), help_text=_("A few words beside the name, and in the feeds."))
    footer = LineField(
        kinds.Line, label=_("Footer line"), help_text=_("At the foot of every page, such as © and the publisher.")
    )
    error_address = LineField(
        kinds.MailAddress,
        label=_("Address for errors"),
        help_text=_("A mail address. Each briefing leads to it by “Report an error”; without one, none does."),
        widget=forms.TextInput(attrs={"inputmode": "email", "autocapitalize": "off", "spellcheck": "false"}),
    )
    logo = forms.CharField(required=False, max_length=64)
    logo_id = forms.CharField(
        required=False,
        max_length=64,
        label=_("Its name on the desk"),
        help_text=_("As the page of the picture tells it."),
    )
    accent_light = ColourField("light", label=_("On the light page"))
    accent_dark = ColourField("dark", label=_("On the dark page"))

    def clean_name(self) -> str:
        if not self.cleaned_data["name"]:
            raise forms.ValidationError(gettext("Write the name of the site."))
        return self.cleaned_data["name"]

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["image_name"] = None
        chosen = self.cleaned_data.get("logo", NONE)
        if chosen != NONE:
            field = "logo_id" if chosen == OTHER else "logo"
            self.cleaned_data["image_name"] = self._image_name(self.cleaned_data.get(field, ""))
            if self.cleaned_data["image_name"] is None:
                self.add_error(field, gettext("There is no picture of that name on file. Choose another."))
        return self.cleaned_data

    def _image_name(self, typed: str) -> ImageName | None:
        """The picture with that id, of those that the user may know; today's logo, as it was chosen."""
        try:
            uuid = UUID(typed.strip())
        except ValueError:
            return None
        if self._logo and self._logo.id == str(uuid):
            return self._logo
        image = policy.images(self.by).filter(uuid=uuid).first()
        return working_copy.image_name(image) if image else None

    @property
    def _logo(self) -> ImageName | None:
        return self.current.logo if self.current else None

    @property
    def record(self) -> SiteRecord:
        """What the form says."""
        names = {name: self.cleaned_data[name] for name in ("name", "tagline", "footer", "error_address")}
        accents = {name: self.cleaned_data[name] or None for name in ("accent_light", "accent_dark")}
        return SiteRecord(**names, **accents, logo=self.cleaned_data["image_name"])

    @property
    def logos(self) -> list[Logo]:
        """No logo, today's, and the newest pictures that may be one; the values are ids of pictures."""
        logos = [Logo(NONE, gettext("No logo: the name in letters"))]
        if now := self._logo:
            logos.append(Logo(now.id, gettext("The logo as it is"), picture(now).src))
        recent = policy.images(self.by).filter(usable_until=None).exclude(uuid=now.id if now else None)
        logos += [
            Logo(str(one.uuid), str(picture_facts.name(one)), picture_facts.address(one)) for one in recent[:RECENT]
        ]
        return logos

    @property
    def schemes(self) -> list[dict[str, Any]]:
        """Of each scheme: its field, its grounds, and the contrast of what the field says."""
        return [self._scheme(*one) for one in (("light", gettext("light")), ("dark", gettext("dark")))]

    def _scheme(self, scheme: str, name: str) -> dict[str, Any]:
        field = self[f"accent_{scheme}"]
        colour = (field.value() or "").lower()
        colour = colour if re.fullmatch(r"#[0-9a-f]{6}", colour) else OWN_ACCENTS[scheme]
        return {
            "scheme": scheme,
            "name": name,
            "field": field,
            "colour": colour,
            "own": OWN_ACCENTS[scheme],
            "grounds": " ".join(GROUNDS[scheme]),
            "contrast": shown_ratio(worst_contrast(colour, scheme=scheme)),
        }


def beginning(current: SiteRecord | None, expected: str) -> dict[str, Any]:
    """What the form begins with: the site as it is, or what the settings say until anything does."""
    record = current or SiteRecord(name=settings.SITE_NAME)
    return {
        "expected": expected,
        "name": record.name,
        "tagline": record.tagline,
        "footer": record.footer,
        "error_address": record.error_address,
        "logo": record.logo.id if record.logo else NONE,
        "accent_light": record.accent_light or "",
        "accent_dark": record.accent_dark or "",
    }
