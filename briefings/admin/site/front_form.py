"""The form of the front page: which briefings stand first, each for good or until a moment."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.site.record_page import RecordForm
from briefings.content import FrontPlace, FrontRecord
from briefings.content.public_values import MOST_PLACES
from briefings.models import PublishedSummary
from briefings.outputs import wording

OFFERED = 100
"""So many of the newest briefings are offered, and those that stand there already."""
PLACES = range(1, MOST_PLACES + 1)


class FrontForm(RecordForm):
    """Of each place its briefing, and until when."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", gettext("The newest")), *_offered(self.current)]
        zone = timezone.get_current_timezone_name()
        for number in PLACES:
            name = gettext("Place %(number)d") % {"number": number}
            self.fields[f"briefing_{number}"] = forms.ChoiceField(required=False, choices=choices, label=name)
            self.fields[f"until_{number}"] = forms.DateTimeField(
                required=False,
                label=gettext("Until"),
                help_text=gettext("Empty: until you change it. The newsroom’s time: %(zone)s.") % {"zone": zone},
                widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"),
                error_messages={"invalid": _("This is no day and time. Write it as 2026-01-31T14:05.")},
            )

    def clean(self) -> dict[str, Any]:
        seen = set()
        for number in PLACES:
            briefing = self.cleaned_data.get(f"briefing_{number}")
            if briefing and briefing in seen:
                self.add_error(f"briefing_{number}", gettext("It has a place above already. Choose another."))
            seen.add(briefing)
            if self.cleaned_data.get(f"until_{number}") and not briefing:
                self.add_error(f"briefing_{number}", gettext("Choose the briefing that stands here until then."))
        return self.cleaned_data

    @property
    def record(self) -> FrontRecord:
        """What the form says; places that are left empty close up."""
        values = ((self.cleaned_data[f"briefing_{number}"], self.cleaned_data[f"until_{number}"]) for number in PLACES)
        return FrontRecord(
            places=tuple(FrontPlace(briefing=briefing, until=_stamp(until)) for briefing, until in values if briefing)
        )

    @property
    def places(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        return ((self[f"briefing_{number}"], self[f"until_{number}"]) for number in PLACES)


def beginning(current: FrontRecord, expected: str) -> dict[str, Any]:
    """What the form begins with: the front page as it is, without what readers have no more."""
    values: dict[str, Any] = {"expected": expected}
    offered = dict(_offered(current))
    for number, place in enumerate([place for place in current.places if place.briefing in offered], start=1):
        values[f"briefing_{number}"] = place.briefing
        values[f"until_{number}"] = datetime.fromisoformat(place.until) if place.until else None
    return values


def lines(current: FrontRecord) -> list[str]:
    """What stands there, a line for each place."""
    names = dict(_offered(current))
    return [names.get(place.briefing, gettext("A briefing that readers have no more")) for place in current.places]


def _offered(current: FrontRecord) -> list[tuple[str, str]]:
    """Briefings that readers have, by uuid: those that stand there, and the newest."""
    listed = PublishedSummary.objects.live().listed()
    columns = ("briefing_uuid", "headline", "updated")
    placed = listed.filter(briefing_uuid__in=[UUID(place.briefing) for place in current.places])
    rows = [
        *placed.values_list(*columns),
        *listed.order_by("-updated", "-briefing_uuid").values_list(*columns)[:OFFERED],
    ]
    return list({str(uuid): f"{headline} · {_day(updated)}" for uuid, headline, updated in rows}.items())


def _day(moment: datetime) -> str:
    return wording.day(timezone.localdate(moment))


def _stamp(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
