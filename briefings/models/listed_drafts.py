"""What the desk's list of briefings puts in order and picks by, kept beside each draft."""

from datetime import datetime

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from briefings.models.draft import Draft
from briefings.models.history import AuditEntry


class ListedDraft(models.Model):
    """What readers have of a briefing and will have, and where its draft stands in lists by headline and by topics.

    Written with each save, in each act on the log and where a topic is renamed; `manage.py rebuild` makes it anew.
    `readers` is what they had when it was written, `scheduled_for` the moment of the edition to come: what has come of
    it since, `readers_at` says. `is_changed` says that the draft differs from what is live, `is_ahead` that it differs
    from what is scheduled. `alone` is the act by which somebody published words that nobody else had read, until
    somebody has (`workflow.look_at`).
    """

    class Readers(models.TextChoices):
        NOTHING = "nothing", _("nothing yet")
        LIVE = "live", _("live")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REMOVED = "removed", _("removed")
        MERGED = "merged", _("merged")

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, primary_key=True, related_name="listed")
    headline_key = models.CharField(max_length=320, blank=True)
    topics_key = models.CharField(max_length=320, blank=True)
    readers = models.CharField(max_length=16, choices=Readers, default=Readers.NOTHING)
    is_changed = models.BooleanField(default=False)
    scheduled_for = models.DateTimeField(null=True)
    is_ahead = models.BooleanField(default=False)
    published = models.DateTimeField(null=True)
    alone = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["headline_key", "draft"], name="listed_by_headline"),
            models.Index(fields=["topics_key", "draft"], name="listed_by_topics"),
            models.Index(fields=["published", "draft"], name="listed_by_published"),
            models.Index(fields=["scheduled_for"], name="listed_scheduled", condition=Q(scheduled_for__isnull=False)),
            models.Index(fields=["draft"], name="listed_changed", condition=Q(is_changed=True) | Q(is_ahead=True)),
            models.Index(fields=["alone"], name="listed_alone", condition=Q(alone__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"draft {self.draft_id} in lists"


def readers_at(at: datetime) -> Case:
    """In a query of drafts: what readers have at `at`. What is scheduled is never an end of the briefing."""
    return Case(When(listed__scheduled_for__lte=at, then=Value(ListedDraft.Readers.LIVE)), default=F("listed__readers"))


def changed_at(at: datetime) -> Q:
    """Of drafts: those that differ from what readers have at `at`, as far as that is live."""
    gone_live = Q(listed__scheduled_for__lte=at, listed__is_ahead=True)
    as_written = Q(listed__readers=ListedDraft.Readers.LIVE, listed__is_changed=True)
    return gone_live | (as_written & (Q(listed__scheduled_for=None) | Q(listed__scheduled_for__gt=at)))
