"""Public names for whom and what editions of an older release name: that release gave people none."""

from django.db import transaction

from briefings.content import from_canonical
from briefings.models import Edition, PublicRecord
from briefings.workflow import standing
from briefings.workflow.recording import record


@transaction.atomic
def name_published() -> int:
    """Name whatever an edition that has gone live names and that has no public name yet; how many got one.

    What is only scheduled is left alone: it gets its names with the next edition, and the moment would tell of it.
    """
    before = PublicRecord.objects.count()
    for edition in Edition.objects.gone_live().select_related("text").exclude(text__text=None).order_by("seq"):
        standing.name_subjects(from_canonical(edition.text.text), by=None)
    named = PublicRecord.objects.count() - before
    if named:
        record("named what was published", by=None, detail=f"{named} topics and people")
    return named
