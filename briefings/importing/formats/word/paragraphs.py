"""Paragraphs of a Word document and the runs in them: what they are, and the signs that are elements of their own."""

from functools import partial

from briefings.importing.formats.sheet import Look
from briefings.importing.formats.word.line_writer import Writing
from briefings.importing.formats.word.paint import ground_of
from briefings.importing.formats.word.styles import PROPERTIES, Formatting


class Paragraphs:
    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self.is_about_one = False
        self._about = ""
        self._around_a_reading: list[tuple[str, Look]] = []
        self._reading: list[tuple[str, Look]] = []
        self.starts = {
            "p": self._start,
            "pPr": self._start_properties,
            **{name: partial(self._start_looks, name) for name in ("rPr", "tcPr", "tblPr")},
            "shd": self._shading,
            "background": self._page,
            "pStyle": self._style,
            "numId": self._list,
            "ilvl": self._depth,
            "outlineLvl": self._outline,
            "framePr": self._frame,
            "r": self._start_run,
            **{name: partial(self._property, name) for name in PROPERTIES},
            "tab": self._tab,
            "ptab": self._tab,
            "br": self._break,
            "cr": self._break,
            "noBreakHyphen": self._hyphen,
            "sym": self._sign,
            "rt": self._start_reading,
        }
        self.ends = {
            "pPr": self._end_properties,
            "rt": self._end_reading,
            "ruby": self._put_reading,
        }

    def _start(self, _: dict[str, str]) -> None:
        self.writing.begin_paragraph()

    def _start_properties(self, _: dict[str, str]) -> None:
        self.is_about_one, self._about = True, "pPr"

    def _end_properties(self) -> None:
        self.is_about_one = False

    def _style(self, attributes: dict[str, str]) -> None:
        self.writing.paragraph.style_id = attributes.get("val", "")

    def _list(self, attributes: dict[str, str]) -> None:
        self.writing.paragraph.list_id = attributes.get("val", "")

    def _depth(self, attributes: dict[str, str]) -> None:
        self.writing.paragraph.depth = attributes.get("val", "")

    def _outline(self, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        self.writing.paragraph.outline = int(value) + 1 if value in set("012345") else 0

    def _frame(self, attributes: dict[str, str]) -> None:
        self.writing.paragraph.is_drop_cap = attributes.get("dropCap", "none") in {"drop", "margin"}

    def _start_run(self, _: dict[str, str]) -> None:
        self.writing.paragraph.run = Formatting()

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        if (run := self.writing.paragraph.run) and not self.is_about_one:
            run.say(name, attributes)

    def _start_looks(self, name: str, _: dict[str, str]) -> None:
        self._about = name

    def _shading(self, attributes: dict[str, str]) -> None:
        if self._about == "rPr":
            self._property("shd", attributes)
        elif self._about == "pPr":
            self.writing.paragraph.ground = ground_of(attributes)
        else:
            self.writing.hidings.lay(ground_of(attributes))

    def _page(self, attributes: dict[str, str]) -> None:
        """The colour of all pages."""
        self.writing.hidings.lay(ground_of({"fill": attributes.get("color", "")}))

    def _tab(self, _: dict[str, str]) -> None:
        if self.writing.paragraph.run:
            self.writing.add("\t")

    def _hyphen(self, _: dict[str, str]) -> None:
        self.writing.put("\u2011", self.writing.look())

    def _sign(self, attributes: dict[str, str]) -> None:
        code = attributes.get("char", "")
        if code and not set(code.lower()) - set("0123456789abcdef"):
            self.writing.add_sign(attributes.get("font", ""), int(code[-6:], 16))

    def _break(self, _: dict[str, str]) -> None:
        """A break within words that do not show parts no lines that do."""
        if self.writing.hiding or self.writing.is_one_line:
            self.writing.add(" ")
        else:
            self.writing.begin_break()

    def _start_reading(self, _: dict[str, str]) -> None:
        """How a word is read, set small above it: here it stands behind it."""
        if self.writing.paragraph.is_broken:
            self.writing.paragraph.is_broken = False
            self.writing.end_line()
        self._around_a_reading, self.writing.sheet.pieces = self.writing.sheet.pieces, []

    def _end_reading(self) -> None:
        self._reading, self.writing.sheet.pieces = self.writing.sheet.pieces, self._around_a_reading

    def _put_reading(self) -> None:
        if self._reading:
            look = self._reading[0][1]
            self.writing.sheet.pieces += [("(", look), *self._reading, (")", look)]
        self._reading = []
