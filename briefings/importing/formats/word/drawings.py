"""What a Word document shows that is no text: pictures, charts, diagrams, packed files, each in a finding."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from briefings.importing.formats.entries import Entry
from briefings.importing.formats.package import Package, words_in
from briefings.importing.formats.sheet import Look
from briefings.importing.formats.word.fills import fill_of
from briefings.importing.formats.word.hidings import HIDDEN
from briefings.importing.formats.word.line_writer import Writing
from briefings.importing.formats.word.paint import UNKNOWN
from briefings.importing.formats.word.relations import Relations
from briefings.importing.formats.word.styles import is_on
from briefings.importing.formats.word.unshown import finding_of
from briefings.importing.lines import Aside

_CONTAINERS = ("drawing", "pict", "object")
_WORDS = ("t", "v", "pt")
"""The elements of charts and diagrams that hold words and values, and not the places of a sheet."""
_NAMED = ("docPr", "cNvPr")
_FILLED = ("shape", "rect", "roundrect", "oval")
_SHAPES = (*_FILLED, "group", "image")
_UNSEEN = re.compile(r"(?:^|;)\s*(?:visibility\s*:\s*hidden|display\s*:\s*none)\b", re.IGNORECASE)


@dataclass
class Drawing:
    """`kind`: what it is, as a finding names it; `words`: its alternative text, or what a chart says."""

    kind: str = ""
    words: str = ""
    program: str = ""


class Drawings:
    """The open drawings."""

    def __init__(self, writing: Writing, package: Package, relations: Relations) -> None:
        self.writing, self.package, self.relations = writing, package, relations
        self.open: list[Drawing] = []
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {
            **dict.fromkeys(_CONTAINERS, self._start),
            **dict.fromkeys(_NAMED, self._start_named),
            **{name: partial(self._start_shape, name) for name in _SHAPES},
            "wsp": lambda _: writing.hidings.open(),
            **dict.fromkeys(("pic", "blip", "imagedata", "contentPart"), self._picture),
            "textpath": self._lettering,
            "chart": self._chart,
            "relIds": self._diagram,
            "OLEObject": self._object,
            "control": self._control,
        }
        self.ends = dict.fromkeys(_CONTAINERS, self._end) | dict.fromkeys((*_SHAPES, "wsp"), writing.hidings.close)

    def _start(self, _: dict[str, str]) -> None:
        self.open.append(Drawing())
        self.writing.hidings.open()
        self.writing.hidings.lay(UNKNOWN)

    def _start_named(self, attributes: dict[str, str]) -> None:
        """The properties of a drawing, or of a shape in it, which may be hidden in the list of all drawings."""
        if self.open and is_on({"val": attributes.get("hidden", "false")}):
            self.writing.hidings.say(HIDDEN)
        self._take_description(attributes)

    def _start_shape(self, name: str, attributes: dict[str, str]) -> None:
        self.writing.hidings.open(HIDDEN if _UNSEEN.search(attributes.get("style", "")) else None)
        if name in _FILLED:
            self.writing.hidings.lay(fill_of(attributes))
        self._take_description(attributes)

    def _take_description(self, attributes: dict[str, str]) -> None:
        words = attributes.get("descr") or attributes.get("alt") or attributes.get("title") or ""
        if self.open and not self.open[-1].words:
            self.open[-1].words = " ".join(words.split())

    def _picture(self, attributes: dict[str, str]) -> None:
        if self.open:
            self.open[-1].kind = self.open[-1].kind or "picture"
            self._take_description({"title": attributes.get("title", "")})

    def _lettering(self, attributes: dict[str, str]) -> None:
        """Words drawn as a picture: “DRAFT” across every page."""
        self._after(" ".join(attributes.get("string", "").split()), aside="")

    def _chart(self, attributes: dict[str, str]) -> None:
        self._from_part("chart", attributes.get("id", ""))

    def _diagram(self, attributes: dict[str, str]) -> None:
        self._from_part("diagram", attributes.get("dm", ""))

    def _from_part(self, kind: str, relation_id: str) -> None:
        if self.open:
            part = self.relations.part(relation_id)
            words = words_in(self.package.read(part), only=_WORDS)
            for workbook in Relations(self.package, part).parts("package"):
                self.package.seen(workbook)
            self.open[-1].kind, self.open[-1].words = kind, words or self.open[-1].words

    def _object(self, attributes: dict[str, str]) -> None:
        if self.open:
            self.open[-1].kind, self.open[-1].program = "file", attributes.get("ProgID", "")
            self.package.seen(self.relations.part(attributes.get("id", "")))

    def _control(self, attributes: dict[str, str]) -> None:
        if self.open:
            self.open[-1].kind, self.open[-1].program = "control", attributes.get("name", "")

    def _end(self) -> None:
        drawing = self.open.pop()
        if drawing.kind or drawing.words:
            self.writing.written += 1
            if not self.writing.hiding:
                self._tell(drawing)
            self._after(drawing.words, aside="picture")
        self.writing.hidings.close()

    def _tell(self, drawing: Drawing) -> None:
        self.writing.sheet.tell(*finding_of(drawing.kind, drawing.words, drawing.program))

    def _after(self, words: str, aside: Aside) -> None:
        if words:
            look = Look(left_out=self.writing.hiding)
            self.writing.written += 1
            self.writing.paragraph.following.append(Entry([(words, look)], aside=aside))
