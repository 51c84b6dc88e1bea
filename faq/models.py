"""Questions and answers: the items of drafts, and their read rows.

This app imports nothing of `briefings` but the gate and the columns of lists; it refers to its models by label.
"""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.gate import END, WITH_SUCCESSOR, WITHOUT_SUCCESSOR, ReadRowQuerySet
from briefings.listed_rows import ListedRow

NEWEST_FIRST = ["-moved", "-briefing_uuid", "position"]


class FAQItem(models.Model):
    """A question of one draft, with its answer or with a decision about having none."""

    class Open(models.TextChoices):
        UNDECIDED = "undecided", _("undecided")
        SHOWN = "shown", _("shown as open")
        HELD = "held", _("held back")

    parent = models.ForeignKey("briefings.Draft", on_delete=models.CASCADE, related_name="faq_items")
    region = models.CharField(max_length=16, default="faq", editable=False)
    ordering = models.PositiveIntegerField()
    key = models.CharField(max_length=9)
    question = models.TextField()
    answer = models.TextField(blank=True)
    open = models.CharField(max_length=16, choices=Open, default=Open.UNDECIDED)
    open_wording = models.TextField(blank=True)

    class Meta:
        ordering = ["ordering"]
        verbose_name = _("FAQ item")
        verbose_name_plural = _("FAQ items")
        constraints = [
            models.UniqueConstraint(fields=["parent", "key"], name="faq_item_key_once_in_a_draft"),
            models.CheckConstraint(condition=models.Q(region="faq"), name="faq_item_in_the_faq_region"),
        ]

    def __str__(self) -> str:
        return self.question


class QuestionQuerySet(ReadRowQuerySet):
    """Published questions, of which some are open."""

    def open(self) -> Self:
        return self.filter(is_open=True)

    def answered(self) -> Self:
        return self.filter(is_open=False)

    def answered_since(self) -> Self:
        """Those that have their answer after they had been open."""
        return self.answered().filter(opened__isnull=False)


class PublishedQuestion(ListedRow):
    """A question of one edition; derived from the log, and rebuilt by `manage.py rebuild`.

    `opened` is the moment since which readers have had it without an answer, or had until it was answered; None where
    it never was open. `answered` is the moment since which they have its answer, None while it is open. Both are worked
    out over the editions that hold its key, one after the other without a break. `moved` is what readers are told as
    the date of the edition that opened or answered it: lists and feeds go by it, and a minor change moves nothing.
    `first_topic` is the id of the briefing's first topic, under which lists put the question.
    """

    edition = models.ForeignKey("briefings.Edition", on_delete=models.PROTECT, related_name="published_questions")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=9)
    question = models.TextField()
    answer = models.TextField(blank=True)
    open_wording = models.TextField(blank=True)
    first_topic = models.UUIDField(null=True)
    is_open = models.BooleanField()
    opened = models.DateTimeField(null=True)
    answered = models.DateTimeField(null=True)
    moved = models.DateTimeField()

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="published_question_once_in_an_edition")]
        indexes = [
            # Most questions are answered some day, and their open rows stay: only those without a successor are looked
            # through. Those whose end is ahead are few.
            models.Index(
                fields=NEWEST_FIRST,
                name="question_open",
                condition=models.Q(is_open=True) & WITHOUT_SUCCESSOR,
            ),
            models.Index(
                fields=["opened", "id"],
                name="question_open_longest",
                condition=models.Q(is_open=True) & WITHOUT_SUCCESSOR,
            ),
            models.Index(
                fields=[END],
                name="question_open_will_end",
                condition=models.Q(is_open=True) & WITH_SUCCESSOR,
            ),
            models.Index(fields=NEWEST_FIRST, name="question_answered", condition=models.Q(is_open=False)),
            models.Index(
                fields=NEWEST_FIRST,
                name="question_answered_since",
                condition=models.Q(is_open=False, opened__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.question
