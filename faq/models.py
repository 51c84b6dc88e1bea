"""Questions and answers: the items of drafts, and their read rows.

This app imports nothing of `briefings` but the gate; it refers to its models by label.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.gate import ThroughEdition


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


class PublishedQuestion(models.Model):
    """A question of one edition; derived from the log, and rebuilt by `manage.py rebuild`."""

    edition = models.ForeignKey("briefings.Edition", on_delete=models.PROTECT, related_name="published_questions")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=9)
    question = models.TextField()
    is_open = models.BooleanField()

    objects = ThroughEdition.as_manager()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="published_question_once_in_an_edition")]

    def __str__(self) -> str:
        return self.question
