"""Briefings, and the draft of each: the working copy that editors share."""

import uuid

from content_editor.models import Region
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager


class Briefing(models.Model):
    """Identity only. Its words are in its draft (for editors) and in its editions (for readers)."""

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
    """The working copy of a briefing. `version` counts its saves; a save names the version it read.

    `owner` is the user who began it: a writer works on drafts of their own. `approved_version` is the last version that
    somebody approved; the draft is approved while that is still its version. `review_note` says what a reviewer wants
    changed, `submit_note` what its submitter says of it. `trashed_at` says since when it is in the trash.
    `scheduling_note` holds the words of an embargo in the pasted draft. Until `embargo_until` nothing of the draft goes
    out, as was promised to `embargo_source`. `planned_for` is an intention, and publishes nothing. `more_follows` says
    that its first edition is a flash. These are in no version and in no edition.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in-review", _("in review")
        CHANGES_REQUESTED = "changes-requested", _("sent back")
        APPROVED = "approved", _("approved")

    briefing = models.OneToOneField(Briefing, on_delete=models.PROTECT, related_name="draft")
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    headline = models.TextField(blank=True)
    slug = models.CharField(max_length=120, blank=True)
    lede = models.TextField(blank=True)
    dateline = models.TextField(blank=True)
    language = models.CharField(max_length=16, default="en")
    planned_for = models.DateTimeField(null=True, blank=True)
    embargo_until = models.DateTimeField(null=True, blank=True)
    embargo_source = models.TextField(blank=True, default="", db_default="")
    more_follows = models.BooleanField(default=False, db_default=False)
    follows = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    translation_of = models.ForeignKey(
        Briefing, on_delete=models.PROTECT, null=True, blank=True, related_name="translations"
    )
    authors = models.ManyToManyField("briefings.Person", through="briefings.Byline", related_name="+")
    topics = TaggableManager(through="briefings.TopicUse", blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True)
    saved_at = models.DateTimeField(auto_now=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="drafts",
        verbose_name=_("owner"),
    )
    review_note = models.TextField(blank=True)
    submit_note = models.TextField(blank=True)
    scheduling_note = models.TextField(blank=True)
    approved_version = models.PositiveIntegerField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    regions = (Region(key="body", title=_("Text")), Region(key="faq", title=_("Questions and answers")))

    class Meta:
        verbose_name = _("briefing")
        verbose_name_plural = _("briefings")
        # Instead of Django's four: `policy.may` knows these.
        default_permissions = ()
        permissions = [
            ("create", "Begin a briefing"),
            ("read", "Read every draft"),
            ("read_own", "Read drafts of one's own"),
            ("write", "Write every draft"),
            ("write_own", "Write drafts of one's own"),
            ("submit", "Submit every draft for review"),
            ("submit_own", "Submit drafts of one's own for review"),
            ("review", "Approve drafts and send them back"),
            ("publish", "Publish and schedule, and call off what is scheduled"),
            ("publish_alone", "Publish without a second person"),
            ("override_embargo", "Publish before an embargo ends, or end it early, with a reason"),
            ("vouch", "Stand by a quotation that its source's kept words do not hold"),
            ("withdraw", "Withdraw what was published"),
            ("file", "Change people, topics and pictures on file"),
            ("front", "Say what the front page puts first"),
            ("site", "Change the site's name, look and standing pages"),
            ("audit", "Read the audit log"),
            ("staff", "See who works here"),
        ]
        indexes = [
            # As the desk picks and orders: few drafts are in review, planned or under embargo.
            models.Index(fields=["state", "saved_at"], name="draft_by_state"),
            models.Index(fields=["saved_at", "id"], name="draft_by_saving"),
            models.Index(fields=["language", "trashed_at"], name="draft_languages"),
            models.Index(fields=["planned_for"], name="draft_planned", condition=Q(planned_for__isnull=False)),
            models.Index(fields=["embargo_until"], name="draft_embargoed", condition=Q(embargo_until__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_version__isnull=False, approved_version=F("version")),
                name="approved_is_this_version",
                violation_error_message=_("Only the version that somebody approved is approved."),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or str(_("(no headline yet)"))

    def excerpts(self) -> list[str]:
        """The words kept of its sources."""
        return list(self.sources.exclude(excerpt="").values_list("excerpt", flat=True))


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
