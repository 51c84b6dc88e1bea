"""Names that an editor typed -> people and topics on file, where the file knows which is meant."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from briefings.content import PersonName, TopicName
from briefings.content.slugs import ascii_slug
from briefings.models import Person, Topic
from briefings.working_copy import person_name, topic_name


def listed(text: str, *, known: Iterable[str] = ()) -> list[str]:
    """The names in a line, parted by commas (of several scripts). A `known` name that holds a comma is one name."""
    for comma in "،、，\n":
        text = text.replace(comma, ",")
    parts = [name for part in text.split(",") if (name := " ".join(part.split()))]
    whole = {_parted(name): name for name in known}
    names = []
    while parts:
        length = next((n for n in range(len(parts), 1, -1) if tuple(parts[:n]) in whole), 1)
        names.append(whole.get(tuple(parts[:length]), parts[0]))
        parts = parts[length:]
    return names


def _parted(name: str) -> tuple[str, ...]:
    return tuple(listed(name))


def too_long(names: Iterable[str], *, most: int) -> list[str]:
    """A sentence on each name that is longer than `most`."""
    sentence = _("“%(name)s…” holds %(count)d characters; %(most)d is the most for a name. Are the commas missing?")
    return [sentence % {"name": name[:40], "count": len(name), "most": most} for name in names if len(name) > most]


class People:
    """Everybody in `known` who might be meant by some names, each with the id that a form gives, in one query.

    Whoever was merged stands for the one they were merged into; neither they nor who is in the trash are a namesake of
    anybody. Those who are `here`, as
    the text names them now, are not asked for.
    """

    def __init__(
        self, given: Iterable[tuple[str, str]], *, here: Iterable[PersonName], known: QuerySet[Person]
    ) -> None:
        self._here = {(person.name, person.id): person for person in here}
        sought = {(name, _uuid(one)) for name, one in given if name} - self._here.keys()
        called, chosen = {name for name, _id in sought}, {one for _name, one in sought if one}
        meant = Q(uuid__in=chosen) | Q(name__in=called)
        rows = known.filter(meant).select_related("merged_into").order_by("pk") if sought else ()
        self._by_id = {str(person.uuid): person for person in rows if str(person.uuid) in chosen}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        self._aside: dict[str, list[Person]] = defaultdict(list)
        for person in (row for row in rows if row.name in called):
            group = self._aside if person.merged_into or person.trashed_at else self._by_name
            if (one := person.merged_into or person) not in group[person.name]:
                group[person.name].append(one)

    def named(self, name: str, *, given: str = "", kind: str = "private") -> PersonName:
        """The one who is meant: by the id given while the name is theirs, else by the name where one has it.

        Whoever is not on file is new, of that kind. Raises forms.ValidationError where several have the name.
        """
        if person := self._here.get((name, _uuid(given))):
            return person
        chosen = self._by_id.get(_uuid(given))
        if chosen and chosen.name == name:
            return person_name(chosen.merged_into or chosen)
        namesakes = self._by_name[name] or self._aside[name]
        if len(namesakes) > 1:
            sentence = _("%(count)d people on file are called “%(name)s”. Choose which one.")
            raise forms.ValidationError(
                sentence % {"count": len(namesakes), "name": name}, code="namesakes", params={"people": namesakes}
            )
        return person_name(namesakes[0]) if namesakes else PersonName(name=name, kind=kind or "private")


def topics(names: list[str], *, known: Iterable[TopicName] = ()) -> tuple[TopicName, ...]:
    """The topics of those names, each once; one that is not on file is new. One query, where not all are `known`.

    The name of one that was merged stands for the one it was merged into.
    """
    on_file = {topic.name: topic for topic in known}
    if unknown := [name for name in names if name not in on_file]:
        rows = Topic.objects.filter(name__in=unknown).select_related("merged_into")
        on_file |= {row.name: topic_name(row.merged_into or row) for row in rows}
    made: dict[str, TopicName] = {}
    taken: set[str] = set()
    for name in names:
        topic = on_file.get(name) or TopicName(name=name, slug=_free(ascii_slug(name, otherwise="topic"), taken))
        made.setdefault(topic.name.casefold(), topic)
        taken.add(topic.slug)
    return tuple(made.values())


def _free(slug: str, taken: set[str]) -> str:
    return next(one for n in count(1) if (one := slug if n == 1 else f"{slug}-{n}") not in taken)


def offer(form: forms.Form, people: list[Person]) -> None:
    """Let the editor choose among namesakes, in the place of the hidden id."""
    choices = [("", "—"), *((str(person.uuid), f"{person.name}, {person.get_kind_display()}") for person in people)]
    form.fields["person"].widget = forms.Select(choices=choices)


def _uuid(given: Any) -> str:
    try:
        return str(UUID(str(given)))
    except ValueError:
        return ""
