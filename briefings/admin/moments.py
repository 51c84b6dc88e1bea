"""A field for a moment by the newsroom's clock: it says what is wrong with one that does not exist or comes twice."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import get_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import wall_time
from briefings.desk_words import exact_moment

FIRST_YEAR, LAST_YEAR = 1970, 2200
AS_TYPED = "%Y-%m-%dT%H:%M"
_READER = forms.DateTimeField()


def stamp(moment: datetime | None) -> str:
    """The moment as a form carries it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if moment else ""


class MomentInput(forms.DateTimeInput):
    """Day and time. Where the clocks show it twice, which of the two is asked as well."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"type": "datetime-local"} | (attrs or {}), AS_TYPED)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str]:
        return data.get(name, ""), data.get(f"{name}_which", "")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def format_value(self, value: Any) -> str:
        return _as_typed(value)[0]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        typed, which = _as_typed(value)
        zone = {"data-zone": timezone.get_current_timezone_name()}
        field = super().render(name, value, zone | (attrs or {}), renderer)
        meant = _meant(typed)
        if len(meant) < 2:
            return field
        ticked = {stamp(moment): " checked" if stamp(moment) == which else "" for moment in meant}
        choices = format_html_join(
            "",
            '<label class="check"><input type="radio" name="{}_which" value="{}"{}> {}</label>',
            ((name, stamp(moment), SafeString(ticked[stamp(moment)]), exact_moment(moment)) for moment in meant),
        )
        legend = _("The clocks are put back then, so this time comes twice. Which one is meant?")
        return format_html('{}<fieldset class="choices which"><legend>{}</legend>{}</fieldset>', field, legend, choices)


class MomentField(forms.Field):
    """An aware moment, or None."""

    widget = MomentInput
    default_error_messages = {
        "invalid": gettext_lazy("This is no day and time. Write it as 2026-01-31T14:05."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def clean(self, value: tuple[str, str]) -> datetime | None:
        typed, which = value
        if not typed.strip():
            return None
        wall = _wall(typed)
        if wall is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        if wall.year > LAST_YEAR:
            raise forms.ValidationError(_("This is too far ahead: %(year)d is the last year.") % {"year": LAST_YEAR})
        if timezone.is_aware(wall):
            return wall
        return _only(wall, which)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True


def _only(wall: datetime, which: str) -> datetime:
    """The one moment that is meant."""
    zone = timezone.get_current_timezone()
    meant = wall_time.moments_of(wall, zone)
    if not meant:
        before, after = wall_time.nearest(wall, zone)
        values = {"zone": timezone.get_current_timezone_name(), "before": exact_moment(before)}
        sentence = _(
            "There is no such time on that day: in %(zone)s the clocks are put forward then. The nearest that exist "
            "are %(before)s and %(after)s."
        )
        raise forms.ValidationError(sentence % {**values, "after": exact_moment(after)}, code="gap")
    if len(meant) == 1:
        return meant[0]
    chosen = next((moment for moment in meant if stamp(moment) == which), None)
    if chosen is None:
        values = {
            "zone": timezone.get_current_timezone_name(),
            "first": exact_moment(meant[0]),
            "second": exact_moment(meant[1]),
        }
        sentence = _("In %(zone)s this time comes twice on that day. Say which is meant: %(first)s or %(second)s.")
        raise forms.ValidationError(sentence % values, code="twice")
    return chosen


def _wall(typed: str) -> datetime | None:
    """What was typed, as a day and a time; None where it is none."""
    try:
        wall = parse_datetime(typed.strip())
    except ValueError:
        return None
    for form in () if wall else get_format("DATETIME_INPUT_FORMATS"):
        try:
            wall = _READER.strptime(typed.strip(), form)
        except ValueError:
            continue
        break
    return wall if wall and wall.year >= FIRST_YEAR else None


def _as_typed(value: Any) -> tuple[str, str]:
    """The value of the field as text, and which of two moments it is."""
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):{AS_TYPED}}", stamp(value)
    if isinstance(value, tuple):
        return value
    return value or "", ""


def _meant(typed: str) -> tuple[datetime, ...]:
    wall = _wall(typed)
    if wall is None or wall.year > LAST_YEAR or timezone.is_aware(wall):
        return ()
    return wall_time.moments_of(wall, timezone.get_current_timezone())
