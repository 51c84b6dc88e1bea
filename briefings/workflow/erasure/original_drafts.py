"""Drafts as they came from other tools, where a text is erased by order: the words go from them as well."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Q

from briefings.content.richtext import plain_text
from briefings.importing import Unreadable, likeness
from briefings.importing.again import read_again
from briefings.importing.memory import LATELY
from briefings.models import Briefing, Original

_NOTHING = {"data": None, "name": "", "beginning": "", "sha256": "", "sketch": "", "decisions": "{}"}


def erase_until(briefing: Briefing, moment: datetime) -> int:
    """Erase what was pasted for the briefing until that moment, and whatever else holds the very same words; how many.

    That it was pasted, by whom and when, remains. What this process remembers of them goes as well.
    """
    pasted = briefing.originals.filter(data__isnull=False, at__lte=moment)
    same = [digest for digest in pasted.values_list("sha256", flat=True) if digest]
    found = Original.objects.filter(Q(pk__in=list(pasted.values_list("pk", flat=True))) | Q(sha256__in=same))
    for data in found.filter(data__isnull=False).values_list("data", flat=True):
        transaction.on_commit(partial(LATELY.forget, bytes(data)))
    return found.update(**_NOTHING)


def remaining(briefing: Briefing, passages: Iterable[str]) -> list[str]:
    """A sentence, where pasted drafts that were kept still hold passages of the erased text.

    Looked at are those of the briefing, and those that have not become a text of any.
    """
    lines = [line for passage in passages for line in plain_text(passage).splitlines()]
    sought = {words for line in lines if (words := likeness.words_of(line))}
    kept = Original.objects.filter(Q(briefing=briefing) | Q(revision=None), data__isnull=False)
    count = sum(_holds(original, sought) for original in kept.iterator(chunk_size=20))
    return [f"{count} pasted drafts still hold passages of the erased text."] if count else []


def _holds(original: Original, sought: set[likeness.Words]) -> bool:
    try:
        reading = read_again(bytes(original.data), name=original.name, format=original.format)
    except Unreadable:
        return False
    return any(likeness.words_of(line.text) in sought for line in reading.lines)
