"""A Word document becomes lines. Its XML is read as a stream; what it links to is never fetched."""

import re

from briefings.importing.findings import Finding, named
from briefings.importing.formats.docx_parts import Relations, comments_of, is_on, lists_of, styles_of
from briefings.importing.formats.html_rules import LineStyle
from briefings.importing.formats.links import address_of
from briefings.importing.formats.package import Package, walk
from briefings.importing.formats.rows import Row, fuse
from briefings.importing.formats.sheet import TRACKED, Look, Sheet
from briefings.importing.lines import Aside, Line
from briefings.importing.unreadable import Unreadable

_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
# Copies for older programs, and how a style was before a tracked change.
_NO_WORDS = {"Fallback", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"}
_LEADS_TO = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
_HIDDEN = "The draft has hidden text. It stands among the lines here; look at it."


def lines_of_docx(data: bytes) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """The lines of a .docx file. Raises Unreadable."""
    package = Package(data)
    main = next((part for part in Relations(package, "").parts("officeDocument") if part in package), "")
    if not main:
        raise Unreadable("The file is packed, but is no Word document. Choose a .docx, .html, .md or .txt file.")
    document = _Document(package, main)
    document.read()
    return document.sheet.finished()


class _Paragraph:
    """What is known of the paragraph that is being read, and of the run in it. `depth`: of a point in its list."""

    def __init__(self) -> None:
        self.style_id = self.list_id = self.depth = ""
        self.outline = 0
        self.is_strong = self.is_em = self.strong = self.em = self.in_run = self.is_begun = False
        self.pictures: list[str] = []


class _Document:
    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        self.main = main
        self.sheet = Sheet()
        self.relations = self.around = Relations(package, main)
        self.styles = styles_of(self._part("styles"))
        self.lists = lists_of(self._part("numbering"))
        self.rows: list[Row] = []
        self.paragraphs = [_Paragraph()]
        self.left_out = 0
        self.is_text = self.is_code = self.in_notes = self.after_tracked = False
        self.href = self.code = self.marker = ""
        self.note_numbers: dict[str, int] = {}

    def read(self) -> None:
        self._walk(self.main)
        self.in_notes = True
        for name in (*self.around.parts("footnotes"), *self.around.parts("endnotes")):
            self._walk(name)
        self.in_notes = False
        for author, said in comments_of(self._part("comments")):
            self.sheet.tell("comment", f"{author} commented on the draft: {named(said)}.")
        self._margins("header")
        self._margins("footer")

    def _part(self, kind: str) -> bytes:
        return b"".join(self.package.read(name) for name in self.around.parts(kind)[:1])

    def _walk(self, name: str) -> None:
        self.relations = Relations(self.package, name)
        if xml := self.package.read(name):
            walk(xml, self._start, self._end, self._words)
        self._end_line()

    def _margins(self, aside: Aside) -> None:
        """What stands above or below every page is furniture, told once however many kinds of page there are."""
        known: set[str] = set()
        for name in self.around.parts(aside):
            before = len(self.sheet.entries)
            self._walk(name)
            kept = [entry for entry in self.sheet.entries[before:] if entry.text not in known]
            for entry in kept:
                entry.style, entry.level, entry.aside = "text", 0, aside
                known.add(entry.text)
            self.sheet.entries[before:] = kept

    def _words(self, words: str) -> None:
        if self.is_code:
            self.code += words
        elif self.is_text and not self.left_out:
            self.after_tracked = False
            self._add(words)

    def _add(self, words: str) -> None:
        paragraph = self.paragraphs[-1]
        self.sheet.add(words, Look(paragraph.strong, paragraph.em, self.href))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.left_out or name in _NO_WORDS:
            self.left_out += 1
            return
        paragraph, value = self.paragraphs[-1], attributes.get("val", "")
        match name:
            case "p":
                self._end_line()
                self.paragraphs.append(_Paragraph())
            case "r":
                paragraph.strong, paragraph.em, paragraph.in_run = paragraph.is_strong, paragraph.is_em, True
            case "t" | "delText":
                self.is_text = True
            case "tab" if paragraph.in_run:
                self._add("\t")
            case "br" | "cr":
                self._break()
            case "noBreakHyphen":
                self._add("-")
            case "pStyle":
                paragraph.style_id = value
                paragraph.is_strong, paragraph.is_em = self.styles.is_strong(value), self.styles.is_em(value)
                paragraph.list_id = paragraph.list_id or self.styles.numbering(value)
            case "rStyle":
                paragraph.strong |= self.styles.is_strong(value)
                paragraph.em |= self.styles.is_em(value)
            case "numId":
                paragraph.list_id = "" if value == "0" else value
            case "ilvl":
                paragraph.depth = value
            case "outlineLvl" if value in set("012345"):
                paragraph.outline = int(value) + 1
            case "b":
                paragraph.strong = is_on(attributes)
            case "i":
                paragraph.em = is_on(attributes)
            case _:
                self._start_of_more(name, attributes)

    def _start_of_more(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "hyperlink":
                self.href = self.relations.addresses.get(attributes.get("id", ""), "")
            case "instrText":
                self.is_code = True
            case "fldChar":
                self._field(attributes.get("fldCharType", ""))
            case "tr":
                self._end_line()
                if self.rows:
                    self.rows[-1].is_layout = True
                self.rows.append(Row(len(self.sheet.entries)))
            case "tc" if self.rows:
                self._end_line()
                self.rows[-1].cells.append(len(self.sheet.entries))
            case "footnote" | "endnote" if attributes.get("type", "") in _SEPARATORS:
                self.left_out += 1
            case "footnote" | "endnote" | "footnoteReference" | "endnoteReference":
                known = name.removesuffix("Reference") + attributes.get("id", "")
                number = f"[{self.note_numbers.setdefault(known, len(self.note_numbers) + 1)}]"
                if self.in_notes:
                    self.marker = number
                else:
                    self._add(number)
            case "ins" | "del" | "moveFrom" | "moveTo":
                self.sheet.tell_once("tracked-changes", TRACKED)
                # What was deleted and what was put in its place touch, and are two words.
                self.sheet.add(" " * self.after_tracked)
            case "vanish" if self.paragraphs[-1].in_run and is_on(attributes):
                self.sheet.tell_once("hidden-text", _HIDDEN)
            case "docPr" if words := attributes.get("descr", "").strip():
                self.paragraphs[-1].pictures.append(words)
                self.sheet.tell("picture", f"A picture is not taken over: {named(words)}. Upload it to the briefing.")

    def _end(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
            return
        self.after_tracked = name in {"ins", "del", "moveFrom", "moveTo"}
        match name:
            case "p":
                self._end_line()
                if len(self.paragraphs) > 1:
                    self.paragraphs.pop()
            case "r":
                self.paragraphs[-1].in_run = False
            case "t" | "delText":
                self.is_text = False
            case "instrText":
                self.is_code = False
            case "hyperlink":
                self.href = ""
            case "tr" if self.rows:
                fuse(self.sheet, self.rows.pop())

    def _field(self, kind: str) -> None:
        """Older documents write a link as a field: its code, then its words."""
        if kind == "separate" and (found := _LEADS_TO.match(self.code)):
            self.href = address_of(found[1])
        elif kind != "separate":
            self.href = self.code = ""

    def _break(self) -> None:
        if self._line_style().style in {"heading", "title"}:
            self._add(" ")
        else:
            self._end_line()

    def _line_style(self) -> LineStyle:
        paragraph = self.paragraphs[-1]
        if self.in_notes:
            return LineStyle("note")
        found = self.styles.line_style(paragraph.style_id)
        if found.style == "text" and paragraph.outline:
            return LineStyle("heading", paragraph.outline)
        if found.style == "text" and paragraph.list_id:
            numbered = self.lists.is_numbered(paragraph.list_id, paragraph.depth or "0")
            depth = int(paragraph.depth) + 1 if re.fullmatch("[0-8]", paragraph.depth) else 1
            found = LineStyle("numbered" if numbered else "bullet", depth)
        return LineStyle() if found.style in {"bullet", "numbered"} and paragraph.is_begun else found

    def _end_line(self) -> None:
        paragraph, (style, level) = self.paragraphs[-1], self._line_style()
        if self.rows and style in {"heading", "title"}:
            self.rows[-1].is_layout = True
        if self.sheet.end(style=style, level=level, marker=self.marker):
            paragraph.is_begun, self.marker = True, ""
        pictures, paragraph.pictures = paragraph.pictures, []
        for words in pictures:
            self.sheet.add(words)
            self.sheet.end(aside="picture")
