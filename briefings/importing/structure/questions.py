"""The FAQ of a draft, wherever it stands: its label, its questions, and the lines that answer them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.importing.decisions import Role
from briefings.importing.lines import Line
from briefings.importing.structure import shapes
from briefings.importing.structure.headings import Heading

Part = Literal["label", "question", "answer", "stray"]

_ASKS = re.compile(
    r"(?:(?:Q|Question|Frage|F|Pregunta|P|Питання|Запитання|П|З|سؤال|س|D|Domanda|V|Vraag)"
    r"(?:\s?\d{0,3}\s?[:)]|\s?\d{1,3}\.)|Q\.)\s*(?=\S)"
)
_ANSWERS = re.compile(
    r"(?:(?:A|Answer|Antwort|R|Réponse|Respuesta|Відповідь|В|جواب|ج|Risposta|Antwoord)"
    r"(?:\s?\d{0,3}\s?[:)]|\s?\d{1,3}\.)|A\.)(?:\s+|\Z)"
)


def asking_marker(line: Line) -> str:
    """“Q:” at the beginning of a line, with what follows it up to the question; empty where none stands there."""
    return _marker(_ASKS, line)


def answering_marker(line: Line) -> str:
    """“A:” at the beginning of a line."""
    return _marker(_ANSWERS, line)


def _marker(pattern: re.Pattern[str], line: Line) -> str:
    if line.marker:
        return line.marker if pattern.match(f"{line.marker} x") else ""
    match = pattern.match(line.text)
    return match[0] if match else ""


def is_marked(lines: Iterable[Line]) -> bool:
    """Whether a draft marks its questions: two lines at least begin with “Q:”, or one of them has its “A:”."""
    asking = answering = 0
    for line in lines:
        asking += bool(asking_marker(line)) and "?" in line.text.replace("؟", "?")
        answering += bool(answering_marker(line))
    return asking > 1 or (asking == 1 and answering > 0)


@dataclass
class _Region:
    """One FAQ while it is read. `form`: how its questions stand out. `level`: that of the heading that names it.

    `asked`: a question has been read.
    """

    level: int = 0
    form: str = ""
    asked: bool = False


def faq_of(
    lines: Sequence[Line],
    among: Sequence[int],
    headings: Mapping[int, Heading],
    *,
    headline: Line | None,
    decided: Mapping[int, Role],
) -> Mapping[int, Part]:
    """The part in an FAQ of each of the lines with these indices that is in one, without those that are `decided`.

    Only what is called an FAQ, or marked by “Q:”, is one; other questions are headings or text. A heading that an
    editor chose ends an FAQ; a question that an editor chose is answered by what follows.
    """
    labels = _labels(lines, [index for index in among if index not in decided], headings)
    marked = is_marked(lines[index] for index in among)
    whole = headline is not None and (shapes.names_the_faq(headline) or shapes.has_faq_in_it(headline)) and not labels
    parts: dict[int, Part] = {}
    region: _Region | None = None
    for place, index in enumerate(among):
        line, heading = lines[index], headings.get(index)
        above = lines[among[place - 1]] if place else None
        if index in decided:
            region = None if decided[index] == "heading" else region
            if region and decided[index] == "question":
                region.asked = True
        elif index in labels:
            region = _Region(level=heading.level if heading else 2)
            parts[index] = "label"
        elif (
            marked and asking_marker(line) and (region or shapes.is_question(line) or _is_answered(lines, among, place))
        ):
            region = region or _Region()
            region.form, region.asked = "marker", True
            parts[index] = "question"
        elif region is None and whole and _asks_under_headline(line, heading):
            region = _Region(form=_form(line, heading), asked=True)
            parts[index] = "question"
        elif region is None:
            continue
        elif _asks(line, heading, region, above):
            region.form, region.asked = region.form or _form(line, heading), True
            parts[index] = "question"
        elif heading and not _stays(line, heading, region, above):
            region = None
        elif answering_marker(line) and len(answering_marker(line)) >= len(line.text):
            parts[index] = "label"  # “A:” and nothing behind it: the question is open
        else:
            parts[index] = "answer" if region.asked else "stray"
    return parts


def _labels(lines: Sequence[Line], among: Sequence[int], headings: Mapping[int, Heading]) -> set[int]:
    """Lines that name an FAQ and have a question after them before another heading."""
    labels: set[int] = set()
    question_follows = False
    below: Line | None = None
    for index in reversed(among):
        line, is_above = lines[index], below is not None and _is_asked(below)
        below = line
        is_name = shapes.names_the_faq(line) or ((index in headings or is_above) and shapes.has_faq_in_it(line))
        if is_name and not asking_marker(line):
            if question_follows:
                labels.add(index)
            question_follows = False
        elif _is_asked(line):
            question_follows = True
        elif index in headings and headings[index].form in ("heading-1", "heading-2", "shape", "capitals"):
            question_follows = False
    return labels


def _is_asked(line: Line) -> bool:
    return shapes.is_question(line) or bool(asking_marker(line))


def _is_answered(lines: Sequence[Line], among: Sequence[int], place: int) -> bool:
    return place + 1 < len(among) and bool(answering_marker(lines[among[place + 1]]))


def _asks_under_headline(line: Line, heading: Heading | None) -> bool:
    return shapes.is_question(line) and (heading is not None or line.style == "numbered")


def _form(line: Line, heading: Heading | None) -> str:
    if asking_marker(line):
        return "marker"
    if heading and heading.form not in ("shape", "numbered"):
        return heading.form
    if shapes.is_all_strong(line):
        return "strong"
    return line.style if line.style in ("bullet", "numbered") else "bare"


def _asks(line: Line, heading: Heading | None, region: _Region, above: Line | None) -> bool:
    form = _form(line, heading)
    if region.form == "marker":
        return False  # its questions are known already
    if shapes.is_question(line):
        return not region.form or form == region.form or region.form == "bare" or form.startswith(("heading", "strong"))
    if not region.form or form != region.form:
        return False
    if form.startswith("heading"):
        return bool(heading) and heading.level > region.level
    return form == "strong" and not shapes.ends_as_sentence(line) and bool(above) and region.level < 2


def _stays(line: Line, heading: Heading, region: _Region, above: Line | None) -> bool:
    """Whether a heading belongs to an answer: it is a short answer, or only numbered, as the questions are not."""
    if region.asked and above is not None and shapes.is_question(above) and shapes.is_short_answer(line):
        return True
    return heading.form == "numbered" and region.form != "bare"
