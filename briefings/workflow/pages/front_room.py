"""Which of what is placed on a front page has room there, now and once what is scheduled begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from briefings.content import FrontRecord
from briefings.content.public_values import MOST_PLACES
from briefings.models import PublishedSummary


@dataclass(frozen=True)
class Placed:
    """A place of the front page of a language. `begins` is when readers get its briefing, None where they have it."""

    briefing: str
    language: str
    begins: datetime | None = None
    ends: datetime | None = None

    def stands(self, at: datetime) -> bool:
        return (self.begins is None or self.begins <= at) and (self.ends is None or at < self.ends)


def placed(record: FrontRecord, at: datetime) -> list[Placed]:
    """What has a place on `record` that readers have, or will get as it is scheduled. Two queries, none of nothing."""
    standing = record.standing(at)
    if not standing:
        return []
    scheduled = PublishedSummary.objects.scheduled(at).listed().filter(briefing_uuid__in=standing)
    rows = scheduled.values_list("briefing_uuid", "front_language", "live_from")
    found = {uuid: (language, begins) for uuid, language, begins in rows}
    live = PublishedSummary.objects.live(at).listed().filter(briefing_uuid__in=standing)
    found |= {uuid: (language, None) for uuid, language in live.values_list("briefing_uuid", "front_language")}
    places = {UUID(place.briefing): place for place in record.places}
    return [
        Placed(str(uuid), *found[uuid], ends=places[uuid].until and datetime.fromisoformat(places[uuid].until))
        for uuid in standing
        if uuid in found
    ]


def ends(above: Sequence[Placed], at: datetime) -> datetime | None:
    """From when on there is no room behind those `above`; None where there is as far as is known."""
    moments = sorted({at, *(one.begins for one in above if one.begins and one.begins > at)})
    return next((moment for moment in moments if sum(one.stands(moment) for one in above) >= MOST_PLACES), None)
