"""Lines of a draft as rich text: paragraphs and lists, with their emphasis and links."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise

from briefings.content.richtext import clean_html
from briefings.importing.lines import NOTE, Line, Run

_LISTS = {"bullet": "ul", "numbered": "ol"}


def html_of(lines: Iterable[Line], notes: Mapping[str, str] | None = None) -> str:
    """The lines in the allow-list of `content.richtext`; a line of its own for each, with exactly its words.

    `notes`: where the marks of footnotes lead, by their labels; a mark that leads nowhere stays as words.
    """
    notes = notes or {}
    parts: list[str] = []
    for style, group in groupby(lines, key=lambda line: line.style if line.style in _LISTS else ""):
        if style:
            items = "".join(f"<li>{_words(line, notes)}</li>" for line in group)
            parts.append(f"<{_LISTS[style]}>{items}</{_LISTS[style]}>")
        else:
            parts += [f"<p>{_words(line, notes)}</p>" for line in group]
    return clean_html("".join(parts))


def size_of(line: Line) -> int:
    """At most so many characters does a line take in `html_of`."""
    text = line.text
    marks = sum(80 + 6 * len(run.href) for run in line.runs)
    return len("<ul><li></li></ul>") + len(text) + 4 * text.count("&") + 3 * (text.count("<") + text.count(">")) + marks


def _words(line: Line, notes: Mapping[str, str]) -> str:
    if not line.runs:
        return escape(line.text, quote=False)
    places = sorted({0, len(line.text), *(run.start for run in line.runs), *(run.end for run in line.runs)})
    starting = sorted(line.runs, key=lambda run: run.start)
    parts: list[str] = []
    open_runs: list[Run] = []
    following = 0
    for start, end in pairwise(places):
        open_runs = [run for run in open_runs if run.end > start]
        while following < len(starting) and starting[following].start <= start:
            if starting[following].end > start:
                open_runs.append(starting[following])
            following += 1
        parts.append(_set_apart(line.text[start:end], open_runs, notes))
    return "".join(parts)


def _set_apart(text: str, runs: Sequence[Run], notes: Mapping[str, str]) -> str:
    words = escape(text, quote=False)
    styles = {run.style for run in runs}
    for style in ("em", "strong"):
        if style in styles:
            words = f"<{style}>{words}</{style}>"
    href = next((run.href for run in runs if run.style == "link" and run.href), "")
    if href.startswith(NOTE):
        href = notes.get(href.removeprefix(NOTE), "")
    return f'<a href="{escape(href)}">{words}</a>' if href else words
