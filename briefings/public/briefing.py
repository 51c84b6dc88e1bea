"""One briefing at its address: the live edition, an edition as published, or where the briefing has moved to."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from briefings.content import from_canonical
from briefings.gate import NOTICES
from briefings.models import Edition, StoredText
from briefings.outputs.facts import BriefingFacts
from briefings.public import addresses, editions, merges


@dataclass(frozen=True)
class SlugMatch:
    """The briefing that a slug leads to: its editions that have gone live, oldest first, without their texts.

    `moved_to` is set where the slug is a former one, to today's slug, and where the briefing was merged into another
    (`is_merged`), to the slug of that one.
    """

    history: list[editions.Row]
    moved_to: str | None
    is_merged: bool = False

    @property
    def live(self) -> editions.Row:
        """The live edition: each ends where the next begins, so it is the last that has gone live."""
        return self.history[-1]


def find(slug: str, at: datetime) -> SlugMatch | None:
    """The briefing at `slug` at the moment `at`; None where none that has gone live ever had that slug. One query."""
    history = editions.at_slug(slug, at)
    if not history:
        return None
    live = history[-1]
    if live.kind == Edition.Kind.MERGED:
        end = merges.ends({live.briefing_id: live.merged_into_id}, at).get(live.briefing_id)
        return SlugMatch(history=history, moved_to=end.slug, is_merged=True) if end and end.slug else None
    return SlugMatch(history=history, moved_to=None if live.slug == slug else live.slug)


def briefing(match: SlugMatch) -> BriefingFacts:
    """The facts of the live edition. One query."""
    return _facts(match, number=len(match.history))


def may_be_read(match: SlugMatch, number: int) -> bool:
    """Whether readers may have the edition with the public `number` as it was published."""
    return 1 <= number <= len(match.history) and editions.readable(match.history)[number - 1]


def as_published(match: SlugMatch, number: int) -> BriefingFacts:
    """The facts of the edition with the public `number`, as it was published. One query."""
    path = addresses.edition(match.live.slug or "", number)
    return replace(_facts(match, number=number), as_published=True, path=path)


def _facts(match: SlugMatch, *, number: int) -> BriefingFacts:
    row = match.history[number - 1]
    text = StoredText.objects.get(editions=row.edition_id).text or ""
    path = addresses.briefing(match.live.slug or "")
    return BriefingFacts(
        content=from_canonical(text),
        url=addresses.absolute(path),
        path=path,
        live_path=path,
        number=number,
        first_published=timezone.localtime(row.first_published),
        updated=timezone.localtime(row.updated),
        editions=editions.facts(match.history),
        gone=row.kind if row.kind in NOTICES else "",
        notice=row.note if row.kind in NOTICES else "",
    )
