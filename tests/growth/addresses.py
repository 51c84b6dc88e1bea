"""Every kind of public address on a large site, each at its worst, and how many rows the database may read for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.db.models.functions import Length

from briefings.models import (
    Edition,
    PublishedAuthor,
    PublishedImage,
    PublishedName,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
)
from tests.visibility.surfaces import UNKNOWN

FEW = 200
"""What looking for one thing costs, with the frame of the page."""
A_PAGE = 2_000
"""What a list of 50 or 100 costs, with all that its entries show."""


@dataclass(frozen=True)
class Address:
    """`rows` is the most that the database may read to answer it, on a site of whatever size.

    Where `reads_all` is set, an answer holds every briefing by its nature, and a table may be scanned.
    """

    name: str
    pattern: str
    path: str
    status: int
    rows: int
    reads_all: bool = False


@dataclass(frozen=True)
class Extremes:
    """Slugs of what is used most, of the briefing with the most editions, and of what is gone."""

    topic: str
    person: str
    author: str
    longest: str
    editions: int
    former: str
    token: str
    gone: dict[str, str]


def extremes(at: datetime) -> Extremes:
    by_count = PublishedSummary.objects.gone_live(at).values("briefing").annotate(count=Count("pk"))
    listed = PublishedSummary.objects.live(at).listed().values("briefing")
    longest = by_count.filter(briefing__in=listed).order_by("-count", "briefing").first()
    live = PublishedSummary.objects.live(at)
    moved = PublishedSummary.objects.gone_live(at).exclude(slug__in=live.exclude(slug=None).values("slug"))
    return Extremes(
        topic=_slug(_most_used(PublishedTopic, "topic", at), at),
        person=_slug(_most_used(PublishedQuote, "person", at), at),
        author=_slug(_most_used(PublishedAuthor, "person", at), at),
        longest=live.get(briefing=longest["briefing"]).slug,
        editions=longest["count"],
        former=moved.exclude(slug=None).values_list("slug", flat=True).order_by("slug")[0],
        token=_most_used(PublishedImage, "token", at),
        gone={kind: _newest(kind, at) for kind in ("withdrawn", "removed", "merged")},
    )


def addresses(those: Extremes) -> list[Address]:
    """The table. A new public pattern has to stand in it."""
    feeds = [
        Address(f"{name} feed, {file}", pattern, f"{path}{file}", 200, A_PAGE)
        for name, pattern, path in (
            ("site", "site-feed", "/feeds/"),
            ("most used topic", "topic-feed", f"/topics/{those.topic}/"),
            ("corrections", "corrections-feed", "/corrections/"),
        )
        for file in ("rss.xml", "atom.xml")
    ]
    gone = [
        Address(f"{kind} briefing", "briefing", f"/briefings/{slug}/", status, FEW)
        for (kind, slug), status in zip(those.gone.items(), (200, 410, 301), strict=True)
    ]
    return [
        Address("home", "home", "/", 200, A_PAGE),
        Address("briefing of most editions", "briefing", f"/briefings/{those.longest}/", 200, FEW),
        Address("its history", "editions", f"/briefings/{those.longest}/history/", 200, FEW),
        Address("its first edition", "edition", f"/briefings/{those.longest}/v/1/", 200, FEW),
        Address("an edition too many", "edition", f"/briefings/{those.longest}/v/{those.editions + 1}/", 404, FEW),
        Address("former slug", "briefing", f"/briefings/{those.former}/", 301, FEW),
        *gone,
        Address("unknown briefing", "briefing", f"/briefings/{UNKNOWN}/", 404, FEW),
        Address("most used topic", "topic", f"/topics/{those.topic}/", 200, A_PAGE),
        Address("unknown topic", "topic", f"/topics/{UNKNOWN}/", 404, FEW),
        Address("feed of an unknown topic", "topic-feed", f"/topics/{UNKNOWN}/rss.xml", 404, FEW),
        Address("renamed topic", "topic", "/topics/renamed-long-ago/", 200, A_PAGE),
        Address("former name of a topic", "topic", f"/topics/{RENAMED}/", 301, A_PAGE),
        Address("topic merged into the most used", "topic", f"/topics/{MERGED}/", 301, A_PAGE),
        Address("person most quoted", "person", f"/people/{those.person}/", 200, A_PAGE),
        Address("person most quoted, further back", "person", f"/people/{those.person}/?page=3", 200, A_PAGE),
        Address("person merged into the most quoted", "person", f"/people/{those.merged_person}/", 301, A_PAGE),
        Address("unknown person", "person", f"/people/{UNKNOWN}/", 404, FEW),
        Address("author of most briefings", "author", f"/authors/{those.author}/", 200, A_PAGE),
        Address("unknown author", "author", f"/authors/{UNKNOWN}/", 404, FEW),
        Address("corrections", "corrections", "/corrections/", 200, A_PAGE),
        Address("corrections, further back", "corrections", "/corrections/?page=2", 200, A_PAGE),
        Address("corrections, past the end", "corrections", "/corrections/?page=99999", 404, A_PAGE),
        *feeds,
        Address("most used picture", "media", f"/media/{those.token}/320.webp", 200, FEW),
        Address("unknown picture", "media", f"/media/{'x' * 22}/320.webp", 404, FEW),
        Address("unknown standing page", "standing-page", f"/about/{UNKNOWN}/", 404, FEW),
        Address("sitemap", "sitemap", "/sitemap.xml", 200, 50_000 + FEW, reads_all=True),
        Address("robots.txt", "robots", "/robots.txt", 200, FEW),
        Address("unknown address", "", f"/{UNKNOWN}/", 404, FEW),
        Address("healthz", "healthz", "/healthz", 200, 0),
        Address("readyz", "readyz", "/readyz", 200, FEW),
    ]
