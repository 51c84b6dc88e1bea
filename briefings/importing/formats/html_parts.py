"""The parts of a page: its text proper, and the furniture that stands around it and within it."""

from collections.abc import Mapping

from briefings.importing.findings import named
from briefings.importing.formats.html_frames import Frame
from briefings.importing.formats.html_lines import Lines
from briefings.importing.formats.html_rules import aside_of
from briefings.importing.formats.sheet import PLAIN, Entry

_CREDITS = ("cite", "footer", "figcaption")


class Parts:
    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._quotations = 0  # that stand open
        self._quoted = -1  # how many lines there were when the last one ended

    def see(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        lines = self._lines
        if frame.name == "blockquote":
            self._quotations += 1
            frame.then(self._end_quotation)
        is_under_one = frame.name in _CREDITS and lines.is_blank
        if is_under_one and (self._quotations or self._quoted == len(lines.sheet.entries)):
            lines.marker = "—"  # a name under a quotation says who said it, and is no furniture
            return
        if lines.aside.now or not (aside := aside_of(frame.name, attributes)):
            return
        lines.aside.say(frame, aside)
        if aside == "header":
            start, had_title, lines.has_title = len(lines.sheet.entries), lines.has_title, False
            frame.then(lambda: self._end_header(start, had_title=had_title))

    def _end_quotation(self) -> None:
        self._quotations -= 1
        self._quoted = len(self._lines.sheet.entries)

    def _end_header(self, start: int, *, had_title: bool) -> None:
        """A header with the page's headline in it is no furniture."""
        if self._lines.has_title:
            for entry in self._lines.sheet.entries[start:]:
                entry.aside = "" if entry.aside == "header" else entry.aside
        self._lines.has_title |= had_title

    def set_apart(self) -> None:
        pass

    def place_title(self, title: str) -> None:
        """The title of a page is its headline where it has no other."""
        sheet = self._lines.sheet
        if title and not self._lines.has_title:
            sheet.entries.insert(0, Entry([(title, PLAIN)], "title"))
        elif title and all(title != entry.text for entry in sheet.entries):
            sheet.tell("page-title", f"Left out the title of the page, {named(title)}, since it has a headline.")
