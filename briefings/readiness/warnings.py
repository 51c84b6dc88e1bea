"""What deserves a look and keeps nothing from readers: an empty part of the text, marks that are not closed."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from briefings.content import BriefingContent, FigureBlock, QuoteBlock, SectionBlock
from briefings.content.richtext import plain_text
from briefings.content.text import is_blank
from briefings.readiness.finding import Finding, Level

_FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|gif|webp|avif|heic|tiff?|svg)|(img|dsc[fn]?|pxl|image|photo|foto|screenshot|bild)[ _-]?\d[\w -]*",
    re.IGNORECASE,
)
_DOUBLE_MARKS = '"“”„«»＂'
_OPENERS = '"“„«»'
_BRACKETS = {")": "(", "]": "["}
_ENUMERATION = re.compile(r"(?<!\w)[\w]{1,3}\)")
_LONGEST = 60


def of_pictures(content: BriefingContent) -> Iterator[Finding]:
    """A file's name is no description."""
    for figure in content.figures:
        if not figure.decorative and _FILE_NAME.fullmatch(figure.alt.strip()):
            sentence = _("“%(words)s” is a file’s name. Say what the picture shows.")
            yield Finding("alt-is-a-file-name", Level.WARN, figure.key, sentence % {"words": figure.alt})


def of_headings(content: BriefingContent) -> Iterator[Finding]:
    """A heading wants something under it, before the next one: text, a quotation, a picture."""
    for block, next_one in pairwise((*content.blocks, None)):
        is_empty = isinstance(block, SectionBlock) and block.heading and is_blank(plain_text(block.body))
        if is_empty and not isinstance(next_one, QuoteBlock | FigureBlock):
            sentence = _("Nothing stands under the heading “%(heading)s”.")
            yield Finding("heading-alone", Level.WARN, block.key, sentence % {"heading": block.heading})


def of_marks(content: BriefingContent) -> Iterator[Finding]:
    """Quotation marks and brackets that are opened and not closed, or closed and not opened; one for each part."""
    for key, texts in _texts(content):
        if words := next((found for text in texts if (found := unbalanced(text))), ""):
            sentence = _("A quotation mark or a bracket has no counterpart: “%(words)s”.")
            yield Finding("marks-unbalanced", Level.WARN, key, sentence % {"words": words})


def unbalanced(text: str) -> str:
    """The beginning of the first paragraph of `text` whose marks or brackets are not in pairs; "" where all are.

    A quotation that runs over paragraphs may open each with a mark and close the last alone.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line, next_one in pairwise((*lines, "")):
        goes_on = line[0] in _OPENERS and next_one[:1] == line[0]
        if (_count(line) % 2 and not goes_on) or not _is_bracketed(line):
            return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return ""


def _count(line: str) -> int:
    return sum(line.count(mark) for mark in _DOUBLE_MARKS)


def _is_bracketed(line: str) -> bool:
    opened: list[str] = []
    for sign in _ENUMERATION.sub(_without_a_lone_closer, line):
        if sign in _BRACKETS.values():
            opened.append(sign)
        elif sign in _BRACKETS and (not opened or opened.pop() != _BRACKETS[sign]):
            return False
    return not opened


def _without_a_lone_closer(found: re.Match[str]) -> str:
    """“a)” and “1)” number what follows, unless a bracket stands before them."""
    return found[0] if "(" in found.string[: found.start()] else found[0][:-1]


def _texts(content: BriefingContent) -> Iterator[tuple[str, Iterable[str]]]:
    yield "", (content.headline, content.lede)
    for block in content.blocks:
        if isinstance(block, SectionBlock):
            yield block.key, (block.heading, plain_text(block.body))
        elif isinstance(block, QuoteBlock):
            yield block.key, (block.words,)
        else:
            yield block.key, (block.alt, block.caption)
    for entry in content.faq:
        yield entry.key, (entry.question, plain_text(entry.answer), entry.open_wording)
