"""The index by which the desk finds drafts. Its table is made like that of the readers' search (`published_words`)."""

from typing import Self

from django.db import models
from django.db.models import F
from django.db.models.expressions import CombinedExpression

from briefings.models.words_field import WordsField


class DraftWords(models.Model):
    """Words of a draft, in two rows: those of its last save, and the names of today of whom and what it names.

    So a name that changes is written anew without a look at any text. `place` is the draft and which of the two it is.
    """

    place = models.BigIntegerField(primary_key=True, db_column="rowid")
    words = WordsField()

    class Meta:
        verbose_name_plural = "draft words"

    def __str__(self) -> str:
        return f"words of draft {self.place // 2}"

    @classmethod
    def of_text(cls, draft: int, words: str) -> Self:
        """The row of the text of a draft (its key)."""
        return cls(place=2 * draft, words=words)

    @classmethod
    def of_names(cls, draft: int, words: str) -> Self:
        """The row of the names in a draft (its key)."""
        return cls(place=2 * draft + 1, words=words)


def draft_of_place() -> CombinedExpression:
    """In a query: the key of the draft that a row is of."""
    return F("place") / 2
