"""Read rows: columns to query by, derived from the log with every public act.

Their interval is that of their edition or public record, or a copy of it. `manage.py rebuild` makes them anew.
"""

from django.db import models

from briefings.gate import LiveQuerySet, SummaryQuerySet, ThroughEdition
from briefings.listed_rows import ListedRow
from briefings.models.draft import Briefing
from briefings.models.log import Edition, LogRow, PublicRecord
from briefings.models.published_words import PublishedWords
from faq.models import PublishedQuestion


def list_indexes(name: str, *subject: str, last: tuple[str, ...] = (), **condition: bool) -> list[models.Index]:
    """The two orders of a list, of one `subject` where it is given: by the last change, and by first publication."""
    rows = {"condition": models.Q(**condition)} if condition else {}
    keys = ("-briefing_uuid", *last)
    return [
        models.Index(fields=[*subject, "-updated", *keys], name=f"{name}_updated", **rows),
        models.Index(fields=[*subject, "-first_published", *keys], name=f"{name}_published", **rows),
    ]


class PublishedSummary(ListedRow):
    """The columns of an edition that lists need.

    `entry` is the edition in the briefing's feed entry, which a minor change leaves alone. An erased edition keeps its
    row, with empty words and no slug. `merged_into` is the briefing that a merged one leads to. `listed` is false for a
    notice, which stays at its address and in no list, and for what was erased. `put_right` says that the edition stands
    in the list of corrections: it corrects, withdraws or removes. `month` is that of first publication in the
    newsroom's zone, as in “2026-11”. `front_language` is that of the front page it belongs to, `translation_of` the
    briefing that it translates, `follows` the one that it follows in its story. `more_follows` says that it
    is a flash.
    """

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, primary_key=True, related_name="summary")
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    listed = models.BooleanField()
    slug = models.CharField(max_length=120, null=True, db_index=True)  # NULL: erased, answers to no slug
    headline = models.TextField(blank=True)
    lede = models.TextField(blank=True)
    language = models.CharField(max_length=16)
    front_language = models.CharField(max_length=16)
    translation_of = models.UUIDField(null=True)
    follows = models.UUIDField(null=True)
    note = models.TextField(blank=True)
    more_follows = models.BooleanField(default=False, db_default=False)
    month = models.CharField(max_length=7)
    put_right = models.BooleanField()
    entry = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, related_name="+")

    objects = SummaryQuerySet.as_manager()

    class Meta:
        indexes = [
            # By condition: SQLite finds no place in an index for a column that is true or false.
            *list_indexes("summary", listed=True),
            *list_indexes("language", "front_language", listed=True),
            models.Index(
                fields=["-updated", "-briefing_uuid"], name="summary_notices", condition=models.Q(listed=False)
            ),
            models.Index(fields=["briefing_uuid"], name="summary_of_briefing"),
            models.Index(
                fields=["translation_of"],
                name="summary_of_original",
                condition=models.Q(translation_of__isnull=False),
            ),
            models.Index(
                fields=["follows", "-first_published", "-briefing_uuid"],
                name="summary_followers",
                condition=models.Q(follows__isnull=False),
            ),
            models.Index(fields=["month", "-live_from"], name="summary_month_changed"),
            models.Index(
                fields=["-live_from", "-briefing_uuid"], name="summary_put_right", condition=models.Q(put_right=True)
            ),
        ]

    def __str__(self) -> str:
        return self.headline


class PublishedTopic(ListedRow):
    """A topic of an edition, with the name that it had then."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_topics")
    topic = models.UUIDField()
    name = models.TextField()
    slug = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "topic"], name="published_topic_once_in_an_edition")]
        indexes = [
            *list_indexes("topic", "topic"),
            models.Index(fields=["briefing_uuid", "topic"], name="topic_of_briefing"),
        ]


class PublishedQuote(ListedRow):
    """A quotation of an edition, with the name and the role that its speaker had then."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_quotes")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=9)
    words = models.TextField()
    person = models.UUIDField()
    person_name = models.TextField()
    person_kind = models.CharField(max_length=16)
    role = models.TextField(blank=True)
    said_on = models.DateField(null=True)
    translated_from = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["edition", "position"]
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="published_quote_once_in_an_edition")]
        indexes = [
            *list_indexes("quote", "person", last=("position",)),
            models.Index(fields=["-first_published", "-briefing_uuid", "position"], name="quote_newest"),
            models.Index(fields=["briefing_uuid", "person"], name="quote_of_briefing"),
        ]


class PublishedAuthor(ListedRow):
    """An author of an edition, with the name that they had then."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_authors")
    position = models.PositiveIntegerField()
    person = models.UUIDField()
    name = models.TextField()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "person"], name="published_author_once_in_an_edition")
        ]
        indexes = [
            *list_indexes("author", "person"),
            models.Index(fields=["briefing_uuid", "person"], name="author_of_briefing"),
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


class PublishedName(models.Model):
    """The public name of the site, a topic, a person or a standing page, with a copy of its record's interval; all but
    the site have a slug.

    `person_kind` is the kind of a person, `merged_into` the subject that this one leads to. `letter` and `sort_key` say
    where a topic or a person stands in an index (`content.name_order`). `position` is the place of
    a standing page in the footer, `token` that of the site's logo. The name is empty where the record was erased or the
    page was taken down. `is_around` says that it belongs to the frame of every page: the
    site's, its front page's, and those of standing pages.
    """

    record = models.OneToOneField(
        PublicRecord, on_delete=models.PROTECT, primary_key=True, related_name="published_name"
    )
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    kind = models.CharField(max_length=16)
    is_around = models.BooleanField()
    subject_uuid = models.UUIDField(db_index=True)
    name = models.TextField()
    slug = models.CharField(max_length=120, blank=True)
    person_kind = models.CharField(max_length=16, blank=True)
    merged_into = models.UUIDField(null=True)
    letter = models.CharField(max_length=1, blank=True)
    sort_key = models.CharField(max_length=320, blank=True)
    position = models.PositiveIntegerField(null=True)
    token = models.CharField(max_length=22, blank=True)

    objects = LiveQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "slug"], name="name_by_slug"),
            models.Index(fields=["kind", "letter", "sort_key", "subject_uuid"], name="name_by_letter"),
            models.Index(fields=["live_from"], name="name_around", condition=models.Q(is_around=True)),
            # Of those few alone: by its statistics a database takes the others, which say NULL, for the answer.
            models.Index(fields=["merged_into"], name="name_merged", condition=models.Q(merged_into__isnull=False)),
        ]


class PublicMoment(models.Model):
    """A moment at which something public changes: by an act, or by itself later on. `seq` is the link that brings it.

    Nothing that is hidden has one before its time: whatever a scheduled edition brings begins with that edition.
    """

    seq = models.PositiveBigIntegerField()
    moment = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seq", "moment"], name="public_moment_once_for_a_link")]


LOG_ROWS: tuple[type[LogRow], ...] = tuple(LogRow.__subclasses__())
READ_ROWS: tuple[type[models.Model], ...] = (
    PublishedSummary,
    PublishedTopic,
    PublishedQuote,
    PublishedAuthor,
    PublishedImage,
    PublishedCorrection,
    PublishedQuestion,
    PublishedName,
    PublicMoment,
    PublishedWords,
)
LISTED_ROWS: tuple[type[ListedRow], ...] = (
    PublishedSummary,
    PublishedTopic,
    PublishedQuote,
    PublishedAuthor,
    PublishedQuestion,
)
NAMING = ((PublishedTopic, "topic"), (PublishedQuote, "person"), (PublishedAuthor, "person"))
"""The rows by which an edition names a subject, each with its column."""
