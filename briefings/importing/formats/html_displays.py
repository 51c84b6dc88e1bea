"""What elements within a line do to it by how they are displayed: end it, stand apart in it, or make a fraction."""

from collections.abc import Mapping

from briefings.importing.formats.html_frames import Frame, Layer
from briefings.importing.formats.html_hidden import NOT_SHOWN
from briefings.importing.formats.html_lines import Lines
from briefings.importing.formats.html_looks import Looks
from briefings.importing.formats.html_rules import BLOCKS, Style, classes
from briefings.importing.formats.sheet import Look

_OWN_LINES = frozenset(["block", "flex", "grid", "table", "table-row", "table-cell", "list-item", "flow-root"])
_APART = frozenset(["inline-block", "inline-flex", "inline-grid", "inline-table"])
_HIGH_OR_LOW = {"sup", "sub"}
_FRACTIONS = {"frac", "sfrac"}
# The signs of a fraction that only a voice would read out. The parts of “3 1/2” are no sum to a reader.
_SIGNS = {"+": " ", "/": "/", "⁄": "⁄"}


class Displays:
    """`sign`: whether the words are those that only a voice reads out within a fraction."""

    def __init__(self, lines: Lines, looks: Looks) -> None:
        self._lines = lines
        self._looks = looks
        self._fraction: Layer[bool] = Layer(outside=False)
        self.sign: Layer[bool] = Layer(outside=False)
        self._is_apart = False

    def see(self, frame: Frame, attributes: Mapping[str, str], style: Style) -> None:
        display = style.get("display", "")
        if classes(attributes) & _FRACTIONS and not self._fraction.now:
            self._fraction.say(frame, value=True)
            if self._last()[-1:].isdigit():
                self._lines.sheet.add(" ", self._looks.now)
        elif self._fraction.now:
            if self._looks.left_out.says(frame) and self._looks.left_out.now == NOT_SHOWN:
                self.sign.say(frame, value=True)
        elif frame.name not in BLOCKS and display in _OWN_LINES:
            self._end_line()
            frame.began = len(self._lines.sheet.entries)
            frame.then(self._end_line)
        elif display in _APART and frame.name not in _HIGH_OR_LOW:
            self._stand_apart()
            frame.then(self._stand_apart)

    def add(self, words: str, look: Look) -> None:
        """Write words to the line, apart from those before and with the sign of their fraction."""
        if self.sign.now and words.strip() in _SIGNS:
            words, look = _SIGNS[words.strip()], look._replace(left_out=None)
        if self._is_apart and words:
            last, self._is_apart = self._last(), False
            is_initial = len(last.strip()) == 1 and last.strip().isalpha()
            if last[-1:].isalnum() and words[0].isalnum() and not is_initial and not look.script:
                words = f" {words}"
        self._lines.sheet.add(words, look)

    def _last(self) -> str:
        return self._lines.sheet.pieces[-1][0] if self._lines.sheet.pieces else ""

    def _end_line(self) -> None:
        if self._lines.style.now.style in {"heading", "title"}:
            self._lines.sheet.add(" ", self._looks.now)
        else:
            self._lines.end()

    def _stand_apart(self) -> None:
        self._is_apart = True
