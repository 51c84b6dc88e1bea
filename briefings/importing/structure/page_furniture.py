"""What is no text of a briefing: sources and footnotes, captions, buttons and other lines that pages carry."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from briefings.importing.decisions import Role
from briefings.importing.lines import Line
from briefings.importing.structure import shapes
from briefings.importing.structure.headings import Heading
from briefings.importing.wordlists import word_list, words_of_all

_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_SIGN = re.compile(r"[A-Z]{2,3}|\d{1,3}")
_NOTE = re.compile(r"(?:\[\^?\d{1,3}\]:?|\^\d{1,3})\s+(?=\S)")
_ONE_SOURCE = re.compile(r"(?P<name>[^\W\d_]+)\s?:\s*(?=\S)")


def is_furniture(line: Line) -> bool:
    """Whether a line is what pages carry around a text: “Share”, “Advertisement”, “Photo: …”, “Read more: …”."""
    if line.aside:
        return True
    if len(line.text) <= 20 and not any(map(str.isalnum, line.text)):
        return True
    if line.style == "heading":
        return "." in line.address and line.text.startswith("[")  # a wiki's “[edit]”, cut off its heading
    if len(line.text) > 200 or line.style in ("numbered", "title"):
        return False
    whole = shapes.folded(line.text)
    if whole in word_list("boilerplate") or _is_sign(line):
        return True
    if not any(f"{whole} ".startswith(f"{opener} ") for opener in _openers().get(whole.partition(" ")[0], ())):
        return False
    return ":" in line.text[:40] or "|" in line.text or not shapes.ends_as_sentence(line)


def _is_sign(line: Line) -> bool:
    """Whether it is an agency's sign, a number of comments or a byline without a name: “EP”, “0”, “Written by”."""
    if line.text.casefold() in words_of_all("byline_openers"):
        return True
    may_mean_more = shapes.says_nothing_yet(line) or shapes.is_short_answer(line) or shapes.names_the_faq(line)
    return bool(_SIGN.fullmatch(line.text)) and not may_mean_more


@cache
def _openers() -> dict[str, list[str]]:
    """The beginnings of lines of furniture, by their first word."""
    by_first_word: dict[str, list[str]] = {}
    for opener in map(shapes.folded, word_list("boilerplate_openers")):
        by_first_word.setdefault(opener.partition(" ")[0], []).append(opener)
    return by_first_word


def names_sources(line: Line) -> bool:
    """Is the heading of a list of sources."""
    return len(line.text) <= 60 and shapes.folded(line.text) in word_list("source_headings")


def note_marker(line: Line) -> str:
    """“[1]” at the beginning of a footnote."""
    match = _NOTE.match(line.text)
    return match[0] if match else ""


def sources_of(
    lines: Sequence[Line], among: Sequence[int], headings: Mapping[int, Heading], decided: Mapping[int, Role]
) -> Mapping[int, str]:
    """The lines with these indices that are in a list of sources, each as "label" or "source".

    The list is over where an editor `decided` that a line is something else.
    """
    parts: dict[int, str] = {}
    inside = False
    for place, index in enumerate(among):
        line = lines[index]
        if index in decided:
            inside = decided[index] == "source" or (decided[index] == "label" and names_sources(line))
        elif names_sources(line) and place + 1 < len(among) and _may_be_source(lines[among[place + 1]]):
            inside = True
            parts[index] = "label"
        elif (
            line.style == "note"
            or note_marker(line)
            or (inside and index not in headings and _may_be_source(line))
            or _is_one_source(line)
        ):
            parts[index] = "source"
        else:
            inside = False
    return parts


def _may_be_source(line: Line) -> bool:
    """Whether a line is a point of a list, an address, a note, or too short for a paragraph of text."""
    return (
        shapes.is_item(line)
        or bool(_ADDRESS.search(line.text))
        or any(run.style == "link" for run in line.runs)
        or bool(note_marker(line))
        or len(line.text) <= 160
    )


def _is_one_source(line: Line) -> bool:
    """Whether a line is a source by itself: “Source: Ministry of Health”."""
    match = _ONE_SOURCE.match(line.text)
    if not match or len(line.text) > 160 or shapes.folded(match["name"]) not in word_list("source_headings"):
        return False
    return not shapes.ends_as_sentence(line) or bool(_ADDRESS.search(line.text))


def address_in(line: Line) -> str:
    """The web address that a source names, by link or written out; empty where there is none."""
    linked = next((run.href for run in line.runs if run.href.startswith(("http://", "https://"))), "")
    written = _ADDRESS.search(line.text)
    if linked or not written:
        return linked
    address = written[0].rstrip(".,;)»”\"'")
    return address if address.startswith("http") else f"https://{address}"
