"""Which drafts are under embargo: their own, or that of an original of which readers have nothing."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from briefings.models.draft import Draft
from briefings.models.log import Edition


def under_embargo(at: datetime) -> QuerySet:
    """The keys of the drafts that one holds back at `at`. Each of the two kinds is found by its own index."""
    own = Draft.objects.filter(embargo_until__gt=at).order_by()
    bound = Draft.objects.filter(translation_of__in=originals_under_embargo(at).values("briefing")).order_by()
    return own.values("pk").union(bound.values("pk"), all=True)


def embargo_of_original(at: datetime, column: str) -> Subquery:
    """That column of the embargo of what a draft translates, where it holds the draft back at `at`."""
    return Subquery(originals_under_embargo(at).filter(briefing=OuterRef("translation_of")).values(column)[:1])


def originals_under_embargo(at: datetime) -> QuerySet[Draft]:
    """The drafts whose embargo holds their translations back at `at`, too: readers have nothing of them."""
    begun = Edition.objects.filter(briefing=OuterRef("briefing")).gone_live(at)
    return Draft.objects.filter(~Exists(begun), embargo_until__gt=at).order_by()
