"""A new briefing from a piece of content."""

from uuid import UUID

from django.db import transaction

from briefings.content import BriefingContent
from briefings.models import Briefing, Draft, User
from briefings.working_copy.writing import write


@transaction.atomic
def create(
    content: BriefingContent, *, by: User | None, name: str = "", detail: str = "", save_id: UUID | None = None
) -> Draft:
    """A new briefing with the id that `content` names, its draft (owned by `by`), and the first revision.

    Raises ContentRefused like `write`; IntegrityError where a briefing with that id exists.
    """
    draft = Draft.objects.create(briefing=Briefing.objects.create(uuid=content.id), owner=by)
    write(draft, content, expected=0, by=by, name=name, detail=detail or "created", save_id=save_id)
    return draft
