"""Read rows: columns to query by, derived from the log when something is published or scheduled.

They reach their interval through the edition (or the public record); `manage.py rebuild` makes them anew.
"""

from django.db import models

from briefings.gate import LiveQuerySet, ThroughEdition
from briefings.models.draft import Briefing
from briefings.models.log import Edition, LogRow, PublicRecord


class PublishedSummary(models.Model):
    """What lists need of an edition. The two dates are worked out over all editions of the briefing.

    `entry` is the edition that last moved the briefing's feed entry: a minor change leaves that entry alone.
    An erased edition keeps its row with empty words and no slug. `merged_into` is where a merged one leads.
    """

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, primary_key=True, related_name="summary")
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="+")
    briefing_uuid = models.UUIDField()
    slug = models.CharField(max_length=120, null=True, db_index=True)  # NULL: erased, answers to no slug
    headline = models.TextField(blank=True)
    lede = models.TextField(blank=True)
    language = models.CharField(max_length=16)
    note = models.TextField(blank=True)
    first_published = models.DateTimeField()
    updated = models.DateTimeField(db_index=True)
    entry = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ThroughEdition.as_manager()

    def __str__(self) -> str:
        return self.headline


class PublishedTopic(models.Model):
    """A topic of an edition, with the words that stood there then."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_topics")
    topic = models.UUIDField(db_index=True)
    name = models.TextField()
    slug = models.CharField(max_length=120)

    objects = ThroughEdition.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "topic"], name="published_topic_once_in_an_edition")]


class PublishedQuote(models.Model):
    """A quotation of an edition, with its speaker and role as they stood then."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_quotes")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=9)
    words = models.TextField()
    person = models.UUIDField(db_index=True)
    person_name = models.TextField()
    person_kind = models.CharField(max_length=16)
    role = models.TextField(blank=True)
    said_on = models.DateField(null=True)

    objects = ThroughEdition.as_manager()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="published_quote_once_in_an_edition")]


class PublishedAuthor(models.Model):
    """An author of an edition, with the name that stood there then."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_authors")
    position = models.PositiveIntegerField()
    person = models.UUIDField(db_index=True)
    name = models.TextField()

    objects = ThroughEdition.as_manager()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "person"], name="published_author_once_in_an_edition")
        ]


class PublishedImage(models.Model):
    """A picture that an edition shows: its files go out while that edition may be read, and until the day it may be.

    `image` is the picture as content names it, in canonical JSON; the first of an edition stands in lists.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_images")
    position = models.PositiveIntegerField()
    token = models.CharField(max_length=22, db_index=True)
    image = models.TextField()
    usable_until = models.DateField(null=True)

    objects = ThroughEdition.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "token"], name="published_image_once_in_an_edition")]


class PublishedCorrection(models.Model):
    """The correction that an edition makes."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, primary_key=True, related_name="correction")
    key = models.CharField(max_length=9)
    kind = models.CharField(max_length=16)
    was_wrong = models.TextField(blank=True)
    is_right = models.TextField()

    objects = ThroughEdition.as_manager()


class ThroughPublicRecord(LiveQuerySet):
    """Read rows that reach their interval through a public record."""

    through = "record__"


class PublishedName(models.Model):
    """The public name of the site, a topic, a person or a standing page; all but the site have a slug.

    `person_kind` is a person's kind today; `merged_into` the subject that this one leads to. A standing page is in the
    footer by `position`. `token` is the site's logo. An empty name: erased, or taken down.
    """

    record = models.OneToOneField(
        PublicRecord, on_delete=models.PROTECT, primary_key=True, related_name="published_name"
    )
    kind = models.CharField(max_length=16)
    subject_uuid = models.UUIDField(db_index=True)
    name = models.TextField()
    slug = models.CharField(max_length=120, blank=True, db_index=True)
    person_kind = models.CharField(max_length=16, blank=True)
    merged_into = models.UUIDField(null=True, db_index=True)
    position = models.PositiveIntegerField(null=True)
    token = models.CharField(max_length=22, blank=True)

    objects = ThroughPublicRecord.as_manager()


LOG_ROWS: tuple[type[LogRow], ...] = tuple(LogRow.__subclasses__())
READ_ROWS: tuple[type[models.Model], ...] = (
    PublishedSummary,
    PublishedTopic,
    PublishedQuote,
    PublishedAuthor,
    PublishedImage,
    PublishedCorrection,
    PublishedName,
)
