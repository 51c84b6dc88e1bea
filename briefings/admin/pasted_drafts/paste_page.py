"""The page on which a draft is pasted, dropped or chosen."""

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import originals
from briefings.admin.briefings.posted_form import uuid_or_new
from briefings.admin.desk import show_page
from briefings.admin.pasted_drafts.busy_page import SOON
from briefings.admin.pasted_drafts.update_page import draft_to_update
from briefings.desk_words import said
from briefings.importing import Unreadable, read_text
from briefings.importing.likeness import words_of
from briefings.importing.reading import MOST_BYTES
from briefings.workflow import Refused

FILES = ".txt,.text,.md,.markdown,.html,.htm,.docx,.eml,.mht,.mhtml"
PASTED = [
    ("", gettext_lazy("As it was copied, with its headings and links")),
    ("text", gettext_lazy("As plain text")),
]


class AsItCame(forms.CharField):
    """A text with whatever characters are in it: the importer takes out what cannot be published, and says so."""

    def __init__(self, **how: Any) -> None:
        super().__init__(required=False, strip=False, **how)
        self.validators = []


class PasteForm(forms.Form):
    """A text, or a file. `html` is what the clipboard held beside the text, put there by the page's script."""

    save_id = forms.CharField(widget=forms.HiddenInput)
    text = AsItCame(
        label=gettext_lazy("The draft"),
        widget=forms.Textarea({"rows": 16, "dir": "auto", "spellcheck": "false", "autocomplete": "off"}),
    )
    html = AsItCame(widget=forms.HiddenInput)
    pasted_as = forms.ChoiceField(
        label=gettext_lazy("How to read what was pasted"), required=False, choices=PASTED, widget=forms.RadioSelect
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.ClearableFileInput({"accept": FILES}),
        help_text=gettext_lazy("Word (.docx), HTML, Markdown, plain text or a mail (.eml); at most 5 MB."),
    )

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        file = values.get("file")
        if file and values.get("text", "").strip():
            self.add_error("file", _("Either a file or a pasted text: empty the field above, or choose no file."))
        elif file and file.size > MOST_BYTES:
            sentence = _(
                "“%(name)s” is larger than 5 MB, too large for a draft. Are there pictures in it? Save it without."
            )
            self.add_error("file", sentence % {"name": file.name})
        elif not file and not values.get("text", "").strip():
            self.add_error("text", _("Paste the draft here, or choose its file."))
        return values

    @property
    def brought(self) -> dict[str, Any]:
        """The bytes as they came, and what is known of their format."""
        values = self.cleaned_data
        if values["file"]:
            return {"data": values["file"].read(), "name": values["file"].name or _("a file without a name")}
        if values["pasted_as"] != "text" and _has_words(values["html"]):
            return {"data": values["html"].encode(), "format": "html"}
        return {"data": values["text"].encode(), "format": values["pasted_as"]}


def _has_words(html: str) -> bool:
    """Whether it has words: some programs put an empty page beside the text."""
    return bool(html.strip()) and any(words_of(line.text) for line in read_text(html, format="html").lines)


def page(request: HttpRequest) -> HttpResponse:
    """Show the form, or keep the draft and go to its review. While another is read, the form comes back filled in."""
    newer_of = draft_to_update(request.user, request.GET.get("of", ""))
    status, headers = HTTPStatus.OK, {}
    form = (
        PasteForm(request.POST, request.FILES) if request.method == "POST" else PasteForm(initial={"save_id": uuid4()})
    )
    if request.method == "POST" and form.is_valid():
        uuid = uuid_or_new(form.cleaned_data["save_id"])
        try:
            with originals.turn():
                original = originals.keep(
                    by=request.user, uuid=uuid, briefing=newer_of and newer_of.briefing, **form.brought
                )
        except originals.Busy as busy:
            form.add_error("text", str(busy))
            if form.cleaned_data["file"]:
                form.add_error("file", _("Choose the file once more."))
            status, headers = HTTPStatus.SERVICE_UNAVAILABLE, SOON
        except (Unreadable, Refused) as refusal:
            form.add_error("file" if form.cleaned_data["file"] else "text", said(refusal))
        else:
            return redirect("admin:briefings_original_change", original.pk)
    return show_page(
        request,
        "original/paste.html",
        title=_("Paste a draft"),
        status_code=status,
        headers=headers,
        form=form,
        newer_of=newer_of,
        most=MOST_BYTES,
    )
