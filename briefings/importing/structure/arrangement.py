"""The lines of a draft, cut and joined as an editor decided, and cut where one line holds two things."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefings.importing.decisions import Decisions
from briefings.importing.left_out import is_left_out, with_taken_in
from briefings.importing.lines import Line, Run
from briefings.importing.structure import frames, questions, shapes
from briefings.importing.structure.cuts import cut_unless_joined, cuts_of, part_of, pieces_of
from briefings.importing.wordlists import words_of_all

_EDIT_LINK = re.compile(
    r"\s*\[\s*(?:edit|bearbeiten|modifier|editar|редагувати|ред\.|عدل|modifica)[^\[\]]{0,60}\]\s*\Z", re.IGNORECASE
)
_STARRED = 15  # words at most of a heading behind stars
_ANSWER_INSIDE = re.compile(r"\?\s+(?P<answer>A\s?\d{0,3}\s?[:.)]\s)")


def arranged(lines: Sequence[Line], decisions: Decisions) -> tuple[Line, ...]:
    """`lines` after the editor's cuts and joins, with the questions that begin a line on lines of their own.

    What an editor joined is not cut again, whatever it holds.
    """
    joins = frozenset(decisions.joins)
    cuts = cuts_of(decisions)
    lines = _with_lone_number(lines)
    pieces = [
        piece
        for line in lines
        for own in ((line,) if is_left_out(line, decisions) else _apart(line, joins))
        for cut in pieces_of(own, cuts.get(own.origin(0)[0], ()))
        for piece in ((cut,) if is_left_out(cut, decisions) else _without_run_in(cut, joins))
    ]
    groups: list[list[Line]] = []
    hidden: list[Line] = []
    for line in with_taken_in(pieces, decisions):
        if line.address in joins and groups:
            groups[-1].append(line)
        elif is_left_out(line, decisions):
            hidden.append(line)
        else:
            groups.append([line])
    shown = _without_closing(_with_last_points([_joined(group) for group in groups]), joins)
    shown = _without_asking(shown, joins)
    return tuple(sorted([*shown, *hidden], key=lambda line: line.order))


def _apart(line: Line, joins: Collection[str]) -> Iterator[Line]:
    """The line as its own signs divide it."""
    for own in _without_edit_link(_without_stars(_with_date(line)), joins):
        yield from _without_run_in(own, joins)


def _joined(lines: Sequence[Line]) -> Line:
    """Lines as the first of them, which goes on with the words of the others."""
    if len(lines) == 1:
        return lines[0]
    words: list[str] = []
    runs: list[Run] = []
    breaks: list[tuple[int, int, int]] = []
    origins: list[tuple[int, str, int]] = []
    at = 0
    for line in lines:
        if words and line.marker:
            words.append(line.marker)
            origins.append((at, *line.origin(0)))
            at += len(line.marker) + 1
        if line.text:
            words.append(line.text)
        runs += [Run(run.start + at, run.end + at, run.style, run.href) for run in line.runs]
        breaks += [(place + at, *rest) for place, *rest in line.breaks or ((0, line.number, line.column),)]
        origins += [(place + at, *rest) for place, *rest in line.all_origins]
        at += len(line.text) + bool(line.text)
    whole = replace(lines[0], text=" ".join(words), runs=tuple(runs))
    return replace(whole, breaks=tuple(breaks), origins=tuple(origins))


def _without_stars(line: Line) -> Line:
    """“**Security Council” as a heading: so notes of the United Nations head their parts, and never close the stars."""
    if not line.text.startswith("**") or line.text.count("**") > 1 or shapes.word_count(line.text) > _STARRED:
        return line
    rest = part_of(line, 2, len(line.text), address=line.address)
    return replace(rest, marker="**", style="heading", level=2) if rest.text else line


def _with_date(line: Line) -> Line:
    """The line with its number as a word where that is a day, as in “10. Mai: …”, and no tenth point of a list."""
    first = re.match(r"[^\W\d_]+", line.text)
    if line.style != "numbered" or not first or not re.fullmatch(r"\d{1,2}\.", line.marker):
        return line
    if first[0].casefold() not in words_of_all("months") or not first[0][0].isupper():
        return line
    return _with_marker(line)


def _with_lone_number(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with a number as a word where it is the only one and no point stands beside it: “1. FC Köln won.”"""
    numbered = [at for at, line in enumerate(lines) if line.style == "numbered"]
    if len(numbered) != 1 or not re.fullmatch(r"\d{1,3}\.", lines[numbered[0]].marker):
        return lines
    at = numbered[0]
    beside = [line for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]) if line.style != "heading"]
    if lines[at].level > 1 or not shapes.ends_as_sentence(lines[at]) or any(line.level for line in beside):
        return lines
    return [*lines[:at], _with_marker(lines[at]), *lines[at + 1 :]]


def _with_marker(line: Line) -> Line:
    """The line with its number as the first of its words."""
    shift = len(line.marker) + 1
    runs = tuple(replace(run, start=run.start + shift, end=run.end + shift) for run in line.runs)
    breaks = tuple(
        (start and start + shift, at, column if start else max(0, column - shift)) for start, at, column in line.breaks
    )
    text, column = f"{line.marker} {line.text}", max(0, line.column - shift)
    return replace(line, text=text, column=column, runs=runs, breaks=breaks, marker="", style="text", level=0)


def _without_edit_link(line: Line, joins: Collection[str]) -> tuple[Line, ...]:
    """A heading without a wiki’s link to its editor, as in “Background[edit]”, which becomes a line of its own."""
    link = _EDIT_LINK.search(line.text) if line.style == "heading" else None
    return cut_unless_joined(line, link.start(), joins) if link else (line,)


def _without_run_in(line: Line, joins: Collection[str]) -> Iterator[Line]:
    """The line, or two of it where a strong question begins it: “**Who pays?** The allies do.”"""
    end = shapes.strong_until(line)
    if line.style in ("row", "note") or not 0 < end < len(line.text) - 1:
        yield line
        return
    pieces = cut_unless_joined(line, end, joins)
    if len(pieces) == 2 and shapes.is_question(pieces[0]) and shapes.word_count(pieces[0].text) > 1:
        yield pieces[0]
        yield replace(pieces[1], style="text", level=0)
    else:
        yield line


def _with_last_points(lines: Sequence[Line]) -> list[Line]:
    """The lines, where one that stands close below points of a list and reads as they do is made a point as well."""
    if not any(line.after_blank for line in lines):
        return list(lines)
    return [
        replace(line, style="bullet", level=above[-1].level)
        if shapes.is_like_points(line, above) and (below is None or below.after_blank)
        else line
        for line, above, below in zip(
            lines, (lines[max(0, at - 2) : at] for at in range(len(lines))), [*lines[1:], None], strict=True
        )
    ]


def _without_closing(lines: Sequence[Line], joins: Collection[str]) -> list[Line]:
    """The lines, with the sentences with which a chatbot ends on a line of their own."""
    *before, last = lines or [None]
    at = frames.closing_at(last) if last else None
    return [*before, *(cut_unless_joined(last, at, joins) if at else (last,))] if last else []


def _without_asking(lines: Sequence[Line], joins: Collection[str]) -> tuple[Line, ...]:
    """“Q:” and “A:” taken off their lines, where the draft marks its questions so; “Q: … A: …” in one line is cut."""
    if not questions.is_marked(lines):
        return tuple(lines)
    unmarked: list[Line] = []
    for line in lines:
        marker = questions.asking_marker(line) or questions.answering_marker(line)
        if not marker or line.marker or len(marker) >= len(line.text):
            unmarked.append(line)
            continue
        rest = part_of(line, len(marker), len(line.text), address=line.address)
        question = replace(rest, marker=marker.strip(), style="text")
        answer = _ANSWER_INSIDE.search(question.text)
        unmarked += _cut_before(question, answer.start("answer"), joins) if answer else [question]
    return tuple(unmarked)


def _cut_before(line: Line, offset: int, joins: Collection[str]) -> list[Line]:
    """“Who pays? A: The allies.” as a question and, without its “A:”, an answer."""
    question, *answers = cut_unless_joined(line, offset, joins)
    for answer in answers:
        marker = questions.answering_marker(answer)
        words = part_of(answer, len(marker), len(answer.text), address=answer.address)
        return [question, replace(words, marker=marker.strip())] if words.text else [question, answer]
    return [question]
