"""Stories: live and listed briefings of which each follows another, at a moment.

A story is told at the address of its first briefing. Nothing of what is gone is told, and no way leads on past it; but
what followed it stays one story. In the place of what was merged stands the briefing that it was merged into.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from briefings.models import PublishedSummary
from briefings.outputs.stories import Story, StoryBriefing, StoryMoment, first_sentence
from briefings.public import addresses, editions, keyset
from briefings.public.briefing import SlugMatch
from briefings.public.open_questions import open_in

MOST_STEPS = 30
"""From one briefing to the next, in either direction."""
MOST_BRIEFINGS = 60
MOST_QUESTIONS = 50
MOST_MOMENTS = 200


class Member(NamedTuple):
    """A briefing on the way, by its live edition; `listed` ones are told of, the others are gone."""

    edition_id: int
    briefing_id: int
    briefing_uuid: UUID
    follows: UUID | None
    slug: str
    headline: str
    lede: str
    language: str
    first_published: datetime
    listed: bool
    merged_into_id: int | None

    @property
    def path(self) -> str:
        return addresses.briefing(self.slug)

    @property
    def age(self) -> tuple[datetime, UUID]:
        """What puts briefings in order, the first one first."""
        return self.first_published, self.briefing_uuid

    @property
    def before(self) -> dict[str, UUID | int | None]:
        """By which column the step back is found: to what it follows, or was merged into. Behind what is gone otherwise
        there is none.
        """
        return {"briefing_uuid": self.follows} if self.listed else {"briefing": self.merged_into_id}


class Thread(NamedTuple):
    """The briefings of a story, oldest first, and whether there are more. One alone, or none, is no story."""

    members: list[Member]
    is_cut: bool

    @property
    def is_story(self) -> bool:
        return len(self.members) > 1

    @property
    def first(self) -> Member:
        return self.members[0]


def thread(match: SlugMatch, at: datetime) -> Thread:
    """The story of the briefing, or of what followed it before it was gone.

    A query for each step towards the first briefing, and one for each step from there to the last.
    """
    root = _root(match.live.briefing_uuid, at)
    met = {root.briefing_uuid: root}
    level, steps = [root], 0
    while level and steps < MOST_STEPS and len(met) <= MOST_BRIEFINGS:
        further = [one for one in _after(level, at) if one.briefing_uuid not in met]
        met |= {one.briefing_uuid: one for one in further}
        level, steps = further, steps + 1
    members = sorted((one for one in met.values() if one.listed), key=lambda one: one.age)
    if root.listed:  # it begins with the one whose address it has, whatever dates others brought along
        members = [root, *(one for one in members if one is not root)]
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


def _root(uuid: UUID, at: datetime) -> Member:
    """The briefing at which the way back ends, which may be gone; of a circle the oldest in it. What readers never had
    is no step: nothing tells that two briefings follow it. `uuid` is that of a briefing that they had.
    """
    way: list[Member] = []
    step: dict[str, UUID | int | None] = {"briefing_uuid": uuid}
    while any(step.values()) and len(way) <= MOST_STEPS:
        found = list(PublishedSummary.objects.live(at).filter(**step).values_list(*Member._fields)[:1])
        if not found:
            break
        member = Member(*found[0])
        if member in way:
            return min(way[way.index(member) :], key=lambda one: (not one.listed, one.age))
        way.append(member)
        step = member.before
    return way[-1]


def _after(those: Sequence[Member], at: datetime) -> list[Member]:
    """Those that follow one of these, the first one first, as many as a story has room for and one more; and as many of
    those that were merged into one of these. One query.
    """
    live = PublishedSummary.objects.live(at).order_by("first_published", "briefing_uuid")
    following = live.listed().filter(follows__in=[one.briefing_uuid for one in those])
    lists = (following, live.filter(merged_into__in=[one.briefing_id for one in those]))
    rows = keyset.together([some[: MOST_BRIEFINGS + 1] for some in lists], *Member._fields)
    return [Member(*values) for values in rows]


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
