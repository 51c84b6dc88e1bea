"""Markdown, parsed by markdown-it-py, becomes lines that know where in the draft they stand.

Three rules of CommonMark are not followed, since each would lose or change an editor's words: indented text is no code,
a line of dashes makes no heading of a whole paragraph above it, and lines of one paragraph stay lines unless the draft
is broken at a width.
"""

import re
from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from briefings.importing.findings import Finding, named
from briefings.importing.formats.alignment import with_places
from briefings.importing.formats.front_matter import HEADLINE, Field, metadata_of
from briefings.importing.formats.html import sheet_of_html
from briefings.importing.formats.html_styles import Styles
from briefings.importing.formats.inline import Inline
from briefings.importing.formats.inline_marks import as_meant
from briefings.importing.formats.left_open import LeftOpen
from briefings.importing.formats.markdown_source import prepared
from briefings.importing.formats.plain import has_cells, lines_of_text
from briefings.importing.formats.sheet import PLAIN, Look, Sheet
from briefings.importing.formats.wrapping import wrapping_of
from briefings.importing.lines import Line, note_label
from briefings.importing.metadata import NO_METADATA, Metadata, has_own_line
from briefings.messages import Message

MOST_CHARACTERS = 1_000_000
"""Of a draft whose marks are read: parsing them takes much time and room, and no briefing is so long."""
MOST_BRACKETS, MOST_MARKS = 400, 5_000
"""In one paragraph. With more of them they are words: no paragraph has so many links, or so much emphasis."""

_SETEXT_LONGEST = 120
# The parser drops what nests deeper than this; `markdown_source` has made the nesting shallower before.
_BLOCKS = MarkdownIt("commonmark", {"maxNesting": 400}).disable(["code", "reference"])
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
# Inside a paragraph, what nests deeper than its 20 levels stays words.
_INSIDE = MarkdownIt("commonmark").enable("strikethrough")
_MARK = re.compile(r"[\\`*_\[\]!<>&~\n\ufdd1]")
_END_TAG = re.compile(r"</([a-zA-Z][a-zA-Z0-9]*)")
_BACKSLASH = re.compile(r"(?<!\\)\\$")
# Under a pull quote: “said Mina Torvald”, and “— Mina Torvald, reporter”, which is no point of a list.
_SAYS_WHO = re.compile(r"[^\W\d_A-Z]")
_CREDIT = re.compile(r"([—–])\s*(?=\w)")
_CLOSING = ("”", "“", "»", "«", '"', "’")
_TASK = re.compile(r"\[[ xX]\]\s+(?=\S)")
_RULE = set(" |:-")
_ENDS = {"list_item_close", "blockquote_close", "bullet_list_close", "ordered_list_close"}


def lines_of_markdown(text: str) -> tuple[tuple[Line, ...], tuple[Finding, ...], Metadata]:
    """The lines of a cleaned text, the findings, and what its front matter says."""
    if len(text) > MOST_CHARACTERS:
        lines, findings = lines_of_text(text)
        sentence = Message(
            "The draft is too long to read its Markdown. Its marks stand as words. Cut it into several briefings."
        )
        return lines, (*findings, Finding(code="marks-unread", sentence=sentence)), NO_METADATA
    page = _Page(text)
    page.read()
    lines, findings = page.sheet.finished()
    placed = tuple(with_places(line, page.original) for line in lines)
    return placed, findings, metadata_of(page.source.front)


class _Page:
    def __init__(self, text: str) -> None:
        self.original = text.split("\n")
        self.source = prepared(text)
        self.sheet = Sheet()
        self.ends = Counter(map(str.lower, _END_TAG.findall(text)))
        self.styles = Styles("")
        self.left_open = LeftOpen(ends=self.ends)
        self.depth = 0
        self.marker = ""
        self.style = "text"
        self.quotes: list[int] = []  # of each block quote around, how many lines stood above it
        self.notes = {note_label(note.marker) for note in self.source.notes if note.marker.startswith("[^")}
        targets = self.source.link_targets.items()
        self.env = {"references": {normalizeReference(label): {"title": "", "href": href} for label, href in targets}}
        blocks: list[list[str]] = [[]]
        for line in self.source.lines:
            if line.strip():
                blocks[-1].append(line)
            elif blocks[-1]:
                blocks.append([])
        self.wrapping = wrapping_of(blocks)

    def read(self) -> None:
        for field in self.source.front:
            self._front(field)
        # Without a last line end the parser looks behind the end of some texts (“> 1. <!--”, then “> ”).
        tokens = _BLOCKS.parse("\n".join([*self.source.lines, ""]), self.env)
        html = (self.source.comments.restored(token.content) for token in tokens if token.type == "html_block")
        self.styles = Styles("\n".join(html))
        self.left_open = LeftOpen(ends=self.ends, styles=self.styles)
        for before, token in zip([None, *tokens], tokens, strict=False):
            self._block(token, before)
        for note in self.source.notes:
            self._inline(note.text, number=note.number, style="note", marker=note.marker)

    def _front(self, field: Field) -> None:
        is_title = field.key.lower() in HEADLINE
        if field.text and (is_title or has_own_line(field.key)):
            self.sheet.add(field.text)
            how = {"style": "title"} if is_title else {"aside": "front matter"}
            self.sheet.end(number=field.number, marker=f"{field.key}:", **how)
        else:
            self.sheet.add(f"{field.key}: {field.text}" if field.key else field.text)
            self.sheet.end(number=field.number, aside="front matter")

    def _block(self, token: Token, before: Token | None) -> None:
        at = token.map[0] if token.map else 0
        if token.type == "list_item_open":
            self.marker, self.style = f"{token.info}{token.markup}", "numbered" if token.info else "bullet"
        elif token.type == "blockquote_open":
            self.quotes.append(len(self.sheet.entries))
        elif token.type == "blockquote_close":
            self.quotes.pop()
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            self.depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.depth -= 1
        elif token.type in {"fence", "code_block"}:
            content = self.source.comments.restored(f"{token.info}\n{token.content}")
            for row, words in enumerate(content.split("\n"), start=at):
                self.sheet.add(words, Look(left_out=self.left_open.now))
                self.sheet.end(number=self._number(row))
        elif token.type == "html_block":
            content = self.source.comments.restored(token.content)
            self.sheet.take_over(
                sheet_of_html(self.left_open.tags + content, styles=self.styles), number=self._number(at)
            )
            self.left_open.read(content)
        elif token.type == "inline":
            self.left_open.begin_paragraph()
            self._text(token, before, at)
            self.left_open.end_paragraph()
        if token.type in _ENDS:
            self.marker, self.style = "", "text"

    def _number(self, at: int) -> int:
        """The number of the line of the draft in which the line `at` of the source begins."""
        return self.source.numbers[min(at, len(self.source.numbers) - 1)]

    def _text(self, token: Token, before: Token | None, start: int) -> None:
        if before is not None and before.type == "heading_open":
            underlined = before.markup in {"=", "-"}
            if not underlined or ("\n" not in token.content and len(token.content) <= _SETEXT_LONGEST):
                self._inline(token.content, number=self._number(start), style="heading", level=int(before.tag[1]))
                return
        rows = token.content.split("\n")
        heads = _heads(rows)
        first = True
        for at, group in self._paragraphs(rows[:heads]):
            marker = self.marker if first else ""
            style = self.style if first else "text"
            if marker and (task := _TASK.match(group[0])):
                group[0], marker = group[0][task.end() :], f"{marker} {task[0].strip()}"
                sentence = Message(
                    "A task is still in the draft: %(words)s. Settle it and take it out.", words=named(group[0])
                )
                self.sheet.tell("editor-mark", sentence)
            number = self._number(start + at)
            if self.quotes and not marker:
                number = self._take_back(group[0]) or number
                credit = _CREDIT.match(group[0])
                marker, group[0] = (credit[1], group[0][credit.end() :]) if credit else ("", group[0])
            how = {"style": style, "level": self.depth, "marker": marker}
            self._inline("\n".join(group), number=number, **how)
            first = False
        for at, row in enumerate(rows[heads:], start=heads):
            cells = row.strip().removeprefix("|").removesuffix("|").replace("|", " | ")
            if at != heads + 1:
                self._inline(cells.strip(), number=self._number(start + at), style="row")
        self.marker, self.style = "", "text"

    def _take_back(self, row: str) -> int:
        """Reopens the line above, which `row` continues by saying who spoke; its number, or 0 where there is none."""
        above = self.sheet.entries[-1] if self.sheet.entries[self.quotes[-1] :] else None
        if above is None or not _SAYS_WHO.match(row) or not above.text.endswith(_CLOSING):
            return 0
        self.sheet.entries.pop()
        self.sheet.pieces = [*above.pieces, (" ", PLAIN)]
        return above.number

    def _paragraphs(self, rows: list[str]) -> list[tuple[int, list[str]]]:
        groups: list[tuple[int, list[str]]] = []
        marks = [row.count("~~") for row in as_meant("\n".join(rows)).split("\n")]
        last, opened = max((at for at, count in enumerate(marks) if count), default=0), 0
        for at, row in enumerate(rows):
            hard = bool(groups) and groups[-1][1][-1].endswith(("  ", "\\"))
            if hard:
                groups[-1][1][-1] = _BACKSLASH.sub("", groups[-1][1][-1])
            goes_on = not hard and groups and self.wrapping.goes_on(groups[-1][1][-1], row)
            if goes_on or (opened % 2 and at <= last):  # struck words go on in the next rows
                groups[-1][1].append(row)
            else:
                groups.append((at, [row]))
            opened += marks[at]
        return groups

    def _inline(self, content: str, *, number: int, **how: object) -> None:
        before = self.original[number - 2].strip() if number > 1 else "-"
        pictures: list[str] = []
        if not _may_be_parsed(content):
            self.sheet.add(self.source.comments.restored(content), Look(left_out=self.left_open.now))
        else:
            children: list[Token] = []
            _INSIDE.inline.parse(as_meant(content), _INSIDE, self.env, children)
            pictures = Inline(self.sheet, self.source.comments, self.left_open, self.notes).read(children)
        self.sheet.end(number=number, after_blank=not before, **how)
        for words in pictures:
            self.sheet.add(words)
            self.sheet.end(number=number, aside="picture")


def _may_be_parsed(content: str) -> bool:
    """Whether there are marks, and not so many that they would take too long to parse."""
    marks = len(_MARK.findall(content))
    return 0 < marks <= MOST_MARKS and content.count("[") + content.count("]") <= MOST_BRACKETS


def _heads(rows: list[str]) -> int:
    """Which row of a paragraph holds the heads of a table, above a drawn line; with no table, how many rows it has."""
    for at, row in enumerate(rows[1:]):
        if "|" in row and set(row) <= _RULE and "-" in row and has_cells(rows[at]):
            return at
    return len(rows)
