"""Which drafts are under embargo: their own, or that of an original of which readers have nothing."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from briefings.models import Draft, Edition


def under_embargo(at: datetime) -> QuerySet:
    """The keys of the drafts that one holds back at `at`. Each of the two kinds is found by its own index."""
    own = Draft.objects.filter(embargo_until__gt=at).order_by()
    bound = Draft.objects.filter(translation_of__in=_originals(at).values("briefing")).order_by()
    return own.values("pk").union(bound.values("pk"), all=True)


def embargo_of_original(at: datetime, column: str) -> Subquery:
    """That column of the embargo of what a draft translates, where it holds the draft back at `at`."""
    return Subquery(_originals(at).filter(briefing=OuterRef("translation_of")).values(column)[:1])


def _originals(at: datetime) -> QuerySet[Draft]:
    begun = Edition.objects.filter(briefing=OuterRef("briefing")).gone_live(at)
    return Draft.objects.filter(~Exists(begun), embargo_until__gt=at).order_by()
