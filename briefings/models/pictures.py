"""Pictures, each on file once, and figures: the uses of pictures in drafts."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.models.parts import Block


class Image(models.Model):
    """A picture. `sha256` is that of the uploaded bytes; `token` is its name on the disk and in public addresses.

    `width` and `height` are in pixels; `widths` are those of its renditions, `fallback` is their format beside AVIF and
    WebP. The focal point is in per cent from the left and from the top. `uploaded_again_by` are users who could not see
    the picture and uploaded the same file: they may use it since. `erased_at` is when its files were erased.
    """

    class Fallback(models.TextChoices):
        JPEG = "jpg", "JPEG"
        PNG = "png", "PNG"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token = models.CharField(max_length=22, unique=True, editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    widths = models.JSONField(editable=False)
    fallback = models.CharField(max_length=4, choices=Fallback, editable=False)
    credit = models.TextField(_("credit line"), blank=True)
    caption = models.TextField(_("caption"), blank=True)
    people = models.TextField(_("who is in it"), blank=True)
    rights = models.TextField(_("rights"), blank=True)
    usable_until = models.DateField(_("usable until"), null=True, blank=True)
    focal_x = models.PositiveSmallIntegerField(default=50, validators=[MaxValueValidator(100)])
    focal_y = models.PositiveSmallIntegerField(default=50, validators=[MaxValueValidator(100)])
    version = models.PositiveIntegerField(default=1, editable=False)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="images"
    )
    uploaded_again_by = models.ManyToManyField(settings.AUTH_USER_MODEL, editable=False, related_name="+")
    erased_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        default_permissions = ()
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100), name="focal_point_in_the_picture"
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.credit or self.token


class Figure(Block):
    """A use of a picture in a draft; `image` is NULL until it is chosen. A decorative one needs no `alt`."""

    image = models.ForeignKey(Image, on_delete=models.PROTECT, null=True, blank=True, related_name="figures")
    alt = models.TextField(blank=True)
    decorative = models.BooleanField(default=False)
    caption = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.alt or self.caption or str(self.image or _("(no picture yet)"))
