"""Names in content -> rows on file: people, topics and briefings are found by id, else by name, else made."""

from django.db import IntegrityError, transaction

from briefings.content import BriefingContent, ContentRefused, PersonName, TopicName
from briefings.models import Briefing, Person, Topic


class Filing:
    """What a piece of content refers to, looked up once. Raises ContentRefused where an id is not on file."""

    def __init__(self, content: BriefingContent) -> None:
        people = [quote.person for quote in content.quotes if quote.person] + list(content.authors)
        self._people = {person: _person(person) for person in dict.fromkeys(people)}
        self._topics = {topic: _topic(topic) for topic in content.topics}
        self.follows = Briefing.objects.filter(uuid=content.follows).first() if content.follows else None
        missing = [f"“{person.name}”" for person, row in self._people.items() if row is None]
        missing += [f"“{topic.name}”" for topic, row in self._topics.items() if row is None]
        if content.follows and not self.follows:
            missing.append("the briefing that this one follows")
        if missing:
            raise ContentRefused([("", f"Not on file: {', '.join(missing)}. Choose again.")])

    def person(self, name: PersonName | None) -> Person | None:
        return self._people[name] if name else None

    def topic(self, name: TopicName) -> Topic:
        return self._topics[name]


def _person(name: PersonName) -> Person | None:
    if name.id:
        return Person.objects.filter(uuid=name.id).first()
    namesakes = list(Person.objects.filter(name__iexact=name.name)[:2])
    # Of two people with one name neither is meant for sure: a third can be merged later, a wrong one misattributes.
    return namesakes[0] if len(namesakes) == 1 else Person.objects.create(name=name.name, kind=name.kind)


def _topic(name: TopicName) -> Topic | None:
    if name.id:
        return Topic.objects.filter(uuid=name.id).first()
    if found := Topic.objects.filter(name__iexact=name.name).first():
        return found
    try:
        with transaction.atomic():
            topic = Topic(name=name.name)
            topic.save()
    except IntegrityError:  # a colleague named it in the same moment
        return Topic.objects.get(name=name.name)
    return topic
