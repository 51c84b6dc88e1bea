"""Marks of footnotes: each leads from the text to its source, and the source leads back to the first of its marks."""

import re
from collections.abc import Iterable

from briefings.content import BriefingContent, SourceNote
from briefings.content.richtext import SOURCE, clean_html

_MARK = re.compile(rf'<a href="{SOURCE}([0-9a-f-]{{36}})"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def linked(html: str, sources: Iterable[str] = (), *, met: set[str] | None = None) -> str:
    """Cleaned rich text in which the marks of all `sources` lead somewhere; any other mark is words alone.

    With `met`, the first mark of a source gets the address that its source leads back to, and is met from then on.
    """
    known = frozenset(sources)

    def mark(found: re.Match[str]) -> str:
        source, words = found[1], found[2]
        if source not in known:
            return words
        if met is None or source in met:
            return f'<a href="{SOURCE}{source}">{words}</a>'
        met.add(source)
        return f'<a href="{SOURCE}{source}" id="{origin(source)}">{words}</a>'

    return _MARK.sub(mark, html) if SOURCE in html else html


def origin(source: str) -> str:
    """The id of the first mark that leads to `source`."""
    return f"from-{source}"


def is_origin(value: str) -> bool:
    return bool(re.fullmatch(r"from-[0-9a-f-]{36}", value))


def marks_of(content: BriefingContent) -> dict[str, str]:
    """The words of the first mark in the text that leads to each source, by its id."""
    found: dict[str, str] = {}
    for html in (*(section.body for section in content.sections), *(entry.answer for entry in content.faq)):
        for source, words in _MARK.findall(clean_html(html)) if SOURCE in html else ():
            found.setdefault(source, _TAG.sub("", words))
    return found


def ids_of(sources: Iterable[SourceNote]) -> frozenset[str]:
    return frozenset(source.id for source in sources if source.id)
