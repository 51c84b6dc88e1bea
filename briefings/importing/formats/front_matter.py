"""Front matter: what a draft says about itself above its text, in YAML, TOML, JSON or as MultiMarkdown's head."""

import json
import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.importing.formats.yaml_values import values_of
from briefings.importing.metadata import AUTHORS, DESCRIPTION, TOPICS, Metadata

MOST_LINES = 200

_FENCES = {"---": {"---", "..."}, "+++": {"+++"}, ";;;": {";;;"}}
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*)|[ \t]*$)")
_GOES_ON = (" ", "\t", "-", "#", "]", "}")
_HEAD = re.compile(
    r"(title|author|authors|date|slug|tags|keywords|category|summary|status)[ \t]*:[ \t]+(\S.*)", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
HEADLINE = {"title", "headline"}
_DATE = {"date", "published", "publishdate", "pubdate", "created"}


@dataclass(frozen=True)
class Field:
    """A key and its words; `number`: the line in which it stands. Without a key, the words are a whole line."""

    key: str
    values: tuple[str, ...]
    number: int

    @property
    def text(self) -> str:
        return ", ".join(" ".join(value.split()) for value in self.values)


def fields_of(text: str) -> tuple[tuple[Field, ...], int]:
    """The fields of a text's front matter, in order, and how many lines it takes: 0 where there is none.

    Every word of it stands in a field.
    """
    lines = text.split("\n", MOST_LINES + 1)[: MOST_LINES + 1]
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    fence = lines[first].rstrip()
    if fence not in _FENCES:
        return _head(lines, first)
    last = next((at for at in range(first + 1, len(lines)) if lines[at].rstrip() in _FENCES[fence]), 0)
    inside = lines[first + 1 : last]
    if not any(line.strip() for line in inside):
        return (), 0
    read = {"---": _of_yaml, "+++": _of_toml, ";;;": _of_json}[fence]
    fields = read(inside, first + 2)
    return (_with_all_words(fields, inside, first + 2), last + 1) if fields else ((), 0)


def metadata_of(fields: Sequence[Field]) -> Metadata:
    def values_under(keys: Collection[str]) -> tuple[str, ...]:
        values = [value for field in fields if field.key.lower() in keys for value in field.values]
        return tuple(dict.fromkeys(" ".join(value.split()) for value in values if value.strip()))

    topics = values_under(TOPICS)
    return Metadata(
        headline=next(iter(values_under(HEADLINE)), ""),
        slug=next(iter(values_under({"slug"})), ""),
        date=next(iter(values_under(_DATE)), ""),
        topics=tuple(name for topic in topics for name in _apart(topic, alone=len(topics) == 1)),
        authors=values_under(AUTHORS),
        description=next(iter(values_under(DESCRIPTION)), ""),
        is_draft=any(
            (field.key.lower(), field.text.lower())
            in {("draft", "true"), ("draft", "yes"), ("draft", "on"), ("status", "draft"), ("published", "false")}
            for field in fields
        ),
    )


def _apart(words: str, *, alone: bool) -> list[str]:
    """“Ferries, Budget” in one value is two topics."""
    names = [name.strip() for name in re.split("[,;]", words)] if alone else [words]
    return [name.removeprefix("#") for name in names if name]


def _of_yaml(lines: Sequence[str], number: int) -> list[Field]:
    """Empty where a line is no front matter: then the dashes above are a rule across the page."""
    starts: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate(lines):
        if key := _KEY.fullmatch(line.rstrip()):
            starts.append((at, key))
        elif line.strip() and not line.startswith(_GOES_ON):
            return []
    ends = [*(at for at, _ in starts), len(lines)][1:]
    return [
        Field(key[1].strip(), values_of(key[2] or "", lines[at + 1 : end]), number + at)
        for (at, key), end in zip(starts, ends, strict=True)
    ]


def _of_toml(lines: Sequence[str], number: int) -> list[Field]:
    try:
        values = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return _as_they_stand(lines, number)
    return _of_values(values, lines, number)


def _of_json(lines: Sequence[str], number: int) -> list[Field]:
    text = "\n".join(lines).strip()
    try:
        values = json.loads(text if text.startswith("{") else f"{{{text}}}")
    except ValueError:
        return _as_they_stand(lines, number)
    return _of_values(values, lines, number)


def _of_values(values: dict[str, Any], lines: Sequence[str], number: int) -> list[Field]:
    places = {key: next((at for at, line in enumerate(lines) if key in line), 0) for key in values}
    return [Field(key, tuple(_words(value)), number + places[key]) for key, value in values.items()]


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(value["name"])] if "name" in value else [word for each in value.values() for word in _words(each)]
    if isinstance(value, list):
        return [word for each in value for word in _words(each)]
    return [str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)]


def _as_they_stand(lines: Sequence[str], number: int) -> list[Field]:
    return [Field("", (line.strip(),), number + at) for at, line in enumerate(lines) if line.strip()]


def _with_all_words(fields: list[Field], lines: Sequence[str], number: int) -> tuple[Field, ...]:
    """`fields`, and every line that holds a word which no field holds: a comment, a key further down."""
    known_words = {word for field in fields for word in _WORD.findall(f"{field.key} {field.text}")}
    missing = [at for at, line in enumerate(lines) if not known_words.issuperset(_WORD.findall(line))]
    beside = [Field("", (lines[at].strip(),), number + at) for at in missing]
    return tuple(sorted([*fields, *beside], key=lambda field: field.number))


def _head(lines: Sequence[str], first: int) -> tuple[tuple[Field, ...], int]:
    """“Title: …”, “Date: …” above a blank line: two or more well-known keys, the title first."""
    fields = []
    for at in range(first, len(lines)):
        if not lines[at].strip():
            break
        if not (pair := _HEAD.fullmatch(lines[at].strip())):
            return (), 0
        values = re.split(r"\s*[,;]\s*", pair[2]) if pair[1].lower() in TOPICS | AUTHORS else [pair[2]]
        fields.append(Field(pair[1], tuple(values), at + 1))
    is_sure = len(fields) > 1 and fields[0].key.lower() == "title"
    return (tuple(fields), first + len(fields)) if is_sure else ((), 0)
