"""Verifying the log: every link, every text, every interval, the head, the guards."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from typing import Any

from django.db import connection, models, transaction

from briefings.content.canonical import sha256_hex
from briefings.log import guards
from briefings.log.chain import START, link_hash
from briefings.models import AuditEntry, CallOff, Edition, Erasure, LogHead, PublicRecord, Revision, StoredText
from briefings.models.log import LogRow

# What each kind of row needs loaded for its facts.
_RELATED = {
    Edition: ("by", "approved_by", "briefing", "revision"),
    PublicRecord: ("by", "subject"),
    CallOff: ("by",),
    Erasure: ("by",),
}


@dataclass
class Verdict:
    """The result of `verify_log`: number of rows, hash of the last link, sentences on problems and on erasures."""

    rows: int = 0
    last_hash: str = START
    problems: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)


@transaction.atomic
def verify_log(*, expect: str | None = None) -> Verdict:
    """Recompute the chain from its start.

    `expect` is the hash of a link that was noted earlier, in a backup for instance. Where it is missing from the chain,
    the tail was cut or rewritten.
    """
    verdict = Verdict()
    hashes = _walk(verdict)
    head = LogHead.objects.first() or LogHead()
    if (head.seq, head.hash) != (len(hashes), verdict.last_hash):
        verdict.problems.append(
            f"The head says that the log ends with row {head.seq}; the rows that are there end with {len(hashes)}, or "
            "with another hash."
        )
    if expect and expect not in hashes:
        verdict.problems.append(f"The expected link {expect} is not in the log: its tail was cut, or it was rewritten.")
    for entry in AuditEntry.objects.exclude(head_hash="").iterator():
        if entry.head_hash != START and entry.head_hash not in hashes:
            verdict.problems.append(
                f"The audit log noted row {entry.head_seq} on {entry.at:%Y-%m-%d %H:%M} ({entry.action}); it is not in "
                "the log: the tail was cut, or it was rewritten."
            )
    verdict.problems += _intervals()
    _texts(verdict)
    verdict.problems += [
        f"The guard {name} is missing. Run `migrate --skip-checks`." for name in guards.missing(connection)
    ]
    return verdict


def _walk(verdict: Verdict) -> set[str]:
    hashes: set[str] = set()
    expected = 1
    for row in _rows():
        name = f"Row {row.seq} ({row._meta.verbose_name})"
        if row.seq != expected:
            verdict.problems.append(f"Rows {expected} to {row.seq - 1} are missing.")
        if link_hash(row, previous=verdict.last_hash) != row.row_hash:
            verdict.problems.append(f"{name} was tampered with, or the row before it.")
        verdict.last_hash = row.row_hash
        hashes.add(row.row_hash)
        expected = row.seq + 1
        verdict.rows += 1
    return hashes


def _rows() -> Iterator[LogRow]:
    streams: list[Iterable[Any]] = [
        model.objects.select_related(*related).order_by("seq") for model, related in _RELATED.items()
    ]
    return merge(*(stream.iterator() for stream in streams), key=lambda row: row.seq)


def _intervals() -> Iterator[str]:
    """Problems of `live_until`, which has to follow from the next row and from call-offs."""
    called_off = set(CallOff.objects.values_list("edition", flat=True))
    for model, owner in ((Edition, "briefing_id"), (PublicRecord, "subject_id")):
        by_owner: dict[int, list[Any]] = defaultdict(list)
        for row in model.objects.order_by("live_from").iterator():
            if model is Edition and row.seq in called_off:
                if row.live_until != row.live_from:
                    yield f"Row {row.seq} was called off, but its interval is not empty."
            else:
                by_owner[getattr(row, owner)].append(row)
        for rows in by_owner.values():
            for row, after in zip(rows, [*rows[1:], None], strict=True):
                if row.live_until != (after.live_from if after else None):
                    yield f"Row {row.seq} ends at another time than its successor begins: tampered with."


def _texts(verdict: Verdict) -> None:
    verdict.problems += _missing_texts()
    reasons = dict(Erasure.objects.values_list("text", "reason"))
    editions = dict(Edition.objects.values_list("text", "seq"))
    deleted = set(_texts_of_deleted_drafts())
    for text in StoredText.objects.iterator():
        name = f"The text {text.hash[:12]}" + (f" of row {editions[text.hash]}" if text.hash in editions else "")
        if text.text is not None:
            if sha256_hex(text.text.encode()) != text.hash:
                verdict.problems.append(f"{name} was tampered with.")
        elif text.hash in reasons:
            verdict.erased.append(f"{name} was erased by order: {reasons[text.hash]}")
        elif text.hash in editions or text.hash not in deleted:
            verdict.problems.append(f"{name} is gone without an order: tampered with.")


def _texts_of_deleted_drafts() -> models.QuerySet:
    """The texts of drafts that readers never had, and that the record says were deleted from the trash."""
    entries = AuditEntry.objects.filter(action=AuditEntry.Action.DELETED).exclude(briefing=None)
    return Revision.objects.filter(briefing__in=entries.values("briefing")).values_list("text", flat=True)


def _missing_texts() -> Iterator[str]:
    stored = StoredText.objects.values("hash")
    for model in (Edition, PublicRecord, Revision, Erasure):
        for row in model.objects.exclude(text__in=stored).values_list("pk", "text_id"):
            yield f"The text {row[1][:12]} of {model._meta.verbose_name} {row[0]} is gone, row and all: tampered with."
