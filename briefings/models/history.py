"""The history of editing: revisions, and the audit log. Both are append-only."""

from django.conf import settings
from django.db import models

from briefings.models.draft import Briefing
from briefings.models.log import StoredText


class Revision(models.Model):
    """An immutable snapshot of a deliberate save. `by` is None for the command line.

    `save_id` is the id of the form, so that a form that is sent twice saves once.
    """

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    text = models.ForeignKey(StoredText, on_delete=models.PROTECT, related_name="revisions")
    saved_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.TextField(blank=True)
    save_id = models.UUIDField(null=True, editable=False)

    class Meta:
        ordering = ["briefing", "version"]
        constraints = [
            models.UniqueConstraint(fields=["briefing", "version"], name="revision_version_once"),
            models.UniqueConstraint(fields=["briefing", "save_id"], name="revision_save_once"),
        ]

    def __str__(self) -> str:
        return self.name or f"revision {self.version}"


class AuditEntry(models.Model):
    """Who did what to what, and when; of a public act also the head of the log after it.

    `about` names what is no briefing, as in `person:<uuid>`.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.CharField(max_length=32)
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, related_name="audit_entries")
    about = models.CharField(max_length=64, blank=True)
    detail = models.TextField(blank=True)
    head_seq = models.PositiveBigIntegerField(null=True)
    head_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["at", "id"]
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
