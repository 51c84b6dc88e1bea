"""The form of a standing page, and what its page shows."""

from dataclasses import dataclass
from typing import Any, Self
from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import prose_editor_presets
from js_asset import ImportMap, Media, Script

from briefings.admin.desk import preview_banner
from briefings.admin.fields import OF_RICH_TEXT, LineField, RichField
from briefings.content import PageRecord
from briefings.content import fields as kinds
from briefings.models import StandingPage
from briefings.outputs import wording
from briefings.outputs.printable import printable
from briefings.public import addresses, sites
from briefings.standing_pages import offered
from briefings.views.answers import styled
from briefings.workflow.pages import standing_pages as pages

_OURS = ImportMap({f"desk/{name}": f"briefings/desk/{name}.js" for name in ("fields", "leaving", *OF_RICH_TEXT)})


class PageForm(forms.Form):
    """`uuid` makes a form that is sent twice one page; `expected` is the version that it was opened with."""

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    expected = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    heading = LineField(kinds.Line, label=_("Heading"))
    body = RichField(label=_("Text"))
    slug = LineField(
        kinds.Slug, label=_("Address"), help_text=_("After /about/. Empty: made from the heading when it is saved.")
    )
    language = LineField(kinds.Language, label=_("Language"), help_text=_("A code, such as en, de, uk, ar or pt-BR."))
    in_footer = forms.BooleanField(label=_("In the footer of every page"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].widget.attrs |= {"spellcheck": "false", "autocapitalize": "off"}
        self.fields["body"].widget.attrs |= {"rows": 16}

    def clean_heading(self) -> str:
        return self._written("heading", gettext("Write the heading of the page."))

    def clean_language(self) -> str:
        return self._written("language", gettext("Say in which language the page is written, such as en."))

    def _written(self, name: str, otherwise: str) -> str:
        if not self.cleaned_data[name]:
            raise forms.ValidationError(otherwise)
        return self.cleaned_data[name]

    @property
    def texts(self) -> dict[str, Any]:
        """What `workflow.save_page` takes."""
        return dict(self.cleaned_data)

    @property
    def expected_version(self) -> int | None:
        """The version that it was opened with; None for what is no version."""
        try:
            return self.fields["expected"].clean(self["expected"].value())
        except forms.ValidationError:
            return None

    def of_version(self, version: int) -> Self:
        """The same form, to be saved over `version`, which the page now shows."""
        data = self.data.copy()
        data["expected"] = str(version)
        again = type(self)(data)
        again.full_clean()
        return again


@dataclass(frozen=True)
class Row:
    """A page in the list, and what readers have of it."""

    page: StandingPage
    live: PageRecord | None

    @property
    def state(self) -> str:
        if self.live is None:
            return "not-published"
        return "live" if pages.is_as_published(self.page, self.live) else "changed"

    @property
    def state_in_words(self) -> str:
        return {
            "not-published": gettext("Not published"),
            "live": gettext("Live"),
            "changed": gettext("Live, changed since"),
        }[self.state]

    @property
    def path(self) -> str:
        """Where readers find it, or would."""
        return addresses.standing_page(self.live.slug if self.live else self.page.slug)


def beginning(page: StandingPage | None, draft: str = "") -> dict[str, Any]:
    """What the form begins with: the page as it was saved, or the offered draft of that name, or nothing."""
    if page:
        names = ("uuid", "heading", "body", "slug", "language", "in_footer")
        return {name: getattr(page, name) for name in names} | {"expected": page.version}
    blank = {"uuid": uuid4(), "expected": 0, "language": settings.SITE_LANGUAGE, "in_footer": True}
    return blank | next(({**one, "language": "en"} for one in offered() if one["slug"] == draft), {})


def is_as_saved(page: StandingPage, form: PageForm) -> bool:
    """Whether the form, which is valid, holds nothing but what was saved."""
    return all(getattr(page, name) == form.cleaned_data[name] for name in ("heading", "body", "slug", "in_footer"))


def as_readers_would(form: PageForm) -> HttpResponse:
    """The readers' own page of what the form holds; kept by nobody."""
    site, language = sites.frame(timezone.now()).site, form.cleaned_data["language"]
    context = {
        "banner": preview_banner(),
        "site": site,
        "heading": form.cleaned_data["heading"],
        "body": printable(form.cleaned_data["body"]),
        "page_language": language,
    }
    with translation.override(wording.furniture_language(language)):
        html = render_to_string("admin/briefings/pages/preview.html", context)
    return styled(HttpResponse(html, headers={"Cache-Control": "no-store"}), site)


def media(request: HttpRequest, forms_media: forms.Media) -> Media:
    """The page's scripts and styles."""
    whole = Media(
        importmap=_OURS,
        js=[
            Script("briefings/desk/styles.js", type="module"),
            *prose_editor_presets()["configurable"],
            Script("briefings/desk/page.js", type="module"),
        ],
    )
    return (whole + forms_media + Media(css={"all": ["briefings/writing.css", "briefings/quoting.css"]})).with_nonce(
        str(request.csp_nonce)
    )
