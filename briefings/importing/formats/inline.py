"""What stands inside a paragraph of Markdown: emphasis, links, code, pictures."""

import re

from markdown_it.token import Token

from briefings.importing.findings import named
from briefings.importing.formats.links import address_of
from briefings.importing.formats.sheet import Look, Sheet

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[\s/>]")
_TAGS = "a abbr b big br cite code em font i ins kbd mark del p q s small span strong sub sup u wbr"
_KNOWN = frozenset(_TAGS.split())


class Inline:
    """Writes the words of one paragraph to a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.strong = 0
        self.em = 0
        self.href = ""
        self.pictures: list[str] = []

    def read(self, tokens: list[Token]) -> list[str]:
        """The words of the pictures that stand in the paragraph are handed back: each is a line of its own."""
        for token in tokens:
            match token.type:
                case "softbreak" | "hardbreak":
                    self._add(" ")
                case "strong_open" | "strong_close":
                    self.strong += token.nesting
                case "em_open" | "em_close":
                    self.em += token.nesting
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

    def _add(self, text: str) -> None:
        self.sheet.add(text, Look(self.strong > 0, self.em > 0, self.href))

    def _link(self, href: str, title: str) -> None:
        self.href = address_of(href)
        if href and not self.href:
            self.sheet.tell("link-left-out", f"Left out a link that leads to no full address, {named(href)}.")
        if title.strip():
            self.sheet.tell("link-title", f"Left out the title of a link, {named(title)}.")

    def _picture(self, token: Token) -> None:
        address = str(token.attrs.get("src", ""))
        title = str(token.attrs.get("title", ""))
        words = " ".join(filter(None, (token.content, title, address)))
        self.pictures.append(words)
        self.sheet.tell("picture", f"A picture is not taken over: {named(words)}. Upload it to the briefing.")

    def _tag(self, content: str) -> None:
        found = _TAG.match(content)
        name = found[1].lower() if found else ""
        if name not in _KNOWN:
            self._add(content)
        elif name == "br":
            self._add(" ")
        elif name in {"b", "strong"}:
            self.strong = 0 if content.startswith("</") else 1
        elif name in {"i", "em"}:
            self.em = 0 if content.startswith("</") else 1
