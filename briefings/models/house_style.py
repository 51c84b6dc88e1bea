"""House style: words that the newsroom writes in another way."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StyleRule(models.Model):
    """`right` is written for `wrong`, in texts of `language` (a code without its territory; "" is every language)."""

    wrong = models.CharField(max_length=100)
    right = models.CharField(max_length=100)
    why = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=16, blank=True)

    class Meta:
        verbose_name = _("rule of house style")
        verbose_name_plural = _("house style")
        default_permissions = ()
        ordering = ["wrong", "language", "pk"]
        constraints = [models.UniqueConstraint(fields=["wrong", "language"], name="style_rule_once_in_a_language")]

    def __str__(self) -> str:
        return self.wrong
