"""Merging two texts that began as one: what each side changed, part by part, and the text with both changes.

A part is a fact of the briefing (its address is the field's name), a block or a question (its address is its key).
`change` is no part: the merged text keeps that of `mine`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from briefings.content.briefing import BriefingContent, FAQEntry, FigureBlock, QuoteBlock, SectionBlock, Span
from briefings.content.facts import FACTS, FACTS_AFTER, FACTS_BEFORE

Verdict = Literal["same", "mine", "theirs", "both", "conflict"]
Side = Literal["mine", "theirs"]

_BLOCKS = (SectionBlock, QuoteBlock, FigureBlock)


@dataclass(frozen=True)
class ComparedPart:
    """A part as it was (`base`) and as each side has it, None where it is absent, and who changed it.

    The verdict is "same" where nobody did, "mine" or "theirs" where that side alone did, "both" where both made the
    same change. In a "conflict" the two changes differ, or one side changed what the other deleted.
    """

    address: str
    base: Any
    mine: Any
    theirs: Any
    verdict: Verdict


@dataclass(frozen=True)
class Merged:
    """The text with both changes. Of each part in `conflicts` it has mine, until somebody chooses."""

    content: BriefingContent
    conflicts: tuple[ComparedPart, ...] = ()


def compare(base: BriefingContent, mine: BriefingContent, theirs: BriefingContent) -> tuple[ComparedPart, ...]:
    """Every part that any of the three has, in the order of the page."""
    texts = (base, mine, theirs)
    before = [_fact(fact.name, texts) for fact in FACTS_BEFORE]
    after = [_fact(fact.name, texts) for fact in FACTS_AFTER]
    return (*before, *_compared([text.blocks for text in texts]), *_compared([text.faq for text in texts]), *after)


def merge(
    base: BriefingContent,
    mine: BriefingContent,
    theirs: BriefingContent,
    *,
    choose: Mapping[str, Side] | None = None,
    combined: Mapping[str, Any] | None = None,
) -> Merged:
    """`mine` with the changes of `theirs` since `base`. `choose` is the side whose part is taken, by address.

    `combined` are values that somebody made of both sides by hand, by address.

    The order of the parts is theirs, unless mine was reordered since the base. A part that only the other side has
    comes after the part that it follows there.
    """
    chosen, by_hand = choose or {}, combined or {}
    compared = compare(base, mine, theirs)
    taken = {part.address: by_hand.get(part.address, _taken(part, chosen)) for part in compared}
    content = mine.model_copy(
        update={
            **{name: taken[name] for name in FACTS},
            # `compared` is in the order of the page.
            "blocks": tuple(
                part for part in taken.values() if isinstance(part, SectionBlock | QuoteBlock | FigureBlock)
            ),
            "faq": tuple(part for part in taken.values() if isinstance(part, FAQEntry)),
        }
    )
    decided = {*chosen, *by_hand}
    conflicts = tuple(part for part in compared if part.verdict == "conflict" and part.address not in decided)
    return Merged(content.with_quotes_located(), conflicts)


def with_part(content: BriefingContent, other: BriefingContent, address: str) -> BriefingContent:
    """`content` with the part at `address` as `other` has it, which may be not at all.

    A part that only `other` has comes after the part that it follows there. All else stays.
    """
    if address in FACTS:
        return content.model_copy(update={address: getattr(other, address)}).with_quotes_located()
    parts = {"blocks": (content.blocks, other.blocks), "faq": (content.faq, other.faq)}
    update = {name: _with_part(*both, address) for name, both in parts.items()}
    return content.model_copy(update=update).with_quotes_located()


def _with_part(parts: Sequence[Any], others: Sequence[Any], key: str) -> tuple[Any, ...]:
    place = next((place for place, part in enumerate(others) if part.key == key), None)
    if place is None:
        return tuple(part for part in parts if part.key != key)
    if any(part.key == key for part in parts):
        return tuple(others[place] if part.key == key else part for part in parts)
    here = {part.key: index for index, part in enumerate(parts)}
    behind = next((here[other.key] + 1 for other in reversed(others[:place]) if other.key in here), 0)
    return (*parts[:behind], others[place], *parts[behind:])


def _taken(part: ComparedPart, chosen: Mapping[str, Side]) -> Any:
    side = chosen.get(part.address) or ("theirs" if part.verdict == "theirs" else "mine")
    return part.theirs if side == "theirs" else part.mine


def _fact(name: str, texts: Sequence[BriefingContent]) -> ComparedPart:
    return _judged(name, *(getattr(text, name) for text in texts))


def _compared(texts: Sequence[Iterable[Any]]) -> list[ComparedPart]:
    by_key = [{part.key: part for part in text} for text in texts]
    base, mine, theirs = by_key
    return [_judged(key, *(side.get(key) for side in by_key)) for key in _order(list(base), list(mine), list(theirs))]


def _judged(address: str, base: Any, mine: Any, theirs: Any) -> ComparedPart:
    was, is_mine, is_theirs = _bare(base), _bare(mine), _bare(theirs)
    verdict: Verdict
    if is_mine == is_theirs:
        verdict = "same" if is_mine == was else "both"
    elif is_mine == was:
        verdict = "theirs"
    else:
        verdict = "mine" if is_theirs == was else "conflict"
    return ComparedPart(address, base, mine, theirs, verdict)


def _bare(part: Any) -> Any:
    """The part, a quotation without its offsets: these move with the text around it, which is another part."""
    if not isinstance(part, QuoteBlock):
        return part
    return part.model_copy(update={"spans": tuple(Span(text=span.text) for span in part.spans)})


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Every key of the three texts once, in the order of the merged text."""
    kept = set(base) & set(mine)
    is_reordered = [key for key in mine if key in kept] != [key for key in base if key in kept]
    leading, *others = (mine, theirs, base) if is_reordered else (theirs, mine, base)
    order = list(leading)
    for other in others:
        for place, key in enumerate(other):
            if key not in order:
                order.insert(order.index(other[place - 1]) + 1 if place else 0, key)
    return order
