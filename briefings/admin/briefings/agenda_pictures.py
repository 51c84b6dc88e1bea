"""Pictures whose last day comes between two moments, and what readers lose with it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from briefings.gate import TICK, goes_on
from briefings.models import Draft, Figure, Image, PublicMoment, PublishedImage
from briefings.public.moments import midnight_after


class LastDay(NamedTuple):
    """`moment` is the end of the day, `effect` says what it means for readers, or for drafts."""

    moment: datetime
    name: str
    path: str
    effect: str


def last_days(drafts: QuerySet[Draft], first: date, end: date, *, most: int) -> Iterator[LastDay]:
    """Those from `first` on and before `end` of the pictures in `drafts`. An edition keeps the day that it was
    published with, whatever is on file since. Two queries.
    """
    lost = _lost_to_readers(drafts, first, end, most=most)
    used = Figure.objects.filter(Exists(drafts.filter(pk=OuterRef("parent"))), image=OuterRef("pk"))
    on_file = Q(usable_until__gte=first, usable_until__lt=end) & Exists(used)
    known = Image.objects.filter(erased_at=None).filter(on_file | Q(token__in={token for _day, token in lost}))
    images = {image.token: image for image in known.order_by("usable_until", "pk")[:most]}
    days = set(lost) | {
        (image.usable_until, image.token)
        for image in images.values()
        if image.usable_until and first <= image.usable_until < end
    }
    for day, token in sorted(days):
        image = images.get(token)
        path = reverse("admin:briefings_image_change", args=[image.pk]) if image else ""
        yield LastDay(midnight_after(day) - TICK, str(image or token), path, _effect(lost.get((day, token), [])))


def _lost_to_readers(
    drafts: QuerySet[Draft], first: date, end: date, *, most: int
) -> dict[tuple[date, str], list[str]]:
    """The headlines of what shows a picture as its last day ends, by that day and the picture’s token. The midnight is
    a public moment of the edition that readers have by then.
    """
    moments = PublicMoment.objects.filter(moment__gte=midnight_after(first), moment__lt=midnight_after(end))
    rows = (
        PublishedImage.objects.filter(edition__in=moments.values("seq"), usable_until__gte=first, usable_until__lt=end)
        .filter(Exists(drafts.filter(briefing=OuterRef("edition__briefing"))))
        .select_related("edition__summary")
        .order_by("usable_until", "edition")[:most]
    )
    found = defaultdict(list)
    for row in rows:
        if not goes_on(row.edition, midnight_after(row.usable_until)):
            continue
        found[row.usable_until, row.token].append(row.edition.summary.headline)
    return dict(found)


def _effect(headlines: list[str]) -> str:
    if not headlines:
        return _("Nothing that readers have loses it. After that day no draft goes out with it.")
    others = len(set(headlines)) - 1
    if not others:
        return _("Readers then get “%(headline)s” without it.") % {"headline": headlines[0]}
    sentence = ngettext(
        "Readers then get “%(headline)s” and one more briefing without it.",
        "Readers then get “%(headline)s” and %(count)d more briefings without it.",
        others,
    )
    return sentence % {"headline": headlines[0], "count": others}
