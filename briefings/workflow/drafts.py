"""What every act on a draft needs: its lock, the version that the editor read, and whether it is approved."""

from django.db.models import Q
from django.utils.translation import gettext as _

from briefings.models import Briefing, Draft
from briefings.working_copy.stale import newer_text


def lock_draft(briefing: Briefing) -> Draft:
    """Lock the `briefing` and its draft until the end of the transaction, and return the draft.

    There is one act on a briefing at a time. Waits for a save that is under way and keeps out others, so that one whole
    version of the draft is read. No key is locked: whoever refers to either need not wait.
    """
    # No other row is joined: whom a draft refers to may change while this waits, and would be missing then.
    drafts = Draft.objects.select_related("briefing")
    return drafts.select_for_update(no_key=True, of=("self", "briefing")).get(briefing=briefing)


def lock_with_translations(briefing: Briefing) -> tuple[Draft, list[Draft]]:
    """`lock_draft`, of the `briefing` and of what translates it; in one order, so that two who do so never cross."""
    drafts = Draft.objects.select_related("briefing").order_by("briefing_id")
    locked = drafts.select_for_update(no_key=True, of=("self", "briefing"))
    rows = {row.briefing_id: row for row in locked.filter(Q(briefing=briefing) | Q(translation_of=briefing))}
    return rows.pop(briefing.pk), list(rows.values())


def refusals_of_version(draft: Draft, *, expected: int | None, act: str) -> list[str]:
    """The reasons against `act` where the draft is in the trash, or somebody saved after the version `expected`."""
    if draft.trashed_at is not None:
        return [_("This briefing is in the trash. Bring it back first.")]
    if expected is None or draft.version == expected:
        return []
    return [newer_text(draft, act=act)]


def is_approved(draft: Draft) -> bool:
    """Whether the present version of the draft was approved."""
    return draft.state == Draft.State.APPROVED and draft.approved_version == draft.version
