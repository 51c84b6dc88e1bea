"""Standing pages by their address."""

from datetime import datetime

from briefings.content import PageRecord
from briefings.models import PublishedName, Subject


def live(slug: str, at: datetime) -> PageRecord | None:
    """The page at `slug` at the moment `at`; None where there is none, or it was taken down. One query."""
    rows = PublishedName.objects.live(at).filter(kind=Subject.Kind.PAGE, slug=slug).exclude(name="")
    text = rows.values_list("record__text__text", flat=True).first()
    return PageRecord.model_validate_json(text) if text else None
