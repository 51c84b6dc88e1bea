"""Converting a draft into the first text of a new briefing, or into the next text of one that came from a draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy, workflow, working_copy
from briefings.content import BriefingContent, from_canonical
from briefings.content.text_merge import Merged, Side, merge
from briefings.importing.part_keys import rekeyed
from briefings.models import Briefing, Draft, Original, User
from briefings.originals.decisions import lock
from briefings.originals.earlier_drafts import latest_of
from briefings.originals.understanding import Understood, understood
from briefings.workflow import Refused
from briefings.working_copy.embargo_columns import embargo_columns


class Unseen(Refused):
    """Raised while nobody has confirmed that they saw what is left out of the draft."""

    def __init__(self) -> None:
        super().__init__(
            _("Look at what is left out of this draft, and say that you have seen it. Nothing was written before that.")
        )


@dataclass(frozen=True)
class Compared:
    """The content of the last draft of a briefing and of the new one, with the same part keys."""

    base: BriefingContent
    new: BriefingContent


def make_briefing(original: Original, *, by: User) -> Draft:
    """Make a briefing with the understood text as its first revision; return the one that was made before, if any.

    Raises Refused, Unreadable, Busy, ContentRefused; then nothing is written.
    """
    if not policy.may(by, "create"):
        raise Refused(_("You may not begin a briefing. Ask an editor."))
    now = Original.objects.get(pk=original.pk)
    if not now.is_decided:
        understood(now)  # before anything is locked: afterwards it comes from memory
    return _made(now, by=by)


@transaction.atomic
def _made(original: Original, *, by: User) -> Draft:
    locked = Original.objects.select_for_update(of=("self",)).get(pk=original.pk)
    if locked.is_decided and policy.may(by, "read", locked.briefing):
        return locked.briefing.draft
    locked = lock(original, by=by)
    draft_text = understood(locked)
    _refuse_unseen(draft_text)
    draft = working_copy.create(
        draft_text.imported.content,
        by=by,
        name="as pasted",
        detail="created from a pasted draft",
        **embargo_columns(draft_text.imported.embargo, on=timezone.localdate(locked.at)),
    )
    _link(locked, draft.briefing)
    return draft


def begin_update(original: Original, briefing: Briefing) -> Compared | None:
    """The last draft of the briefing and this one, to be merged; None where the last one or its text was erased.

    The last draft is read anew, so that nothing that the desk wrote since counts as the writer's words. Raises
    Unreadable and Busy.
    """
    last = latest_of(briefing)
    became = last and last.revision.text.text
    if last is None or last.is_erased or became is None:
        return None
    text = from_canonical(became)
    base = rekeyed(understood(last).imported.content, text)
    return Compared(base, rekeyed(understood(original).imported.content, base))


@transaction.atomic
def update_briefing(
    original: Original,
    draft: Draft,
    *,
    base: BriefingContent,
    new: BriefingContent,
    chosen: Mapping[str, Side],
    combined: Mapping[str, Any] | None = None,
    expected: int,
    by: User,
    save_id: UUID,
) -> Merged:
    """Merge the new draft into the working copy, and write it unless parts are in conflict.

    `chosen` is the side to take, by the address of a part, and `combined` what was made by hand of both. Raises
    Refused, working_copy.Stale, ContentRefused; then nothing is written.
    """
    if not policy.may(by, "write", draft.briefing):
        raise Refused(_("You may not write this briefing. Ask an editor."))
    locked = lock(original, by=by)
    update = understood(locked)
    _refuse_unseen(update)
    result = merge(base, new, working_copy.read(draft), choose=chosen, combined=combined)
    if result.conflicts:
        return result
    working_copy.write(
        draft,
        result.content,
        expected=expected,
        by=by,
        name="updated from a draft",
        detail="updated from a pasted draft",
        save_id=save_id,
    )
    _link(locked, draft.briefing)
    workflow.take_embargo(
        draft.briefing, **embargo_columns(update.imported.embargo, on=timezone.localdate(locked.at)), by=by
    )
    return result


def _refuse_unseen(draft: Understood) -> None:
    """Raise Unseen where nobody has seen what the draft hides, deletes or comments."""
    if not draft.is_seen:
        raise Unseen


def _link(original: Original, briefing: Briefing) -> None:
    original.briefing = briefing
    original.revision = briefing.revisions.order_by("version").last()
    original.save(update_fields=["briefing", "revision"])
