"""The list of corrections and of briefings that ended: newest first, a page at a time."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from briefings.content import Correction
from briefings.content.fields import utc_iso
from briefings.models import Edition, PublishedSummary
from briefings.outputs.facts import CorrectionEntry
from briefings.public import addresses, editions, keyset

ON_A_PAGE = 50
_COLUMNS = ("kind", "slug", "headline", "note", "language", "is_closed", "today", "today_kind")


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
    cut = keyset.cut([rows], place, order=keyset.BEGUN, size=ON_A_PAGE, columns=_COLUMNS)
    made = editions.corrections_of(cut.rows)
    return tuple(_entry(**key.values, made=made.get(key.row)) for key in cut.keys), cut


def _entry(
    *,
    kind: str,
    slug: str | None,
    headline: str,
    note: str,
    language: str,
    is_closed: bool,
    today: str | None,
    today_kind: str,
    live_from: datetime,
    briefing_uuid: UUID,
    made: Correction | None,
) -> CorrectionEntry:
    path = "" if today_kind == Edition.Kind.REMOVED else addresses.briefing(today or slug or "")
    end = f"{kind} {utc_iso(live_from)}"  # the same in every database that holds this log
    return CorrectionEntry(
        id=f"urn:uuid:{uuid5(briefing_uuid, made.key if made else end)}",
        kind=kind,
        headline="" if is_closed else headline,
        path=f"{path}#{made.key}" if made and path else path,
        moment=timezone.localtime(live_from),
        correction=made,
        note="" if is_closed else note,
        language=language,
    )
