"""Lines of a draft as rich text: paragraphs and lists, with their emphasis and links."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from briefings.content.richtext import clean_html
from briefings.importing.lines import NOTE, Line, Run
from briefings.importing.points import Part, Point, parts_of


def html_of(lines: Iterable[Line], notes: Mapping[str, str] | None = None) -> str:
    """The lines in the allow-list of `content.richtext`; a line of its own for each, with exactly its words.

    Points whose numbers no list would give are paragraphs, their numbers words. `notes`: where the marks of footnotes
    lead, by their labels; a mark that leads nowhere stays as words.
    """
    return clean_html("".join(_html_of(parts_of(list(lines)), notes or {})))


def _html_of(parts: Sequence[Part], notes: Mapping[str, str]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Line):
            yield f"<p>{_words(part, notes)}</p>"
        elif markers := part.markers():
            for point, marker in zip(part.points, markers, strict=True):
                yield f"<p>{escape(marker, quote=False)} {_words(point.line, notes)}</p>"
                yield from _html_of(point.inside, notes)
        else:
            kind = "ol" if part.is_numbered else "ul"
            points = "".join("".join(_html_of_point(point, notes)) for point in part.points)
            yield f"<{kind}>{points}</{kind}>"


def _html_of_point(point: Point, notes: Mapping[str, str]) -> Iterator[str]:
    words = _words(point.line, notes)
    is_several = any(isinstance(part, Line) for part in point.inside)
    yield f"<li><p>{words}</p>" if is_several else f"<li>{words}"
    yield from _html_of(point.inside, notes)
    yield "</li>"


def size_of(line: Line) -> int:
    """How many characters a line takes in `html_of` at most."""
    text = f"{line.marker or '1000.'} {line.text}"
    marks = sum(80 + 6 * len(run.href) for run in line.runs)
    escaped = 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))
    return len("<ul><li><p></p></li></ul>") + len(text) + escaped + marks


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
