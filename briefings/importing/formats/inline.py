"""What stands inside a paragraph of Markdown: emphasis, links, code, pictures."""

import re
from collections.abc import Collection

from markdown_it.token import Token

from briefings.importing.findings import named
from briefings.importing.formats.comments import Comments
from briefings.importing.formats.left_open import LeftOpen
from briefings.importing.formats.links import address_of
from briefings.importing.formats.plain import with_true_address
from briefings.importing.formats.scripts import Script, in_script
from briefings.importing.formats.sheet import Look, Sheet
from briefings.importing.formats.tags import tokens_of
from briefings.importing.lines import NOTE, Hiding, note_label
from briefings.messages import Message

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[\s/>]")
_TAGS = "a abbr b big br cite code em font i ins kbd mark del p q s small span strike strong sub sup u wbr"
_NOTE_MARK = re.compile(r"\[\^([^\]\[\s]{1,60})\]")
_HIGHLIGHTED = re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]{1,300})(?<=[^\s=])==(?![=\w])")
_HIGH_OR_LOW = re.compile(r"(?<=[\w)])(?:\^([\w+−-]{1,6})\^|(?<!~)~([\w+−-]{1,6})~(?!~))")
_WITH_ADDRESS = re.compile(r"(?<!\S)\S*://\S+")
_SCRIPTS: dict[str, Script] = {"sup": "super", "sub": "sub"}
_KNOWN = frozenset(_TAGS.split())


class Inline:
    """Writes the words of one paragraph to a sheet."""

    def __init__(self, sheet: Sheet, comments: Comments, left_open: LeftOpen, notes: Collection[str] = ()) -> None:
        self.sheet = sheet
        self.comments = comments
        self.left_open = left_open
        self.notes = notes
        self.script: Script | None = None
        self.struck = 0
        self.strong = 0
        self.em = 0
        self.href = ""
        self.pictures: list[str] = []

    def read(self, tokens: list[Token]) -> list[str]:
        """Writes the paragraph, and returns the words of the pictures in it: each is to be a line of its own."""
        for token in tokens:
            match token.type:
                case "softbreak" | "hardbreak":
                    self._add(" ")
                case "strong_open" | "strong_close":
                    self.strong += token.nesting
                case "em_open" | "em_close":
                    self.em += token.nesting
                case "s_open" | "s_close":
                    self.struck += token.nesting
                case "text":
                    self._add_text(token.content)
                case "link_open":
                    self._link(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")))
                case "link_close":
                    self.href = ""
                case "image":
                    self._picture(token)
                case "html_inline":
                    self._tag(token.content)
                case _:
                    self._add(token.content)
        return self.pictures

    @property
    def left_out(self) -> Hiding | None:
        return Hiding("struck") if self.struck else self.left_open.now

    def _add(self, text: str) -> None:
        look = Look(self.strong > 0, self.em > 0, self.href, self.left_out)
        for words, comment in self.comments.split(text):
            self.sheet.add(in_script(words, self.script) if self.script else words, look)
            self.sheet.add(comment.words, Look(left_out=comment.hiding))

    def _add_text(self, text: str) -> None:
        """Words without code: marks of footnotes in them, highlighted words, values set high or low, addresses."""
        position = 0
        for mark in _NOTE_MARK.finditer(text):
            label = note_label(mark[1])
            if label in self.notes:
                self._add(_read(text[position : mark.start()]))
                self.sheet.add(f"[{mark[1]}]", Look(href=f"{NOTE}{label}", left_out=self.left_out))
                position = mark.end()
        self._add(_read(text[position:]))

    def _link(self, href: str, title: str) -> None:
        self.href = address_of(href)
        href, title = self.comments.restored(href), self.comments.restored(title)
        if href and not self.href:
            self.sheet.tell(
                "link-left-out",
                Message("Left out a link that leads to no full address, %(address)s.", address=named(href)),
            )
        if title.strip():
            self.sheet.tell("link-title", Message("Left out the title of a link, %(title)s.", title=named(title)))

    def _picture(self, token: Token) -> None:
        address = str(token.attrs.get("src", ""))
        title = str(token.attrs.get("title", ""))
        words = self.comments.restored(" ".join(filter(None, (token.content, title, address))))
        self.pictures.append(words)
        self.sheet.tell(
            "picture", Message("A picture is not taken over: %(words)s. Upload it to the briefing.", words=named(words))
        )

    def _tag(self, content: str) -> None:
        match = _TAG.match(content)
        name = match[1].lower() if match else ""
        is_hiding = sum(map(self.left_open.see, tokens_of(content))) > 0
        if name not in _KNOWN and not is_hiding:
            self._add(content)
        elif name == "br":
            self._add(" ")
        elif name in _SCRIPTS:
            self.script = None if content.startswith("</") else _SCRIPTS[name]
        elif name in {"b", "strong"}:
            self.strong = 0 if content.startswith("</") else 1
        elif name in {"i", "em"}:
            self.em = 0 if content.startswith("</") else 1


def _read(text: str) -> str:
    """`text` with what is written high or low as it reads (10^6^, H~2~O), addresses bare, and no highlighting."""
    if "==" in text:
        text = _HIGHLIGHTED.sub(r"\1", text)
    if "^" in text or "~" in text:
        text = _HIGH_OR_LOW.sub(_set_high_or_low, text)
    return _WITH_ADDRESS.sub(lambda word: with_true_address(word[0]), text) if "://" in text else text


def _set_high_or_low(match: re.Match[str]) -> str:
    return in_script(match[1], "super", match.string[: match.start()][-1:]) if match[1] else in_script(match[2], "sub")
