"""Footnote marks: each links from the text to its source, and the source links back to its first mark."""

import re
from collections.abc import Iterable

from briefings.content import BriefingContent, SourceNote
from briefings.content.richtext import SOURCE, clean_html

_MARK = re.compile(rf'<a href="{SOURCE}([0-9a-f-]{{36}})"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def linked(html: str, sources: Iterable[str] = (), *, met: set[str] | None = None) -> str:
    """The cleaned rich text `html`; only the marks of `sources` (ids) stay links, and other marks become plain text.

    `met` holds the sources that were marked before, and is added to. With it, the first mark of each source gets the id
    that the source links back to.
    """
    known = frozenset(sources)

    def mark(match: re.Match[str]) -> str:
        source, words = match[1], match[2]
        if source not in known:
            return words
        if met is None or source in met:
            return f'<a href="{SOURCE}{source}">{words}</a>'
        met.add(source)
        return f'<a href="{SOURCE}{source}" id="{origin(source)}">{words}</a>'

    return _MARK.sub(mark, html) if SOURCE in html else html


def marked_in(html: str) -> frozenset[str]:
    """The sources whose marks stand in the rich text `html`."""
    return frozenset(source for source, _words in _MARK.findall(clean_html(html))) if SOURCE in html else frozenset()


def origin(source: str) -> str:
    """The HTML id of the first mark that links to `source`."""
    return f"from-{source}"


def is_origin(value: str) -> bool:
    return bool(re.fullmatch(r"from-[0-9a-f-]{36}", value))


def marks_of(content: BriefingContent) -> dict[str, str]:
    """By the id of each source, the words of the first mark in the text that links to it."""
    marks: dict[str, str] = {}
    for html in (*(section.body for section in content.sections), *(entry.answer for entry in content.faq)):
        for source, words in _MARK.findall(clean_html(html)) if SOURCE in html else ():
            marks.setdefault(source, _TAG.sub("", words))
    return marks


def ids_of(sources: Iterable[SourceNote]) -> frozenset[str]:
    return frozenset(source.id for source in sources if source.id)
