"""HTML, from a page, a word processor, a mail or a clipboard, becomes lines. What does not show is left out."""

import re
from functools import partial

from briefings.importing.findings import Finding
from briefings.importing.formats import html_rules as rules
from briefings.importing.formats.formulas import Formula
from briefings.importing.formats.html_comments import hiding_of
from briefings.importing.formats.html_displays import Displays
from briefings.importing.formats.html_frames import Frame, Frames, Layer
from briefings.importing.formats.html_lines import Lines
from briefings.importing.formats.html_links import Links
from briefings.importing.formats.html_looks import Looks
from briefings.importing.formats.html_parts import Parts
from briefings.importing.formats.html_strikes import Strikes
from briefings.importing.formats.html_styles import Styles
from briefings.importing.formats.html_titles import Titles
from briefings.importing.formats.numbering import Numbering, points_of_reversed
from briefings.importing.formats.rows import Row, fuse
from briefings.importing.formats.sheet import PLAIN, Sheet
from briefings.importing.formats.tags import Token, ended_in, tokens_of, too_many_elements
from briefings.importing.lines import Line
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

MOST_ELEMENTS = 100_000
"""Elements and comments together. The longest pages have fewer, and nobody writes more by hand."""

_CLIPBOARD_HEAD = re.compile(r"\A\s*Version:[\d.]+\s[^<]{0,500}StartHTML:[^<]{0,500}")
_AFTER_A_MARKER = "7.0pt"


def lines_of_html(text: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """The lines of a page or of a piece of one. Raises Unreadable where it is made of too many elements."""
    return sheet_of_html(text).finished()


def sheet_of_html(text: str, *, styles: Styles | None = None) -> Sheet:
    """What a page says, or a piece of one with the `styles` of the whole, before it is cleaned. Raises Unreadable."""
    page = _Page(_CLIPBOARD_HEAD.sub("", text, count=1), styles)
    page.read()
    return page.sheet


class _Page:
    def __init__(self, text: str, styles: Styles | None) -> None:
        self.text = text
        self.sheet = Sheet()
        self.frames = Frames()
        self.styles = Styles(text) if styles is None else styles
        self.looks = Looks()
        self.lines = Lines(self.sheet)
        self.parts = Parts(self.lines)
        self.displays = Displays(self.lines, self.looks)
        self.links = Links(self.frames, self.lines, self.looks)
        self.pre: Layer[bool] = Layer(outside=False)
        self.in_marker: Layer[bool] = Layer(outside=False)
        self.is_silent: Layer[bool] = Layer(outside=False)
        self.rows: list[Row] = []
        self.formula: Formula | None = None
        self.is_after_formula = False
        self.titles = Titles()
        self.ended = ended_in(text)
        self.strikes = Strikes(text, self.ended, self.frames, self.looks)
        self.count, self.points = 0, points_of_reversed(text)

    def read(self) -> None:
        for token in tokens_of(self.text):
            self._count(token)
            match token.kind:
                case "text":
                    self._words(token.text)
                case "open":
                    self._open(token)
                case "close":
                    self._close(token.name)
                case "comment":
                    self._comment(token)
        self.lines.end()
        self.frames.end_all()
        self.lines.end()
        self.parts.set_apart()
        self.titles.place(self.sheet)

    def _count(self, token: Token) -> None:
        self.strikes.at += 1
        self.count += token.kind in {"open", "comment"}
        if self.count > MOST_ELEMENTS:
            raise Unreadable(too_many_elements(MOST_ELEMENTS))

    def _words(self, words: str) -> None:
        if self.is_silent.now:
            return
        if self.formula:
            self.formula.add(words)
        elif self.frames.innermost(("title",)) and not self.looks.left_out.now:
            self.titles.title += words
        elif self.in_marker.now:
            self.lines.marker += words
        else:
            self.is_after_formula &= words.isspace()
            look = self.looks.now
            for number, part in enumerate(words.split("\n") if self.pre.now else (words,)):
                if number:
                    self.lines.end()
                self.displays.add(part, look)

    def _open(self, token: Token) -> None:
        name = token.name
        if self.formula:
            self.formula.open(name)
        elif name in rules.VOID:
            self._void(token)
        elif not self.is_silent.now and not rules.is_element(name, self.ended) and not self.frames.innermost(("svg",)):
            self._words(token.text)
        else:
            self._begin(token)

    def _begin(self, token: Token) -> None:
        name, attributes = token.name, token.attributes
        if name in rules.BLOCKS:
            self.lines.end()
            self.strikes.end_before(name)
        frame = self.frames.open(name, began=len(self.sheet.entries))
        style, frame.ends = self.styles.begin(name, attributes)
        if name in rules.SILENT or rules.classes(attributes) & rules.WITHOUT_WORDS:
            self.is_silent.say(frame, value=True)
            if name == "script":
                self.sheet.tell_once("left-out", Message("Left out a script: a briefing runs none."))
        if self.is_silent.now:
            return
        hides = self.looks.say(frame, attributes, style)
        self.displays.see(frame, attributes, style)
        if hides and not self.displays.sign.now:
            # What one element hides and what the next one does are several words.
            frame.then(partial(self.sheet.add, " ", self.looks.now))
            self.strikes.see(frame)
        if name == "math":
            self.formula = Formula()
            frame.then(self._end_formula)
            return
        self._begin_line(frame, token, style)
        self._begin_inside(frame, token, style)
        self.links.see(frame, attributes)

    def _begin_line(self, frame: Frame, token: Token, style: rules.Style) -> None:
        """What an element says about the lines inside it."""
        name, attributes, lines = token.name, token.attributes, self.lines
        if line := rules.line_style(name, attributes, style):
            lines.style.say(frame, line)
            lines.is_point = line.style == "bullet"
            if not self.looks.left_out.now:
                lines.has_title |= line.style == "title" or line == ("heading", 1)
            if self.rows and line.style in {"title", "heading"}:
                self.rows[-1].is_layout = True
        elif name in rules.LISTS:
            points = self.points.get(self.strikes.at, 1)
            lines.numbering.say(frame, Numbering.of(attributes, style, points) if name == "ol" else None)
            lines.list_level.say(frame, rules.level_of_list(attributes))
        elif name == "li":
            level = rules.level_of_point(attributes) or lines.list_level.now or self.frames.depth_of(rules.LISTS) or 1
            lines.begin_point(frame, level=level, value=attributes.get("value", ""))
        elif level := rules.level_in_word(attributes, style):
            lines.list_level.say(frame, level)
        self.parts.see(frame, attributes)

    def _begin_inside(self, frame: Frame, token: Token, style: rules.Style) -> None:
        """What an element says about the words inside it, as part of their line."""
        name, attributes = token.name, token.attributes
        if name == "pre" or style.get("white-space", "").startswith("pre"):
            self.pre.say(frame, name == "pre")
        if style.get("mso-list", "").startswith("ignore") or (
            style.get("font", "").startswith(_AFTER_A_MARKER)
            and self.lines.begin_after_marker(self.frames.innermost(("p",)))
        ):
            self.in_marker.say(frame, value=True)
        if name == "tr":
            self._row(frame)
        elif name in {"td", "th"} and self.rows:
            self.rows[-1].cells.append(len(self.sheet.entries))
        elif name in rules.SURROUNDED:
            before, after = rules.SURROUNDED[name]
            self.sheet.add(before, self.looks.now)
            frame.then(lambda: self.sheet.add(after, self.looks.now))
        self.lines.is_from_docs |= attributes.get("id", "").startswith("docs-internal-guid")
        self.lines.is_large |= rules.is_large(style)

    def _void(self, token: Token) -> None:
        name, attributes, lines = token.name, token.attributes, self.lines
        if name == "hr":
            lines.end()
            self.strikes.end_before(name)
        for end in self.styles.begin(name, attributes)[1]:
            end()
        if self.is_silent.now:
            return
        if name == "br" and (lines.style.now.style in {"heading", "title"}):
            self.sheet.add(" ", self.looks.now)
        elif name == "br":
            lines.after_break |= lines.is_blank
            lines.end()
        elif name == "img":
            self._picture(attributes.get("alt", "").strip(), rules.classes(attributes))
        elif name == "input" and attributes.get("type", "").lower() in {"submit", "button", "reset"}:
            lines.add_alone(attributes.get("value", ""), self.looks.now, aside="form")
        elif name == "meta":
            self.titles.see(attributes)
        elif name == "link" and "stylesheet" in attributes.get("rel", "").lower():
            self.looks.grounds_are_unknown = True

    def _picture(self, words: str, classes: set[str]) -> None:
        repeats, self.is_after_formula = self.is_after_formula and any("math" in one for one in classes), False
        if words and not repeats and not self.looks.left_out.now:
            self.lines.add_picture(words)

    def _close(self, name: str) -> None:
        if self.formula and name != "math":
            self.formula.close(name)
            return
        if name in rules.BLOCKS:
            self.lines.end()
        if frame := self.frames.innermost((name,)):
            self.strikes.end(frame, with_all_inside=name in rules.BLOCKS)

    def _end_formula(self) -> None:
        formula, self.formula = self.formula, None
        if formula:
            words = formula.text(self.sheet.pieces[-1][0] if self.sheet.pieces else "")
            self.is_after_formula = bool(words.strip())
            self.sheet.add(words, self.looks.now)

    def _row(self, frame: Frame) -> None:
        if self.rows:
            self.rows[-1].is_layout = True
        self.rows.append(Row(len(self.sheet.entries)))
        frame.then(lambda: fuse(self.sheet, self.rows.pop()))

    def _comment(self, token: Token) -> None:
        if token.name == "<!" and token.text.startswith("[CDATA["):
            self._words(token.text.removeprefix("[CDATA[").removesuffix("]]"))
        elif not self.is_silent.now:
            in_paragraph = not self.lines.is_blank or self.frames.innermost(rules.PARAGRAPHS) is not None
            hiding = hiding_of(token.text, in_paragraph=in_paragraph)
            asks = hiding is not None and hiding.asks and self.frames.are_in_body(self.ended)
            look = PLAIN._replace(left_out=self.looks.left_out.now or (hiding and hiding._replace(asks=asks)))
            if hiding and in_paragraph:
                self.sheet.add(f" {token.text} ", look)
            elif hiding:
                self.lines.add_alone(token.text, look)
