"""When the public answers last changed, and when they will next change by themselves."""

from datetime import date, datetime, time, timedelta

from django.db.models import DateField, DateTimeField, Min, Q, QuerySet, Subquery
from django.utils import timezone

from briefings.gate import NOTICES
from briefings.models import Edition, Erasure, LogHead, PublishedImage, PublishedName, Subject
from briefings.public import names
from briefings.public.prepared import Given, Prepared

NOTICE_STAYS = timedelta(days=30)
"""How long the notice of a briefing that is gone stays in the feeds."""
SECOND = timedelta(seconds=1)


def last_change(at: datetime) -> datetime | None:
    """The moment of the newest public change anywhere, None before the first. One query.

    Nothing that is still hidden counts. Pictures and names count even where every edition that shows them has ended:
    to find that out would slow down every page.
    """
    row = next(iter(_LAST.rows(at=at, month_ago=at - NOTICE_STAYS, today=timezone.localdate(at))), None)
    if row is None:
        return None
    moments = [row.last_edition, row.last_record, row.last_erasure]
    if day := row.last_day_of_a_picture:
        moments.append(midnight_after(day))
    if row.last_faded:
        moments.append(row.last_faded + NOTICE_STAYS)
    return max((moment for moment in moments if moment), default=None)


def next_moment(at: datetime) -> datetime | None:
    """The first moment after `at` at which a public answer may change although nothing is written; None without one.

    That is when an edition or a public name begins (and the one before it ends), a notice leaves the feeds, a picture's
    last day has passed in the newsroom's zone, or the second of a change is over. Other midnights do not count: “as of”
    names the day of the edition, and no page names today. Five queries, however much is published.
    """
    moments = (
        Edition.objects.next_change(at),
        _shown_names(at).next_change(at),
        _a_notice_leaves(at),
        _a_picture_goes(at),
        _a_second_is_over(at),
    )
    return min((moment for moment in moments if moment), default=None)


def midnight_after(day: date) -> datetime:
    """The end of `day` in the newsroom's zone."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())


def _a_notice_leaves(at: datetime) -> datetime | None:
    first = _notices(at).next_change(at - NOTICE_STAYS)
    return first + NOTICE_STAYS if first else None


def _a_picture_goes(at: datetime) -> datetime | None:
    usable = PublishedImage.objects.gone_live(at).filter(usable_until__gte=timezone.localdate(at))
    last_day = usable.aggregate(first=Min("usable_until"))["first"]
    return midnight_after(last_day) if last_day else None


def _a_second_is_over(at: datetime) -> datetime | None:
    """Within the second of a change `Last-Modified` is of the one before (`views.answers`)."""
    last = last_change(at)
    second = last + SECOND - timedelta(microseconds=last.microsecond) if last and last.microsecond else None
    return second if second and second > at else None


def _notices(at: datetime | Given) -> QuerySet[Edition]:
    """The notices that are live. A notice leaves the feeds when something is published after it."""
    return Edition.objects.live(at).filter(kind__in=NOTICES)


def _shown_names(at: datetime | Given) -> QuerySet[PublishedName]:
    """The names that readers can have seen. Any other would tell of an edition that is only scheduled."""
    always = Q(kind__in=(Subject.Kind.SITE, Subject.Kind.PAGE))
    return PublishedName.objects.filter(always | names.named_in_editions(at))


def _last_changes() -> QuerySet[LogHead]:
    """The newest moment of each kind at which something public changed."""
    at = names.AT
    editions = Edition.objects.gone_live(at).order_by("-live_from").values("live_from")
    faded = _notices(at).gone_live(Given("month_ago", DateTimeField())).order_by("-live_from").values("live_from")
    records = _shown_names(at).gone_live(at).order_by("-record__live_from").values("record__live_from")
    erasures = Erasure.objects.order_by("-recorded_at").values("recorded_at")
    past = PublishedImage.objects.gone_live(at).filter(usable_until__lt=Given("today", DateField()))
    return LogHead.objects.values_list().annotate(
        last_edition=Subquery(editions[:1]),
        last_faded=Subquery(faded[:1]),
        last_record=Subquery(records[:1]),
        last_erasure=Subquery(erasures[:1]),
        last_day_of_a_picture=Subquery(past.order_by("-usable_until").values("usable_until")[:1]),
    )


_LAST = Prepared(_last_changes)
