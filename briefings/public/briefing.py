"""One briefing at its address: the live edition, an edition as published, or where the briefing has moved to."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from briefings.content import from_canonical
from briefings.gate import NOTICES
from briefings.models import Edition, PublishedSummary, StoredText
from briefings.outputs.facts import BriefingFacts
from briefings.public import addresses, editions


@dataclass(frozen=True)
class Found:
    """A briefing by one of its slugs: its editions that have gone live, oldest first, without their texts.

    `moved_to` is today's slug where the one asked for is a former one, or another briefing's that this one was merged
    into.
    """

    history: list[editions.Row]
    moved_to: str | None
    is_merged: bool = False

    @property
    def live(self) -> editions.Row:
        """What readers get: each edition ends where the next begins, so the last that has gone live is live."""
        return self.history[-1]


def find(slug: str, at: datetime) -> Found | None:
    """What stands at `slug` at `at`; None where nothing that has gone live ever stood there. One query."""
    history = editions.at_slug(slug, at)
    if not history:
        return None
    live = history[-1]
    if live.kind == Edition.Kind.MERGED:
        target = _merged_to(live, at)
        return Found(history=history, moved_to=target, is_merged=True) if target else None
    return Found(history=history, moved_to=None if live.slug == slug else live.slug)


def _merged_to(row: editions.Row, at: datetime) -> str | None:
    """Today's slug of the briefing in which a chain of merged ones ends. One query for each."""
    target, seen = row.merged_into_id, {row.briefing_id}
    while target not in seen:
        seen.add(target)
        live = PublishedSummary.objects.live(at).select_related("edition").filter(briefing=target).first()
        if live is None:
            return None
        if live.edition.kind != Edition.Kind.MERGED:
            return live.slug
        target = live.merged_into_id
    return None


def briefing(found: Found) -> BriefingFacts:
    """The facts of the live edition. One query."""
    return _facts(found, number=len(found.history))


def as_published(found: Found, number: int) -> BriefingFacts | None:
    """The facts of the edition with the public `number`, as it was published; None where nobody may read it.

    One query, none where there is nothing to read.
    """
    if not 1 <= number <= len(found.history) or not editions.readable(found.history)[number - 1]:
        return None
    path = addresses.edition(found.live.slug or "", number)
    return replace(_facts(found, number=number), as_published=True, path=path)


def _facts(found: Found, *, number: int) -> BriefingFacts:
    row = found.history[number - 1]
    text = StoredText.objects.get(editions=row.edition_id).text or ""
    path = addresses.briefing(found.live.slug or "")
    return BriefingFacts(
        content=from_canonical(text),
        url=addresses.absolute(path),
        path=path,
        live_path=path,
        number=number,
        first_published=timezone.localtime(row.first_published),
        updated=timezone.localtime(row.updated),
        editions=editions.facts(found.history),
        gone=row.kind if row.kind in NOTICES else "",
        notice=row.note if row.kind in NOTICES else "",
    )
