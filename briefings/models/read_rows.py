"""Read rows: columns to query by, derived from the log with every public act.

Their interval is that of their edition or public record. `manage.py rebuild` makes them anew.
"""

from django.db import models

from briefings.gate import LiveQuerySet, ThroughEdition
from briefings.models.draft import Briefing
from briefings.models.log import Edition, LogRow, PublicRecord


class PublishedSummary(models.Model):
    """The columns of an edition that lists need. The two dates depend on all editions of the briefing.

    `entry` is the edition in the briefing's feed entry, which a minor change leaves alone. An erased edition keeps its
    row, with empty words and no slug. `merged_into` is the briefing that a merged one leads to.
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
    """A topic of an edition, with the name that it had then."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_topics")
    topic = models.UUIDField(db_index=True)
    name = models.TextField()
    slug = models.CharField(max_length=120)

    objects = ThroughEdition.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "topic"], name="published_topic_once_in_an_edition")]


class PublishedQuote(models.Model):
    """A quotation of an edition, with the name and the role that its speaker had then."""

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
    """An author of an edition, with the name that they had then."""

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
    """A picture of an edition. Readers may have its files while the edition may be read, until `usable_until`.

    `image` is canonical JSON of the `ImageName`. Lists show the first picture of an edition.
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

    `person_kind` is the kind of a person, `merged_into` the subject that this one leads to. `position` is the place of
    a standing page in the footer, `token` that of the site's logo. The name is empty where the record was erased or the
    page was taken down.
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
