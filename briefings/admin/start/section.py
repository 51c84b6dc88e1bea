"""A section of the first page: a few rows, and the way to all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from briefings import policy
from briefings.deliveries import Matter
from briefings.models import Draft, User

SHOWN = (
    *("briefing", "headline", "language", "state", "owner", "saved_at", "planned_for"),
    *("embargo_until", "embargo_source", "submit_note", "review_note"),
    *("listed__readers", "listed__is_changed", "listed__scheduled_for", "listed__is_ahead", "listed__published"),
    *("listed__alone", "owner__username", "owner__first_name", "owner__last_name"),
)
"""What a row says of a draft, and no more: a section has few, and they come from wide tables."""
FEW = 6
"""So many rows a section shows."""


@dataclass(frozen=True)
class Desk:
    """Whose page it is, and the moment."""

    user: User
    at: datetime

    def may(self, action: str) -> bool:
        return policy.may(self.user, action)

    @property
    def drafts(self) -> QuerySet[Draft]:
        """What the user may read, as the rows of a section need it."""
        return policy.drafts(self.user, "read").select_related("listed", "owner").only(*SHOWN)

    @property
    def today(self) -> Any:
        return timezone.localdate(self.at)


@dataclass(frozen=True)
class Line:
    """A row: the words that lead to `path`, what is said of it, and what can be done at once."""

    words: str
    path: str
    facts: str = ""
    language: str = ""
    quoted: str = ""
    """What somebody wrote about it, shortened by the page."""
    act: str = ""
    act_path: str = ""
    matter: Matter | None = None
    """What somebody would be told of, were it not for this row."""


@dataclass(frozen=True)
class Section:
    """`all_path` leads to all of them; "" where these are all there can be. An empty section is not shown, unless it
    says so in `empty`.
    """

    name: str
    heading: Any
    lines: Sequence[Line] = ()
    all_path: str = ""
    empty: Any = ""
    groups: Sequence["Section"] = field(default=())

    @property
    def is_shown(self) -> bool:
        return bool(self.lines or self.empty or any(group.is_shown for group in self.groups))

    @property
    def leads_on(self) -> bool:
        """Whether there is anything of which this shows a part."""
        return bool(self.all_path and (self.lines or any(group.lines for group in self.groups)))


def the_list(**filters: str) -> str:
    """The address of the list of briefings with these filters."""
    address = reverse("admin:briefings_draft_changelist")
    return f"{address}?{urlencode(filters)}" if filters else address


def act_of(draft: Draft, slug: str) -> str:
    """The page of an act, which leads back to the first page once it is done."""
    return f"{page_of(draft, 'act', slug)}?{urlencode({'next': reverse('admin:index')})}"


def page_of(draft: Draft, name: str = "change", *more: str) -> str:
    return reverse(f"admin:briefings_draft_{name}", args=[draft.pk, *more])
