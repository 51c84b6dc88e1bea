"""Words of two texts that began as one, put into one text: where both changed the same, both stand one after another.

It is a proposal for somebody who reads it and goes on from there.
"""

import re
from collections.abc import Hashable, Iterator, Sequence

from briefings.comparison.alignment import matching
from briefings.comparison.tokens import plain_tokens

_TAGS = re.compile(r"<(/?)(p|ul|ol)\b[^>]*>")


def combine_words(base: str, mine: str, theirs: str, *, between: str = "\n") -> str:
    """Plain text with both changes: word by word, or else line by line, what both changed as mine `between` theirs."""
    texts = (base, mine, theirs)
    merged = _merged(*([token.text for token in plain_tokens(text)] for text in texts))
    if all(len(pieces) == 1 for pieces in merged):
        return "".join(pieces[0] for pieces in merged).strip("\n")
    lines = _merged(*(text.split("\n") for text in texts), joint="\n")
    return between.join(piece for pieces in lines for piece in pieces if piece)


def combine_rich(base: str, mine: str, theirs: str) -> str:
    """Rich text with both changes, paragraph by paragraph."""
    merged = _merged(*(_paragraphs(text) for text in (base, mine, theirs)))
    return "".join(piece for pieces in merged for piece in pieces)


def _merged(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], *, joint: str = ""
) -> list[tuple[str, ...]]:
    """What becomes of each stretch of `base`: one text, or where both changed it mine, and what theirs has beside."""
    merged: list[tuple[str, ...]] = []
    for was, ours, other in _stretches(base, mine, theirs):
        if ours == other or other == was:
            merged.append((joint.join(ours),))
        elif ours == was:
            merged.append((joint.join(other),))
        elif len(was) == len(ours) == len(other) > 1:
            for place in zip(was, ours, other, strict=True):
                merged += _merged(*([token] for token in place))
        else:
            known = set(ours)
            more = [token for token in other if token not in known]
            merged.append(tuple(joint.join(tokens) for tokens in (ours, more) if tokens))
    return merged


def _stretches(
    base: Sequence[Hashable], mine: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[Sequence, Sequence, Sequence]]:
    """The three texts cut wherever a token stands in all of them, which is a stretch of its own."""
    in_mine, in_theirs = dict(matching(base, mine)), dict(matching(base, theirs))
    at, left, right = 0, 0, 0
    for place in (place for place in range(len(base)) if place in in_mine and place in in_theirs):
        ours, other = in_mine[place], in_theirs[place]
        if place > at or ours > left or other > right:
            yield base[at:place], mine[left:ours], theirs[right:other]
        yield base[place : place + 1], mine[ours : ours + 1], theirs[other : other + 1]
        at, left, right = place + 1, ours + 1, other + 1
    if at < len(base) or left < len(mine) or right < len(theirs):
        yield base[at:], mine[left:], theirs[right:]


def _paragraphs(html: str) -> list[str]:
    """Cleaned rich text cut into its paragraphs and its lists, each whole."""
    paragraphs, depth, start = [], 0, 0
    for tag in _TAGS.finditer(html):
        depth += -1 if tag[1] else 1
        if depth == 0:
            paragraphs.append(html[start : tag.end()])
            start = tag.end()
    return [*paragraphs, html[start:]] if start < len(html) else paragraphs
