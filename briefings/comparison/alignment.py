"""Two rows of tokens aligned: what stayed, what went, what came.

Words that stand once on either side are taken for the same word, so they divide the texts first (the “patience” way of
Bram Cohen); what lies between them is small, and is aligned by the longest runs. However the texts are made, the work
is bounded: where a gap is large and holds nothing that stands once, all of it went and all of it came.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import Literal

from briefings.comparison.tokens import Look, Token

Kind = Literal["same", "deleted", "inserted"]

_LARGEST_GAP = 10_000
"""Tokens of one side times those of the other, up to which a gap is aligned by its longest runs."""
_MOST_ROUNDS = 24


@dataclass(frozen=True)
class Stretch:
    """Neighbouring tokens that all stayed, all went or all came."""

    kind: Kind
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.tokens)

    @property
    def runs(self) -> list[tuple[Look, str]]:
        """Its words, divided where they are set in another way."""
        return [
            (look, "".join(token.text for token in tokens))
            for look, tokens in groupby(self.tokens, key=lambda token: token.look)
        ]


@dataclass
class _Step:
    """What stays, and then what goes and what comes in its place."""

    same: list[Token]
    deleted: list[Token]
    inserted: list[Token]


def align(before: Sequence[Token], after: Sequence[Token]) -> tuple[Stretch, ...]:
    """The stretches that lead from `before` to `after`, in reading order; what went stands before what came."""
    steps = _joined(_by_lines(_steps(before, after)))
    stretches = [
        Stretch(kind, tuple(tokens))
        for step in steps
        for kind, tokens in (("same", step.same), ("deleted", step.deleted), ("inserted", step.inserted))
        if tokens
    ]
    return tuple(stretches)


def rising(places: Sequence[int]) -> set[int]:
    """The indexes of a longest run of `places` that only rises."""
    ends: list[int] = []
    owners: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        owners[length : length + 1] = [index]
        before.append(owners[length - 1] if length else -1)
    kept, index = set(), owners[-1] if owners else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def matching(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places on either side that hold the same token (or any other value), rising on both."""
    pairs = []
    waiting = [(0, len(before), 0, len(after), _MOST_ROUNDS)]
    while waiting:
        low, high, start, end, rounds = waiting.pop()
        while low < high and start < end and before[low] == after[start]:
            pairs.append((low, start))
            low, start = low + 1, start + 1
        while low < high and start < end and before[high - 1] == after[end - 1]:
            high, end = high - 1, end - 1
            pairs.append((high, end))
        if low == high or start == end:
            continue
        anchors = _anchors(before[low:high], after[start:end]) if rounds else []
        if anchors:
            edges = [(-1, -1), *anchors, (high - low, end - start)]
            pairs += [(low + left, start + right) for left, right in anchors]
            waiting += [
                (low + left + 1, low + next_left, start + right + 1, start + next_right, rounds - 1)
                for (left, right), (next_left, next_right) in pairwise(edges)
            ]
        elif (high - low) * (end - start) <= _LARGEST_GAP:
            blocks = SequenceMatcher(
                _is_space, before[low:high], after[start:end], autojunk=False
            ).get_matching_blocks()
            pairs += [(low + block.a + step, start + block.b + step) for block in blocks for step in range(block.size)]
    return sorted(pairs)


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    once_before = {token for token, count in Counter(before).items() if count == 1}
    once = {token for token, count in Counter(after).items() if count == 1 and token in once_before}
    places = {token: place for place, token in enumerate(after) if token in once}
    shared = [(place, places[token]) for place, token in enumerate(before) if token in once]
    kept = rising([right for _left, right in shared])
    return [pair for index, pair in enumerate(shared) if index in kept]


def _steps(before: Sequence[Token], after: Sequence[Token]) -> Iterator[_Step]:
    left = right = 0
    step = _Step([], [], [])
    for low, start in [*matching(before, after), (len(before), len(after))]:
        if low > left or start > right:
            step.deleted, step.inserted = list(before[left:low]), list(after[right:start])
            yield step
            step = _Step([], [], [])
        step.same += before[low : low + 1]
        left, right = low + 1, start + 1
    yield step


def _by_lines(steps: Iterator[_Step]) -> Iterator[_Step]:
    """The same steps; a line that came or went does so with its own beginning, and not with that of the next one."""
    earlier: list[Token] = []
    for step in steps:
        step.same = [*earlier, *step.same]
        run = step.deleted or step.inserted
        back = 0 if step.deleted and step.inserted else _way_back(step.same, run)
        earlier = run[len(run) - back :]
        if back:
            run[:] = [*step.same[-back:], *run[:-back]]
            step.same = step.same[:-back]
        yield step
    if earlier:
        yield _Step(earlier, [], [])


def _way_back(same: list[Token], run: list[Token]) -> int:
    """How many tokens further up `run`, which follows on `same`, could begin just as well, with a line; 0 for none."""
    for back in range(1, min(len(same), len(run)) + 1):
        if same[-back] != run[-back]:
            break
        if same[-back].is_break:
            return back
    return 0


def _joined(steps: Iterator[_Step]) -> list[_Step]:
    """Steps without the few words that stayed by chance: a text in which every second word is marked cannot be read."""
    joined: list[_Step] = []
    for step in steps:
        joined.append(step)
        while len(joined) > 1 and _is_by_chance(joined[-2], joined[-1]):
            last = joined.pop()
            joined[-1].deleted += last.same + last.deleted
            joined[-1].inserted += last.same + last.inserted
    return joined


def _is_by_chance(earlier: _Step, later: _Step) -> bool:
    if any(token.is_break for token in later.same) or not (later.deleted or later.inserted):
        return False
    if not any(character.isalnum() for token in later.same for character in token.text):
        return True
    length = _length(later.same)
    return all(2 * length <= max(_length(step.deleted), _length(step.inserted)) for step in (earlier, later))


def _is_space(token: Hashable) -> bool:
    return isinstance(token, Token) and token.text.isspace()


def _length(tokens: Sequence[Token]) -> int:
    return sum(len(token.text) for token in tokens)
