"""What is struck out goes on over the ends of paragraphs up to its own end tag, as browsers draw it."""

from collections import defaultdict
from collections.abc import Container
from functools import partial

from briefings.importing.formats.html_frames import Frame, Frames
from briefings.importing.formats.html_looks import Looks
from briefings.importing.formats.html_rules import BLOCKS
from briefings.importing.formats.tags import tokens_of
from briefings.importing.lines import Hiding

_NAMES = {"s", "strike", "del"}
_STOPS_AT = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "table", "caption", "button", "template"))


class Strikes:
    """Ends the open elements of a page. `at`: which of the tokens of the page, from 1 on, is the one that is read."""

    def __init__(self, page: str, ended: Container[str], frames: Frames, looks: Looks) -> None:
        self.at = 0
        self._frames = frames
        self._looks = looks
        self._ended_by_tags = _ended_by_tags(page, ended)
        self._carried: list[tuple[str, Hiding]] = []
        self._ending: Frame | None = None

    def see(self, frame: Frame) -> None:
        """The element that has just begun may strike out what stands in it."""
        hiding = self._looks.left_out.now
        if hiding and hiding.kind in {"struck", "deleted"} and self.at in self._ended_by_tags:
            self._follow(frame, hiding)

    def end(self, frame: Frame, *, with_all_inside: bool) -> None:
        """The end tag of `frame` is read."""
        self._ending = frame
        self._frames.end(frame, with_all_inside=with_all_inside)
        self._carry_over(frame.name)

    def end_before(self, name: str) -> None:
        self._ending = None
        self._frames.end_before(name)
        self._carry_over(name)

    def _follow(self, frame: Frame, hiding: Hiding) -> None:
        frame.then(partial(self._carry, frame, hiding))

    def _carry(self, frame: Frame, hiding: Hiding) -> None:
        if frame is not self._ending:
            self._carried.append((frame.name, hiding))

    def _carry_over(self, name: str) -> None:
        """What another element has ended before its time begins again behind it, if that is no cell of a table."""
        carried, self._carried = self._carried, []
        for struck, hiding in carried if name not in _STOPS_AT else ():
            frame = self._frames.open(struck)
            self._looks.left_out.say(frame, hiding)
            self._follow(frame, hiding)


def _ended_by_tags(page: str, ended: Container[str]) -> set[int]:
    """The places, among the tokens of the page, of the start tags that have an end tag, whatever stands between."""
    has_looks = "line-through" in page.lower()
    if not has_looks and not any(name in ended for name in _NAMES):
        return set()
    places: set[int] = set()
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens_of(page), 1):
        if token.name in BLOCKS or not (has_looks or token.name in _NAMES):
            continue
        if token.kind == "open":
            opened[token.name].append(at)
        elif token.kind == "close" and opened[token.name]:
            places.add(opened[token.name].pop())
    return places
