"""Intake of a draft: its bytes are kept as they came."""

from hashlib import sha256
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.importing import Decisions, Reading, Unreadable, likeness
from briefings.importing.reading import MOST_BYTES
from briefings.importing.transfer_decisions import transfer
from briefings.models import Briefing, Original, User
from briefings.originals.earlier_drafts import known_drafts_like, latest_of
from briefings.originals.turns import turn
from briefings.originals.understanding import reading_of, reading_of_bytes
from briefings.workflow import Refused

_BEGINNING = 70
"""The most characters of the first line in lists and in the review’s title, cut after a word."""


def keep(
    data: bytes, *, by: User, uuid: UUID, name: str = "", format: str = "", briefing: Briefing | None = None
) -> Original:
    """Keep the file called `name`, or the text pasted in that `format`; the same form sent twice is kept once.

    `uuid` is the form's. `briefing` is the one that this is a newer draft of. Raises Refused, Busy, and Unreadable
    where the bytes are no draft; then nothing is kept.
    """
    if not policy.may(by, "create") or (briefing and not policy.may(by, "write", briefing)):
        raise Refused(_("You may not paste drafts. Ask an editor."))
    # The id may be somebody else's, or that of another draft sent with the same form: then this one gets another.
    for candidate in (uuid, uuid5(uuid, f"{by.pk}:{sha256(data).hexdigest()}")):
        uuid, existing = candidate, Original.objects.filter(uuid=candidate).first()
        if existing is None:
            break
        if existing.by_id == by.pk and (existing.name, existing.data and bytes(existing.data)) == (name, data):
            return existing
    else:
        uuid = uuid4()
    if not name and len(data) > MOST_BYTES:
        raise Unreadable(_("This is more than 5 MB, too much for one draft. Make several briefings of it."))
    with turn():
        original = _read(data, by=by, uuid=uuid, name=name, format=format, briefing=briefing)
    return _on_file(original)


def _read(data: bytes, *, by: User, uuid: UUID, name: str, format: str, briefing: Briefing | None) -> Original:
    """The original, not saved yet."""
    reading = reading_of_bytes(data, name=name, format=format)
    words = [likeness.words_of(line.text) for line in reading.lines]
    if not any(words):
        raise Unreadable(_("There are no words in it. Paste the draft, or choose its file."))
    original = Original(
        uuid=uuid,
        data=data,
        name=name,
        beginning=_cut(next(line.text for line, line_words in zip(reading.lines, words, strict=True) if line_words)),
        format=reading.format,
        sha256=likeness.fingerprint(words),
        sketch=likeness.sketch(words),
        by=by,
        briefing=briefing,
    )
    original.decisions = _decided_before(original, reading).model_dump_json()
    return original


def _cut(text: str) -> str:
    """`text`, or its first words and an ellipsis."""
    if len(text) <= _BEGINNING:
        return text
    whole = text[: _BEGINNING + 1].rpartition(" ")[0] or text[:_BEGINNING]
    return f"{whole.rstrip(' ,;:–—-')} …"


def _decided_before(original: Original, reading: Reading) -> Decisions:
    """The decisions about the earlier draft, as far as they apply to this one, so that nobody has to repeat them."""
    if original.briefing:
        before = latest_of(original.briefing)
    else:
        like = known_drafts_like(original, reading, writer=original.by)
        before = like[0].original if like else None
    if before is None or before.is_erased:
        return Decisions()
    return transfer(Decisions.model_validate_json(before.decisions), reading_of(before), reading)


def _on_file(original: Original) -> Original:
    try:
        with transaction.atomic():
            original.save(force_insert=True)
            enter("pasted", by=original.by, briefing=original.briefing, about=f"original:{original.uuid}")
    except IntegrityError:  # the same form came in the same moment
        return Original.objects.get(uuid=original.uuid, by=original.by)
    return original
