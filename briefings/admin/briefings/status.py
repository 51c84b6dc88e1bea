"""The status of a briefing: its draft's state, what is live, what is scheduled. One query of the log."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from briefings.desk_words import near_moment
from briefings.gate import NOTICES, Timeline
from briefings.models import Draft, Edition, Revision


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


def status_in_lists() -> dict[str, Subquery]:
    """What a list needs of each draft: what kind of edition is live, and from when the scheduled one will be.

    Of either, and of the draft, the hash of the text that was saved for it: no text is read for a list.
    """
    of_it = Edition.objects.filter(briefing=OuterRef("briefing"))
    coming = of_it.scheduled().order_by("live_from")
    moments = coming.values("live_from")
    saved = Revision.objects.filter(briefing=OuterRef("briefing"), version=OuterRef("version"))
    return {
        "saved_text": Subquery(saved.values("text")[:1]),
        "live_kind": Subquery(of_it.live().values("kind")[:1]),
        "live_text": Subquery(of_it.live().values("revision__text")[:1]),
        "scheduled_for": Subquery(moments[:1]),
        "scheduled_text": Subquery(coming.values("revision__text")[:1]),
    }


def status_in_a_word(draft: Draft) -> str:
    """What readers get of a draft of a list, for its cell; what differs from the draft leads to the difference."""
    is_ended = draft.live_kind in NOTICES
    if draft.live_kind is None or is_ended:
        now = str(Edition.Kind(draft.live_kind).label) if is_ended else _("nothing yet")
    elif draft.live_text in (None, draft.saved_text):
        now = _("live")
    else:
        now = _leading(draft, "live", _("live, with unpublished changes"))
    if draft.scheduled_for is None:
        return now
    when = {"when": near_moment(draft.scheduled_for)}
    if draft.scheduled_text in (None, draft.saved_text):
        coming = _("scheduled for %(when)s") % when
    else:
        coming = _leading(draft, "scheduled", _("scheduled for %(when)s, older than this draft") % when)
    return coming if draft.live_kind is None else format_html("{}; {}", now, coming)


def _leading(draft: Draft, name: str, words: str) -> str:
    address = reverse("admin:briefings_draft_compare", args=[draft.pk, name, "draft"])
    return format_html('<a href="{}">{}</a>', address, words)


def is_live_in_list(draft: Draft) -> bool:
    """Whether readers have a draft of a list, and no notice in its place."""
    return draft.live_kind is not None and draft.live_kind not in NOTICES
