"""Work of one's own in a draft that nobody else has approved.

Of every version since the last approval that stands, whoever saved it wrote it, and whoever pasted the draft that it
was made from. Words that were there before and come back are of whoever brought them in first, unless they once stood
in a text whose approval stands. It matters not who brings them back, nor whether by restoring, by copying a briefing or
by hand. An approval stands until what it approved is sent back.

Whoever corrects a text in review and hands it on stands by all that others wrote in it. So to everybody else it is an
approval of their words, and to them none of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Max, Q

from briefings.content import from_canonical
from briefings.content.wordings import wordings
from briefings.models import AuditEntry, Briefing, Draft, Revision, User

_APPROVED = (AuditEntry.Action.APPROVED, AuditEntry.Action.CORRECTED, AuditEntry.Action.HANDED_ON)
_BEGUN = ("copied", "continued")
GENERATIONS = 10
"""So many briefings back are looked at, of a story in which each day continues the day before."""
_VERSION = re.compile(r"(?:version \d+ corrected to )?version (\d+)", re.ASCII)


@dataclass(frozen=True)
class OwnWork:
    """A save of which words stand in a draft and are not approved, and the version of the draft that has them first."""

    revision: Revision
    since: int
    came_back: bool = False
    """Whether they are of before the last approval, or of the briefing that the draft was begun with."""


def own_work(draft: Draft, *, of: User) -> OwnWork | None:
    """The last work of `of` in the draft that nobody has approved, so that they may not approve it either."""
    return max(all_own_work(draft, of=of), key=lambda work: work.since, default=None)


def all_own_work(draft: Draft, *, of: User) -> list[OwnWork]:
    """All work of `of` in the draft that nobody has approved."""
    here = draft.briefing_id
    approved = {briefing: _approved_versions(briefing, of=of) for briefing in (here, *_begun_from(here))}
    last = max(approved[here], default=0)
    theirs = Revision.objects.filter(Q(by=of) | Q(originals__by=of), briefing__in=approved)
    saves = list(theirs.select_related("briefing__draft").distinct())
    work = [OwnWork(save, save.version) for save in saves if save.briefing_id == here and save.version > last]
    earlier = [save for save in saves if save.briefing_id != here or save.version <= last]
    return [*work, *_come_back(earlier, here, approved)] if earlier else work


def version_of(step: AuditEntry) -> int:
    """The version that a step of a review was about; of an approval with corrections, that which was approved. A record
    of before notes were kept apart has the note in place of it: then it was the newest of that moment.
    """
    if found := _VERSION.fullmatch(step.detail):
        return int(found[1])
    saved = Revision.objects.filter(briefing=step.briefing_id, saved_at__lte=step.at)
    return saved.aggregate(newest=Max("version"))["newest"] or 0


def _come_back(earlier: list[Revision], here: int, approved: dict[int, set[int]]) -> Iterator[OwnWork]:
    """The `earlier` saves that brought in words which versions since the last approval have and no approved one has.

    `here` is the draft's briefing, and `approved` has the versions whose approval stands, by briefing.
    """
    last = max(approved[here], default=0)
    wanted = Q(briefing=here, version__gt=last)
    for briefing, versions in approved.items():
        both = {save.version - back for save in earlier if save.briefing_id == briefing for back in (0, 1)}
        wanted |= Q(briefing=briefing, version__in=both | versions)
    rows = Revision.objects.filter(wanted, text__text__isnull=False).values_list("briefing", "version", "text__text")
    lines = {(briefing, version): wordings(from_canonical(text)) for briefing, version, text in rows}
    known = {line for (briefing, version), of_it in lines.items() if version in approved[briefing] for line in of_it}
    since: dict[str, int] = {}
    for briefing, version in sorted(lines, reverse=True):
        if briefing == here and version > last:
            since |= dict.fromkeys(lines[briefing, version] - known, version)
    for save in earlier:
        one = (save.briefing_id, save.version)
        brought = lines.get(one, frozenset()) - lines.get((one[0], one[1] - 1), frozenset())
        if back := [since[line] for line in brought if line in since]:
            yield OwnWork(save, min(back), came_back=True)


def _approved_versions(briefing: int, *, of: User) -> set[int]:
    """The versions of a briefing (its key) in which somebody approved the words of `of`, and whose approval stands."""
    steps = AuditEntry.objects.filter(briefing=briefing, action__in=(*_APPROVED, AuditEntry.Action.CHANGES_REQUESTED))
    approved: set[int] = set()
    for step in steps.exclude(action=AuditEntry.Action.HANDED_ON, by=of).order_by("at", "id"):
        (approved.add if step.action in _APPROVED else approved.discard)(version_of(step))
    return approved


def _begun_from(briefing: int) -> Iterator[int]:
    """The briefings (their keys) that one was copied from or continues, and that those were: the nearest first."""
    for _generation in range(GENERATIONS):
        saves = AuditEntry.objects.filter(briefing=briefing, action=AuditEntry.Action.SAVED).order_by("at", "id")
        begun, _from, uuid = (saves.values_list("detail", flat=True).first() or "").partition(" from ")
        found = Briefing.objects.filter(uuid=uuid).first() if begun in _BEGUN else None
        if found is None:
            return
        yield (briefing := found.pk)
