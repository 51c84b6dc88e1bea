"""The guarded tables, and what may change in each."""

from dataclasses import dataclass

from django.db import models

from briefings.models import AuditEntry, CallOff, Edition, Erasure, LogHead, PublicRecord, Revision, StoredText


@dataclass(frozen=True)
class Guarded:
    """A table whose rows are written once.

    `moves` are the columns that may change, under the condition of `rule`: "interval", "erasure", "forward" or "always"
    for what says nothing of the text. Rows with the same value in the column `apart` may not overlap in time.
    """

    model: type[models.Model]
    rule: str = "never"
    moves: tuple[str, ...] = ()
    apart: str = ""

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def unique(self) -> list[tuple[str, ...]]:
        """The sets of columns by which a row can replace another."""
        meta = self.model._meta
        single = [(field.column,) for field in meta.local_fields if field.unique]
        several = [constraint.fields for constraint in meta.total_unique_constraints]
        return single + [tuple(str(meta.get_field(name).column) for name in fields) for fields in several]

    @property
    def fixed(self) -> tuple[str, ...]:
        """The columns that never change."""
        return tuple(field.column for field in self.model._meta.local_fields if field.column not in self.moves)


GUARDED = (
    Guarded(Edition, rule="interval", moves=("live_until",), apart="briefing_id"),
    Guarded(PublicRecord, rule="interval", moves=("live_until",), apart="subject_id"),
    Guarded(StoredText, rule="erasure", moves=("text",)),
    Guarded(LogHead, rule="forward", moves=("seq", "hash", "site_version")),
    Guarded(CallOff),
    Guarded(Erasure),
    Guarded(Revision, rule="always", moves=("name",)),
    Guarded(AuditEntry),
)
# A text goes by order: an erasure names it, or the record says that its briefing was deleted for good, which only what
# no edition holds can be.
IS_ORDERED = (
    f"EXISTS (SELECT 1 FROM {Erasure._meta.db_table} WHERE text_id = OLD.hash) OR ("
    f"EXISTS (SELECT 1 FROM {Revision._meta.db_table} AS saved JOIN {AuditEntry._meta.db_table} AS said"
    f" ON said.briefing_id = saved.briefing_id AND said.action = '{AuditEntry.Action.DELETED.value}'"
    " WHERE saved.text_id = OLD.hash)"
    f" AND NOT EXISTS (SELECT 1 FROM {Edition._meta.db_table} WHERE text_id = OLD.hash))"
)
