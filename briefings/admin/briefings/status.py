"""The status of a briefing: its draft's state, what is live, what is scheduled. One query of the log."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.gate import NOTICES, Timeline
from briefings.models import Draft, Edition
from briefings.outputs import wording


@dataclass(frozen=True)
class BriefingStatus:
    """`live` and `scheduled` are editions, without their texts; `editions` counts those that have gone live."""

    draft: Draft | None
    editions: int = 0
    live: Edition | None = None
    scheduled: Edition | None = None

    @property
    def path(self) -> str:
        """The public address of what is live."""
        return f"/briefings/{self.live.summary.slug}/" if self.live and self.live.summary.slug else ""

    @property
    def is_gone(self) -> bool:
        return self.live is not None and self.live.kind in NOTICES


def status_of(draft: Draft | None) -> BriefingStatus:
    """The status of the briefing of `draft`; an empty one before its first save."""
    if draft is None:
        return BriefingStatus(None)
    rows = Edition.objects.filter(briefing=draft.briefing_id).not_called_off().select_related("summary")
    timeline = Timeline.of(rows, timezone.now())
    return BriefingStatus(draft, editions=len(timeline.begun), live=timeline.live, scheduled=timeline.next)


def status_in_lists() -> dict[str, Subquery]:
    """What a list needs of each draft: what kind of edition is live, and from when the scheduled one will be."""
    of_it = Edition.objects.filter(briefing=OuterRef("briefing"))
    coming = of_it.scheduled().order_by("live_from").values("live_from")
    return {
        "live_kind": Subquery(of_it.live().values("kind")[:1]),
        "scheduled_for": Subquery(coming[:1]),
    }


def status_in_a_word(live_kind: str | None, scheduled_for: datetime | None) -> str:
    """What readers get, for a cell of a list."""
    ended = {kind: str(Edition.Kind(kind).label) for kind in NOTICES}
    now = {None: _("nothing yet"), **ended}.get(live_kind, _("live"))
    if scheduled_for is None:
        return now
    return _("%(now)s; scheduled for %(when)s") % {
        "now": now,
        "when": wording.moment(timezone.localtime(scheduled_for)),
    }
