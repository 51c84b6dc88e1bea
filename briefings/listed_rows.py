"""The columns that read rows of lists have in common. A leaf beside the gate, for rows of both apps."""

from django.db import models

from briefings.gate import ReadRowQuerySet


class ListedRow(models.Model):
    """What lists pick and put in order by, copied from the edition so that one index finds the newest rows of a list.

    The two dates are worked out over all editions of the briefing.
    """

    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    first_published = models.DateTimeField()
    updated = models.DateTimeField()
    briefing_uuid = models.UUIDField()

    objects = ReadRowQuerySet.as_manager()

    class Meta:
        abstract = True
