"""Elements that hide or strike out words and stand open where a piece of a page ends, and the next one begins."""

from collections import Counter

from briefings.importing.formats.html_frames import Frame, Frames
from briefings.importing.formats.html_looks import Looks
from briefings.importing.formats.html_rules import BLOCKS, VOID
from briefings.importing.formats.html_styles import Styles
from briefings.importing.formats.tags import Token, tokens_of
from briefings.importing.lines import Hiding

_MOST_TAGS, _LONGEST_TAG = 8, 500


class LeftOpen:
    """`ends`: how often an end tag of each name is still to come. `styles`: those of the whole page."""

    def __init__(self, *, ends: Counter[str] | None = None, styles: Styles | None = None) -> None:
        self._ends = ends or Counter()
        self._frames = Frames()
        self._styles = styles or Styles("")
        self._looks = Looks()
        self._hiding: list[tuple[Frame, str, Hiding]] = []

    @property
    def now(self) -> Hiding | None:
        """Why the words that come next do not show."""
        self._forget()
        return self._hiding[-1][2] if self._hiding else None

    @property
    def tags(self) -> str:
        """The start tags of what stands open and hides, as they stand in the page; of many the innermost."""
        self._forget()
        return "".join(text for frame, text, _ in self._hiding[-_MOST_TAGS:] if frame.is_open)

    def read(self, piece: str) -> None:
        for token in tokens_of(piece):
            self.see(token)

    def see(self, token: Token) -> bool:
        """Whether the tag is the first or the last of an element that hides words."""
        before = len(self._hiding)
        if token.kind == "open" and token.name not in VOID:
            self._open(token)
        elif token.kind == "close":
            self._ends[token.name] -= 1
            if frame := self._frames.innermost((token.name,)):
                self._frames.end(frame, with_all_inside=token.name in BLOCKS)
        self._forget()
        return len(self._hiding) != before

    def begin_paragraph(self) -> None:
        """A paragraph of a page ends the one that stands open."""
        self._frames.end_before("p")

    def end_paragraph(self) -> None:
        """What was opened within lines and never ends in the draft ends here."""
        while self._hiding and not self._goes_on(self._hiding[-1][0]):
            self._hiding.pop()

    def _goes_on(self, frame: Frame) -> bool:
        return frame.is_open and (frame.name in BLOCKS or self._ends[frame.name] > 0)

    def _forget(self) -> None:
        while self._hiding and not self._hiding[-1][0].is_open:
            self._hiding.pop()

    def _open(self, token: Token) -> None:
        if token.name in BLOCKS:
            self._frames.end_before(token.name)
        frame = self._frames.open(token.name)
        style, frame.ends = self._styles.begin(token.name, token.attributes)
        if self._looks.say(frame, token.attributes, style) and (hiding := self._looks.left_out.now):
            tag = token.text if len(token.text) <= _LONGEST_TAG else f"<{token.name} hidden>"
            self._hiding.append((frame, tag, hiding))
