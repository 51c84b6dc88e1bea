"""The draft under an act: locked, at the version that the editor read, approved or not."""

from briefings.models import Briefing, Draft
from briefings.working_copy import Stale


def lock_draft(briefing: Briefing) -> Draft:
    """The draft of the locked `briefing`, locked too.

    A save that is under way is waited for, and none begins: what is read is one version of the draft, whole.
    """
    return Draft.objects.select_for_update().get(briefing=briefing)


def refusals_of_version(draft: Draft, *, expected: int | None, act: str) -> list[str]:
    """What stands against `act` (words that follow “Cannot”) where somebody saved since the version `expected`."""
    if expected is None or draft.version == expected:
        return []
    return [str(Stale(draft)).replace("Cannot save", f"Cannot {act}", 1)]


def is_approved(draft: Draft) -> bool:
    """Whether somebody approved the text as it stands now."""
    return draft.state == Draft.State.APPROVED and draft.approved_version == draft.version
