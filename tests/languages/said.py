"""What a page says: every piece of text that somebody sees, hears or finds."""

import re
from html.parser import HTMLParser

_SAYING = {"alt", "title", "aria-label", "content"}
_FORMAT = re.compile(r" \((RSS|Atom|JSON Feed)\)$")
_AROUND = " \t\n.,:;!?«»„“”\u202f\xa0"


class _Said(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        if dict(attrs).get("name") not in ("viewport", "color-scheme", "robots", "twitter:card"):
            self.pieces += [value or "" for name, value in attrs if name in _SAYING]

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style", "code"):
            self.pieces.append(data)


def pieces(html: str) -> set[str]:
    """Without the marks around them, and without names of formats; only those with a letter."""
    bare = {
        _FORMAT.sub("", part.strip()).strip(_AROUND)
        for piece in _Said(html).pieces
        for part in re.split(" · |, ", piece)
    }
    return {" ".join(piece.split()) for piece in bare if re.search(r"[^\W\d_]", piece)}


def left_over(page: str, english: str, *, content: set[str]) -> set[str]:
    """What the page says in the very words of the English one, and no editor wrote."""
    return (pieces(page) & pieces(english)) - content - {"RSS", "Atom", "JSON Feed", "website", "article"}
