"""Topics: tags that readers see."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from briefings.content.slugs import ascii_slug


class Topic(TagBase):
    """A tag with a stable id. Its public name is a `PublicRecord`; `merged_into` is the topic that replaces it.

    `trashed_at` says since when it is in the trash.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The slug for the name `tag`; taggit asks again with `i` where it is taken."""
        slug = ascii_slug(tag, otherwise=f"topic-{self.uuid.hex[:8]}")
        return slug if i is None else f"{slug}-{i}"


class TopicUse(ItemBase):
    """A draft's use of a topic."""

    content_object = models.ForeignKey("briefings.Draft", on_delete=models.CASCADE, related_name="topic_uses")
    tag = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="uses")
    ordering = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["ordering", "id"]
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="topic_once_in_a_draft"),
        ]
