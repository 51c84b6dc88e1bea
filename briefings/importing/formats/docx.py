"""A Word document becomes lines. Its XML is read as a stream; what it links to is never fetched."""

from collections.abc import Callable
from dataclasses import replace

from briefings.importing.findings import Finding
from briefings.importing.formats.package import Package
from briefings.importing.formats.sheet import Look, Sheet
from briefings.importing.formats.word import unread
from briefings.importing.formats.word.chunks import Lines
from briefings.importing.formats.word.line_writer import Writing
from briefings.importing.formats.word.lists import lists_of
from briefings.importing.formats.word.notes import Comments, Notes
from briefings.importing.formats.word.relations import Relations
from briefings.importing.formats.word.story import TRACKED, Story
from briefings.importing.formats.word.styles import Styles
from briefings.importing.lines import Aside, Hiding, Line
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message, numbered


def lines_of_docx(data: bytes) -> Lines:
    """The lines of a .docx file. Raises Unreadable."""
    package = Package(data)
    return _lines(package, lambda inner: _lines(package.inside(inner), None))


def _lines(package: Package, documents: Callable[[bytes], Lines] | None) -> Lines:
    main = next((part for part in Relations(package, "").parts("officeDocument") if part in package), "")
    if not main:
        raise Unreadable(
            Message("The file is packed, but is no Word document. Choose a .docx, .html, .md or .txt file.")
        )
    document = _Document(package, main, documents)
    document.read()
    lines, findings = document.sheet.finished()
    return lines, tuple(_counted(finding, lines) if finding.code == TRACKED else finding for finding in findings)


def _counted(finding: Finding, lines: tuple[Line, ...]) -> Finding:
    gone = sum(line.left_out is not None and line.left_out.kind in {"deleted", "moved"} for line in lines)
    sentence = Message(
        "The draft has tracked changes, and is read as if all were accepted. They delete nothing.",
    )
    if gone:
        sentence = numbered(
            "The draft has tracked changes, and is read as if all were accepted. One deletion is listed among what is "
            "left out.",
            "The draft has tracked changes, and is read as if all were accepted. %(count)s deletions are listed among "
            "what is left out.",
            count=gone,
        )
    return replace(finding, sentence=sentence)


class _Document:
    """`documents`: reads a document inside this one; None where this one is inside another."""

    def __init__(self, package: Package, main: str, documents: Callable[[bytes], Lines] | None) -> None:
        self.package, self.main, self.documents = package, main, documents
        self.sheet = Sheet()
        self.around = Relations(package, main)
        styles = Styles(self._part("styles"))
        self.writing = Writing(self.sheet, styles, lists_of(self._part("numbering"), styles))
        self.notes, self.comments = Notes(), Comments(self._part("comments"))

    def read(self) -> None:
        self._story(self.main)
        self._read_notes()
        self._margins("header")
        self._margins("footer")
        for author, words in self.comments.by_id.values():
            self.sheet.add(words, Look(left_out=Hiding("comment", by=author)))
            self.sheet.end()
        texts = [text for entry in self.sheet.entries for text, _ in entry.pieces]
        for sentence in unread.sentences(self.package, texts):
            self.sheet.tell("unread-part", sentence)

    def _part(self, kind: str) -> bytes:
        return b"".join(self.package.read(name) for name in self.around.parts(kind)[:1])

    def _story(self, name: str) -> Story:
        story = Story(self.writing, self.package, name, self.notes, self.comments, self.documents)
        story.read()
        return story

    def _read_notes(self) -> None:
        """Footnotes and endnotes, in the order in which the text names them."""
        entries, self.writing.is_note = self.sheet.entries, True
        places: list[tuple[int, int]] = []
        for name in (*self.around.parts("footnotes"), *self.around.parts("endnotes")):
            places += self._story(name).places
        self.writing.is_note = False
        ends = [start for _, start in places[1:]] + [len(entries)]
        notes = [(place, entries[start:end]) for (place, start), end in zip(places, ends, strict=False)]
        if places:
            notes.sort(key=lambda note: note[0])
            entries[places[0][1] :] = [entry for _, note in notes for entry in note]

    def _margins(self, aside: Aside) -> None:
        """What stands above or below every page is furniture, and is kept once for all kinds of pages."""
        known: set[str] = set()
        for name in self.around.parts(aside):
            before = len(self.sheet.entries)
            self._story(name)
            new_entries = [entry for entry in self.sheet.entries[before:] if entry.text not in known]
            for entry in new_entries:
                entry.style, entry.level, entry.aside = "text", 0, aside
                known.add(entry.text)
            self.sheet.entries[before:] = new_entries
