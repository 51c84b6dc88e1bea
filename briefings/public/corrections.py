"""The list of corrections and of briefings that ended: newest first, a page at a time."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from briefings.content import Correction
from briefings.content.fields import utc_iso
from briefings.models import Edition, PublishedSummary
from briefings.outputs.facts import CorrectionEntry
from briefings.public import addresses, editions, keyset

ON_A_PAGE = 50


class Row(NamedTuple):
    """The columns of a correction or an end, with today's slug and kind of its briefing."""

    briefing_uuid: UUID
    kind: str
    slug: str | None
    headline: str
    note: str
    language: str
    live_from: datetime
    is_closed: bool
    today: str | None
    today_kind: str


def corrections(
    at: datetime, *, place: keyset.Place = keyset.FIRST_PAGE
) -> tuple[tuple[CorrectionEntry, ...], keyset.Cut]:
    """The corrections at `place`, and where there are more. A query, at most three on a further page, and one for what
    was corrected.

    A correction leaves the list with the text that it corrected. The entry of a briefing that was withdrawn or removed
    stays, and loses its words once the briefing ended again. One that was removed is listed without its address, which
    was made from the headline.
    """
    ended = editions.ended_since(at, briefing="briefing")
    live = PublishedSummary.objects.live(at).filter(briefing=OuterRef("briefing"))
    is_gone = Q(kind__in=(Edition.Kind.WITHDRAWN, Edition.Kind.REMOVED))
    put_right = PublishedSummary.objects.gone_live(at).filter(put_right=True).annotate(is_closed=Exists(ended))
    shown = put_right.filter(is_gone | Q(is_closed=False))
    rows = shown.annotate(today=live.values("slug")[:1], today_kind=live.values("kind")[:1])
    cut = keyset.cut([rows], place, order=keyset.BEGUN, size=ON_A_PAGE, columns=Row._fields)
    made = editions.corrections_of(cut.rows)
    return tuple(_entry(Row(*key.values), made.get(key.row)) for key in cut.keys), cut


def _entry(row: Row, made: Correction | None) -> CorrectionEntry:
    path = "" if row.today_kind == Edition.Kind.REMOVED else addresses.briefing(row.today or row.slug or "")
    return CorrectionEntry(
        id=f"urn:uuid:{uuid5(row.briefing_uuid, made.key if made else _end(row))}",
        kind=row.kind,
        headline="" if row.is_closed else row.headline,
        path=f"{path}#{made.key}" if made and path else path,
        moment=timezone.localtime(row.live_from),
        correction=made,
        note="" if row.is_closed else row.note,
        language=row.language,
    )


def _end(row: Row) -> str:
    """A name for the end of a briefing that is the same in every database that holds this log."""
    return f"{row.kind} {utc_iso(row.live_from)}"
