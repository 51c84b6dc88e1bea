"""The outbox: side effects of acts, each written in the act's transaction and carried out after it by the worker."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from briefings.models.draft import Briefing
from briefings.models.log import Edition


class Delivery(models.Model):
    """One side effect of an act on one channel: a mail, or an entry on the start page, which is sent once it was seen.

    `to` is whom it tells, empty for a channel that tells no member of staff. `edition` is the one that it is about, and
    `part` the key of a part, if any. `uuid` names it to the other side, however often it is sent. `marked_at` is when
    the worker last began to send it, `next_at` when it may be sent. `error` is in English.
    """

    class Kind(models.TextChoices):
        REVIEW = "review", _("asked to review")
        SENT_BACK = "sent back", _("sent back")
        APPROVED = "approved", _("approved")
        CORRECTED = "corrected", _("corrected, for somebody else to approve")
        COMMENTED = "commented", _("commented")
        HANDED_OVER = "handed over", _("handed over")
        OUTDATED = "outdated", _("scheduled text is older than the draft")
        ALONE = "alone", _("published alone")

    class Channel(models.TextChoices):
        MAIL = "mail", _("mail")
        DESK = "desk", _("start page")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        IN_DOUBT = "in doubt", _("in doubt")
        FAILED = "failed", _("failed")
        GIVEN_UP = "given up", _("given up")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=16, choices=Kind)
    channel = models.CharField(max_length=16, choices=Channel)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="deliveries")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, related_name="deliveries")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, related_name="deliveries")
    part = models.CharField(max_length=16, blank=True)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=16, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()
    marked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=400, blank=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        default_permissions = ()
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(
                fields=["state", "next_at"],
                name="deliveries_not_ended",
                condition=Q(state__in=("waiting", "sending", "in doubt")),
            ),
            models.Index(fields=["to", "channel", "state"], name="deliveries_to_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.get_kind_display()}"


class TellingChoice(models.Model):
    """How somebody chose to be told of a kind of act. Without a row, as `deliveries.choices` has it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="telling_choices")
    kind = models.CharField(max_length=16, choices=Delivery.Kind)
    by_mail = models.BooleanField()
    on_desk = models.BooleanField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="telling_chosen_once")]


class WorkerTask(models.Model):
    """When a task of the worker last began and last ended well, so that of several workers one does it.

    The task `seen` is the worker itself: when one last said that it is at work.
    """

    name = models.CharField(max_length=32, primary_key=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=400, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
