"""The readers' own page of a text that is not published, for whoever may read the draft."""

from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext

from briefings.admin.briefings.publish_panel import CORRECTIONS, PublishForm
from briefings.admin.briefings.status import BriefingStatus
from briefings.admin.desk import preview_banner
from briefings.admin.pictures.picture_facts import files
from briefings.content import BriefingContent, Change
from briefings.outputs import page as page_parts
from briefings.outputs import wording
from briefings.outputs.facts import BriefingFacts, EditionFacts, Site
from briefings.outputs.page_parts import PageParts
from briefings.public import addresses, sites
from briefings.public import briefing as briefings
from briefings.views.answers import styled


@dataclass(frozen=True)
class Preview:
    """What readers would get, and the page that says so."""

    site: Site
    facts: BriefingFacts
    parts: PageParts
    html: str


def of(content: BriefingContent, status: BriefingStatus, panel: PublishForm | None = None) -> Preview:
    """`content` as readers would get it now, with the note or correction that the panel holds."""
    now = timezone.now()
    content = content.for_readers()
    told = {"headline": content.headline or gettext("(no headline yet)"), "more_follows": _more_follows(status, panel)}
    content = content.model_copy(update=told)
    site, facts = sites.frame(now).site, _facts(content, status, panel)
    parts = page_parts.parts(content, as_of=timezone.localtime(now).date(), media=files())
    context = {"banner": preview_banner(), "site": site, "briefing": facts, "page": parts}
    with translation.override(wording.furniture_language(content.language)):
        html = render_to_string("admin/briefings/draft/preview.html", context)
    return Preview(site, facts, parts, html)


def page(content: BriefingContent, status: BriefingStatus, *, panel: PublishForm | None = None) -> HttpResponse:
    """The readers' page; kept by nobody."""
    preview = of(content, status, panel)
    return styled(HttpResponse(preview.html, headers={"Cache-Control": "no-store"}), preview.site)


def _facts(content: BriefingContent, status: BriefingStatus, panel: PublishForm | None) -> BriefingFacts:
    now = timezone.localtime()
    slug = content.slug or (status.live.summary.slug if status.live else "") or ""
    path = addresses.briefing(slug) if slug else "#"
    published = briefings.find(status.live.summary.slug, now) if status.live and status.live.summary.slug else None
    before = briefings.briefing(published) if published else None
    this = EditionFacts(
        number=status.editions + 1,
        live_from=now,
        kind=_kind(status, panel),
        headline=content.headline,
        **_change(panel),
    )
    facts = BriefingFacts(
        content=content,
        url="",
        path=path,
        live_path=path,
        number=this.number,
        first_published=before.first_published if before else now,
        updated=now,
        editions=(*(before.editions if before else ()), this),
    )
    return replace(facts, updated=before.updated) if before and this.kind == "minor" else facts


def _kind(status: BriefingStatus, panel: PublishForm | None) -> str:
    if not status.live:
        return "first"
    change = (panel.cleaned_data.get("change") if panel else "") or "minor"
    return "correction" if change in CORRECTIONS else change


def _more_follows(status: BriefingStatus, panel: PublishForm | None) -> bool:
    if status.live:
        return status.live.summary.more_follows and _kind(status, panel) != "major"
    return status.draft is not None and status.draft.more_follows


def _change(panel: PublishForm | None) -> dict:
    if panel is None:
        return {}
    correction = panel.correction if panel.cleaned_data.get("is_right") else None
    change = Change(note=panel.cleaned_data.get("note", ""), correction=correction)
    return {"note": change.note, "correction": change.correction}
