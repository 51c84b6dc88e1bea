"""Stories: live and listed briefings of which each follows another, at a moment.

A story is told at the address of its first briefing. What is gone is no step: whatever follows it begins a story.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from briefings.gate import SummaryQuerySet
from briefings.models import PublishedSummary
from briefings.outputs.stories import Story, StoryBriefing, StoryMoment, first_sentence
from briefings.public import addresses, editions
from briefings.public.briefing import SlugMatch
from briefings.public.open_questions import open_in

MOST_STEPS = 30
"""From one briefing to the next, in either direction."""
MOST_BRIEFINGS = 60
MOST_QUESTIONS = 50
MOST_MOMENTS = 200


class Member(NamedTuple):
    """A briefing of a story, by its live edition."""

    edition_id: int
    briefing_id: int
    briefing_uuid: UUID
    follows: UUID | None
    slug: str
    headline: str
    lede: str
    language: str
    first_published: datetime

    @property
    def path(self) -> str:
        return addresses.briefing(self.slug)

    @property
    def age(self) -> tuple[datetime, UUID]:
        """What puts briefings in order, the first one first."""
        return self.first_published, self.briefing_uuid


class Thread(NamedTuple):
    """The briefings of a story, oldest first, and whether there are more."""

    members: list[Member]
    is_cut: bool

    @property
    def first(self) -> Member:
        return self.members[0]


def thread(match: SlugMatch, at: datetime) -> Thread | None:
    """The story of the briefing; of one that is gone that of whatever followed it first. None where there is none.

    A query for each step towards the first briefing, and one for each step from there to the last.
    """
    uuid = match.live.briefing_uuid
    first = _first(uuid, at) or _earliest(_followers([uuid], at))
    if first is None:
        return None
    found = {first.briefing_uuid: first}
    level, steps = [first.briefing_uuid], 0
    while level and steps < MOST_STEPS and len(found) <= MOST_BRIEFINGS:
        further = [one for one in _followers(level, at) if one.briefing_uuid not in found]
        found |= {one.briefing_uuid: one for one in further}
        level, steps = [one.briefing_uuid for one in further], steps + 1
    if len(found) == 1:
        return None
    # It begins with the one whose address it has, whatever dates others brought along.
    others = sorted((one for one in found.values() if one is not first), key=lambda one: one.age)
    members = [first, *others]
    return Thread(members[:MOST_BRIEFINGS], is_cut=bool(level) or len(members) > MOST_BRIEFINGS)


def story(those: Thread, at: datetime) -> Story:
    """What the story tells. Three queries, one more where something was corrected, one more where it was erased."""
    return Story(
        path=addresses.story(those.first.slug),
        briefings=tuple(_briefing(member) for member in those.members),
        questions=open_in({one.edition_id: one for one in those.members}, at, most=MOST_QUESTIONS),
        moments=tuple(_moments(those.members, at)[-MOST_MOMENTS:]),
        is_cut=those.is_cut,
    )


def _rows(at: datetime) -> SummaryQuerySet:
    return PublishedSummary.objects.live(at).listed()


def _first(uuid: UUID, at: datetime) -> Member | None:
    """The briefing at which the way back ends; of a circle the oldest in it. None where `uuid` is not listed itself."""
    passed: dict[UUID, Member] = {}
    step: UUID | None = uuid
    while step and step not in passed and len(passed) <= MOST_STEPS:
        found = _members(_rows(at).filter(briefing_uuid=step))
        if not found:
            break
        passed[step] = found[0]
        step = found[0].follows
    way = list(passed.values())
    if step in passed:
        return _earliest(way[list(passed).index(step) :])
    return way[-1] if way else None


def _followers(uuids: Iterable[UUID], at: datetime) -> list[Member]:
    """Those that follow one of these, the first one first, as many as a story has room for and one more."""
    rows = _rows(at).filter(follows__in=uuids).order_by("first_published", "briefing_uuid")
    return _members(rows[: MOST_BRIEFINGS + 1])


def _members(rows: SummaryQuerySet) -> list[Member]:
    return [Member(*values) for values in rows.values_list(*Member._fields)]


def _earliest(members: Iterable[Member]) -> Member | None:
    return min(members, key=lambda one: one.age, default=None)


def _briefing(member: Member) -> StoryBriefing:
    return StoryBriefing(
        headline=member.headline,
        path=member.path,
        sentence=first_sentence(member.lede),
        language=member.language,
        published=timezone.localtime(member.first_published),
    )


def _moments(members: list[Member], at: datetime) -> list[StoryMoment]:
    """Each publication, and each change that readers were told of."""
    histories = editions.of([member.briefing_id for member in members], at)
    moments = []
    for member in members:
        around = {"headline": member.headline, "language": member.language}
        published = timezone.localtime(member.first_published)
        moments.append(StoryMoment(moment=published, path=member.path, **around))
        moments += [
            StoryMoment(
                moment=edition.live_from,
                path=addresses.changes(member.slug, edition.before, edition.number) if edition.before else member.path,
                edition=edition,
                **around,
            )
            for edition in editions.facts(histories[member.briefing_id])
            if edition.number > 1 and (edition.note or edition.correction)
        ]
    return sorted(moments, key=lambda one: one.moment)
