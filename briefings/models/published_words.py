"""The search's read row. On SQLite its table is one of FTS5, on PostgreSQL it has a GIN index; neither needs an
extension.
"""

from datetime import date

from django.db import models

from briefings.models.words_field import WordsField

_BITS_OF_SEQ = 32


class PublishedWords(models.Model):
    """The words of an edition that has not ended, and marks to find it by (`search_words.index_words`).

    `place` puts the newest first: the day on which the briefing was first published, then the edition. The rows of one
    briefing are those of its editions that had not ended when anything was last recorded of it.
    """

    place = models.BigIntegerField(primary_key=True, db_column="rowid")
    words = WordsField()

    class Meta:
        verbose_name_plural = "published words"

    def __str__(self) -> str:
        return f"words of row {self.edition_id}"

    @property
    def edition_id(self) -> int:
        return edition_at(self.place)


def place_of(seq: int, first_published: date) -> int:
    """The place of an edition (`seq`) of a briefing first published on that day, in the newsroom's zone."""
    return first_place(first_published) + seq


def first_place(day: date) -> int:
    """What the places of all that was first published on that day or later come behind."""
    return day.toordinal() << _BITS_OF_SEQ


def day_of(place: int) -> date:
    """The day on which the briefing at that place was first published."""
    return date.fromordinal(place >> _BITS_OF_SEQ)


def edition_at(place: int) -> int:
    """The edition with that place, by its `seq`."""
    return place & ((1 << _BITS_OF_SEQ) - 1)
