"""The rows of the names in content: people and topics are found by id, else by name, else made."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.content import BriefingContent, ContentRefused, ImageName, PersonName, TopicName
from briefings.models import AuditEntry, Briefing, Image, Person, Topic, User
from briefings.working_copy import alike_people

Thing = TypeVar("Thing", Person, Topic)


class NameRecords:
    """The rows that content refers to, looked up once; those of the briefings that it names are given.

    What is named again comes back from the trash. Raises ContentRefused where an id is not on file.
    """

    def __init__(
        self,
        content: BriefingContent,
        *,
        follows: Briefing | None,
        translation_of: Briefing | None,
        by: User | None,
    ) -> None:
        people = dict.fromkeys([*(quote.person for quote in content.quotes if quote.person), *content.authors])
        people_on_file = _hold(Person, people)
        topics_on_file = _hold(Topic, content.topics)
        self._people = {name: people_on_file.get(name.id) if name.id else _named_person(name) for name in people}
        self._topics = {name: topics_on_file.get(name.id) if name.id else _named_topic(name) for name in content.topics}
        ids = {figure.image.id for figure in content.figures if figure.image}
        self._images = {str(row.uuid): row for row in Image.objects.filter(uuid__in=ids, erased_at=None)}
        missing = [_("“%(words)s”") % {"words": person.name} for person, row in self._people.items() if row is None]
        missing += [_("“%(words)s”") % {"words": topic.name} for topic, row in self._topics.items() if row is None]
        missing += [_("a picture")] if len(self._images) < len(ids) else []
        if content.follows and not follows:
            missing.append(_("the briefing that this one follows"))
        if content.translation_of and not translation_of:
            missing.append(_("the briefing that this one translates"))
        if missing:
            raise ContentRefused([("", _("Not on file: %(names)s. Choose again.") % {"names": ", ".join(missing)})])
        bring_back([*self._people.values(), *self._topics.values()], by=by)

    def person(self, name: PersonName | None) -> Person | None:
        return self._people[name] if name else None

    def image(self, name: ImageName | None) -> Image | None:
        return self._images[name.id] if name else None

    def topic(self, name: TopicName) -> Topic:
        return self._topics[name]


def bring_back(things: Iterable[Person | Topic], *, by: User | None) -> None:
    """Take those of `things` that are in the trash out of it, each on record."""
    for thing in dict.fromkeys(thing for thing in things if thing.trashed_at is not None):
        thing.trashed_at = None
        thing.save(update_fields=["trashed_at"])
        enter(AuditEntry.Action.BROUGHT_BACK, by=by, about=f"{thing._meta.model_name}:{thing.uuid}")


def _hold(model: type[Thing], names: Iterable[PersonName | TopicName]) -> dict[str, Thing]:
    """Lock the named rows in key order until the save is done, so that none of them is merged meanwhile.

    Returns those with an id, by id; in the place of one that was merged, the one that it was merged into.
    """
    ids, words = [name.id for name in names if name.id], [name.name for name in names if not name.id]
    rows = list(model.objects.select_for_update(no_key=True).filter(Q(uuid__in=ids) | Q(name__in=words)).order_by("pk"))
    merged_into = model.objects.in_bulk({row.merged_into_id for row in rows if row.merged_into_id})
    return {str(row.uuid): merged_into[row.merged_into_id] if row.merged_into_id else row for row in rows}


def _named_person(name: PersonName) -> Person:
    named = Person.objects.select_related("merged_into").filter(name__iexact=name.name)
    around = named.filter(merged_into=None, trashed_at=None)
    namesakes = [*around[:2]] or list({row.merged_into or row for row in named})
    # Of two people with one name either may be meant. A new third one can be merged later; a wrong one misattributes.
    return namesakes[0] if len(namesakes) == 1 else _filed_person(name)


def _filed_person(name: PersonName) -> Person:
    return Person.objects.create(name=name.name, kind=name.kind, **alike_people.columns(name.name))


def _named_topic(name: TopicName) -> Topic:
    if topic := Topic.objects.select_related("merged_into").filter(name__iexact=name.name).first():
        return topic.merged_into or topic
    try:
        with transaction.atomic():
            topic = Topic(name=name.name)
            topic.save()
    except IntegrityError:  # a colleague named it in the same moment
        return Topic.objects.get(name=name.name)
    return topic
