"""Texts as tokens: the words, the spaces and the signs between them that a comparison aligns."""

import re
import unicodedata
from html.parser import HTMLParser
from typing import NamedTuple

_CHUNKS = re.compile(r"\n|[^\S\n]+|\S+")
_RUNS = re.compile(r"[A-Za-z0-9]+|.")
_LONGEST_WORD = 40
"""Longer runs without a space (a language that writes none, a web address) are compared sign by sign."""


class Look(NamedTuple):
    """How words are set: strong, emphasised, linked to `href`. `block` says of a line which lists it stands in."""

    strong: bool = False
    emphasis: bool = False
    href: str = ""
    block: str = ""


class Token(NamedTuple):
    """A word, a space, a sign, or "\\n" where a line begins. Tokens are the same if text and look are."""

    text: str
    look: Look = Look()

    @property
    def is_break(self) -> bool:
        return self.text == "\n"


def plain_tokens(text: str) -> list[Token]:
    """The tokens of plain text; each of its lines begins with a break."""
    return [Token(word) for word in _words(f"\n{text}")] if text else []


def rich_tokens(html: str) -> list[Token]:
    """The tokens of cleaned rich text; each paragraph and list item begins with a break."""
    parser = _RichTokens()
    parser.feed(html)
    parser.close()
    return parser.tokens


def _words(text: str) -> list[str]:
    return [word for chunk in _CHUNKS.findall(text) for word in (_split(chunk) if not chunk.isspace() else [chunk])]


def _split(chunk: str) -> list[str]:
    """Runs of letters and figures with what joins them (“don’t”, “10,000”), and each other sign by itself."""
    start, end = 0, len(chunk)
    while start < end and _is_sign(chunk[start]):
        start += 1
    while end > start and _is_sign(chunk[end - 1]):
        end -= 1
    word = chunk[start:end]
    inner = _clusters(word) if len(word) > _LONGEST_WORD else [word] if word else []
    return [*chunk[:start], *inner, *chunk[end:]]


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _clusters(word: str) -> list[str]:
    """`word` sign by sign; what stands on a letter stays with it, and a run of ASCII letters is one."""
    clusters: list[str] = []
    for run in _RUNS.findall(word):
        if clusters and unicodedata.category(run[0])[0] in "MC":
            clusters[-1] += run
        else:
            clusters.append(run)
    return clusters


class _RichTokens(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []
        self._looks: list[tuple[str, Look]] = []
        self._lists: list[str] = []

    @property
    def _look(self) -> Look:
        return self._looks[-1][1] if self._looks else Look()

    def _break(self) -> None:
        line = Token("\n", Look(block=" ".join(self._lists)))
        if self.tokens and self.tokens[-1].is_break:
            self.tokens[-1] = line
        else:
            self.tokens.append(line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(tag)
        elif tag in ("p", "li", "br"):
            self._break()
        else:
            change = {
                "strong": {"strong": True},
                "em": {"emphasis": True},
                "a": {"href": dict(attrs).get("href") or ""},
            }
            self._looks.append((tag, self._look._replace(**change.get(tag, {}))))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif self._looks and self._looks[-1][0] == tag:
            self._looks.pop()

    def handle_data(self, data: str) -> None:
        if not data.strip() and (not self.tokens or self.tokens[-1].is_break):
            return
        self.tokens += [Token(word, self._look) for word in _words(data.replace("\n", " "))]
