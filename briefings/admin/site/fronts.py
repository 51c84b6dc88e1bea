"""The front pages that there are, of each language one, and how many places the form has for each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone

from briefings.content import FrontRecord
from briefings.content.public_values import MOST_IN_ALL, MOST_PLACES
from briefings.outputs.languages import own_name
from briefings.public.languages import languages
from briefings.workflow.pages import front_room

_NAME = re.compile(r"briefing_(?:([a-z]+)_)?([1-9][0-9]?)", re.ASCII)


@dataclass(frozen=True)
class Front:
    """A front page: its language, "" where it is that of all; the site's own has the plain names of fields. `rows` are
    its places, and those in which what is scheduled waits, or what has no room any more.
    """

    language: str = ""
    is_home: bool = True
    rows: int = MOST_PLACES

    @property
    def name(self) -> str:
        return own_name(self.language) if self.language else ""

    @property
    def places(self) -> Iterator[str]:
        """How the names of the fields of each place end."""
        numbers = range(1, self.rows + 1)
        return (str(number) if self.is_home else f"{self.language}_{number}" for number in numbers)


def fronts(current: FrontRecord, data: Mapping[str, str]) -> list[Front]:
    """The front pages that there are now, and those of what `current` has scheduled, with room for all that has a place
    on them by the record or by the form’s `data`.
    """
    those = languages(timezone.now())
    placed = front_room.placed(current, timezone.now())
    if len(those.spoken) < 2:
        found = [("", True)]
    else:
        scheduled = {one.language for one in placed if one.begins} - set(those.spoken)
        found = [(language, language == those.at_home) for language in (*those.spoken, *sorted(scheduled))]
    given = [match.groups() for match in names_in(data).values()]
    rows = {}
    for language, is_home in found:
        here = [one for one in placed if language in ("", one.language)]
        typed = [int(number) for of, number in given if (of or "") == ("" if is_home else language)]
        rows[language] = max(MOST_PLACES + sum(1 for one in here if one.begins), len(here), *typed)
    return [Front(language, is_home, min(rows[language], MOST_IN_ALL)) for language, is_home in found]


def names_in(data: Mapping[str, str]) -> dict[str, re.Match[str]]:
    """The fields of `data` in which a briefing was chosen."""
    return {name: match for name, value in data.items() if value and (match := _NAME.fullmatch(name))}
