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
    """A key and its words; `number`: the line in which it stands. Without a key: a line that is said as it stands."""

    key: str
    values: tuple[str, ...]
    number: int

    @property
    def text(self) -> str:
        return ", ".join(" ".join(value.split()) for value in self.values)


def fields_of(text: str) -> tuple[tuple[Field, ...], int]:
    """What the front matter of a text says, in order, and how many lines it takes; none: it has none.

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
    found = read(inside, first + 2)
    return (_with_all_words(found, inside, first + 2), last + 1) if found else ((), 0)


def metadata_of(fields: Sequence[Field]) -> Metadata:
    def said(keys: Collection[str]) -> tuple[str, ...]:
        values = [value for field in fields if field.key.lower() in keys for value in field.values]
        return tuple(dict.fromkeys(" ".join(value.split()) for value in values if value.strip()))

    topics = said(TOPICS)
    return Metadata(
        headline=next(iter(said(HEADLINE)), ""),
        slug=next(iter(said({"slug"})), ""),
        date=next(iter(said(_DATE)), ""),
        topics=tuple(name for topic in topics for name in _apart(topic, alone=len(topics) == 1)),
        authors=said(AUTHORS),
        description=next(iter(said(DESCRIPTION)), ""),
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
    """Empty where a line is none of front matter: then the dashes above it are a rule."""
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
        said = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return _as_they_stand(lines, number)
    return _of_values(said, lines, number)


def _of_json(lines: Sequence[str], number: int) -> list[Field]:
    text = "\n".join(lines).strip()
    try:
        said = json.loads(text if text.startswith("{") else f"{{{text}}}")
    except ValueError:
        return _as_they_stand(lines, number)
    return _of_values(said, lines, number)


def _of_values(said: dict[str, Any], lines: Sequence[str], number: int) -> list[Field]:
    places = {key: next((at for at, line in enumerate(lines) if key in line), 0) for key in said}
    return [Field(key, tuple(_words(value)), number + places[key]) for key, value in said.items()]


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(value["name"])] if "name" in value else [word for each in value.values() for word in _words(each)]
    if isinstance(value, list):
        return [word for each in value for word in _words(each)]
    return [str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)]


def _as_they_stand(lines: Sequence[str], number: int) -> list[Field]:
    return [Field("", (line.strip(),), number + at) for at, line in enumerate(lines) if line.strip()]


def _with_all_words(found: list[Field], lines: Sequence[str], number: int) -> tuple[Field, ...]:
    """`found`, and every line that holds a word which no field holds: a comment, a key further down."""
    said = {word for field in found for word in _WORD.findall(f"{field.key} {field.text}")}
    missing = [at for at, line in enumerate(lines) if not said.issuperset(_WORD.findall(line))]
    beside = [Field("", (lines[at].strip(),), number + at) for at in missing]
    return tuple(sorted([*found, *beside], key=lambda field: field.number))


def _head(lines: Sequence[str], first: int) -> tuple[tuple[Field, ...], int]:
    """“Title: …”, “Date: …” above a blank line; only keys that are sure, and a title first."""
    found = []
    for at in range(first, len(lines)):
        if not lines[at].strip():
            break
        if not (pair := _HEAD.fullmatch(lines[at].strip())):
            return (), 0
        values = re.split(r"\s*[,;]\s*", pair[2]) if pair[1].lower() in TOPICS | AUTHORS else [pair[2]]
        found.append(Field(pair[1], tuple(values), at + 1))
    is_sure = len(found) > 1 and found[0].key.lower() == "title"
    return (tuple(found), first + len(found)) if is_sure else ((), 0)
