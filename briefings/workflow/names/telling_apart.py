"""Saying of two people on file whose names are alike that they are not one, and taking that back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.models import AuditEntry, Person, ToldApart, User
from briefings.workflow.names.reference_names import as_filed
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused


@transaction.atomic
def tell_apart(person: Person, *, other: Person, by: User | None, expected: tuple[str, str] | None = None) -> ToldApart:
    """Remember that the two are not one, until one of them gets another name or is merged. Said twice, it stays as it
    was said first. `expected` are the values of `as_filed` for both when they were looked at. Raises Refused.
    """
    ask("file", by=by)
    person, other = _lock(person, other)
    if expected is not None and expected != (as_filed(person), as_filed(other)):
        raise Refused(_("One of the two was changed since this page was opened. Look at both again."))
    told, is_new = ToldApart.objects.get_or_create(
        **_in_order(person, other), defaults={"by": by, "at": timezone.now()}
    )
    if is_new:
        _record(AuditEntry.Action.TOLD_APART, person, other, by=by)
    return told


@transaction.atomic
def untell_apart(person: Person, *, other: Person, by: User | None) -> None:
    """Forget that the two are not one, so that they are asked about again. Raises Refused."""
    ask("file", by=by)
    person, other = _lock(person, other)
    if ToldApart.objects.filter(**_in_order(person, other)).delete()[0]:
        _record(AuditEntry.Action.NOT_APART, person, other, by=by)


def _lock(person: Person, other: Person) -> tuple[Person, Person]:
    """Both as on file now, locked in the order in which a merge locks them. Raises Refused."""
    pair = Person.objects.select_for_update(no_key=True).filter(pk__in=[person.pk, other.pk]).order_by("pk")
    rows = {row.pk: row for row in pair}
    if len(rows) != 2 or any(row.merged_into_id or row.trashed_at for row in rows.values()):
        raise Refused(_("One of the two is not there any more: it was merged, or is in the trash. Look again."))
    return rows[person.pk], rows[other.pk]


def _in_order(person: Person, other: Person) -> dict[str, Person]:
    one, other = sorted((person, other), key=lambda row: row.pk)
    return {"one": one, "other": other}


def _record(action: AuditEntry.Action, person: Person, other: Person, *, by: User | None) -> None:
    """In the history of each."""
    for one, another in ((person, other), (other, person)):
        detail = f"{one} ({one.uuid}) and {another} ({another.uuid})"
        enter(action, by=by, about=f"person:{one.uuid}", detail=detail)
