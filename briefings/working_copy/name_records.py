"""The rows of the names in content: people and topics are found by id, else by name, else made."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Q

from briefings.content import BriefingContent, ContentRefused, ImageName, PersonName, TopicName
from briefings.models import Briefing, Image, Person, Topic


class NameRecords:
    """The rows that content refers to, looked up once. Raises ContentRefused where an id is not on file."""

    def __init__(self, content: BriefingContent) -> None:
        people = [quote.person for quote in content.quotes if quote.person] + list(content.authors)
        _hold(Person, people)
        _hold(Topic, content.topics)
        self._people = {person: _person(person) for person in dict.fromkeys(people)}
        self._topics = {topic: _topic(topic) for topic in content.topics}
        ids = {figure.image.id for figure in content.figures if figure.image}
        self._images = {str(row.uuid): row for row in Image.objects.filter(uuid__in=ids, erased_at=None)}
        self.follows = Briefing.objects.filter(uuid=content.follows).first() if content.follows else None
        missing = [f"“{person.name}”" for person, row in self._people.items() if row is None]
        missing += [f"“{topic.name}”" for topic, row in self._topics.items() if row is None]
        missing += ["a picture"] if len(self._images) < len(ids) else []
        if content.follows and not self.follows:
            missing.append("the briefing that this one follows")
        if missing:
            raise ContentRefused([("", f"Not on file: {', '.join(missing)}. Choose again.")])

    def person(self, name: PersonName | None) -> Person | None:
        return self._people[name] if name else None

    def image(self, name: ImageName | None) -> Image | None:
        return self._images[name.id] if name else None

    def topic(self, name: TopicName) -> Topic:
        return self._topics[name]


def _hold(model: type[Person | Topic], names: Iterable[PersonName | TopicName]) -> None:
    """Lock the named rows in key order until the save is done, so that none of them is merged meanwhile."""
    ids, words = [name.id for name in names if name.id], [name.name for name in names if not name.id]
    list(model.objects.select_for_update(no_key=True).filter(Q(uuid__in=ids) | Q(name__in=words)).order_by("pk"))


def _person(name: PersonName) -> Person | None:
    people = Person.objects.select_related("merged_into")
    if name.id:
        person = people.filter(uuid=name.id).first()
        return person and (person.merged_into or person)
    named = people.filter(name__iexact=name.name)
    namesakes = [*named.filter(merged_into=None)[:2]] or list({row.merged_into for row in named})
    # Of two people with one name either may be meant. A new third one can be merged later; a wrong one misattributes.
    return namesakes[0] if len(namesakes) == 1 else Person.objects.create(name=name.name, kind=name.kind)


def _topic(name: TopicName) -> Topic | None:
    topics = Topic.objects.select_related("merged_into")
    if name.id:
        topic = topics.filter(uuid=name.id).first()
        return topic and (topic.merged_into or topic)
    if topic := topics.filter(name__iexact=name.name).first():
        return topic.merged_into or topic
    try:
        with transaction.atomic():
            topic = Topic(name=name.name)
            topic.save()
    except IntegrityError:  # a colleague named it in the same moment
        return Topic.objects.get(name=name.name)
    return topic
