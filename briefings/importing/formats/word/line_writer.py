"""The line of a Word document that is being written, and what follows it once its paragraph ends."""

import re
from dataclasses import dataclass, field

from briefings.importing.findings import named
from briefings.importing.formats.entries import Entry
from briefings.importing.formats.html_rules import LineStyle
from briefings.importing.formats.rows import Row
from briefings.importing.formats.sheet import Look, Sheet
from briefings.importing.formats.word import symbols
from briefings.importing.formats.word.hidings import HIDDEN, PROMPT, STRUCK, Hidings
from briefings.importing.formats.word.lists import Lists
from briefings.importing.formats.word.styles import Formatting, Styles
from briefings.importing.lines import Aside, Hiding
from briefings.messages import Message

_ENDS_A_CLAUSE = (".", "!", "?", ":", ";", ",", "…", "”", "“", "»", '"', ")")
_SEEN_BESIDE_A_SIGN = 40
_BEGINS_A_LINE = re.compile(r"[^\W\d_]{1,4}\)|[^\W\d_]\.\s|\S+@|https?:|www\.")
"""What begins a line though with a small letter: a point of a list, or an address."""


@dataclass(slots=True)
class Paragraph:
    """What is known of a paragraph, and of the `run` in it. `depth`: of a point in its list.

    `first`: the paragraph that it continues. `following`: boxes and pictures, which are written behind it and not
    within its sentences.
    """

    style_id: str = ""
    list_id: str | None = None
    depth: str = ""
    outline: int = 0
    ground: str | None = None
    is_begun: bool = False
    is_furniture: bool = False
    is_drop_cap: bool = False
    is_joined: bool = False
    is_broken: bool = False
    run: Formatting | None = None
    first: "Paragraph | None" = None
    following: list[Entry] = field(default_factory=list)


class Writing:
    """Takes words with `add`; the open elements around them say how they look."""

    def __init__(self, sheet: Sheet, styles: Styles, lists: Lists) -> None:
        self.sheet, self.styles, self.lists = sheet, styles, lists
        self.hidings = Hidings()
        self.paragraphs = [Paragraph()]
        self.rows: list[Row] = []
        self.href = self.marker = self.shown = ""
        self.is_note = self.is_code = self.is_contents = self.is_furniture = False
        self.carried: Paragraph | None = None
        self.written = 0
        self._last_list = ""
        self._signs: list[tuple[str, int]] = []

    @property
    def paragraph(self) -> Paragraph:
        return self.paragraphs[-1]

    @property
    def hiding(self) -> Hiding | None:
        return self.look().left_out

    @property
    def is_one_line(self) -> bool:
        """A heading is, whatever breaks are in it."""
        return self._line_style(self.paragraph).style in {"heading", "title"}

    def look(self) -> Look:
        run, below = self.paragraph.run, self.styles.formatting(self.paragraph.style_id)
        around = self.hidings.now or (HIDDEN if self.is_code else None)
        if run is None:
            return Look(href=self.href, left_out=around or self._reason(below))
        if run.character:
            below = self.styles.formatting(run.character).beside(below)
        run = run.over(below)
        script = None if self.paragraph.is_drop_cap else run.script or None
        return Look(bool(run.strong), bool(run.em), self.href, around or self._reason(run), script)

    def _reason(self, formatting: Formatting) -> Hiding | None:
        if formatting.hidden:
            return PROMPT if self.styles.marks_a_form(self.paragraph.style_id) else HIDDEN
        if formatting.struck:
            return STRUCK
        paragraph = self.paragraph
        usual = self.styles.formatting(paragraph.style_id).paint.around
        around = (usual if paragraph.ground is None else paragraph.ground) or self.hidings.ground
        return HIDDEN if formatting.paint.hides(around) else None

    def add(self, words: str) -> None:
        """Words of the draft, as their run shows them."""
        shown, unknown = symbols.in_font(words, self._font())
        self._signs += [(self._font(), code) for code in unknown]
        self.put(shown, self.look())

    def add_sign(self, font: str, code: int) -> None:
        sign = symbols.sign_of(font, code)
        if sign == symbols.UNKNOWN:
            self._signs.append((font, code))
        self.put(sign, self.look())

    def put(self, words: str, look: Look) -> None:
        self.written += bool(words.strip())
        if self.paragraph.is_broken and not look.left_out and words.strip():
            self._end_break(words.lstrip(), look)
        if not look.left_out and words.strip():
            self.shown = words
        self.paragraph.is_furniture |= self.is_contents or self.is_furniture
        self.sheet.add(words, look)

    def begin_break(self) -> None:
        """What comes next decides whether the break parts two lines. Two breaks always do."""
        if self.paragraph.is_broken:
            self.end_line()
        self.paragraph.is_broken = True

    def _end_break(self, words: str, look: Look) -> None:
        """A sentence goes on with a small letter, however it was set."""
        self.paragraph.is_broken = False
        if words[0].islower() and not _BEGINS_A_LINE.match(words):
            self.sheet.add(" ", look)
        else:
            self.end_line()

    def end_line(self) -> None:
        """Ends the line; what follows the paragraph waits for the end of the paragraph."""
        if not self.sheet.pieces:
            return
        paragraph = self.carried or self.paragraph
        if self._signs:
            self._tell_of_signs()
        if self.sheet.is_blank:
            self.sheet.pieces.clear()
        else:
            style, level = self._line_style(paragraph)
            if self.rows and style in {"heading", "title"}:
                self.rows[-1].is_layout = True
            marker = self.marker or self._marker(paragraph, style, level)
            self.sheet.end(style=style, level=level, marker=marker, aside=self._aside(paragraph))
            paragraph.is_begun, self.marker, self.shown = True, "", ""
        if self.carried:
            self._follow(paragraph)
            self.carried = None

    def begin_paragraph(self) -> None:
        before, self.carried = self.carried, None
        if before is None:
            self.end_line()
        elif not before.is_drop_cap and self.shown.endswith(_ENDS_A_CLAUSE):
            self.sheet.add(" ")
        paragraph = Paragraph()
        if before:
            paragraph.following = before.following
            paragraph.first = None if before.is_drop_cap else before.first or before
        self.paragraphs.append(paragraph)

    def end_paragraph(self) -> None:
        """Ends the paragraph, unless its words continue in the next: its mark was deleted, or it is a drop cap."""
        paragraph = self.paragraph
        if paragraph.is_broken:
            self.end_line()
        if (paragraph.is_joined or paragraph.is_drop_cap) and self.shown:
            self.carried = paragraph
        else:
            self.end_line()
            self._follow(paragraph)
        if len(self.paragraphs) > 1:
            self.paragraphs.pop()

    def _follow(self, paragraph: Paragraph) -> None:
        self.sheet.bring(paragraph.following)
        paragraph.following.clear()

    def _shown(self) -> str:
        return "".join(text for text, look in self.sheet.pieces if not look.left_out)

    def _font(self) -> str:
        run = self.paragraph.run
        if run is None:
            return ""
        style = self.styles.formatting(run.character).font if run.character else None
        return run.font or style or self.styles.formatting(self.paragraph.style_id).font or ""

    def _line_style(self, paragraph: Paragraph) -> LineStyle:
        paragraph = paragraph.first or paragraph
        if self.is_note:
            return LineStyle("note")
        line_style = self.styles.line_style(paragraph.style_id)
        if line_style.style == "text" and paragraph.outline and not self.styles.aside(paragraph.style_id):
            return LineStyle("heading", paragraph.outline)
        list_id, depth = self._list(paragraph)
        if line_style.style == "text" and list_id:
            counts = self.lists.level(list_id, depth).counts
            line_style = LineStyle("numbered" if counts else "bullet", depth + 1)
        return LineStyle() if line_style.style in {"bullet", "numbered"} and paragraph.is_begun else line_style

    def _list(self, paragraph: Paragraph) -> tuple[str, int]:
        list_id, depth = self.styles.numbering(paragraph.style_id)
        if paragraph.list_id is not None:
            list_id = paragraph.list_id
        if list_id in {"", "0"}:
            return "", 0
        depth = paragraph.depth or depth
        return list_id, int(depth) if depth in set("012345678") else self.lists.depth_of(list_id, paragraph.style_id)

    def _marker(self, paragraph: Paragraph, style: str, level: int) -> str:
        list_id, depth = self._list(paragraph)
        before, self._last_list = self._last_list, list_id
        if style not in {"bullet", "numbered", "heading"} or not list_id or not self.shown:
            return ""
        return self.lists.marker(list_id, depth, goes_on=before == list_id, is_heading=style == "heading")

    def _aside(self, paragraph: Paragraph) -> Aside:
        return "navigation" if paragraph.is_furniture else self.styles.aside(paragraph.style_id)

    def _tell_of_signs(self) -> None:
        words, at = " ".join(self._shown().split()), 0
        for font, code in self._signs:
            at = max(words.find(symbols.UNKNOWN, at), 0)
            beside = words[max(at - _SEEN_BESIDE_A_SIGN, 0) : at + _SEEN_BESIDE_A_SIGN].strip()
            at += 1
            places = {"code": f"{code:04X}", "words": named(beside)}
            sentence = Message(
                "Nobody here knows sign %(code)s of the font in the draft. Put in what it shows: %(words)s.", **places
            )
            if font:
                sentence = Message(
                    "Nobody here knows sign %(code)s of the font %(font)s. Put in what it shows: %(words)s.",
                    font=font,
                    **places,
                )
            self.sheet.tell("unknown-sign", sentence)
        self._signs = []
