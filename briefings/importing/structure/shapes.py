"""What the shape of a line alone says: whether it reads as prose, as a question, or as a heading."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from briefings.importing.lines import Line
from briefings.importing.wordlists import word_list

QUOTED = re.compile(r"[“”„«»\"]")
_CLOSING = "”’\"'»)]“›」』*_ "
_SENTENCE_ENDS = ".!?…。！？؟।"
_QUESTION_ENDS = "?？؟"
_NOT_A_HEADINGS_END = ".,;:…。،؛"
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_INNER_END = re.compile(r"[.!…。](?:[”’\"»)]|\s*)\s+[^\W_a-z]")
_NOTE_CALL = re.compile(r"(?:\s?\[\^?\d[\d,;\s–-]{0,20}\])+\s*\Z")  # “[1]”, “[3–5]” behind a sentence
_PULL_QUOTE = re.compile(r"\A[“„«\"‘「].*[”“»\"’」]\Z", re.DOTALL)
_LABEL = re.compile(r"(?:\[[\d:. ]+\]\s*)?([^\W\d_](?:[^:?!“”«»]{0,60}[\w.)])?)\s?:\s")
_LONGEST_HEADING = 120
_MOST_NAME_WORDS = 6

_NAME_AND_ROLE = re.compile(r"[^\W\d_][^,.:!?]{2,60}, [^.:!?]{2,120}")


def core(text: str) -> str:
    """`text` without closing marks at its end."""
    return _NOTE_CALL.sub("", text).rstrip(_CLOSING)


def word_count(text: str) -> int:
    return len(_WORD.findall(text))


def folded(text: str) -> str:
    """`text` as the word lists hold lines: casefolded, words and “&” alone."""
    return " ".join(re.sub(r"[^\w&]+", " ", text.replace("’", "'")).casefold().split())


def is_item(line: Line) -> bool:
    """Whether a line is a point of a list, a further paragraph of one, or a row of a table."""
    return line.style in ("bullet", "numbered", "row") or goes_on_a_point(line)


def goes_on_a_point(line: Line) -> bool:
    """A further paragraph of a point of a list."""
    return line.style == "text" and line.level > 0


def is_like_points(line: Line, above: Sequence[Line]) -> bool:
    """Whether the line is like the two points right above it: as close, as long, and ending as they do."""
    if line.style != "text" or line.after_blank or len(above) < 2 or any(point.style != "bullet" for point in above):
        return False
    ends = {ends_as_sentence(one) for one in (line, *above)}
    begins = {one.text[:1].isupper() for one in (line, *above)}
    longest = max(len(point.text) for point in above)
    return len(ends) == len(begins) == 1 and not above[-1].after_blank and len(line.text) <= 2 * longest


def ends_as_sentence(line: Line) -> bool:
    return core(line.text).endswith(tuple(_SENTENCE_ENDS))


def is_question(line: Line) -> bool:
    """One question and nothing else: no sentence ends inside it."""
    return (
        len(line.text) <= 300
        and core(line.text).endswith(tuple(_QUESTION_ENDS))
        and not _INNER_END.search(line.text)
        and not (line.text[0] in '“„«"‘「' and line.text[-1] in '”“»"’」')
    )


def is_prose(line: Line) -> bool:
    """Reads as running text: a point of a list, a whole sentence, or longer than any heading."""
    if is_item(line) or len(line.text) > _LONGEST_HEADING:
        return True
    return ends_as_sentence(line) and not is_question(line)


def is_short(line: Line, *, words: int, characters: int) -> bool:
    """Whether a line may stand above prose: it is short, begins as a heading does, and has no full stop at its end."""
    return (
        len(line.text) <= characters
        and line.style not in ("bullet", "row", "note")
        and not goes_on_a_point(line)
        and 1 <= word_count(line.text) <= words
        and not next(filter(str.isalpha, line.text), "A").islower()
        and line.text[0] not in "—–-(@"
        and not core(line.text).endswith(tuple(_NOT_A_HEADINGS_END))
        and not (is_pull_quote(line) and word_count(line.text) > 6)
    )


def strong_until(line: Line) -> int:
    """Where the strong characters at the front of a line end; 0 where it has none there."""
    end = 0
    for run in sorted((run for run in line.runs if run.style == "strong"), key=lambda run: run.start):
        if run.start > end and line.text[end : run.start].strip():
            break
        end = max(end, run.end)
    return end


def is_pull_quote(line: Line) -> bool:
    """A paragraph that is a quotation and nothing else."""
    return bool(_PULL_QUOTE.match(line.text))


def signs(line: Line, above: Line) -> bool:
    """Whether a line is “Name, role” under a quotation that stands alone."""
    return bool(is_pull_quote(above) and _NAME_AND_ROLE.fullmatch(line.text))


def is_all_strong(line: Line) -> bool:
    return bool(line.runs) and not line.text[strong_until(line) :].strip(" .:")


def is_capitals(line: Line) -> bool:
    """All its letters are capitals, and it has two words or one long one: no acronym."""
    letters = [character for character in line.text if character.isalpha()]
    return (
        sum(character.lower() != character.upper() for character in letters) > 3
        and line.text.upper() == line.text
        and line.text.lower() != line.text
        and (word_count(line.text) > 1 or len(letters) > 4)
    )


def names_the_faq(line: Line) -> bool:
    """Whether a line is one of the many names of an FAQ, alone or before a colon."""
    if len(line.text) > _LONGEST_HEADING:
        return False
    names = _faq_names()
    whole = folded(line.text)
    if whole in names or whole.removeprefix("the ") in names:
        return True
    beginning, colon, _ = line.text.partition(":")
    return bool(colon) and folded(beginning) in names


def has_faq_in_it(line: Line) -> bool:
    """Holds the letters FAQ or Q&A, or the name of an FAQ at its beginning or end, among other words."""
    words = folded(line.text).split()
    if len(line.text) > _LONGEST_HEADING or core(line.text).endswith("."):
        return False
    if {"faq", "faqs", "q&a"} & set(words):
        return True
    return any(
        " ".join(words[:count]) in _faq_names() or " ".join(words[-count:]) in _faq_names()
        for count in range(2, min(len(words), _MOST_NAME_WORDS + 1))
    )


@cache
def _faq_names() -> frozenset[str]:
    return frozenset(map(folded, word_list("faq_headings") | word_list("more_faq_headings")))


def is_short_answer(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADING and folded(line.text) in word_list("short_answers")


def says_nothing_yet(line: Line) -> bool:
    """Whether a line only says that an answer is to come: “To be confirmed”."""
    return len(line.text) <= _LONGEST_HEADING and folded(line.text) in _open_answers()


@cache
def _open_answers() -> frozenset[str]:
    return frozenset(map(folded, word_list("open_answers")))


def label_of(line: Line) -> str:
    """The last word of the name before a colon, with which each turn of a transcript begins; else empty."""
    match = _LABEL.match(line.text)
    words = match[1].split() if match else []
    is_name = 0 < len(words) <= _MOST_NAME_WORDS and all(not word[0].islower() for word in words)
    return words[-1].casefold() if is_name else ""


def turns_of(lines: Iterable[Line]) -> frozenset[str]:
    """The labels of a transcript: those that stand more than once, if they begin at least three turns together."""
    counts = Counter(label for line in lines if line.style != "heading" and (label := label_of(line)))
    labels = {label: count for label, count in counts.items() if count > 1}
    return frozenset(labels) if sum(labels.values()) > 2 else frozenset()
