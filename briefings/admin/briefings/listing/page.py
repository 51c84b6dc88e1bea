"""The page of the list, and the form of its filters."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.briefings.languages import name_or_code
from briefings.admin.briefings.listing import bulk, filters
from briefings.admin.briefings.listing.filters import COMMENTS, EMBARGO, FILTERS, READERS, Unknown
from briefings.admin.briefings.listing.orders import COLUMNS, NotAPlace
from briefings.admin.briefings.listing.pages import SORT, WORDS, Wanted, page_of
from briefings.admin.briefings.listing.rows import Row
from briefings.admin.desk import show_page
from briefings.models import Draft


@dataclass(frozen=True)
class Chip:
    """A filter that is on; `without` is the address of the list without it."""

    label: str
    words: str
    without: str


@dataclass(frozen=True)
class Heading:
    name: str
    label: Any
    address: str
    direction: str
    """As `aria-sort` says it; "" where the list is in another order."""


def page(request: HttpRequest) -> HttpResponse:
    """The list as its address asks for it. One that it does not know leads to the whole list, with a warning."""
    if not policy.may(request.user, "read"):
        raise PermissionDenied
    at = timezone.now()
    try:
        wanted = Wanted.read(request.GET, user=request.user, at=at)
    except (Unknown, NotAPlace):
        messages.warning(request, _("That filter is not known here. This is the whole list."))
        return redirect("admin:briefings_draft_changelist")
    shown = page_of(wanted, user=request.user, at=at)
    return show_page(
        request,
        "draft/list.html",
        title=_("Briefings"),
        wanted=wanted,
        page=shown,
        rows=[Row(draft, at, request.user) for draft in shown.drafts],
        chips=_chips(wanted),
        headings=[_heading(wanted, name) for name in COLUMNS],
        choices=_choices(request, wanted),
        acts=bulk.offered(request.user),
        here=wanted.address(),
        keys=",".join(str(draft.pk) for draft in shown.drafts),
    )


def _chips(wanted: Wanted) -> list[Chip]:
    words = [Chip(_("Words"), wanted.words, wanted.address(**{WORDS: ""}))] if wanted.words else []
    return words + [
        Chip(str(FILTERS[name].label), picked.words, wanted.address(**{name: ""}))
        for name, picked in wanted.picked.items()
    ]


def _heading(wanted: Wanted, name: str) -> Heading:
    direction = ""
    if wanted.order.column.name == name:
        direction = "descending" if wanted.order.is_descending else "ascending"
    return Heading(name, COLUMNS[name].label, wanted.sorted_by(name), direction)


def _choices(request: HttpRequest, wanted: Wanted) -> dict[str, Any]:
    """What the form of filters offers: never more than is in use. Topics and people are typed."""
    is_of_all = policy.may_to_all(request.user, "read")
    owners = [(one.username, str(one)) for one in filters.owners(request.user)] if is_of_all else []
    return {
        "selects": [
            ("owner", FILTERS["owner"].label, [(filters.MINE, _("mine")), *owners] if is_of_all else []),
            ("state", FILTERS["state"].label, Draft.State.choices),
            ("readers", FILTERS["readers"].label, READERS),
            ("language", FILTERS["language"].label, _languages(request)),
            ("embargo", FILTERS["embargo"].label, EMBARGO),
            ("comments", FILTERS["comments"].label, COMMENTS),
        ],
        "typed": [
            ("topic", FILTERS["topic"].label, "topics", _typed(wanted, "topic")),
            ("author", FILTERS["author"].label, "people", _typed(wanted, "author")),
            ("quoted", FILTERS["quoted"].label, "people", _typed(wanted, "quoted")),
        ],
        "week": wanted.values.get("week", ""),
        "values": wanted.values,
        "sort": "" if wanted.address() == wanted.address(**{SORT: ""}) else str(wanted.order),
    }


def _languages(request: HttpRequest) -> list[tuple[str, str]]:
    return [(code, name_or_code(code)) for code in filters.languages(request.user)]


def _typed(wanted: Wanted, name: str) -> str:
    return wanted.picked[name].words if name in wanted.picked else ""
