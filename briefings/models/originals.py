"""Drafts as they came from other tools, with the decisions about them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from briefings.models.draft import Briefing
from briefings.models.history import Revision


class Original(models.Model):
    """A draft as it came: the bytes of a file or of a pasted text. `name` is the file's, empty for a pasted text.

    `beginning` is its first words, for lists. `sha256` is the hash of its folded words, which is the same in every
    format; `sketch` is for a first look at likeness (`importing.likeness` makes both). `decisions` is JSON of
    `importing.Decisions`. `revision` is the one it became; a `briefing` without a revision is the one it is meant for.
    Where it was erased by order `data` is NULL, and all that holds its words is empty.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    data = models.BinaryField(null=True)
    name = models.TextField(blank=True)
    beginning = models.TextField(blank=True)
    format = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    sketch = models.TextField(blank=True)
    decisions = models.TextField(default="{}")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, related_name="originals")
    trashed_at = models.DateTimeField(null=True, blank=True)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, related_name="originals")

    class Meta:
        verbose_name = _("pasted draft")
        verbose_name_plural = _("pasted drafts")
        default_permissions = ()
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revision__isnull=True) | Q(briefing__isnull=False),
                name="original_became_a_revision_of_its_briefing",
                violation_error_message=_("What a pasted draft became is a revision of a briefing."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.beginning or str(_("pasted text"))

    @property
    def is_decided(self) -> bool:
        """Whether it became a text of a briefing: what was decided about it then stays as it is."""
        return self.revision_id is not None

    @property
    def is_erased(self) -> bool:
        return self.data is None
