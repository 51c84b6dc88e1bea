"""What a page says: every piece of text that somebody sees, hears or finds."""

import re
from collections.abc import Container, Iterable
from html.parser import HTMLParser

from tests.languages.catalogues import catalogue

SAYING = frozenset({"alt", "title", "aria-label", "content"})
_FORMAT = re.compile(r" \((RSS|Atom|JSON Feed)\)$")
_MACHINES = re.compile(r"\d{4}-\d\d-\d\dT|https?://|image/")
_AROUND = " \t\n—().,:;!?«»„“”\u202f\xa0"


class _Said(HTMLParser):
    def __init__(self, html: str, saying: Container[str]) -> None:
        super().__init__()
        self.saying = saying
        self.pieces: list[str] = []
        self.inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        if dict(attrs).get("name") not in ("viewport", "color-scheme", "robots", "twitter:card"):
            self.pieces += [value or "" for name, value in attrs if name in self.saying]

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style", "code"):
            self.pieces.append(data)


def pieces(html: str, *, saying: Container[str] = SAYING) -> set[str]:
    """Those of the text and of the attributes that are `saying` something, without marks around them; only words."""
    bare = {
        _FORMAT.sub("", part.strip()).strip(_AROUND)
        for piece in _Said(html, saying).pieces
        for part in re.split(" · |, ", piece)
    }
    return {" ".join(piece.split()) for piece in bare if re.search(r"[^\W\d_]", piece) and not _MACHINES.match(piece)}


def left_over(page: str, english: str, *, language: str, wrote: Iterable[str]) -> set[str]:
    """What the page says in the very words of the English one, and no editor wrote, and the language has words for."""
    names = {message.id for message in catalogue(language) if message.string == message.id}
    same = (pieces(page) & pieces(english)) - names - {"RSS", "Atom", "JSON Feed", "website", "article"}
    words = {piece for piece in same if len(piece) > 1}  # names stand under their letter
    return {piece for piece in words if not any(piece in " ".join(words.split()) for words in wrote)}
