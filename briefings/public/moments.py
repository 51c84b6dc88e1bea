"""When the public answers last changed, and when they will next change by themselves."""

from datetime import date, datetime, time, timedelta

from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from briefings.gate import TICK, ReadRowQuerySet
from briefings.models import PublicMoment, PublishedSummary

NOTICE_STAYS = timedelta(days=30)
"""How long the notice of a briefing that is gone stays in the feeds."""
STAYS_NEWS = timedelta(hours=48)
"""How long a briefing is in the news sitemap, from its first publication on."""
SECOND = timedelta(seconds=1)


def last_change(at: datetime) -> datetime | None:
    """The moment of the newest public change anywhere, None before the first. One query.

    Nothing that is still hidden counts. Pictures and names count even where every edition that shows them has ended.
    """
    return until(at).aggregate(last=Max("moment"))["last"]


def until(at: datetime) -> QuerySet[PublicMoment]:
    """Every public moment that has come by `at`."""
    return PublicMoment.objects.filter(moment__lte=at)


def next_moment(at: datetime) -> datetime | None:
    """The first moment after `at` at which any public answer may change though the log stays as it is; None without.

    An edition or a public name begins (and the one before it ends), a notice leaves the feeds, a briefing leaves the
    news sitemap, the last day of a picture has passed in the newsroom's zone, or the second of a change is over. No
    other midnight counts: “as of” says the day of the edition, and no page says what day it is today. Three queries.
    """
    coming = PublicMoment.objects.filter(moment__gt=at).aggregate(first=Min("moment"))["first"]
    moments = [moment for moment in (coming, _end_of_news(at), _end_of_the_second_of_a_change(at)) if moment]
    return min(moments, default=None)


def next_change(at: datetime) -> datetime | None:
    """The first moment after `at` at which what readers see changes by itself, but for the news sitemap; None without.
    One query.
    """
    return next(iter(changes_ahead(at, most=1)), None)


def changes_ahead(at: datetime, *, most: int) -> list[datetime]:
    """The next of those moments. One query."""
    ahead = PublicMoment.objects.filter(moment__gt=at).order_by("moment")
    return list(ahead.values_list("moment", flat=True).distinct()[:most])


def news(at: datetime) -> ReadRowQuerySet:
    """The rows of the listed live briefings first published in the last 48 hours."""
    return PublishedSummary.objects.live(at).listed().first_published_within(at - STAYS_NEWS + TICK, at + TICK)


def _end_of_news(at: datetime) -> datetime | None:
    """When the oldest briefing of the news sitemap leaves it.

    It is no `last_change`: nothing else changes with it, and that sitemap alone says no `Last-Modified`.
    """
    oldest = news(at).order_by("first_published").values_list("first_published", flat=True).first()
    return oldest + STAYS_NEWS if oldest else None


def midnight_after(day: date) -> datetime:
    """The end of `day` in the newsroom's zone."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())


def _end_of_the_second_of_a_change(at: datetime) -> datetime | None:
    """Within the second of a change `Last-Modified` is of the one before (`views.answers`)."""
    last = last_change(at)
    second = last + SECOND - timedelta(microseconds=last.microsecond) if last and last.microsecond else None
    return second if second and second > at else None
