"""Tables of a Word document, and rows and cells of them that were deleted or are hidden."""

from briefings.importing.formats.rows import Row, fuse
from briefings.importing.formats.word.hidings import HIDDEN
from briefings.importing.formats.word.line_writer import Writing
from briefings.importing.formats.word.paint import UNKNOWN, is_shade
from briefings.importing.formats.word.styles import is_on
from briefings.importing.lines import Hiding


class Tables:
    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self._is_about_a_row = False
        self.starts = {
            "tbl": lambda _: self.writing.hidings.open(),
            "tblStyle": self._style,
            "tr": self._start_row,
            "tc": self._start_cell,
            "trPr": self._start_properties,
            "hidden": self._hidden,
            "cellDel": self._deleted,
        }
        self.ends = {
            "tbl": self.writing.hidings.close,
            "tr": self._end_row,
            "tc": self._end_cell,
            "trPr": self._end_properties,
        }

    def deletes(self, attributes: dict[str, str]) -> bool:
        """Whether a deletion is that of the row whose properties are being read."""
        if self._is_about_a_row:
            self._deleted(attributes)
        return self._is_about_a_row

    def _style(self, attributes: dict[str, str]) -> None:
        formatting = self.writing.styles.formatting(attributes.get("val", ""))
        if formatting.hidden:
            self.writing.hidings.say(HIDDEN)
        if is_shade(formatting.paint.around):
            self.writing.hidings.lay(UNKNOWN)

    def _start_row(self, _: dict[str, str]) -> None:
        writing = self.writing
        writing.end_line()
        if writing.rows:
            writing.rows[-1].is_layout = True
        writing.rows.append(Row(len(writing.sheet.entries)))
        writing.hidings.open()

    def _start_cell(self, _: dict[str, str]) -> None:
        self.writing.end_line()
        self.writing.hidings.open()
        if self.writing.rows:
            self.writing.rows[-1].cells.append(len(self.writing.sheet.entries))

    def _end_cell(self) -> None:
        self.writing.end_line()
        self.writing.hidings.close()

    def _end_row(self) -> None:
        self.writing.end_line()
        fuse(self.writing.sheet, self.writing.rows.pop())
        self.writing.hidings.close()

    def _start_properties(self, _: dict[str, str]) -> None:
        self._is_about_a_row = True

    def _end_properties(self) -> None:
        self._is_about_a_row = False

    def _hidden(self, attributes: dict[str, str]) -> None:
        if self._is_about_a_row and is_on(attributes):
            self.writing.hidings.say(HIDDEN)

    def _deleted(self, attributes: dict[str, str]) -> None:
        self.writing.hidings.say(Hiding("deleted", by=attributes.get("author", "").strip()))
