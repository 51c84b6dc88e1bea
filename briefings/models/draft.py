"""What a briefing is, and the working copy that editors share."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager


class Briefing(models.Model):
    """Identity only. Its words stand in its draft (for editors) and in its editions (for readers)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.uuid)


class SlugReservation(models.Model):
    """A slug and the one briefing it belongs to, from scheduling on and for ever."""

    slug = models.CharField(max_length=120, primary_key=True)
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="slugs")

    def __str__(self) -> str:
        return self.slug


class Draft(models.Model):
    """The working copy of a briefing. `version` counts its saves; a save names the version it read."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in-review", _("in review")
        CHANGES_REQUESTED = "changes-requested", _("changes requested")
        APPROVED = "approved", _("approved")

    briefing = models.OneToOneField(Briefing, on_delete=models.PROTECT, related_name="draft")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    headline = models.TextField(blank=True)
    slug = models.CharField(max_length=120, blank=True)
    lede = models.TextField(blank=True)
    dateline = models.TextField(blank=True)
    language = models.CharField(max_length=16, default="en")
    planned_for = models.DateTimeField(null=True, blank=True)
    follows = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    authors = models.ManyToManyField("briefings.Person", through="briefings.Byline", related_name="+")
    topics = TaggableManager(through="briefings.TopicUse", blank=True)
    saved_at = models.DateTimeField(auto_now=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("briefing")
        verbose_name_plural = _("briefings")

    def __str__(self) -> str:
        return self.headline or str(_("(no headline yet)"))


class Byline(models.Model):
    """An author of a draft, in order."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="bylines")
    person = models.ForeignKey("briefings.Person", on_delete=models.PROTECT, related_name="+")
    ordering = models.PositiveIntegerField()

    class Meta:
        ordering = ["ordering"]
        constraints = [models.UniqueConstraint(fields=["draft", "person"], name="author_once_in_a_byline")]

    def __str__(self) -> str:
        return str(self.person)
