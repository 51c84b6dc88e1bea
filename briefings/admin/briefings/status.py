"""The status of a briefing: its draft's state, what is live, what is scheduled. One query of the log."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from briefings.desk_words import near_moment
from briefings.gate import NOTICES, Timeline
from briefings.models import Draft, Edition, ListedDraft
from briefings.workflow import Embargo


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
    def scheduled_path(self) -> str:
        """The public address that what is scheduled will have."""
        slug = self.scheduled.summary.slug if self.scheduled else ""
        return f"/briefings/{slug}/" if slug else "/"

    @property
    def is_gone(self) -> bool:
        return self.live is not None and self.live.kind in NOTICES


def status_of(draft: Draft | None) -> BriefingStatus:
    """The status of the briefing of `draft`; an empty one before its first save."""
    if draft is None:
        return BriefingStatus(None)
    rows = Edition.objects.filter(briefing=draft.briefing_id).not_called_off().select_related("summary", "revision")
    timeline = Timeline.of(rows, timezone.now())
    return BriefingStatus(draft, editions=len(timeline.begun), live=timeline.live, scheduled=timeline.next)


def readers_in_a_word(draft: Draft, at: datetime) -> str:
    """What readers get of a draft of a list, at `at`, for its cell; what differs from the draft leads to the
    difference. Asks nothing of the log: it stands beside the draft.
    """
    embargo = Embargo.of(draft)
    if not embargo.runs(at):
        return _readers_get(draft, at)
    until = _("embargoed until %(when)s") % {"when": near_moment(embargo.until)}
    return format_html("{}; {}", _readers_get(draft, at), until)


def _readers_get(draft: Draft, at: datetime) -> str:
    listed = draft.listed
    has_come = listed.scheduled_for is not None and listed.scheduled_for <= at
    is_live = has_come or listed.readers == ListedDraft.Readers.LIVE
    if not is_live:
        now = str(listed.get_readers_display())
    elif listed.is_ahead if has_come else listed.is_changed:
        now = _leading(draft, "live", _("live, with unpublished changes"))
    else:
        now = _("live")
    if listed.scheduled_for is None or has_come:
        return now
    when = {"when": near_moment(listed.scheduled_for)}
    if listed.is_ahead:
        coming = _leading(draft, "scheduled", _("scheduled for %(when)s, older than this draft") % when)
    else:
        coming = _("scheduled for %(when)s") % when
    return coming if listed.readers == ListedDraft.Readers.NOTHING else format_html("{}; {}", now, coming)


def _leading(draft: Draft, name: str, words: str) -> str:
    address = reverse("admin:briefings_draft_compare", args=[draft.pk, name, "draft"])
    return format_html('<a href="{}">{}</a>', address, words)
