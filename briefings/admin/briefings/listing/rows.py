"""A row of the list: what its cells say of a draft."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from briefings.admin.briefings.decisions import opens_at
from briefings.admin.briefings.status import readers_in_a_word
from briefings.desk_words import near_moment
from briefings.models import Draft, Topic, User


@dataclass(frozen=True)
class Row:
    draft: Draft
    at: datetime
    user: User

    @property
    def path(self) -> str:
        return opens_at(self.draft, self.user)

    @property
    def readers(self) -> str:
        return readers_in_a_word(self.draft, self.at)

    @property
    def is_in_review(self) -> bool:
        return self.draft.state == Draft.State.IN_REVIEW

    @property
    def published(self) -> datetime | None:
        """When readers first had it, if they have had it."""
        first = self.draft.listed.published
        return first if first and first <= self.at else None

    @property
    def topics(self) -> list[Topic]:
        return [use.tag for use in self.draft.topic_uses.all()]

    @property
    def next(self) -> str:
        """When the next thing comes: what is scheduled, else what is planned."""
        coming, planned = self.draft.listed.scheduled_for, self.draft.planned_for
        if coming and coming > self.at:
            return near_moment(coming)
        if planned and planned > self.at:
            return _("planned for %(when)s") % {"when": near_moment(planned)}
        return ""

    @property
    def saved(self) -> str:
        when = near_moment(self.draft.saved_at)
        return f"{when}, {self.draft.saved_by}" if self.draft.saved_by else when
