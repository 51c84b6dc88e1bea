"""Pasted drafts, where a text is erased by order: they lose the words too."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils.translation import ngettext

from briefings.content.richtext import plain_text
from briefings.importing import Unreadable, likeness
from briefings.importing.again import read_again
from briefings.importing.memory import LATELY
from briefings.models import Briefing, Original

_NOTHING = {"data": None, "name": "", "beginning": "", "sha256": "", "sketch": "", "decisions": "{}"}


def erase_until(briefing: Briefing, moment: datetime) -> int:
    """Erase the drafts pasted for the briefing until `moment`, and every copy of them. Returns how many.

    It remains on record that each was pasted, by whom and when. This process forgets its readings of them too.
    """
    pasted = briefing.originals.filter(data__isnull=False, at__lte=moment)
    same = [digest for digest in pasted.values_list("sha256", flat=True) if digest]
    originals = Original.objects.filter(Q(pk__in=list(pasted.values_list("pk", flat=True))) | Q(sha256__in=same))
    for data in originals.filter(data__isnull=False).values_list("data", flat=True):
        transaction.on_commit(partial(LATELY.forget, bytes(data)))
    return originals.update(**_NOTHING)


def remaining(briefing: Briefing, passages: Iterable[str]) -> list[str]:
    """A sentence where pasted drafts still hold passages of the erased text: those of the briefing, and those that have
    become a text of none.
    """
    lines = [line for passage in passages for line in plain_text(passage).splitlines()]
    sought = {words for line in lines if (words := likeness.words_of(line))}
    kept = Original.objects.filter(Q(briefing=briefing) | Q(revision=None), data__isnull=False)
    count = sum(_holds(original, sought) for original in kept.iterator(chunk_size=20))
    sentence = ngettext(
        "One pasted draft still holds passages of the erased text.",
        "%(count)s pasted drafts still hold passages of the erased text.",
        count,
    )
    return [sentence % {"count": count}] if count else []


def _holds(original: Original, sought: set[likeness.Words]) -> bool:
    try:
        reading = read_again(bytes(original.data), name=original.name, format=original.format)
    except Unreadable:
        return False
    return any(likeness.words_of(line.text) in sought for line in reading.lines)
