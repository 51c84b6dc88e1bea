"""A draft becomes a text of a briefing: the first of a new one, or the next of one that an earlier draft became."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy, working_copy
from briefings.content import BriefingContent, from_canonical
from briefings.content.text_merge import Merged, Side, merge
from briefings.importing.part_keys import rekeyed
from briefings.models import Briefing, Draft, Original, User
from briefings.originals.decisions import lock
from briefings.originals.earlier_drafts import latest_of
from briefings.originals.understanding import Understood, understood
from briefings.workflow import Refused


class Unseen(Refused):
    """Nobody has said yet that they saw what the draft does not show."""

    def __init__(self) -> None:
        super().__init__(
            _("Look at what is left out of this draft, and say that you have seen it. Nothing was written before that.")
        )


@dataclass(frozen=True)
class Compared:
    """What the last draft of a briefing said, and what the new one says, by the same part keys."""

    base: BriefingContent
    new: BriefingContent


def make_briefing(original: Original, *, by: User) -> Draft:
    """The briefing that the draft becomes, with the understood text as its first revision. Made twice, it is one.

    Raises Refused, Unreadable, Busy, ContentRefused; then nothing is on file.
    """
    if not policy.may(by, "create"):
        raise Refused(_("You may not begin a briefing. Ask an editor."))
    now = Original.objects.get(pk=original.pk)
    if not now.is_decided:
        understood(now)  # before anything is locked: then it comes from memory
    return _made(now, by=by)


@transaction.atomic
def _made(original: Original, *, by: User) -> Draft:
    locked = Original.objects.select_for_update(of=("self",)).get(pk=original.pk)
    if locked.is_decided and policy.may(by, "read", locked.briefing):
        return locked.briefing.draft
    locked = lock(original, by=by)
    said = understood(locked)
    _refuse_unseen(said)
    draft = working_copy.create(
        said.imported.content,
        by=by,
        name="as pasted",
        detail="created from a pasted draft",
        scheduling_note=said.imported.embargo,
    )
    _link(locked, draft.briefing)
    return draft


def begin_update(original: Original, briefing: Briefing) -> Compared | None:
    """The last draft of the briefing and this one, compared; None where nothing of the last one is kept.

    What the last draft said is read anew, so that nothing the desk wrote since is taken for the writer's words. Raises
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
    expected: int,
    by: User,
    save_id: UUID,
) -> Merged:
    """Write what the choices make of the working copy and the new draft, unless some part is still undecided.

    Raises Refused, working_copy.Stale, ContentRefused; then, and where there are conflicts, nothing is written.
    """
    if not policy.may(by, "write", draft.briefing):
        raise Refused(_("You may not write this briefing. Ask an editor."))
    locked = lock(original, by=by)
    _refuse_unseen(understood(locked))
    result = merge(base, new, working_copy.read(draft), choose=chosen)
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
    return result


def _refuse_unseen(said: Understood) -> None:
    """Raises Unseen where nobody has seen what the draft hides, deletes or comments."""
    if not said.is_seen:
        raise Unseen


def _link(original: Original, briefing: Briefing) -> None:
    original.briefing = briefing
    original.revision = briefing.revisions.order_by("version").last()
    original.save(update_fields=["briefing", "revision"])
