"""The parts of a draft. `parent`, `region` and `ordering` are the names that block editors expect."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.models.draft import Draft
from briefings.models.people import Person


class Block(models.Model):
    """A part in the one order of a draft's body."""

    parent = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="%(class)ss")
    region = models.CharField(max_length=16, default="body", editable=False)
    ordering = models.PositiveIntegerField()
    key = models.CharField(max_length=9)

    class Meta:
        abstract = True
        ordering = ["ordering"]
        constraints = [
            models.UniqueConstraint(fields=["parent", "key"], name="%(class)s_key_once_in_a_draft"),
            models.CheckConstraint(condition=models.Q(region="body"), name="%(class)s_in_the_body_region"),
        ]


class Section(Block):
    """A headed part of the briefing; the body is cleaned rich text."""

    heading = models.TextField(blank=True)
    body = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.heading or str(_("(no heading)"))


class Source(models.Model):
    """A source of a briefing, with the excerpt that is kept and its SHA-256."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="sources")
    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    ordering = models.PositiveIntegerField()
    title = models.TextField()
    publisher = models.TextField(blank=True)
    url = models.TextField(blank=True)
    read_on = models.DateField(null=True, blank=True)
    excerpt = models.TextField(blank=True)
    excerpt_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["ordering"]
        constraints = [models.UniqueConstraint(fields=["draft", "uuid"], name="source_once_in_a_draft")]

    def __str__(self) -> str:
        return self.title


class Quote(Block):
    """Words with an attribution, in the text of the section with `section_key`; set off from the text without one."""

    spans = models.JSONField()
    section_key = models.CharField(max_length=9, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="quotes")
    role = models.TextField(blank=True)
    confirmed = models.BooleanField(default=False)
    said_on = models.DateField(null=True, blank=True)
    source = models.ForeignKey(Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="quotes")
    translated_from = models.CharField(max_length=16, blank=True)

    def __str__(self) -> str:
        return " … ".join(self.spans)
