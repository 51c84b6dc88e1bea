"""A part of a Word document that has paragraphs, read element by element: its text, its notes, a header."""

from collections.abc import Callable
from functools import partial

from briefings.importing.formats.package import Package, walk
from briefings.importing.formats.word.boxes import Boxes
from briefings.importing.formats.word.chunks import Lines, lines_of_chunk
from briefings.importing.formats.word.drawings import Drawings
from briefings.importing.formats.word.fields import Fields
from briefings.importing.formats.word.fills import Fills
from briefings.importing.formats.word.formulas import Formula, joined
from briefings.importing.formats.word.hidings import PROMPT
from briefings.importing.formats.word.line_writer import Writing
from briefings.importing.formats.word.notes import Comments, NoteMarks, Notes
from briefings.importing.formats.word.paragraphs import Paragraphs
from briefings.importing.formats.word.relations import Relations
from briefings.importing.formats.word.styles import is_on
from briefings.importing.formats.word.tables import Tables
from briefings.importing.lines import Hiding
from briefings.messages import Message

TRACKED = "tracked-changes"
"""The code of the finding on tracked changes. Its sentence is written when all of them are counted."""

_PROMPT = Message("A field of the document is empty. What it asks for is left out.")
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_CHANGES = ("ins", "moveTo", "del", "moveFrom")


class Story:
    """Reads one part. Each subject says in `starts` and `ends` which elements it is about."""

    def __init__(
        self,
        writing: Writing,
        package: Package,
        part: str,
        notes: Notes,
        comments: Comments,
        documents: Callable[[bytes], Lines] | None,
    ) -> None:
        self.documents = documents
        self.writing, self.package, self.part = writing, package, part
        self.notes, self.comments = notes, comments
        self.relations = Relations(package, part)
        self.paragraphs, self.tables, self.boxes = Paragraphs(writing), Tables(writing), Boxes(writing)
        self.fields, self.marks = Fields(writing, self.relations), NoteMarks(writing, notes)
        self.formula: Formula | None = None
        self.skipped = 0
        self.is_text = False
        self.sign = ""
        self.places: list[tuple[int, int]] = []
        self._around: list[bool] = []
        self.starts: dict[str, Callable[[dict[str, str]], object]] = {
            **dict.fromkeys(("t", "delText"), self._start_text),
            **{name: partial(self._start_change, name) for name in _CHANGES},
            **dict.fromkeys(("commentRangeEnd", "commentReference"), self._comment),
            **{name: partial(self._start_note, name) for name in ("footnote", "endnote")},
            "oMath": self._start_formula,
            "sdt": self._start_control,
            "showingPlcHdr": self._prompt,
            "docPartGallery": self._gallery,
            "altChunk": self._chunk,
        }
        self.ends: dict[str, Callable[[], object]] = {
            **dict.fromkeys(("t", "delText"), self._end_text),
            **dict.fromkeys(_CHANGES, writing.hidings.close),
            **dict.fromkeys(("footnote", "endnote"), self._end_note),
            "sdt": self._end_control,
        }
        drawings = Drawings(writing, package, self.relations)
        fills = Fills(writing.hidings)
        for subject in (self.paragraphs, self.tables, self.boxes, self.fields, self.marks, drawings, fills):
            self.starts |= subject.starts
            self.ends |= subject.ends
        self.ends |= {"p": self._end_paragraph, "r": self._end_run}

    def read(self) -> None:
        if xml := self.package.read(self.part):
            walk(xml, self._start, self._end, self._words)
        self.writing.end_line()
        self.writing.href, self.writing.is_code, self.writing.is_contents = "", False, False

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        # Skipped: how something was before a tracked change, and what older Word shows in place of what has been read.
        if self.skipped or name.endswith("Change") or self.boxes.is_second_version(name):
            self.skipped += 1
        elif self.formula:
            self.formula.start(name, attributes)
        elif start := self.starts.get(name):
            start(attributes)

    def _end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif self.formula:
            if self.formula.end():
                self._put_formula(self.formula)
                self.formula = None
        elif end := self.ends.get(name):
            end()

    def _words(self, words: str) -> None:
        if self.formula:
            self.formula.words(words)
        elif self.fields.is_code:
            self.fields.words(words)
        elif self.is_text and not self.skipped and not self.marks.sign(words):
            if self.sign and words.strip():
                words, self.sign = words.lstrip().removeprefix(self.sign), ""
            self.writing.add(words)

    def _end_paragraph(self) -> None:
        self.writing.end_paragraph()
        self.fields.end_paragraph()

    def _end_run(self) -> None:
        self.marks.end_run()
        self.writing.paragraph.run = None

    def _start_text(self, _: dict[str, str]) -> None:
        self.is_text = True

    def _end_text(self) -> None:
        self.is_text = False

    def _start_change(self, name: str, attributes: dict[str, str]) -> None:
        """A change around words, or of a paragraph or row where it stands among their properties."""
        self.writing.sheet.tell_once(TRACKED, "")
        is_gone = name in {"del", "moveFrom"}
        hiding = Hiding("deleted" if name == "del" else "moved", by=attributes.get("author", "").strip())
        if is_gone and self.paragraphs.is_about_one:
            self.writing.paragraph.is_joined = True
            hiding = None
        elif is_gone and self.tables.deletes(attributes):
            hiding = None
        self.writing.hidings.open(hiding if is_gone else None)

    def _comment(self, attributes: dict[str, str]) -> None:
        self.comments.put(self.writing, attributes.get("id", ""))

    def _start_note(self, kind: str, attributes: dict[str, str]) -> None:
        if attributes.get("type", "") in _SEPARATORS:
            self.skipped += 1
            return
        key = kind + attributes.get("id", "")
        label = self.notes.labels.get(key, "")
        self.writing.marker = f"[{label}]" if label else ""
        self.sign = self.notes.signs.get(key, "")
        self.writing.hidings.open(self.notes.hiding(key))
        self.places.append((self.notes.place(key), len(self.writing.sheet.entries)))

    def _end_note(self) -> None:
        self.writing.end_line()
        self.writing.hidings.close()

    def _start_formula(self, _: dict[str, str]) -> None:
        self.formula = Formula()

    def _put_formula(self, formula: Formula) -> None:
        look = self.writing.look()
        words = formula.written()
        self.writing.put(joined((text for text, _ in self.writing.sheet.pieces[-3:]), words), look)
        for deleted in formula.deleted:
            self.writing.put(deleted, look._replace(left_out=look.left_out or Hiding("deleted")))

    def _start_control(self, _: dict[str, str]) -> None:
        self.writing.hidings.open()
        self._around.append(self.writing.is_furniture)

    def _prompt(self, attributes: dict[str, str]) -> None:
        if self._around and is_on(attributes):
            self.writing.sheet.tell_once("prompt", _PROMPT)
            self.writing.hidings.say(PROMPT)

    def _gallery(self, attributes: dict[str, str]) -> None:
        self.writing.is_furniture |= attributes.get("val", "").startswith("Table of Contents")

    def _end_control(self) -> None:
        self.writing.hidings.close()
        self.writing.is_furniture = self._around.pop()

    def _chunk(self, attributes: dict[str, str]) -> None:
        self.writing.end_line()
        part = self.relations.part(attributes.get("id", ""))
        lines, findings = lines_of_chunk(self.package.read(part), part, self.documents)
        for finding in findings:
            self.writing.sheet.tell(finding.code, finding.sentence)
        self.writing.sheet.take(lines)
