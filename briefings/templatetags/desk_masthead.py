"""Where the masthead of the desk leads."""

from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from briefings import policy

register = template.Library()
_PLACES = (
    (_("Start"), "index", ""),
    (_("Briefings"), "briefings_draft_changelist", "read"),
    (_("Calendar"), "briefings_draft_calendar", "read"),
    (_("Front page"), "briefings_frontpage_changelist", "front"),
    (_("People"), "briefings_person_changelist", "file"),
    (_("Staff"), "briefings_user_changelist", "staff"),
)
"""Each with its name, its address, and the action of the policy that it is for; "" is everybody."""


class Place(NamedTuple):
    """`current` is as `aria-current` has it: “page” for the place itself, “true” for what belongs to it."""

    name: str
    address: str
    current: str


@register.simple_tag(takes_context=True)
def places_of_the_desk(context: dict[str, Any]) -> list[Place]:
    """Those that the user may go to. Of those whose address the page’s begins with, the longest is the current one."""
    request = context["request"]
    may_go = [
        (name, reverse(f"admin:{view}"))
        for name, view, action in _PLACES
        if not action or policy.may(request.user, action)
    ]
    may_go.append((_("All tables"), reverse("admin:app_list", args=["briefings"])))
    here = max((address for _name, address in may_go if _is_in(request.path, address)), key=len, default="")
    return [
        Place(str(name), address, "" if address != here else "page" if address == request.path else "true")
        for name, address in may_go
    ]


def _is_in(path: str, address: str) -> bool:
    """The first page and the list of tables are above all others: nothing else belongs to them."""
    is_above = address in (reverse("admin:index"), reverse("admin:app_list", args=["briefings"]))
    return path == address if is_above else path.startswith(address)
