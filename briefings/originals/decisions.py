"""An editor's decisions about a draft, each about one place and kept at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.importing import Decisions, MarkDecision
from briefings.importing.decisions import Role
from briefings.models import Original, User
from briefings.workflow import Refused

_LONGEST = 500
MOST = 20_000
"""The most decisions about one draft."""


@dataclass(frozen=True)
class Change:
    """New decisions by place; None takes a decision back.

    `seen` is the fingerprint of what is left out, `encoding` the one that the file is read with from now on.
    """

    roles: Mapping[str, Role | None] = field(default_factory=dict)
    marks: Mapping[str, MarkDecision | None] = field(default_factory=dict)
    cuts: Mapping[str, bool] = field(default_factory=dict)
    joins: Mapping[str, bool] = field(default_factory=dict)
    seen: str = ""
    encoding: str = ""

    def __bool__(self) -> bool:
        return bool(self.roles or self.marks or self.cuts or self.joins or self.seen or self.encoding)

    @property
    def places(self) -> list[str]:
        confirmed = [
            f"{place} {'confirmed' if mark and mark.confirmed else ''}".strip() for place, mark in self.marks.items()
        ]
        return [*self.roles, *confirmed, *self.cuts, *self.joins, *self._of_the_whole]

    @property
    def _of_the_whole(self) -> list[str]:
        return [*(["left out seen"] if self.seen else []), *([f"read as {self.encoding}"] if self.encoding else [])]

    def of(self, decisions: Decisions) -> Decisions:
        """`decisions` with this change; decisions about other places of the draft stay."""
        return decisions.model_copy(
            update={
                "roles": _changed(decisions.roles, self.roles),
                "marks": _changed(decisions.marks, self.marks),
                "cuts": _set(decisions.cuts, self.cuts),
                "joins": _set(decisions.joins, self.joins),
                "left_out_seen": self.seen or decisions.left_out_seen,
                "encoding": self.encoding or decisions.encoding,
            }
        )


@transaction.atomic
def decide(original: Original, change: Change, *, by: User) -> Original:
    """Keep the new decisions. Raises Refused where `by` may not decide, or the draft became a briefing meanwhile."""
    locked = lock(original, by=by)
    decisions = change.of(Decisions.model_validate_json(locked.decisions))
    if len(decisions.roles) + len(decisions.marks) + len(decisions.cuts) + len(decisions.joins) > MOST:
        raise Refused(_("More was decided about this draft than can be kept. Mend the draft and paste it again."))
    return _keep(locked, decisions, by=by, detail=", ".join(change.places)[:_LONGEST])


@transaction.atomic
def read_afresh(original: Original, *, by: User) -> Original:
    """Take all decisions back. Raises Refused like `decide`."""
    return _keep(lock(original, by=by), Decisions(), by=by, detail="all taken back")


def lock(original: Original, *, by: User) -> Original:
    """Lock the row until the end of the transaction and return it. Raises Refused where `by` may not decide on it."""
    locked = Original.objects.select_for_update(of=("self",)).get(pk=original.pk)
    if not policy.originals(by, "write").filter(pk=locked.pk).exists():
        raise Refused(_("You may not decide about this draft. Ask whoever pasted it, or an editor."))
    if locked.is_erased:
        raise Refused(_("This pasted draft was erased by order."))
    if locked.is_decided:
        raise Refused(_("This draft became a text of a briefing. Go on writing there."))
    return locked


def _keep(original: Original, decisions: Decisions, *, by: User, detail: str) -> Original:
    """Write the decisions. The audit log names places and no words, since those may be erased by order."""
    original.decisions = decisions.model_dump_json()
    original.save(update_fields=["decisions"])
    enter("decided", by=by, briefing=original.briefing, about=f"original:{original.uuid}", detail=detail)
    return original


def _changed(had: Mapping[str, object], changed: Mapping[str, object]) -> dict:
    """The decisions with the changed ones last: where two contradict each other the last one counts."""
    kept = {place: value for place, value in had.items() if place not in changed}
    return kept | {place: value for place, value in changed.items() if value is not None}


def _set(had: tuple[str, ...], changed: Mapping[str, bool]) -> tuple[str, ...]:
    kept = dict.fromkeys((*had, *changed))
    return tuple(place for place in kept if changed.get(place, True))
