"""Footnotes, endnotes and comments of a Word document, and the places in its text that name them."""

import re
from collections.abc import Callable

from briefings.importing.formats.package import walk
from briefings.importing.formats.sheet import Look
from briefings.importing.formats.word.hidings import HIDDEN
from briefings.importing.formats.word.line_writer import Writing
from briefings.importing.formats.word.styles import is_on
from briefings.importing.lines import NOTE, Hiding

_SIGN = re.compile(r"[*†‡§]{1,3}|\w{1,2}")


class Notes:
    """The notes that the text names, in its order. A note that only hidden words name is hidden as they are."""

    def __init__(self) -> None:
        self.labels: dict[str, str] = {}
        self.signs: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._taken: set[str] = set()
        self._hidden: dict[str, Hiding] = {}

    def label(self, key: str, sign: str = "") -> str:
        """What marks a note in the text: its number, or its own sign where no other note has it."""
        if key not in self.labels:
            is_own = _SIGN.fullmatch(sign) and not sign.isdigit() and sign not in self._taken
            self._places[key] = len(self.labels) + 1
            self.labels[key] = sign if is_own else str(len(self.labels) + 1)
            self._taken.add(self.labels[key])
        return self.labels[key]

    def place(self, key: str) -> int:
        """Where a note stands among all; those that the text does not show come last."""
        return self._places.get(key, len(self.labels) + 1)

    def hide(self, key: str, hiding: Hiding) -> None:
        self._hidden.setdefault(key, hiding)

    def hiding(self, key: str) -> Hiding | None:
        return None if key in self.labels else self._hidden.get(key, HIDDEN)


class NoteMarks:
    """What stands in the text for a note."""

    def __init__(self, writing: Writing, notes: Notes) -> None:
        self.writing, self.notes = writing, notes
        self.awaited = ""
        self.starts = {"footnoteReference": self._footnote, "endnoteReference": self._endnote}
        self.ends: dict[str, Callable[[], None]] = {}

    def _footnote(self, attributes: dict[str, str]) -> None:
        self._mark("footnote", attributes)

    def _endnote(self, attributes: dict[str, str]) -> None:
        self._mark("endnote", attributes)

    def _mark(self, kind: str, attributes: dict[str, str]) -> None:
        key = kind + attributes.get("id", "")
        if hiding := self.writing.hiding:
            self.notes.hide(key, hiding)
        elif is_on({"val": attributes.get("customMarkFollows", "false")}):
            self.awaited = key
        else:
            self._put(self.notes.label(key))

    def sign(self, words: str) -> bool:
        """Whether these words are the sign of a note; if so, its mark is written."""
        key, self.awaited = self.awaited, ""
        if not key:
            return False
        sign = words.strip()
        self._put(self.notes.label(key, sign))
        if not _SIGN.fullmatch(sign):
            return False
        self.notes.signs[key] = sign
        return True

    def end_run(self) -> None:
        """A sign that is drawn, or of a font of signs, is written as a number."""
        if self.awaited:
            self._put(self.notes.label(self.awaited))
            self.awaited = ""

    def _put(self, label: str) -> None:
        self.writing.put(f"[{label}]", Look(href=NOTE + label))


class Comments:
    """What others wrote beside the text: author and words `by_id` of the comment, each taken out once."""

    def __init__(self, xml: bytes) -> None:
        self.by_id: dict[str, tuple[str, str]] = {}
        self._words: list[str] = []
        self._now = ("", "")
        self._is_text = False
        if xml:
            walk(xml, self._start, self._end, self._characters)

    def put(self, writing: Writing, comment_id: str) -> None:
        """A comment stands at the place in the text that it is about."""
        author, words = self.by_id.pop(comment_id, ("", ""))
        if words:
            writing.sheet.part()
            writing.put(words, Look(left_out=Hiding("comment", by=author)))
            writing.sheet.part()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "comment":
                self._words = []
                self._now = (attributes.get("id", ""), attributes.get("author", "").strip())
            case "p" | "br" | "cr" | "tab":
                self._words.append(" ")
            case "t" | "delText":
                self._is_text = True

    def _characters(self, words: str) -> None:
        if self._is_text:
            self._words.append(words)

    def _end(self, name: str) -> None:
        self._is_text = False
        if name == "comment" and (words := " ".join("".join(self._words).split())):
            comment_id, author = self._now
            key = comment_id if comment_id not in self.by_id else f"{comment_id} {len(self.by_id)}"
            self.by_id[key] = (author, words)
