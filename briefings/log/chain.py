"""The one chain over all log rows: each hash covers the row's own facts and the hash of the row before."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from briefings.content import BriefingContent, canonical_bytes
from briefings.content.canonical import canonical_json, sha256_hex
from briefings.content.fields import utc_iso
from briefings.models import CallOff, Edition, Erasure, LogHead, PublicRecord, StoredText, User
from briefings.models.log import LogRow

START = "0" * 64


def append(row: LogRow, *, by: User | None) -> LogHead:
    """Write `row` as the next link. The caller has taken all other locks, since the head is locked last.

    `live_until` is not hashed: it changes, and `verify_log` works it out from the rows that follow.
    """
    head = lock_head()
    link(row, head, by=by, recorded_at=timezone.now())
    row.save(force_insert=True)
    head.save(update_fields=["seq", "hash"])
    return head


def link(row: LogRow, head: LogHead, *, by: User | None, recorded_at: datetime) -> None:
    """Make `row` the next link after `head`, which then names it as the last. Saves neither."""
    row.seq = head.seq + 1
    row.recorded_at = recorded_at
    row.by = by
    row.row_hash = link_hash(row, previous=head.hash)
    head.seq, head.hash = row.seq, row.row_hash


def lock_head() -> LogHead:
    """Lock the head until the end of the transaction and return it; it is made on the log's first use."""
    heads = LogHead.objects.select_for_update()
    if head := heads.first():
        return head
    LogHead.objects.bulk_create([LogHead()], ignore_conflicts=True)
    return heads.get()


def keep_text(canonical: bytes, *, known: StoredText | None = None) -> StoredText:
    """The stored text with these bytes, made where there is none. Raises LookupError where it was erased by order.

    `known` is one that the caller has read under the lock of its briefing, so that it is not asked for where it is it.
    """
    digest = sha256_hex(canonical)
    text = known if known and known.pk == digest else StoredText.objects.filter(pk=digest).first()
    if text is None:
        text = StoredText(hash=digest, text=canonical.decode())
        # Somebody else may keep the same text in the same moment: then it stands there already.
        StoredText.objects.bulk_create([text], ignore_conflicts=True)
    if text.text is None:
        raise LookupError(text.hash)
    return text


def keep_content(content: BriefingContent, *, known: StoredText | None = None) -> StoredText:
    """The stored text of a briefing, as `keep_text` does it."""
    return keep_text(canonical_bytes(content), known=known)


def link_hash(row: LogRow, *, previous: str) -> str:
    """SHA-256 (64 hexadecimal digits) over the row's facts and the hash of the link before.

    The facts hold no key of this database, so that the log can be moved to another one.
    """
    kind, facts = _FACTS[type(row)]
    common = {
        "previous": previous,
        "seq": row.seq,
        "row": kind,
        "recorded_at": utc_iso(row.recorded_at),
        "by": _named(row.by),
    }
    return sha256_hex(canonical_json({**common, **facts(row)}).encode())


def _named(user: User | None) -> str | None:
    return str(user.uuid) if user else None


def _edition(row: Edition) -> dict[str, Any]:
    return {
        "briefing": str(row.briefing.uuid),
        "kind": row.kind,
        "live_from": utc_iso(row.live_from),
        "content": row.text_id,
        "approved_by": _named(row.approved_by),
        "version": row.revision.version if row.revision else None,
    }


def _public_record(row: PublicRecord) -> dict[str, Any]:
    return {
        "subject": f"{row.subject.kind}:{row.subject.uuid}",
        "live_from": utc_iso(row.live_from),
        "content": row.text_id,
    }


def _call_off(row: CallOff) -> dict[str, Any]:
    return {"edition": row.edition_id}


def _erasure(row: Erasure) -> dict[str, Any]:
    return {"content": row.text_id, "edition": row.edition_id, "reason": row.reason}


_FACTS: dict[type[LogRow], tuple[str, Callable[[Any], dict[str, Any]]]] = {
    Edition: ("edition", _edition),
    PublicRecord: ("public-record", _public_record),
    CallOff: ("call-off", _call_off),
    Erasure: ("erasure", _erasure),
}
