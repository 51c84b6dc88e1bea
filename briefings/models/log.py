"""The publish log: rows that are written once, in one chain. Only `live_until` may change (see `log.guards`)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from briefings.gate import LiveQuerySet
from briefings.models.draft import Briefing


class StoredText(models.Model):
    """Canonical JSON under its SHA-256. It is apart from the rows that refer to it, so that it can be erased by order.

    `text` is NULL after an erasure that the log records.
    """

    hash = models.CharField(max_length=64, primary_key=True)
    text = models.TextField(null=True)  # NULL says erased; an empty text cannot be

    def __str__(self) -> str:
        return self.hash


class LogRow(models.Model):
    """A link of the chain: `row_hash` covers the row's facts, its text's hash and the hash of the row before."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    row_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        abstract = True


class Edition(LogRow):
    """The whole briefing as readers see it from `live_from` until `live_until`."""

    class Kind(models.TextChoices):
        FIRST = "first", _("first edition")
        IMPORTED = "imported", _("imported")
        MINOR = "minor", _("minor change")
        MAJOR = "major", _("major change")
        CORRECTION = "correction", _("correction")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REMOVED = "removed", _("removed")
        MERGED = "merged", _("merged")

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="editions")
    kind = models.CharField(max_length=16, choices=Kind)
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    text = models.ForeignKey(StoredText, on_delete=models.PROTECT, related_name="editions")
    revision = models.ForeignKey("briefings.Revision", on_delete=models.PROTECT, null=True, related_name="editions")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = LiveQuerySet.as_manager()

    class Meta:
        ordering = ["live_from"]
        indexes = [models.Index(fields=["briefing", "live_from"], name="edition_by_briefing")]
        constraints = [
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="edition_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.live_from:%Y-%m-%d %H:%M}"


class Subject(models.Model):
    """Identity of a public thing that is no briefing: the site, its front page, a topic, a person, a standing page."""

    class Kind(models.TextChoices):
        SITE = "site", _("site")
        FRONT = "front", _("front page")
        TOPIC = "topic", _("topic")
        PERSON = "person", _("person")
        PAGE = "page", _("standing page")

    kind = models.CharField(max_length=16, choices=Kind)
    uuid = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "uuid"], name="subject_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"


class PublicRecord(LogRow):
    """A version of a subject from `live_from` until `live_until`, in the same log and behind the same gate."""

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="records")
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    text = models.ForeignKey(StoredText, on_delete=models.PROTECT, related_name="public_records")

    objects = LiveQuerySet.as_manager()

    class Meta:
        ordering = ["live_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="public_record_ends_after_it_begins",
            ),
        ]


class CallOff(LogRow):
    """A scheduled edition was called off before it went live."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="call_off")


class Erasure(LogRow):
    """A stored text was erased by order. Its edition, the date and the reason remain."""

    text = models.OneToOneField(StoredText, on_delete=models.PROTECT, related_name="erasure")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="erasures")
    reason = models.TextField()


class LogHead(models.Model):
    """The one row with the end of the chain, and a number that grows with every public act."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
    site_version = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="log_has_one_head")]

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"
