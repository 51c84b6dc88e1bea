"""Users, who work here, and people, whom briefings quote or who write them."""

import uuid
from typing import Any, NoReturn

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.content.alike_names import LONGEST


class User(AbstractUser):
    """A member of staff. Deactivated when they leave, never deleted: the log names them, by their `uuid`.

    `desk_language` is the one that the desk speaks to them; empty while they chose none (see `desk_language.of_user`).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    desk_language = models.CharField(_("language of the desk"), max_length=16, blank=True)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise models.ProtectedError(
            _("Deactivate %(name)s instead: the record of their work names them.") % {"name": self.username}, {self}
        )


class Person(models.Model):
    """A speaker or an author. Only public figures, bodies and documents ever have a page, a list or a feed.

    `merged_into` is the row that replaces this one, where the same person was on file twice. `trashed_at` says since
    when it is in the trash. `alike` and `initials` are the name as `content.alike_names` spells it.
    """

    class Kind(models.TextChoices):
        PUBLIC = "public", _("public figure")
        BODY = "body", _("body")
        DOCUMENT = "document", _("document")
        PRIVATE = "private", _("private person")
        UNNAMED = "unnamed", _("unnamed")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.TextField(_("name"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.PRIVATE)
    alike = models.CharField(max_length=LONGEST, blank=True, default="", editable=False)
    initials = models.CharField(max_length=LONGEST, blank=True, default="", editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            models.Index(fields=["alike"], name="people_alike"),
            models.Index(fields=["initials"], name="people_by_initials"),
        ]

    def __str__(self) -> str:
        return self.name


class ToldApart(models.Model):
    """That two people whose names are alike are not one, as an editor said. It falls with either name, and when either
    is merged into another. `one` was filed before `other`.
    """

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="told_apart_once"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="told_apart_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} / {self.other}"
