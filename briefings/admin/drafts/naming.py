"""Names that an editor typed -> people and topics on file, where the file knows which is meant."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from briefings.content import PersonName, TopicName
from briefings.content.slugs import ascii_slug
from briefings.models import Person, Topic


def listed(text: str) -> list[str]:
    """The names in a line, parted by commas (of several scripts), each once."""
    for comma in "،、，\n":
        text = text.replace(comma, ",")
    return list(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))


class People:
    """Everybody who might be meant by some names and ids, in two queries."""

    def __init__(self, names: Iterable[str], ids: Iterable[str]) -> None:
        found = Person.objects.filter(uuid__in=[valid for given in ids if (valid := _uuid(given))])
        self._by_id = {str(person.uuid): person for person in found}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in Person.objects.filter(name__in=set(names)).order_by("pk"):
            self._by_name[person.name].append(person)

    def named(self, name: str, *, given: str = "", kind: str = "private") -> PersonName:
        """The one who is meant: by the id given while the name is theirs, else by the name where one has it.

        Whoever is not on file is new, of that kind. Raises forms.ValidationError where several have the name.
        """
        chosen = self._by_id.get(_uuid(given))
        if chosen and chosen.name == name:
            return _person(chosen)
        namesakes = self._by_name[name]
        if len(namesakes) > 1:
            sentence = _("%(count)d people on file are called “%(name)s”. Choose which one.")
            raise forms.ValidationError(
                sentence % {"count": len(namesakes), "name": name}, code="namesakes", params={"people": namesakes}
            )
        return _person(namesakes[0]) if namesakes else PersonName(name=name, kind=kind or "private")


def topics(names: list[str]) -> tuple[TopicName, ...]:
    """The topics of those names; one that is not on file is new. One query."""
    on_file = {topic.name: topic for topic in Topic.objects.filter(name__in=names)}
    made: dict[str, TopicName] = {}
    for name in names:
        topic = on_file.get(name)
        slug = topic.slug if topic else ascii_slug(name, otherwise=f"topic-{len(made) + 1}")
        made.setdefault(slug, TopicName(id=str(topic.uuid) if topic else None, name=name, slug=slug))
    return tuple(made.values())


def offer(form: forms.Form, people: list[Person]) -> None:
    """Let the editor choose among namesakes, in the place of the hidden id."""
    choices = [("", "—"), *((str(person.uuid), f"{person.name}, {person.get_kind_display()}") for person in people)]
    form.fields["person"].widget = forms.Select(choices=choices)


def _person(row: Person) -> PersonName:
    return PersonName(id=str(row.uuid), name=row.name, kind=row.kind)


def _uuid(given: Any) -> str:
    try:
        return str(UUID(str(given)))
    except ValueError:
        return ""
