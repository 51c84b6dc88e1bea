"""Creating a briefing from content."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from briefings.content import BriefingContent
from briefings.models import Briefing, Draft, User
from briefings.working_copy.writer import write


@transaction.atomic
def create(
    content: BriefingContent,
    *,
    by: User | None,
    name: str = "",
    detail: str = "",
    scheduling_note: str = "",
    embargo_until: datetime | None = None,
    embargo_source: str = "",
    more_follows: bool = False,
    save_id: UUID | None = None,
    excerpts: Mapping[str, str] | None = None,
) -> Draft:
    """Create a briefing with the id of `content`, its draft (owned by `by`) and the first revision.

    `scheduling_note`, the embargo and `more_follows` are what the draft has beside its text. Raises ContentRefused like
    `write`, and IntegrityError where a briefing with that id exists.
    """
    briefing = Briefing.objects.create(uuid=content.id)
    draft = Draft.objects.create(
        briefing=briefing,
        owner=by,
        scheduling_note=scheduling_note,
        embargo_until=embargo_until,
        embargo_source=embargo_source,
        more_follows=more_follows,
    )
    said = detail or "created"
    write(draft, content, expected=0, by=by, name=name, detail=said, save_id=save_id, excerpts=excerpts)
    return draft
