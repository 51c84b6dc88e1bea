"""The parts of a page: its text proper, and the furniture that stands around it and within it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from briefings.importing.formats.entries import Entry
from briefings.importing.formats.html_frames import Frame
from briefings.importing.formats.html_lines import Lines
from briefings.importing.formats.html_rules import aside_of
from briefings.importing.formats.html_titles import is_headline
from briefings.importing.formats.pieces import Look, Pieces

_FURNITURE_WORDS = """ad ads advert advertisement adslot banner breadcrumb breadcrumbs comments consent cookie cookies
    disqus gdpr masthead menu modal navbar newsletter outbrain pager pagination paywall popup promo recirc
    recommendations recommended related share sharing sidebar signup skiplink social sponsor sponsored subscribe
    subscription taboola tags toolbar topbar trending"""
_FURNITURE = frozenset(_FURNITURE_WORDS.split())
_NO_FURNITURE = frozenset(("html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "table", "a", "span"))
_BETWEEN_WORDS = re.compile(r"[\s_-]+")
_SHORTEST_PROSE = 60
_MOST_OF_A_PAGE, _HALF_OF_A_PAGE, _LARGEST_FURNITURE = 0.75, 0.5, 0.3


@dataclass
class _Part:
    """`around`: the number of the part in which it stands. `prose`: how many characters of it are prose."""

    kind: str
    around: int
    prose: int = 0
    has_title: bool = False


_CREDITS = ("cite", "footer", "figcaption")


class Parts:
    """The first part is the whole page; a part has a higher number than the one around it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._all = [_Part("page", 0)]
        self._quotations = 0  # that stand open
        self._quoted = -1  # how many lines there were when the last one ended

    def see(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        lines = self._lines
        if frame.name == "blockquote":
            self._quotations += 1
            frame.then(self._end_quotation)
        is_under_one = frame.name in _CREDITS and lines.is_blank
        if is_under_one and (self._quotations or self._quoted == len(lines.sheet.entries)):
            lines.marker = "—"  # a name under a quotation says who said it, and is no furniture
            return
        if lines.aside.now:
            return
        if aside := aside_of(frame.name, attributes):
            lines.aside.say(frame, aside)
            if aside == "header":
                start, had_title, lines.has_title = len(lines.sheet.entries), lines.has_title, False
                frame.then(lambda: self._end_header(start, had_title=had_title))
        elif kind := _kind_of(frame.name, attributes):
            self._all.append(_Part(kind, lines.part.now))
            lines.part.say(frame, len(self._all) - 1)

    def _end_quotation(self) -> None:
        self._quotations -= 1
        self._quoted = len(self._lines.sheet.entries)

    def _end_header(self, start: int, *, had_title: bool) -> None:
        """A header with the page's headline in it is no furniture."""
        if self._lines.has_title:
            for entry in self._lines.sheet.entries[start:]:
                entry.aside = "" if entry.aside == "header" else entry.aside
        self._lines.has_title |= had_title

    def set_apart(self) -> None:
        """Sets aside all that stands around the text proper; nobody has to look at what is hidden there."""
        entries = self._lines.sheet.entries
        self._count(entries)
        is_aside = self._furniture()
        proper = self._text_proper()
        first = next((at for at, entry in enumerate(entries) if proper[entry.part]), 0)
        top = first if self._has_title_inside(proper) else _headline_above(entries, first)
        for at, entry in enumerate(entries):
            if not entry.aside and (is_aside[entry.part] or not (proper[entry.part] or top <= at < first)):
                entry.aside = "aside"
            entry.pieces = list(_asking_less(entry.pieces, is_aside=bool(entry.aside)))

    def _count(self, entries: list[Entry]) -> None:
        for entry in entries:
            part = self._all[entry.part]
            length = sum(len(text) for text, look in entry.pieces if not look.left_out)
            if length and not entry.aside:
                part.prose += length if length >= _SHORTEST_PROSE else 0
                part.has_title |= is_headline(entry)
        for part in reversed(self._all[1:]):
            self._all[part.around].prose += part.prose
            self._all[part.around].has_title |= part.has_title

    def _furniture(self) -> list[bool]:
        """For each part whether it is furniture: its name says so, and it holds no headline and little of the page."""
        furniture = [False]
        most = self._all[0].prose * _LARGEST_FURNITURE
        for part in self._all[1:]:
            is_furniture = part.kind == "furniture" and not part.has_title and part.prose <= most
            furniture.append(is_furniture or furniture[part.around])
        return furniture

    def _text_proper(self) -> list[bool]:
        """For each part whether it belongs to the text proper: the article or main part with most of the prose."""
        chosen = 0
        for number, part in enumerate(self._all[1:], start=1):
            share = _MOST_OF_A_PAGE if part.kind == "article" else _HALF_OF_A_PAGE
            if part.kind != "furniture" and part.prose and part.prose >= self._all[0].prose * share:
                chosen = number
        proper = [chosen == 0]
        for number, part in enumerate(self._all[1:], start=1):
            proper.append(number == chosen or proper[part.around])
        return proper

    def _has_title_inside(self, proper: list[bool]) -> bool:
        return any(part.has_title for part, is_proper in zip(self._all, proper, strict=True) if is_proper)


def _asking_less(pieces: Pieces, *, is_aside: bool) -> Iterator[tuple[str, Look]]:
    """The pieces, with nothing for an editor to look at in what is hidden in furniture, or is no word (“¶”, “×”)."""
    for left_out, group in groupby(pieces, key=lambda piece: piece[1].left_out):
        together = list(group)
        if left_out and (is_aside or not any(map(str.isalnum, "".join(text for text, _ in together)))):
            left_out = left_out._replace(asks=False)
        for text, look in together:
            yield text, look._replace(left_out=left_out)


def _kind_of(name: str, attributes: Mapping[str, str]) -> str:
    """What kind of part an element is; empty: none."""
    role = attributes.get("role", "").lower()
    if name in {"article", "main"} or role in {"article", "main"}:
        return name if name in {"article", "main"} else role
    if name in _NO_FURNITURE:
        return ""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return "furniture" if not _FURNITURE.isdisjoint(_BETWEEN_WORDS.split(names)) else ""


def _headline_above(entries: list[Entry], first: int) -> int:
    """Where the headline stands above the text proper, which begins at `first`; `first` where there is none above."""
    return next((at for at in range(first - 1, -1, -1) if not entries[at].aside and is_headline(entries[at])), first)
