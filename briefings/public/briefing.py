"""One briefing at its address: the live edition, an edition as published, or where the briefing has moved to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from briefings.content import BriefingContent, from_canonical
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


@dataclass(frozen=True)
class TwoEditions:
    """Two editions of a briefing: the facts of the later one, and what both say."""

    facts: BriefingFacts
    was: BriefingContent

    @property
    def is_now(self) -> BriefingContent:
        return self.facts.content


def may_be_compared(match: SlugMatch, *numbers: int) -> bool:
    """Whether readers may compare the editions with these public numbers: each of them may be read, and is a text."""
    comparing = editions.comparable(match.history)
    return all(1 <= number <= len(comparing) and comparing[number - 1] for number in numbers)


def two_editions(match: SlugMatch, before: int, after: int) -> TwoEditions:
    """The editions with these public numbers. One query."""
    texts = _texts(match, [before, after])
    path = addresses.changes(match.live.slug or "", before, after)
    facts = _facts(match, number=after, text=texts[after])
    return TwoEditions(replace(facts, as_published=True, path=path), from_canonical(texts[before].text or ""))


def recent_texts(match: SlugMatch, *, most: int) -> dict[int, BriefingContent]:
    """The texts of the newest editions that readers may compare, by public number. One query."""
    comparing = editions.comparable(match.history)
    numbers = [number for number, may_be in enumerate(comparing, start=1) if may_be][-most:]
    return {number: from_canonical(text.text or "") for number, text in _texts(match, numbers).items()}


def _texts(match: SlugMatch, numbers: Iterable[int]) -> dict[int, StoredText]:
    of_edition = {match.history[number - 1].edition_id: number for number in numbers}
    rows = Edition.objects.filter(pk__in=of_edition).select_related("text")
    return {of_edition[edition.pk]: edition.text for edition in rows}


def _facts(match: SlugMatch, *, number: int, text: StoredText | None = None) -> BriefingFacts:
    row = match.history[number - 1]
    text = text or StoredText.objects.get(editions=row.edition_id)
    path = addresses.briefing(match.live.slug or "")
    return BriefingFacts(
        content=from_canonical(text.text or ""),
        url=addresses.absolute(path),
        path=path,
        live_path=path,
        number=number,
        first_published=timezone.localtime(row.first_published),
        updated=timezone.localtime(row.updated),
        editions=editions.facts(match.history),
        text_hash=text.pk,
        gone=row.kind if row.kind in NOTICES else "",
        notice=row.note if row.kind in NOTICES else "",
    )
