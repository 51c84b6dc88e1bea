"""Links by which somebody without an account reads one version of a draft."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from briefings.models.draft import Briefing
from briefings.models.history import Revision

LONGEST_NAME = 100


class DraftLink(models.Model):
    """A link to one `revision`, for one person by name. Of the secret in its address only the SHA-256 is kept.

    `uuid` is that of the form that made it: sent twice, it makes one link.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="draft_links")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    for_whom = models.CharField(max_length=LONGEST_NAME)
    made_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("made_at")), name="draft_link_ends_after_it_is_made"),
        ]

    def __str__(self) -> str:
        return self.for_whom


class DraftLinkOpening(models.Model):
    """The text behind a link was opened. Nothing is kept of who opened it."""

    link = models.ForeignKey(DraftLink, on_delete=models.CASCADE, related_name="openings")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["link", "at"], name="opening_by_link")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
