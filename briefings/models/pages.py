"""Working copies of standing pages: about, contact, the corrections policy. Readers get public records."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StandingPage(models.Model):
    """The working copy of a standing page. `version` counts its saves, `position` is its place in the footer."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.CharField(_("address"), max_length=120, unique=True)
    heading = models.TextField(_("heading"))
    body = models.TextField(_("text"), blank=True)
    language = models.CharField(_("language"), max_length=16, default="en")
    in_footer = models.BooleanField(_("in the footer"), default=True)
    position = models.PositiveIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    saved_at = models.DateTimeField(auto_now=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ["position", "pk"]
        default_permissions = ()
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def __str__(self) -> str:
        return self.heading
