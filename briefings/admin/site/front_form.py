"""The form of the front page: which briefings stand first, each for good or until a moment; of each language, where
there is more than one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext

from briefings.admin.moments import MomentField
from briefings.admin.site.fronts import Front, fronts, names_in
from briefings.admin.site.record_page import RecordForm
from briefings.content import FrontPlace, FrontRecord
from briefings.desk_words import near_moment
from briefings.models import PublishedSummary
from briefings.outputs import wording
from briefings.workflow.pages import front_room

OFFERED = 100
"""So many of the newest briefings are offered, and those that stand there already."""


@dataclass(frozen=True)
class Place:
    """A place of a front page: how the names of its fields end, and its fields."""

    name: str
    briefing: forms.BoundField
    until: forms.BoundField
    is_first: bool
    is_last: bool
    is_gap: bool
    """Whether it is empty and something stands below: what is saved has no gaps."""
    warning: str
    """That what stands here has no room, from now on or from a moment on; "" where it has."""


@dataclass(frozen=True)
class FrontPlaces:
    """A front page as the form has it. `newest` and `leads` say in a few words what stands first there by itself, and
    as the form has it.
    """

    front: Front
    places: list[Place]
    newest: str
    leads: str
    is_open: bool


class FrontForm(RecordForm):
    """Of each place its briefing, and until when; `moved` is the place that something was just moved to."""

    def __init__(self, *args: Any, moved: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moved = moved
        self._fronts = fronts(self.current, self.data if self.is_bound else self.initial)
        self._newest: dict[str, str] = {}
        self._begins = {one.briefing: one.begins for one in front_room.placed(self.current, timezone.now())}
        for front in self._fronts:
            self._add_places(front)

    def _add_places(self, front: Front) -> None:
        offered, self._newest[front.language] = _offered(self.current, language=front.language)
        choices = [("", gettext("The newest")), *offered]
        zone = timezone.get_current_timezone_name()
        for number, place in enumerate(front.places, start=1):
            name = gettext("Place %(number)d") % {"number": number}
            field = forms.ChoiceField(required=False, choices=choices, label=name)
            field.error_messages["invalid_choice"] = gettext("What stood here can stand here no more. Choose another.")
            self.fields[f"briefing_{place}"] = field
            self.fields[f"until_{place}"] = MomentField(
                label=gettext("Until"),
                help_text=gettext("Empty: until you change it. The newsroom’s time: %(zone)s.") % {"zone": zone},
            )

    def clean(self) -> dict[str, Any]:
        if any(name not in self.fields for name in names_in(self.data)):
            sentence = gettext("Since this page was opened there are front pages of other languages. Open it again.")
            self.add_error(None, sentence)
        seen = set()
        for place in self._places:
            briefing = self.cleaned_data.get(f"briefing_{place}")
            if briefing and briefing in seen:
                self.add_error(f"briefing_{place}", gettext("It has a place above already. Choose another."))
            seen.add(briefing)
            if self.cleaned_data.get(f"until_{place}") and not briefing:
                self.add_error(f"briefing_{place}", gettext("Choose the briefing that stands here until then."))
        return self.cleaned_data

    @property
    def _places(self) -> Iterator[str]:
        return (place for front in self._fronts for place in front.places)

    @property
    def record(self) -> FrontRecord:
        """What the form says; places that are left empty close up."""
        data = self.cleaned_data
        values = ((data[f"briefing_{place}"], data[f"until_{place}"]) for place in self._places)
        return FrontRecord(
            places=tuple(FrontPlace(briefing=briefing, until=_stamp(until)) for briefing, until in values if briefing)
        )

    @property
    def shown(self) -> list[FrontPlaces]:
        """Each front page with its places. The first is open, and another where something is wrong or was done."""
        return [self._shown(front, is_open=at == 0) for at, front in enumerate(self._fronts)]

    def _shown(self, front: Front, *, is_open: bool) -> FrontPlaces:
        names = list(front.places)
        rooms = [self._room_of(name) for name in names]
        filled = [bool(room.briefing) for room in rooms]
        places = [
            Place(
                name,
                self[f"briefing_{name}"],
                self[f"until_{name}"],
                is_first=at == 0,
                is_last=at == len(names) - 1,
                is_gap=not filled[at] and any(filled[at:]),
                warning=_warning(front_room.ends(rooms[:at], timezone.now())),
            )
            for at, name in enumerate(names)
        ]
        is_open |= self.moved in names or (self.is_bound and any(filled))
        is_open |= any(place.briefing.errors or place.until.errors for place in places)
        newest = self._newest[front.language]
        newest = gettext("The newest: %(headline)s") % {"headline": newest} if newest else gettext("The newest")
        first = next((room.briefing for room in rooms if room.briefing), "")
        chosen = dict(self.fields[f"briefing_{names[0]}"].choices).get(first, "") if first else ""
        return FrontPlaces(front, places, newest, chosen or newest, is_open)

    def _room_of(self, name: str) -> front_room.Placed:
        """What stands at that place as the form has it; a place in which nobody chose anything is filled up."""
        briefing, until = self[f"briefing_{name}"].value(), self[f"until_{name}"].value()
        if not isinstance(until, datetime):
            try:
                until = MomentField().clean(until if isinstance(until, tuple) else (until or "", ""))
            except forms.ValidationError:
                until = None
        return front_room.Placed(briefing or "", "", self._begins.get(briefing), until)


def _warning(moment: datetime | None) -> str:
    if moment is None:
        return ""
    if moment <= timezone.now():
        return gettext("No room for one more: six stand above. It comes back when one of them leaves.")
    sentence = gettext("No room for one more from %(when)s on: six stand above then. It comes back when one leaves.")
    return sentence % {"when": near_moment(moment)}


def arranged(current: FrontRecord, data: QueryDict, button: str) -> tuple[dict[str, Any], str]:
    """The values of the form with one place moved past the next that is filled, without gaps, and the name of the place
    that it moved to. The button says which, and how: “up 3”, “down 3”, “first 3”. One that says nothing of the kind, or
    of an empty place, moves nothing.
    """
    way, _space, name = button.partition(" ")
    values = {key: data[key] for key in data if key.startswith("briefing_") or key == "expected"}
    moments = {key: (data[key], data.get(f"{key}_which", "")) for key in data if key.startswith("until_")}
    values |= moments
    names = next((names for names in (list(front.places) for front in fronts(current, data)) if name in names), [])
    pairs = [(data.get(f"briefing_{one}", ""), moments.get(f"until_{one}", ("", ""))) for one in names]
    filled = [at for at, pair in enumerate(pairs) if not _is_empty(pair)]
    start = names.index(name) if names else 0
    if start not in filled:
        return values, name
    before, behind = [at for at in filled if at < start], [at for at in filled if at > start]
    target = {"up": before[-1:], "down": behind[:1], "first": before[:1]}.get(way)
    if target is None:
        return values, name
    taken = pairs.pop(start)
    pairs.insert(target[0] if target else start, taken)
    pairs.sort(key=_is_empty)
    for one, (briefing, until) in zip(names, pairs, strict=True):
        values |= {f"briefing_{one}": briefing, f"until_{one}": until}
    return values, names[next(at for at, pair in enumerate(pairs) if pair is taken)]


def _is_empty(place: tuple[str, tuple[str, str]]) -> bool:
    briefing, (until, _which) = place
    return not briefing and not until


def beginning(current: FrontRecord, expected: str) -> dict[str, Any]:
    """What the form begins with: the front page as it is, without what readers have no more."""
    values: dict[str, Any] = {"expected": expected}
    for front in fronts(current, {}):
        offered = dict(_offered(current, language=front.language)[0])
        standing = [place for place in current.places if place.briefing in offered and not _has_ended(place)]
        for name, place in zip(front.places, standing, strict=False):
            values[f"briefing_{name}"] = place.briefing
            values[f"until_{name}"] = datetime.fromisoformat(place.until) if place.until else None
    return values


def lines(current: FrontRecord) -> list[str]:
    """What stands there, a line for each place."""
    names = dict(_offered(current)[0])
    return [names.get(place.briefing, gettext("A briefing that readers have no more")) for place in current.places]


def _offered(current: FrontRecord, *, language: str = "") -> tuple[list[tuple[str, str]], str]:
    """Briefings that readers have (in that language), by uuid: those that stand there, and the newest; and the headline
    of the newest.
    """
    listed = PublishedSummary.objects.live().listed()
    if language:
        listed = listed.filter(front_language=language)
    columns = ("briefing_uuid", "headline", "updated")
    wanted = [UUID(place.briefing) for place in current.places]
    placed = listed.filter(briefing_uuid__in=wanted)
    newest = list(listed.order_by("-updated", "-briefing_uuid").values_list(*columns)[:OFFERED])
    rows = [*placed.values_list(*columns), *newest]
    offered = {str(uuid): f"{headline} · {_day(updated)}" for uuid, headline, updated in rows}
    return list((_coming(wanted, language=language) | offered).items()), newest[0][1] if newest else ""


def _coming(briefings: list[UUID], *, language: str) -> dict[str, str]:
    """Those of the `briefings` that are scheduled, and say when they begin: they have their place from then on."""
    if not briefings:
        return {}
    scheduled = PublishedSummary.objects.scheduled().listed().filter(briefing_uuid__in=briefings)
    if language:
        scheduled = scheduled.filter(front_language=language)
    rows = scheduled.values_list("briefing_uuid", "headline", "live_from")
    words = gettext("%(headline)s · from %(when)s on")
    return {str(uuid): words % {"headline": name, "when": near_moment(begins)} for uuid, name, begins in rows}


def _has_ended(place: FrontPlace) -> bool:
    return place.until is not None and datetime.fromisoformat(place.until) <= timezone.now()


def _day(moment: datetime) -> str:
    return wording.day(timezone.localdate(moment))


def _stamp(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
