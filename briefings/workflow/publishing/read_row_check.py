"""Whether the read rows are what the log says."""

from collections import defaultdict
from collections.abc import Iterator

from django.db import models
from django.db.models import QuerySet

from briefings.models import PublicMoment, PublishedName, PublishedWords
from briefings.models.read_rows import READ_ROWS
from briefings.workflow.publishing.rebuild import rows_of_the_log
from briefings.working_copy import listed_drafts

Values = tuple[object, ...]
OF_THE_WHOLE_LOG = (PublishedName, PublicMoment)
OF_EDITIONS = tuple(model for model in READ_ROWS if model not in OF_THE_WHOLE_LOG)
CURE = "Run `manage.py rebuild`."


def stale_read_rows() -> Iterator[str]:
    """A sentence for each edition whose read rows are not what the log says, and for what else is not; none: all are.

    Read batch by batch: memory does not grow with the texts that are published.
    """
    whole: dict[type[models.Model], set[Values]] = defaultdict(set)
    found = 0
    for rows in rows_of_the_log():
        for model in OF_THE_WHOLE_LOG:
            whole[model] |= {_values(row) for row in rows if isinstance(row, model)}
        found += sum(isinstance(row, PublishedWords) for row in rows)
        yield from _stale_editions([row for row in rows if isinstance(row, OF_EDITIONS)])
    for draft in listed_drafts.stale():
        yield f"What the desk lists of draft {draft} is not what the draft and the log say. {CURE}"
    if PublishedWords.objects.count() > found:
        yield f"The search holds words of editions that it should not find. {CURE}"
    for model in OF_THE_WHOLE_LOG:
        if {_values(row) for row in model.objects.iterator()} != whole[model]:
            yield f"The {model._meta.verbose_name_plural} are not what the log says. {CURE}"


def _stale_editions(expected: list[models.Model]) -> Iterator[str]:
    by_edition: dict[int, set[tuple[type, Values]]] = defaultdict(set)
    for row in expected:
        by_edition[row.edition_id].add((type(row), _values(row)))
    present: dict[int, set[tuple[type, Values]]] = defaultdict(set)
    for model in OF_EDITIONS:
        for row in _present(model, expected):
            present[row.edition_id].add((model, _values(row)))
    for seq, rows in sorted(by_edition.items()):
        if present[seq] != rows:
            yield f"The read rows of row {seq} are not what the log says. {CURE}"


def _present(model: type[models.Model], expected: list[models.Model]) -> QuerySet:
    """The rows that there are of the editions of those `expected`."""
    if model is PublishedWords:  # which have no column for their edition: they are looked up where they should be
        return model.objects.filter(pk__in=[row.pk for row in expected if isinstance(row, model)])
    return model.objects.filter(edition__in={row.edition_id for row in expected})


def _values(row: models.Model) -> Values:
    """The row's values, but for an automatic id, as the database would give them back."""
    fields = (field for field in row._meta.local_fields if field.name != "id")
    return tuple(field.to_python(getattr(row, field.attname)) for field in fields)
