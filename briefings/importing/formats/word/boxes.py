"""What a Word document sets beside a paragraph: text boxes, and the same thing twice, for newer and older Word."""

from briefings.importing.formats.entries import Entry
from briefings.importing.formats.pieces import Pieces
from briefings.importing.formats.rows import Row
from briefings.importing.formats.word.line_writer import Paragraph, Writing


class Boxes:
    """The open boxes. The words of a box follow the paragraph that it is anchored in."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self._around: list[tuple[Pieces, int, tuple[list[Row], Paragraph | None, str, str]]] = []
        self._versions: list[int] = []
        self.starts = {
            "txbxContent": self._start,
            "txBody": self._start,
            "AlternateContent": lambda _: self._versions.append(self.writing.written),
        }
        self.ends = {"txbxContent": self._end, "txBody": self._end, "AlternateContent": lambda: self._versions.pop()}

    def is_second_version(self, name: str) -> bool:
        """Whether an element says once more what has been read already."""
        return name in {"Choice", "Fallback"} and bool(self._versions) and self.writing.written > self._versions[-1]

    def _start(self, _: dict[str, str]) -> None:
        writing, sheet = self.writing, self.writing.sheet
        line = (writing.rows, writing.carried, writing.marker, writing.shown)
        self._around.append((sheet.pieces, len(sheet.entries), line))
        writing.hidings.open(writing.hiding)
        sheet.pieces, writing.rows, writing.carried, writing.marker, writing.shown = [], [], None, "", ""

    def _end(self) -> None:
        writing, sheet = self.writing, self.writing.sheet
        writing.end_line()
        pieces, start, (writing.rows, writing.carried, writing.marker, writing.shown) = self._around.pop()
        box: list[Entry] = sheet.entries[start:]
        del sheet.entries[start:]
        sheet.pieces = pieces
        writing.paragraph.following += box
        writing.hidings.close()
