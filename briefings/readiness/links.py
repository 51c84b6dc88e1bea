"""Links that lead readers nowhere. Of briefings of ours it asks what was published; nobody is asked of other sites."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from briefings.content import BriefingContent
from briefings.content.links import Link, links_in
from briefings.gate import NOTICES
from briefings.importing.fragment import leads_to
from briefings.models import Edition, PublishedSummary
from briefings.readiness.finding import Finding, Level


class _Placed(NamedTuple):
    key: str
    link: Link


def links_lead_somewhere(content: BriefingContent) -> Iterator[Finding]:
    """Blocks what is no address, half of one, or one of the desk."""
    return _of_addresses(placed for placed in _links(content) if not placed.link.is_to_a_source)


def of_links(content: BriefingContent, at: datetime) -> tuple[Finding, ...]:
    """The findings on links to pages of ours, as readers get them at that moment.

    Two queries, three where one was merged; none for a text that links to no briefing of ours.
    """
    return _of_places(_links(content), at, own=content.slug or "")


def of_page(body: str, at: datetime) -> tuple[Finding, ...]:
    """The findings on the links of a standing page, of both kinds. It costs what `of_links` does."""
    links = list(_links_of("", body))
    return (*_of_addresses(links), *_of_places(links, at))


def _of_addresses(links: Iterable[_Placed]) -> Iterator[Finding]:
    site = f"{settings.SITE_URL.rstrip('/')}/"
    desk = f"{settings.SITE_URL.rstrip('/')}{reverse('admin:index')}"
    for key, link in links:
        if leads_to(link.href, desk):
            sentence = _("“%(words)s” links to a page of the desk, which readers cannot open. Take out the link.")
            yield _finding("link-to-desk", key, link, sentence)
        elif not link.is_address and not leads_to(link.href, site):
            sentence = (
                _("“%(words)s” links to “%(address)s”, which is half an address. Write it whole, with https://.")
                if link.is_relative
                else _("“%(words)s” links to “%(address)s”, which is no address. Write it whole, or take out the link.")
            )
            yield _finding("link-no-address", key, link, sentence)


def _of_places(links: Iterable[_Placed], at: datetime, *, own: str = "") -> tuple[Finding, ...]:
    """`own` is the slug of the text: that it will stand there need not be asked."""
    ours = [(placed, path) for placed in links if (path := _path_here(placed.link.href)) is not None]
    slugs = {placed: slug for placed, path in ours if (slug := _slug_at(path))}
    standing = _standing(set(slugs.values()) - {own}, at)
    findings = []
    for placed, path in ours:
        slug = slugs.get(placed)
        if slug is None:
            finding = None if _is_an_address(path) else _nothing_there(placed)
        elif slug == own:
            finding = None
        else:
            finding = _of_briefing(placed, standing.get(slug))
        findings += [finding] if finding else []
    return tuple(findings)


def _of_briefing(placed: _Placed, row: PublishedSummary | None) -> Finding | None:
    key, link = placed
    if row is None:
        return _nothing_there(placed)
    if row.kind == Edition.Kind.MERGED:
        if row.leads_to is None:
            return _nothing_there(placed)
        sentence = _("“%(words)s” links to a briefing that was merged into “%(headline)s”. Readers are led there.")
        path = reverse("briefing", args=[row.leads_to.slug])
        return _finding(
            "link-to-merged", key, link, sentence, level=Level.WARN, path=path, headline=row.leads_to.headline
        )
    if row.kind == Edition.Kind.WITHDRAWN:
        sentence = _("“%(words)s” links to a briefing that was withdrawn. Link to another, or take out the link.")
        return _finding("link-to-withdrawn", key, link, sentence)
    if row.kind in NOTICES:
        sentence = _("“%(words)s” links to a briefing that was removed. Link to another, or take out the link.")
        return _finding("link-to-removed", key, link, sentence)
    return None


def _nothing_there(placed: _Placed) -> Finding:
    sentence = _("“%(words)s” links to %(address)s, where readers find nothing. Correct it, or take out the link.")
    return _finding("link-to-nothing", placed.key, placed.link, sentence)


def _finding(
    code: str, key: str, link: Link, sentence: str, *, level: Level = Level.BLOCK, path: str = "", **values: str
) -> Finding:
    named = {"words": link.words or link.href, "address": link.href[:200], **values}
    return Finding(code, level, key, sentence % named, path=path)


def _links(content: BriefingContent) -> Iterator[_Placed]:
    texts = [(section.key, section.body) for section in content.sections]
    texts += [(entry.key, entry.answer) for entry in content.faq]
    for key, html in texts:
        yield from _links_of(key, html)


def _links_of(key: str, html: str) -> Iterator[_Placed]:
    if "<a " in html:
        yield from (_Placed(key, link) for link in links_in(html))


def _path_here(address: str) -> str | None:
    """The path of an address of this site; None for any other, and for one of the desk."""
    site = settings.SITE_URL.rstrip("/")
    if not leads_to(address, f"{site}/") or leads_to(address, f"{site}{reverse('admin:index')}"):
        return None
    return urlsplit(address).path or "/"


def _slug_at(path: str) -> str | None:
    """The slug of the briefing to which a path belongs, as it is or as it was in an edition."""
    try:
        match = resolve(path if path.endswith("/") else f"{path}/")
    except Resolver404:
        return None
    return match.kwargs.get("slug") if match.url_name in ("briefing", "edition", "editions") else None


def _is_an_address(path: str) -> bool:
    for one in (path, f"{path}/"):
        try:
            resolve(one)
        except Resolver404:
            continue
        return True
    return False


def _standing(slugs: Iterable[str], at: datetime) -> dict[str, PublishedSummary]:
    """By slug what readers get there: the live row of the briefing that ever had it, and where that leads if merged."""
    if not slugs:
        return {}
    owners = dict(PublishedSummary.objects.gone_live(at).filter(slug__in=slugs).values_list("slug", "briefing"))
    rows = {row.briefing_id: row for row in PublishedSummary.objects.live(at).filter(briefing__in=owners.values())}
    targets = {row.merged_into_id for row in rows.values() if row.merged_into_id}
    live = PublishedSummary.objects.live(at).exclude(kind__in=NOTICES).exclude(slug=None)
    ends = {row.briefing_id: row for row in live.filter(briefing__in=targets)} if targets else {}
    for row in rows.values():
        row.leads_to = ends.get(row.merged_into_id)
    return {slug: rows[owner] for slug, owner in owners.items() if owner in rows}
