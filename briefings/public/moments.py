"""When what the public gets changes by itself, without anybody's doing."""

from datetime import datetime

from django.db.models import Min
from django.utils import timezone

from briefings.gate import NOTICES
from briefings.models import Edition, PublicRecord, PublishedImage
from briefings.public.sites import NOTICE_STAYS, midnight_after


def next_moment(at: datetime) -> datetime | None:
    """The first moment after `at` at which any public answer may change though the log stays as it is; None without.

    An interval begins or ends, a notice leaves the feeds, or the last day of a picture has passed in the newsroom's
    zone. No other midnight counts: “as of” says the day of the edition, and no page says what day it is today. Six
    queries, however much is published.
    """
    moments = (
        Edition.objects.next_change(at),
        PublicRecord.objects.next_change(at),
        _a_notice_leaves(at),
        _a_picture_goes(at),
    )
    return min((moment for moment in moments if moment), default=None)


def _a_notice_leaves(at: datetime) -> datetime | None:
    recent = Edition.objects.gone_live(at).filter(kind__in=NOTICES).begun_after(at - NOTICE_STAYS)
    first = recent.aggregate(first=Min("live_from"))["first"]
    return first + NOTICE_STAYS if first else None


def _a_picture_goes(at: datetime) -> datetime | None:
    usable = PublishedImage.objects.gone_live(at).filter(usable_until__gte=timezone.localdate(at))
    last_day = usable.aggregate(first=Min("usable_until"))["first"]
    return midnight_after(last_day) if last_day else None
