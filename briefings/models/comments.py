"""What colleagues write to each other about a draft: the notes that go with an act, and comments. Never public."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from briefings.models.draft import Briefing
from briefings.models.history import AuditEntry


class ActNote(models.Model):
    """The words that went with an act on record. They stand apart from the record, so that they can be erased."""

    entry = models.OneToOneField(AuditEntry, on_delete=models.PROTECT, primary_key=True, related_name="note")
    text = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text


class CommentQuerySet(models.QuerySet):
    """Comments, which stay on file when they are resolved."""

    def open(self) -> Self:
        return self.filter(resolved_at=None)

    def in_order(self) -> Self:
        """As they were written, with who wrote and who resolved them."""
        return self.select_related("by", "resolved_by").order_by("at", "id")


class Comment(models.Model):
    """A comment on a draft: on the part with the key `part`, or on the whole where that is empty.

    `addressees` are those whom it names by `@`. It is open until somebody resolves it.
    """

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="comments")
    part = models.CharField(max_length=16, blank=True)
    text = models.TextField(_("comment"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    addressees = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="comments_to")
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [models.Index(fields=["briefing"], name="open_comments", condition=Q(resolved_at=None))]

    def __str__(self) -> str:
        return self.text
