"""Two texts part by part: what stayed, changed, came, went, or stands elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from briefings.comparison.alignment import align, rising
from briefings.comparison.fields import Field, FieldKind, fields_of
from briefings.comparison.lines import Line, to_lines
from briefings.comparison.tokens import Token
from briefings.content import BriefingContent
from briefings.content.facts import FACTS, FACTS_AFTER, FACTS_BEFORE

PartChange = Literal["same", "changed", "added", "removed"]


@dataclass(frozen=True)
class ComparedField:
    """A field of a part that differs, as tokens of either side.

    `lines` lead from one to the other. They are worked out when they are asked for: whoever only counts needs none.
    """

    name: str
    kind: FieldKind
    was: tuple[Token, ...]
    is_now: tuple[Token, ...]

    @property
    def before(self) -> str:
        return _text(self.was)

    @property
    def after(self) -> str:
        return _text(self.is_now)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return to_lines(align(self.was, self.is_now))


@dataclass(frozen=True)
class ComparedPart:
    """A part of either text. `address` is the name of a fact or the key of a part, as in `text_merge`.

    `before` and `after` are its values, None where it is absent (a fact never is). `fields` are those that differ, all
    of a part that was added or removed. A part `is_moved` where it stands elsewhere among those that both texts have.
    """

    address: str
    before: Any
    after: Any
    change: PartChange
    fields: tuple[ComparedField, ...] = ()
    is_moved: bool = False

    @property
    def is_changed(self) -> bool:
        return self.change != "same" or self.is_moved


def compare_texts(before: BriefingContent, after: BriefingContent) -> tuple[ComparedPart, ...]:
    """Every part of the two texts in the order of the page, those that stayed as well.

    What was removed stands behind the part that it followed.
    """
    headings = {section.key: section.heading for text in (before, after) for section in text.sections}
    return (
        *_facts(FACTS_BEFORE, before, after),
        *_parts(before.blocks, after.blocks, headings),
        *_parts(before.faq, after.faq, headings),
        *_facts(FACTS_AFTER, before, after),
    )


def compare_part(
    address: str, before: Any, after: Any, *, headings: Mapping[str, str], is_moved: bool = False
) -> ComparedPart:
    """One part as two texts have it. `headings` are those of the sections of both texts, by key."""
    if before == after:
        return ComparedPart(address, before, after, "same", (), is_moved)
    was = fields_of(before, address=address, headings=headings)
    is_now = fields_of(after, address=address, headings=headings)
    fields = tuple(
        _compared(was.get(name), is_now.get(name))
        for name in is_now or was
        if _differs(was.get(name), is_now.get(name))
    )
    change: PartChange = "changed" if fields else "same"
    if address not in FACTS and (before is None) != (after is None):
        change = "added" if before is None else "removed"
    return ComparedPart(address, before, after, change, fields, is_moved)


def _facts(facts: Iterable[Any], before: BriefingContent, after: BriefingContent) -> list[ComparedPart]:
    return [
        compare_part(fact.name, getattr(before, fact.name), getattr(after, fact.name), headings={}) for fact in facts
    ]


def _parts(before: Iterable[Any], after: Iterable[Any], headings: Mapping[str, str]) -> list[ComparedPart]:
    was = {part.key: part for part in before}
    is_now = {part.key: part for part in after}
    moved = moved_keys(list(was), list(is_now))
    return [
        compare_part(key, was.get(key), is_now.get(key), headings=headings, is_moved=key in moved)
        for key in _order(list(was), list(is_now))
    ]


def moved_keys(before: list[str], after: list[str]) -> set[str]:
    """The fewest keys that stand elsewhere among those of both lists."""
    places = {key: place for place, key in enumerate(before)}
    shared = [key for key in after if key in places]
    stayed = rising([places[key] for key in shared])
    return {key for index, key in enumerate(shared) if index not in stayed}


def _order(before: list[str], after: list[str]) -> list[str]:
    """Every key once: as `after` has them, and each that is gone behind the one that it followed."""
    present = set(after)
    gone_after: dict[str | None, list[str]] = {}
    neighbour: str | None = None
    for key in before:
        if key in present:
            neighbour = key
        else:
            gone_after.setdefault(neighbour, []).append(key)
    order = list(gone_after.get(None, []))
    for key in after:
        order += [key, *gone_after.get(key, [])]
    return order


def _differs(was: Field | None, is_now: Field | None) -> bool:
    before, after = was.tokens if was else [], is_now.tokens if is_now else []
    return before != after


def _compared(was: Field | None, is_now: Field | None) -> ComparedField:
    before, after = was.tokens if was else [], is_now.tokens if is_now else []
    known = is_now or was
    return ComparedField(known.name, known.kind, tuple(before), tuple(after))


def _text(tokens: Iterable[Token]) -> str:
    return "".join(token.text for token in tokens).strip("\n")
