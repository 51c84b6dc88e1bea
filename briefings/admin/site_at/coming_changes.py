"""What changes by itself at the next moments: what goes live, what ends, and what is seen no more."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from briefings.admin.site_at.moments import address
from briefings.content.public_values import record_from
from briefings.desk_words import exact_moment
from briefings.gate import NOTICES
from briefings.models import Edition, PublicMoment, PublicRecord, PublishedSummary, Subject
from briefings.public import addresses, moments

MOST = 200
"""So many things are looked at for all moments together."""


@dataclass(frozen=True)
class Change:
    """Something that changes: `what` in a few words, and of which thing, with where the view has it by then."""

    what: str
    name: str = ""
    path: str = ""
    language: str = ""


@dataclass(frozen=True)
class Moment:
    """A moment, in both clocks, where the view has the page at it, and all that changes then, as far as is known."""

    words: str
    path: str
    changes: list[Change]


def ahead(at: datetime, path: str, *, most: int) -> list[Moment]:
    """The next moments at which anything changes by itself. Three queries, and three more where places end."""
    times = moments.changes_ahead(at, most=most)
    rows = PublicMoment.objects.filter(moment__in=times).order_by("moment", "seq")
    pairs = list(rows.values_list("seq", "moment")[:MOST])
    editions = Edition.objects.filter(pk__in={seq for seq, _moment in pairs}).select_related("summary").in_bulk()
    changes = defaultdict(list)
    for seq, moment in pairs:
        if seq in editions:
            changes[moment].append(_of_edition(editions[seq], moment))
    for moment, ending in _places({seq for seq, _moment in pairs} - editions.keys()):
        changes[moment].append(ending)
    return [Moment(exact_moment(one), address(one, path), changes[one]) for one in times]


def _of_edition(edition: Edition, at: datetime) -> Change:
    summary = edition.summary
    is_notice, is_first = edition.kind in NOTICES, edition.kind == Edition.Kind.FIRST
    path = address(at, addresses.briefing(summary.slug)) if summary.slug else ""
    kind = {"kind": edition.get_kind_display()}
    by_moment = {edition.live_from + moments.NOTICE_STAYS: _("Its notice leaves the feeds")} if is_notice else {}
    by_moment[edition.live_from] = _("Goes live") if is_first else _("Goes live: %(kind)s") % kind
    what = by_moment.get(at, _("Loses a picture, whose last day is over"))
    return Change(what, summary.headline or _("(erased by order)"), path, summary.language)


def _places(seqs: set[int]) -> Iterator[tuple[datetime, Change]]:
    """What ends on the front page by the records among `seqs`. Whatever else is on record changes by an act alone."""
    front = PublicRecord.objects.filter(pk__in=seqs, subject__kind=Subject.Kind.FRONT).select_related("text")
    texts = [row.text.text for row in front if row.text.text] if seqs else []
    places = [place for text in texts for place in record_from(Subject.Kind.FRONT, text).places if place.until]
    if not places:
        return
    rows = PublishedSummary.objects.filter(briefing_uuid__in={place.briefing for place in places})
    names = {str(row.briefing_uuid): row for row in (*rows.scheduled().listed(), *rows.live().listed())}
    for place in places:
        if row := names.get(place.briefing):
            what = _("Place on the front page ends")
            yield datetime.fromisoformat(place.until), Change(what, row.headline, language=row.language)
