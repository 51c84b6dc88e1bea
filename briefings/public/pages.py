"""Standing pages by their address."""

from datetime import datetime

from briefings.content import PageRecord
from briefings.models import PublishedName, Subject


def live(slug: str, at: datetime) -> PageRecord | None:
    """What stands at `slug` at `at`; None where nothing does, or no more. One query."""
    rows = PublishedName.objects.live(at).filter(kind=Subject.Kind.PAGE, slug=slug).exclude(name="")
    text = rows.values_list("record__text__text", flat=True).first()
    return PageRecord.model_validate_json(text) if text else None
