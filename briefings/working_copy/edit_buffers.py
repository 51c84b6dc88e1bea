"""What was typed and not saved: kept by form, found again by whoever typed it, gone with the save.

A buffer is no save. It makes no revision, changes no state, and no public code can reach it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from briefings.models import Briefing, EditBuffer, User

PRESENT = timedelta(seconds=12)
"""A page that is open says so every five seconds; after this long without a word it is taken for closed."""
KEPT = timedelta(days=30)
_FACT = BooleanField()


@dataclass(frozen=True)
class FormVersion:
    """Which form a browser speaks of: its id, whose it is, of which briefing, opened at which version of the draft."""

    form: UUID
    user: User
    briefing: UUID
    version: int


@dataclass(frozen=True)
class Presence:
    """Somebody who has the same briefing open, and whether they typed what is not saved yet."""

    user: User
    has_typed: bool


def keep(of: FormVersion, *, counter: int, fields: str, now: datetime) -> bool:
    """Keep the form's `fields` in the place of earlier ones. False for what came late, or of another's form."""
    values = {"version": of.version, "counter": counter, "fields": fields, "typed_at": now, "seen_at": now}
    if _later(of, counter).update(**values):
        return True
    _begin(of, **values)
    EditBuffer.objects.filter(seen_at__lt=now - KEPT).delete()
    return EditBuffer.objects.filter(form=of.form, user=of.user, counter=counter, typed_at=now).exists()


def touch(of: FormVersion, *, now: datetime) -> None:
    """Note that the form is open still."""
    if not EditBuffer.objects.filter(form=of.form, user=of.user, briefing_uuid=of.briefing).update(seen_at=now):
        _begin(of, version=of.version, seen_at=now)


def leave(of: FormVersion, *, now: datetime) -> None:
    """Note that the form was left: nobody is told any more that it is open."""
    EditBuffer.objects.filter(form=of.form, user=of.user, briefing_uuid=of.briefing).update(seen_at=now - PRESENT)


def settle(of: FormVersion, *, counter: int, now: datetime) -> None:
    """The form was saved up to `counter`: what it kept until then goes, and so does what arrives later of before."""
    values = {"version": of.version, "counter": counter, "fields": "", "typed_at": None, "seen_at": now}
    if not _later(of, counter + 1).update(**values):
        _begin(of, **values)


def drop(form: UUID, *, user: User) -> None:
    """Take the words out of the form's buffer, by the wish of whoever typed them."""
    EditBuffer.objects.filter(form=form, user=user).update(fields="", typed_at=None)


def unsaved(user: User, briefings: Iterable[UUID] | None = None) -> QuerySet[EditBuffer]:
    """What `user` typed and did not save, newest first: of these briefings, or else of those never saved at all."""
    buffers = EditBuffer.objects.filter(user=user).exclude(fields="").order_by("-typed_at")
    if briefings is None:
        return buffers.exclude(briefing_uuid__in=Briefing.objects.values("uuid"))
    return buffers.filter(briefing_uuid__in=briefings)


def present(briefing: UUID, *, besides: UUID, now: datetime) -> list[Presence]:
    """Who has the briefing open at `now` besides that form, each once."""
    rows = EditBuffer.objects.filter(briefing_uuid=briefing, seen_at__gt=now - PRESENT).exclude(form=besides)
    found: dict[int, Presence] = {}
    for row in rows.select_related("user").defer("fields").annotate(has_typed=ExpressionWrapper(~Q(fields=""), _FACT)):
        known = found.get(row.user_id)
        found[row.user_id] = Presence(row.user, row.has_typed or bool(known and known.has_typed))
    return list(found.values())


def forget(briefing: UUID) -> int:
    """Take the words out of every buffer of the briefing. Returns of how many."""
    return EditBuffer.objects.filter(briefing_uuid=briefing).exclude(fields="").update(fields="", typed_at=None)


def _later(of: FormVersion, counter: int) -> QuerySet[EditBuffer]:
    return EditBuffer.objects.filter(form=of.form, user=of.user, briefing_uuid=of.briefing, counter__lt=counter)


def _begin(of: FormVersion, **values: object) -> None:
    """A buffer of a form that has none. Where it has one, that of a later change or another's, that one stays."""
    buffer = EditBuffer(form=of.form, user=of.user, briefing_uuid=of.briefing, **values)
    EditBuffer.objects.bulk_create([buffer], ignore_conflicts=True)
