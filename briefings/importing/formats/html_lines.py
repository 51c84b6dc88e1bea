"""The words of a page become lines, each of the kind that the open elements around it say."""

import re

from briefings.importing.findings import named
from briefings.importing.formats.entries import Entry
from briefings.importing.formats.html_frames import Frame, Layer
from briefings.importing.formats.html_rules import LineStyle
from briefings.importing.formats.markers import note_marker_of
from briefings.importing.formats.numbering import Numbering
from briefings.importing.formats.sheet import PLAIN, Look, Sheet
from briefings.importing.lines import Aside
from briefings.messages import Message

_LONGEST_MARKER = 8


class Lines:
    """`part`: which part of the page the lines stand in. `has_title`: whether the page has a headline by now.

    `label`: that of the footnote which the next words begin. `label_is_written`: those words may begin with the label.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.style: Layer[LineStyle] = Layer(LineStyle())
        self.aside: Layer[Aside] = Layer("")
        self.part: Layer[int] = Layer(0)
        self.numbering: Layer[Numbering | None] = Layer(None)
        self.list_level: Layer[int] = Layer(0)
        self.pictures: list[str] = []
        self.marker = ""
        self.label: str | None = None
        self.label_is_written = False
        self.is_point = self.is_note = self.is_large = self.is_from_docs = self.after_break = False
        self.has_title = False
        self._note: Entry | None = None

    @property
    def is_blank(self) -> bool:
        return self.sheet.is_blank

    def end(self) -> None:
        """Ends the line that is being written, if there are words in it."""
        style, level = self.style.now
        if style in {"bullet", "numbered"} and not self.is_point:
            style = "text"
        marker = " ".join(self.marker.split())
        if style == "bullet" and len(marker) > 1 and marker.endswith((".", ")")):
            style = "numbered"
        if self.is_note and style in {"text", "bullet", "numbered"}:
            style = "note"
        if self.is_from_docs and self.is_large and style == "text" and not self.sheet.entries:
            style, self.has_title = "title", True
        if style == "note":
            marker, level = self._marker_of_note(), 0
        if not self.is_blank and not (style == "note" and self._goes_on()):
            self._end(style=style, level=level, marker=marker)
        self.is_large = False
        pictures, self.pictures = self.pictures, []
        for words in pictures:
            self.sheet.add(words)
            self.sheet.end(aside="picture")

    def _end(self, **how: object) -> None:
        self.sheet.end(after_blank=self.after_break, aside=self.aside.now, part=self.part.now, **how)
        self._note = self.sheet.entries[-1] if how["style"] == "note" else None
        self.is_point = self.is_note = self.after_break = False
        self.marker, self.label, self.label_is_written = "", None, False

    def _marker_of_note(self) -> str:
        """The label of a note as the marks in the text write it; it is cut off the front of the note."""
        if not self.label or self.is_blank:
            return ""
        marker = f"[{self.label}]" if self.label.isalnum() else self.label
        at = next(at for at, (text, _) in enumerate(self.sheet.pieces) if text.strip())
        text, look = self.sheet.pieces[at]
        if self.label_is_written:
            written = rf"\s*(?:{re.escape(marker)}|{re.escape(self.label)}(?!\w))?\s*[.:)]?\s*"
            self.sheet.pieces[at] = (re.sub(written, "", text, count=1), look)
        return marker

    def _goes_on(self) -> bool:
        """Whether the words are a further paragraph of the footnote above; if so, they are joined to it."""
        words = "".join(text for text, _ in self.sheet.pieces).strip()
        if self.label is not None or not self._note or self._note is not self.sheet.entries[-1]:
            return False
        if self.is_note or note_marker_of(words)[0]:
            return False
        self.sheet.end()
        if (further := self.sheet.entries[-1]) is not self._note:
            self._note.pieces += [(" ", PLAIN), *further.pieces]
            self.sheet.entries.pop()
        return True

    def begin_point(self, frame: Frame, *, level: int, value: str) -> None:
        """The words that come next are a point of the innermost list."""
        numbering = self.numbering.now
        self.style.say(frame, LineStyle("numbered" if numbering else "bullet", level))
        self.is_point = True
        self.marker = numbering.next(value) if numbering else ""

    def begin_after_marker(self, paragraph: Frame | None) -> bool:
        """Whether what was written so far is the marker of a point, as Word writes it before a wide gap."""
        if not paragraph or not self.list_level.now or self.marker or len(self.sheet.pieces) > _LONGEST_MARKER:
            return False
        words = "".join(text for text, _ in self.sheet.pieces).strip()
        if not 0 < len(words) <= _LONGEST_MARKER:
            return False
        self.style.say(paragraph, LineStyle("bullet", self.list_level.now))
        self.marker, self.sheet.pieces, self.is_point = words, [], True
        return True

    def add_picture(self, words: str) -> None:
        self.pictures.append(words)
        self.sheet.tell(
            "picture", Message("A picture is not taken over: %(words)s. Upload it to the briefing.", words=named(words))
        )

    def add_alone(self, words: str, look: Look = PLAIN, *, aside: Aside = "") -> None:
        """A line of its own, whatever the elements around it say."""
        self.end()
        self.sheet.add(words, look)
        self.sheet.end(aside=aside or self.aside.now, part=self.part.now)
