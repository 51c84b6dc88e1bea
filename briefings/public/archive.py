"""The archive: the months in which what is public was first published, and what is from one of them; what is news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from briefings.gate import BEGINNING, ReadRowQuerySet
from briefings.models import PublishedSummary
from briefings.outputs.facts import ListEntry
from briefings.outputs.sitemap import NewsEntry, SitemapEntry
from briefings.public import addresses, keyset, lists, moments, names
from briefings.public.one_of_each import OneOfEach

ON_A_PAGE = 50
MOST_IN_SITEMAP = 50_000  # sitemaps.org: addresses in one file
MOST_IN_NEWS = 1_000  # Google's
YEARS = range(1000, 3000)
"""The years that an address can name."""


@dataclass(frozen=True)
class Month:
    """A month by its first day, and when anything that was first published in it last changed."""

    first_day: date
    changed: datetime


def months(at: datetime) -> list[Month]:
    """The months in which a listed live briefing was first published, newest first. One query, however many."""
    of_month = PublishedSummary.objects.filter(month=OuterRef("month"))
    found = (
        PublishedSummary.objects.filter(pk__in=OneOfEach(PublishedSummary, "month"))
        .filter(Exists(of_month.live(at).listed()))
        .annotate(changed=Subquery(of_month.gone_live(at).order_by(f"-{BEGINNING}").values(BEGINNING)[:1]))
        .order_by("-month")
        .values_list("month", "changed")
    )
    first_days = ((date.fromisoformat(f"{month}-01"), changed) for month, changed in found)
    return [Month(day, timezone.localtime(changed)) for day, changed in first_days if day.year in YEARS]


def briefings(
    at: datetime, *, month: date, place: keyset.Place, known: names.Known
) -> tuple[tuple[ListEntry, ...], keyset.Cut]:
    """The listed live briefings of a month (its first day), by first publication, newest first.

    One query, two or three on a further page; and those of the entries.
    """
    cut = keyset.cut(
        [_of_month(at, month)],
        place,
        order=keyset.FIRST_PUBLISHED,
        size=ON_A_PAGE,
        columns=lists.columns_of(lists.ListRow),
    )
    return lists.list_entries(cut.keys, at, known=known), cut


def sitemap(at: datetime, *, month: date) -> Sequence[SitemapEntry]:
    """Every listed live briefing of a month (its first day), at most 50,000, newest first. One query."""
    rows = _of_month(at, month).order_by(*keyset.FIRST_PUBLISHED.newest_first).values_list("slug", BEGINNING)
    return [
        SitemapEntry(url=addresses.absolute(addresses.briefing(slug)), updated=timezone.localtime(moment))
        for slug, moment in rows[:MOST_IN_SITEMAP]
    ]


def news(at: datetime) -> Sequence[NewsEntry]:
    """The listed live briefings first published in the last 48 hours, at most 1,000, newest first. One query."""
    rows = moments.news(at).order_by(*keyset.FIRST_PUBLISHED.newest_first)
    columns = rows.values_list("slug", "headline", "first_published", "language")
    return [
        NewsEntry(
            url=addresses.absolute(addresses.briefing(slug)),
            headline=headline,
            published=timezone.localtime(moment),
            language=language,
        )
        for slug, headline, moment, language in columns[:MOST_IN_NEWS]
    ]


def start_of(day: date) -> datetime:
    """The beginning of `day` in the newsroom's zone."""
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())


def _of_month(at: datetime, month: date) -> ReadRowQuerySet:
    """By the moments, as lists are in order: of two columns that an index could begin with, a database may choose the
    wrong one.
    """
    return PublishedSummary.objects.live(at).listed().first_published_within(*bounds(month))


def bounds(month: date) -> tuple[datetime, datetime]:
    """The beginnings of a month (its first day) and of the next, in the newsroom's zone."""
    return start_of(month), start_of((month + timedelta(days=31)).replace(day=1))
