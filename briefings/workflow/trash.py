"""The trash: where what readers never had waits to be brought back: drafts, and the topics and people that no draft
names. No row is deleted, and no word."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.models import AuditEntry, Briefing, Byline, Draft, Edition, Person, Subject, Topic, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.names.public_records import is_named_in_an_edition
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused
from briefings.working_copy import name_records


def is_unpublished(briefing: Briefing) -> bool:
    """Whether readers never had anything of it, and nothing is scheduled. What was called off they never had."""
    return not Edition.objects.filter(briefing=briefing).not_called_off().exists()


@transaction.atomic
def trash(briefing: Briefing, *, by: User | None, expected: int | None = None) -> Draft:
    """Move the draft to the trash: out of every list and search, until it is brought back. Raises Refused."""
    ask("trash", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    reasons = refusals_of_version(draft, expected=expected, act="trash")
    if not is_unpublished(briefing):
        reasons.append(_("This briefing was published or is scheduled. Only what readers never had goes to the trash."))
    if reasons:
        raise Refused(*reasons)
    return _moved(draft, to=timezone.now(), by=by, action=AuditEntry.Action.TRASHED)


@transaction.atomic
def bring_back(briefing: Briefing, *, by: User | None) -> Draft:
    """Take the draft out of the trash, as it went there, and with it the topics and people that it names.

    One that is not in it stays as it is. Raises Refused.
    """
    ask("bring back", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    if draft.trashed_at is None:
        return draft
    people = Q(quotes__parent=draft) | Q(pk__in=Byline.objects.filter(draft=draft).values("person"))
    for named in (Person.objects.filter(people), Topic.objects.filter(uses__content_object=draft)):
        name_records.bring_back(named, by=by)
    return _moved(draft, to=None, by=by, action=AuditEntry.Action.BROUGHT_BACK)


@transaction.atomic
def trash_filed(thing: Topic | Person, *, by: User | None) -> None:
    """Move a topic or a person to the trash: out of what is offered, until a draft names it again. Raises Refused."""
    ask("file", by=by)
    thing = type(thing).objects.select_for_update(no_key=True).get(pk=thing.pk)
    if reasons := refusals_of_trashing(thing):
        raise Refused(*reasons)
    if thing.trashed_at is None:
        thing.trashed_at = timezone.now()
        thing.save(update_fields=["trashed_at"])
        enter(AuditEntry.Action.TRASHED, by=by, about=f"{thing._meta.model_name}:{thing.uuid}")


@transaction.atomic
def bring_back_filed(thing: Topic | Person, *, by: User | None) -> None:
    """Take a topic or a person out of the trash. One that is not in it stays as it is. Raises Refused."""
    ask("file", by=by)
    name_records.bring_back(type(thing).objects.select_for_update(no_key=True).filter(pk=thing.pk), by=by)


def refusals_of_trashing(thing: Topic | Person) -> list[str]:
    """The reasons why a topic or a person does not go to the trash."""
    reasons = []
    if thing.merged_into_id or thing.merged.exists():
        reasons.append(_("“%(name)s” is one with another, and stays on file.") % {"name": thing})
    if uses_in_drafts(thing):
        reasons.append(_("A draft names “%(name)s”. Only what no draft names goes to the trash.") % {"name": thing})
    if Subject.objects.filter(uuid=thing.uuid).exists() or is_named_in_an_edition(thing):
        sentence = _("“%(name)s” stands in the publish log. Only what readers never had goes to the trash.")
        reasons.append(sentence % {"name": thing})
    return reasons


def uses_in_drafts(thing: Topic | Person) -> int:
    """How often drafts name it that are not in the trash."""
    if isinstance(thing, Topic):
        return thing.uses.filter(content_object__trashed_at=None).count()
    bylines = Byline.objects.filter(person=thing, draft__trashed_at=None)
    return thing.quotes.filter(parent__trashed_at=None).count() + bylines.count()


def _moved(draft: Draft, *, to, by: User | None, action: str) -> Draft:
    # `saved_at` stays: nobody saved.
    Draft.objects.filter(pk=draft.pk).update(trashed_at=to)
    draft.trashed_at = to
    enter(action, by=by, briefing=draft.briefing, detail=f"version {draft.version}")
    return draft
