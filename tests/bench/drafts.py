"""Drafts of many kinds, each of whatever length: for the benchmark, and for the tests of how much work they make."""

import itertools
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from tests.importing.formats.making_docx import docx

SAMPLE = (Path(__file__).parent.parent / "drafts" / "coalition.txt").read_text(encoding="utf-8")
_SOUNDS = [f"{a}{b}{c}".capitalize() for a, b, c in itertools.product("bdfgklmn", "aeiou", "rslnt")]


def repeated(text: str, size: int) -> bytes:
    data = text.encode()
    return data * max(1, size // len(data))


def _bodies(size: int) -> bytes:
    """Ever new bodies, each of them named once and taken up again by a part of its name."""
    lines = (f"The {a}{b} {c} Ministry said so. It added that.\n" for a, b, c in itertools.product(_SOUNDS, repeat=3))
    return "".join(itertools.islice(lines, size // 48)).encode()


def _attributes(count: int) -> str:
    return "".join(f" a{number}=1" for number in range(count))


def _word(paragraphs: str) -> bytes:
    """A .docx that packs no better than others do, or it would be refused for that alone."""
    noise = "".join(sha256(b"%d" % number).hexdigest() for number in range(3_500))
    return docx(f"<!-- {noise} -->", paragraphs)


KINDS: dict[str, Callable[[int], bytes]] = {
    "the sample, repeated": lambda size: repeated(SAMPLE, size),
    "one quotation a line": lambda size: repeated("A said “a b c”.\n", size),
    "many quotations a line": lambda size: repeated("Ab Cd said “aa bb” and " * 90 + ".\n", size),
    "tiny quotations": lambda size: repeated("“a” “b c” “d” “e f” and so.\n", size),
    "names and commas": lambda size: repeated("Ab Cd, ", size),
    "ever new bodies": _bodies,
    "opening marks": lambda size: repeated("“", size),
    "straight marks": lambda size: repeated('"', size),
    "apostrophes": lambda size: repeated("s’ a‘", size),
    "initials": lambda size: repeated("A. ", size),
    "one word": lambda size: repeated("a", size),
    "short lines": lambda size: repeated("Line of text here.\n", size),
    "lines apart": lambda size: repeated("a\n\n", size),
    "questions": lambda size: repeated("A b?\n", size),
    "questions and answers": lambda size: b"FAQ\n" + repeated("A b?\nIt is.\n", size),
    "open quotations": lambda size: repeated("“A b c.\n\n", size),
    "notes of the writer": lambda size: repeated("“a” [b c] TK ", size),
    "direction marks": lambda size: repeated("\u202ea\n", size),
    "a table": lambda size: repeated("Ab\t12\t“c d”\n", size),
    "markdown": lambda size: repeated("## A heading\n\nSome **bold** and [a link](https://example.org/).\n\n", size),
    "markdown, a table": lambda size: b"|a|b|\n|---|---|\n" + repeated("|Ab|12|\n", size),
    "markdown, deep lists": lambda size: (
        b"# A\n\n" + repeated("".join(f"{'  ' * depth}- a\n" for depth in range(20)), size)
    ),
    "markdown, spans": lambda size: b"# A\n\n" + repeated("**a** *b* ", size),
    "html": lambda size: b"<!doctype html>" + repeated("<p>Some <b>bold</b> words “a b”, said Ann Lee.</p>", size),
    "html, nested": lambda size: b"<html>" + repeated("<div><b>", size),
    "html, spans": lambda size: b"<html><p>" + repeated("<b>a</b> <i>b</i> ", size),
    "html, attributes": lambda size: b"<html>" + repeated(f"<p{_attributes(100)}>A b.</p>", size),
    "html, a table": lambda size: b"<html><table>" + repeated("<tr><td>Ab<td>12</tr>", size),
}
"""Of `size` bytes, more or less."""

AT_THE_CAPS: dict[str, Callable[[], bytes]] = {
    "short lines, 4.9 MB": lambda: repeated("Line of text here.\n", 4_900_000),
    "quotations, 4.9 MB": lambda: repeated("Ann Lee said “we go on”.\n", 4_900_000),
    "questions, 4.9 MB": lambda: b"FAQ\n" + repeated("A b?\nIt is.\n", 4_900_000),
    "a table, 4.9 MB": lambda: repeated("Ab\t12\t“c d”\n", 4_900_000),
    "one line, 4.9 MB": lambda: repeated("Ann Lee said “we go on” and left. ", 4_900_000),
    "direction marks, 4.9 MB": lambda: repeated("\u202ea\u202eb\n", 4_900_000),
    "notes, 4.9 MB": lambda: repeated("“a” [b c] TK ", 4_900_000),
    "names, 300 KB": lambda: repeated("Ann Lee, Bob Day, The Port Authority, Dan Gay.\n\n", 230_000),
    "markdown, 1 MB": lambda: repeated("## A heading\n\nSome **bold** and [a link](https://a.org/).\n\n", 990_000),
    "html, attributes, 1.4 MB": lambda: f"<html><p{_attributes(160_000)}>A b.</p>".encode(),
    "html, elements": lambda: b"<html>" + b"<p>Some <b>bold</b> words, said Ann.</p>" * 99_000,
    "word, empty paragraphs": lambda: _word("<w:p/>" * 470_000),
    "word, full": lambda: _word("<w:p><w:r><w:t>Ann Lee said “so it is”.</w:t></w:r></w:p>" * 40_000),
    "word, spans": lambda: _word(
        "<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>a </w:t></w:r><w:r><w:t>b </w:t></w:r>" * 40_000 + "</w:p>"
    ),
}
"""About as much as is taken at all."""
