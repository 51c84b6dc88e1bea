"""The page of a flash: headline, lede and topics, one look at what readers will get, and out. Made for a phone."""

from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from briefings import readiness, workflow, working_copy
from briefings.admin.briefings import name_lookup
from briefings.admin.briefings.forms import FactsForm
from briefings.admin.desk import show_page
from briefings.content import BriefingContent, ContentRefused
from briefings.desk_words import said
from briefings.models import Draft
from briefings.outputs import wording

ASKED = ("headline", "lede", "topics", "language")


class FlashForm(FactsForm):
    """Names the briefing to be: sent twice, it makes one."""

    briefing = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in self.fields.keys() - {*ASKED, "briefing"}:
            del self.fields[name]
        self.fields["headline"].widget.attrs["autofocus"] = True

    def content(self) -> BriefingContent:
        """Raises ContentRefused."""
        values = self.cleaned_data
        return BriefingContent.offered(
            id=str(values["briefing"]),
            headline=values["headline"],
            lede=values["lede"],
            language=values["language"],
            topics=name_lookup.topics(name_lookup.listed(values["topics"])),
        )


def page(request: HttpRequest) -> HttpResponse:
    """The form; once it is filled in, what readers will get; then it goes out, or is submitted as the rule wants it."""
    if request.method != "POST":
        language = settings.SITE_LANGUAGE.split("-")[0]
        return _ask(request, FlashForm(initial={"language": language, "briefing": uuid4()}))
    form = FlashForm(request.POST)
    if not form.is_valid() or "_edit" in request.POST:
        return _ask(request, form)
    try:
        content = form.content()
        blocking = [finding.sentence for finding in readiness.blocking(content)]
        if blocking:
            return _ask(request, form, reasons=blocking)
        if "_send" not in request.POST:
            return _confirm(request, form, content)
        return _send(request, content)
    except workflow.Refused as refusal:
        return _ask(request, form, reasons=refusal.reasons)
    except ContentRefused as refusal:
        return _ask(request, form, reasons=[said(sentence) for _address, sentence in refusal.reasons])


def _ask(request: HttpRequest, form: FlashForm, *, reasons: list[str] | tuple[str, ...] = ()) -> HttpResponse:
    return show_page(request, "draft/flash.html", title=_("Flash"), form=form, reasons=reasons)


def _confirm(request: HttpRequest, form: FlashForm, content: BriefingContent) -> HttpResponse:
    with translation.override(wording.furniture_language(content.language)):
        more_follows = wording.more_follows()
    return show_page(
        request,
        "draft/flash_confirmation.html",
        title=_("Flash: one look before readers get it"),
        form=form,
        content=content,
        direction=wording.direction(content.language),
        more_follows=more_follows,
        rule=workflow.flash_rule(request.user),
        findings=[*readiness.findings(content), *readiness.of_house_style(content)],
    )


def _send(request: HttpRequest, content: BriefingContent) -> HttpResponse:
    came_before = Draft.objects.filter(briefing__uuid=content.id, owner=request.user).exists()
    draft = workflow.flash(content, by=request.user)
    if came_before:
        messages.success(request, _("This flash came twice. It was made once."))
        if working_copy.read(draft).headline != content.headline or draft.lede != content.lede:
            messages.warning(
                request, _("It does not say what you sent just now. Change it here, and publish it again.")
            )
    elif not workflow.flash_rule(request.user).publishes:
        messages.success(request, _("Submitted for review. Readers get it once somebody approves and publishes it."))
    else:
        messages.success(request, _published(draft))
    return redirect("admin:briefings_draft_change", draft.pk)


def _published(draft: Draft) -> str:
    draft.refresh_from_db(fields=["slug"])
    link = format_html('<a href="{0}">{0}</a>', reverse("briefing", args=[draft.slug]))
    words = _("Published. Readers have it at {address}, and are told that more follows until the next major edition.")
    return format_html(words, address=link)
