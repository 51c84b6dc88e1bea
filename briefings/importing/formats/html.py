"""HTML, from a page, from Word or from Google Docs, becomes lines. What is hidden is left out and told."""

import re
from functools import partial

from briefings.importing.findings import Finding, named
from briefings.importing.formats import html_rules as rules
from briefings.importing.formats.html_frames import Frame, Frames, Layer
from briefings.importing.formats.links import address_of
from briefings.importing.formats.rows import Row, fuse
from briefings.importing.formats.sheet import TRACKED, Entry, Look, Sheet
from briefings.importing.formats.tags import Token, ended_in, tokens_of
from briefings.importing.lines import Aside, Line

_CLIPBOARD_HEAD = re.compile(r"\A\s*Version:[\d.]+\s[^<]{0,500}StartHTML:[^<]{0,500}")
_LEADS_BACK = re.compile(r"#_?(?:ftnref|ednref|ftnt_ref|fnref|cite_ref|footnote-ref)", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"\s*(?:\[(?:if|endif)|(?:Start|End)Fragment|doctype|xml)", re.IGNORECASE)
_LARGE = re.compile(r"(?:2[6-9]|[3-9]\d)(?:\.\d+)?pt")
_SEEN_OF_WHAT_IS_LEFT_OUT = 400


def lines_of_html(text: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """The lines of a page or of a piece of one."""
    page = _Page()
    page.read(_CLIPBOARD_HEAD.sub("", text, count=1))
    return page.sheet.finished()


class _Page:
    def __init__(self) -> None:
        self.sheet = Sheet()
        self.frames = Frames()
        self.strong: Layer[bool] = Layer(outside=False)
        self.em: Layer[bool] = Layer(outside=False)
        self.href: Layer[str] = Layer("")
        self.left_out: Layer[str] = Layer("")
        self.aside: Layer[Aside] = Layer("")
        self.line: Layer[rules.LineStyle] = Layer(rules.LineStyle())
        self.pre: Layer[bool] = Layer(outside=False)
        self.in_marker: Layer[bool] = Layer(outside=False)
        self.rows: list[Row] = []
        self.marker = ""
        self.pictures: list[str] = []
        self.hidden: list[str] = []
        self.page_title = ""
        self.ended: set[str] = set()
        self.is_point = self.is_note = self.is_large = self.is_from_docs = self.after_break = False
        self.has_title = self.after_tracked = False

    def read(self, text: str) -> None:
        self.ended = ended_in(text)
        for token in tokens_of(text):
            match token.kind:
                case "text":
                    self._words(token.text)
                case "open":
                    self._open(token)
                case "close":
                    self._close(token.name)
                case "comment":
                    self._comment(token)
        self._end_line()
        self.frames.end_all()
        self._end_line()
        self._place_the_title()

    def _words(self, words: str) -> None:
        self.after_tracked = False
        if self.frames.innermost(("title",)) and not self.left_out.now:
            self.page_title += words
        elif self.left_out.now:
            if sum(map(len, self.hidden)) < _SEEN_OF_WHAT_IS_LEFT_OUT:
                self.hidden.append(words[:_SEEN_OF_WHAT_IS_LEFT_OUT])
        elif self.in_marker.now:
            self.marker += words
        else:
            look = Look(self.strong.now, self.em.now, self.href.now)
            for number, part in enumerate(words.split("\n") if self.pre.now else (words,)):
                if number:
                    self._end_line()
                self.sheet.add(part, look)

    def _open(self, token: Token) -> None:
        name, attributes = token.name, token.attributes
        if name in rules.VOID:
            self._void(token)
            return
        if not self.left_out.now and not rules.is_element(name, self.ended):
            self._words(token.text)
            return
        if name in rules.BLOCKS:
            self._end_line()
            self._close_what_ends_before(name)
        style = rules.declarations(attributes) if "style" in attributes else {}
        frame = self.frames.open(name)
        if (reason := self._reason_to_leave_out(token, style)) and not self.left_out.now:
            self.left_out.say(frame, reason)
            frame.ends = partial(self._tell_what_was_left_out, reason)
            return
        self._say(frame, token, style)

    def _say(self, frame: Frame, token: Token, style: dict[str, str]) -> None:
        name, attributes = token.name, token.attributes
        if (value := rules.weight(name, style)) is not None:
            self.strong.say(frame, value)
        if (value := rules.slant(name, style)) is not None:
            self.em.say(frame, value)
        if line := rules.line_style(name, attributes, style):
            self.line.say(frame, line)
            self.is_point = line.style == "bullet"
            self.has_title |= line.style == "title" or line == ("heading", 1)
            if self.rows and line.style in {"title", "heading"}:
                self.rows[-1].is_layout = True
        elif name == "li":
            ordered = (found := self.frames.innermost(rules.LISTS)) is not None and found.name == "ol"
            depth = max(self.frames.depth_of(rules.LISTS), 1)
            self.line.say(frame, rules.LineStyle("numbered" if ordered else "bullet", depth))
            self.is_point = True
        if (aside := rules.aside_of(name, attributes)) and not self.aside.now:
            self._set_aside(frame, aside)
        if name == "pre" or style.get("white-space", "").startswith("pre"):
            self.pre.say(frame, name == "pre")
        if style.get("mso-list", "").startswith("ignore"):
            self.in_marker.say(frame, style["mso-list"].startswith("ignore"))
        if name == "a":
            self._link(frame, attributes.get("href", ""))
        elif name == "tr":
            self._row(frame)
        elif name in {"td", "th"} and self.rows:
            self.rows[-1].cells.append(len(self.sheet.entries))
        elif name in rules.TRACKED:
            self.sheet.tell_once("tracked-changes", TRACKED)
            # What was deleted and what was put in its place touch, and are two words.
            self.sheet.add(" " * self.after_tracked)
        self.is_from_docs |= attributes.get("id", "").startswith("docs-internal-guid")
        self.is_large |= bool(_LARGE.match(style.get("font-size", "")))

    def _void(self, token: Token) -> None:
        if self.left_out.now:
            return
        if token.name == "br" and self.line.now.style in {"heading", "title"}:
            self.sheet.add(" ")
        elif token.name == "br":
            self.after_break |= self.sheet.is_blank
            self._end_line()
        elif token.name == "hr":
            self._end_line()
        elif token.name == "img" and (words := token.attributes.get("alt", "").strip()):
            self.pictures.append(words)
            self.sheet.tell("picture", f"A picture is not taken over: {named(words)}. Upload it to the briefing.")
        elif token.name == "input" and token.attributes.get("type", "").lower() in {"submit", "button", "reset"}:
            self._end_line()
            self.sheet.add(token.attributes.get("value", ""))
            self.sheet.end(aside="form")

    def _close(self, name: str) -> None:
        if name in rules.BLOCKS:
            self._end_line()
        self.after_tracked = name in rules.TRACKED
        if frame := self.frames.innermost((name,)):
            self.frames.end(frame, with_all_inside=name in rules.BLOCKS)

    def _close_what_ends_before(self, name: str) -> None:
        if paragraph := self.frames.innermost(("p",)):
            self.frames.end(paragraph, with_all_inside=True)
        if name in rules.CLOSES:
            same, around = rules.CLOSES[name]
            found, outer = self.frames.innermost(same), self.frames.innermost(around)
            if found and (outer is None or found.at > outer.at):
                self.frames.end(found, with_all_inside=True)

    def _end_line(self) -> None:
        style, level = self.line.now
        if style in {"bullet", "numbered"} and not self.is_point:
            style, level = "text", 0
        marker = " ".join(self.marker.split())
        if style == "bullet" and len(marker) > 1 and marker.endswith((".", ")")):
            style = "numbered"
        if self.is_note and style == "text":
            style = "note"
        if self.is_from_docs and self.is_large and style == "text" and not self.sheet.entries:
            style, self.has_title = "title", True
        how = {"style": style, "level": level, "marker": marker, "aside": self.aside.now}
        if self.sheet.end(after_blank=self.after_break, **how):
            self.is_point = self.is_note = self.after_break = False
            self.marker = ""
        self.is_large = False
        pictures, self.pictures = self.pictures, []
        for words in pictures:
            self.sheet.add(words)
            self.sheet.end(aside="picture")

    def _set_aside(self, frame: Frame, aside: Aside) -> None:
        """A header with the page's headline in it is no furniture."""
        self.aside.say(frame, aside)
        if aside == "header":
            start, had_title, self.has_title = len(self.sheet.entries), self.has_title, False
            frame.ends = lambda: self._end_header(start, had_title=had_title)

    def _end_header(self, start: int, *, had_title: bool) -> None:
        if self.has_title:
            for entry in self.sheet.entries[start:]:
                entry.aside = "" if entry.aside == "header" else entry.aside
        self.has_title |= had_title

    def _row(self, frame: Frame) -> None:
        if self.rows:
            self.rows[-1].is_layout = True
        self.rows.append(Row(len(self.sheet.entries)))
        frame.ends = lambda: fuse(self.sheet, self.rows.pop())

    def _link(self, frame: Frame, href: str) -> None:
        address = address_of(href)
        self.href.say(frame, address)
        if _LEADS_BACK.match(href.strip()) or _LEADS_BACK.search(href[-80:]):
            if self.sheet.is_blank:
                self.is_note = True
        elif href.strip() and not address and not href.strip().startswith("#") and not self.aside.now:
            self.sheet.tell("link-left-out", f"Left out a link that leads to no full address, {named(href.strip())}.")

    def _reason_to_leave_out(self, token: Token, style: dict[str, str]) -> str:
        if token.name in rules.DROPPED:
            return token.name
        if rules.is_hidden(token.attributes, style):
            return "hidden"
        return "comment" if rules.is_comment(style) else ""

    def _tell_what_was_left_out(self, reason: str) -> None:
        words, self.hidden = " ".join(" ".join(self.hidden).split()), []
        if reason == "script":
            self.sheet.tell("left-out", "Left out a script: a briefing runs none.")
        elif reason == "comment" and words:
            self.sheet.tell("comment", f"A comment stands beside the draft: {named(words)}.")
        elif words and reason not in rules.HIDES_NO_WORDS:
            self.sheet.tell("left-out", f"Left out what does not show in the draft: {named(words)}.")

    def _comment(self, token: Token) -> None:
        if token.name == "<!" and token.text.startswith("[CDATA["):
            self._words(token.text.removeprefix("[CDATA[").removesuffix("]]"))
        elif token.name != "<?" and not _SAYS_NOTHING.match(token.text) and token.text.strip():
            self.sheet.tell("left-out", f"Left out a comment in the page’s code: {named(token.text.strip())}.")

    def _place_the_title(self) -> None:
        """The title of a page is its headline where it has no other."""
        title = " ".join(self.page_title.split())
        if title and not self.has_title:
            self.sheet.entries.insert(0, Entry([(title, Look())], "title"))
        elif title and all(title != entry.text for entry in self.sheet.entries):
            self.sheet.tell("page-title", f"Left out the title of the page, {named(title)}, since it has a headline.")
