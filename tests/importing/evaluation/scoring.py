"""How well the importer understands the evaluation drafts: for each category what was expected, given, and right."""

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefings.content.quote_location import fold
from briefings.importing import Imported, Reading, as_json, read, understand

HERE = Path(__file__).parent
HALVES = ("tuned", "unread")
CATEGORIES = (
    "headline",
    "lede",
    "headings",
    "paragraphs",
    "quotations",
    "speakers",
    "roles",
    "terms",
    "faq",
    "open",
    "front",
    "sources",
    "marks",
    "preservation",
)
_WORD = re.compile(r"\w+")


@dataclass
class Count:
    """`right` of what was `expected`, and of what was `given`."""

    expected: int = 0
    given: int = 0
    right: int = 0

    def add(self, expected: Iterable[Any], given: Iterable[Any]) -> None:
        wanted, got = Counter(expected), Counter(given)
        self.expected += wanted.total()
        self.given += got.total()
        self.right += (wanted & got).total()

    @property
    def score(self) -> float:
        """The harmonic mean of precision and recall (F1); 1.0 where nothing was to be found and nothing was."""
        total = self.expected + self.given
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    """Counts by category, and for each draft what went wrong."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in CATEGORIES})
    mistakes: dict[str, list[str]] = field(default_factory=dict)

    @property
    def overall(self) -> float:
        """The mean of all categories."""
        return sum(count.score for count in self.counts.values()) / len(self.counts)


def drafts_of(half: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every draft of a half with what is expected of it."""
    for expected in sorted((HERE / half).glob("*.json")):
        (draft,) = (path for path in expected.parent.glob(f"{expected.stem}.*") if path.suffix != ".json")
        yield draft, json.loads(expected.read_text(encoding="utf-8"))


def score_of(half: str, *, languages: Sequence[str] = ()) -> Score:
    """The score of one half; of drafts in these languages alone, where any are named."""
    score = Score()
    for draft, expected in drafts_of(half):
        if not languages or expected["language"] in languages:
            _add(score, draft.name, expected, read(draft.read_bytes(), name=draft.name))
    return score


def folded(text: str | None) -> str:
    """`text` for comparison: case, marks, spaces and the punctuation at its ends do not matter."""
    return " ".join(fold((text or "").replace("|", " "))[0].split()).strip(" .,;:!?؟،\"'-–—…()[]")


def _add(score: Score, name: str, expected: dict[str, Any], reading: Reading) -> None:
    imported = understand(reading, briefing_id=str(uuid.uuid4()))
    given = as_json(imported)
    pairs = {
        "headline": (_some(expected["headline"]), _some(given["headline"])),
        "headings": (_headings(expected), _headings(given)),
        "paragraphs": _paragraphs(expected, given),
        "quotations": (
            [span for quote in expected["quotes"] for span in _spans(quote)],
            [span for quote in given["quotes"] for span in _spans(quote)],
        ),
        "speakers": _of_quotes(expected, given, "speaker"),
        "roles": _of_quotes(expected, given, "role"),
        "terms": (_once(expected["terms"]), _once(term["text"] for term in given["terms"])),
        "faq": _faq(expected, given),
        "open": (
            [folded(e["question"]) for e in expected["faq"] if e["answer"] is None],
            [folded(e["question"]) for e in given["faq"] if e["answer"] is None],
        ),
        "front": (
            [*_some(expected["dateline"]), *map(folded, expected["byline"])],
            [*_some(given["dateline"]), *map(folded, given["byline"])],
        ),
        "sources": (["s"] * len(expected["sources"]), ["s"] * len(given["sources"])),
        "marks": _marks(expected, imported),
    }
    lede = folded(given["lede"])
    begins = folded(expected["lede"])
    pairs["lede"] = (
        [begins] if begins else [],
        [begins if begins and lede.startswith(begins) else lede] if lede else [],
    )
    words = Counter(_WORD.findall(" ".join(f"{line.marker} {line.text}" for line in reading.lines)))
    kept = Counter(_WORD.findall(" ".join(_strings(given))))
    pairs["preservation"] = (words.elements(), (words & kept).elements())
    wrong = score.mistakes.setdefault(name, [])
    for category, (wanted, got) in pairs.items():
        wanted, got = list(wanted), list(got)
        score.counts[category].add(wanted, got)
        missed, added = Counter(wanted) - Counter(got), Counter(got) - Counter(wanted)
        wrong += [f"{category:12} − {item}" for item in missed] + [f"{category:12} + {item}" for item in added]


def _some(text: str | None) -> list[str]:
    return [folded(text)] if text else []


def _once(texts: Iterable[str]) -> list[str]:
    return sorted({folded(text) for text in texts})


def _headings(of: dict[str, Any]) -> list[str]:
    return [folded(section["heading"]) for section in of["sections"] if section["heading"]]


def _paragraphs(expected: dict[str, Any], given: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Each paragraph under its heading; a given one counts as the expected one that it begins with."""
    wanted = [(folded(s["heading"]), folded(p)) for s in expected["sections"] for p in s["paragraphs"]]
    got = []
    for section in given["sections"]:
        heading = folded(section["heading"])
        for paragraph in section["paragraphs"]:
            text = folded(paragraph)
            fitting = next((w for w in wanted if w[0] == heading and w[1] and text.startswith(w[1])), None)
            got.append(fitting or (heading, text[:60]))
    return wanted, got


def _of_quotes(expected: dict[str, Any], given: dict[str, Any], what: str) -> tuple[list[Any], list[Any]]:
    """The speaker or role of each span that is expected; one that was not found has none right."""
    found: dict[str, list[str]] = {}
    for quote in given["quotes"]:
        for span in _spans(quote):
            found.setdefault(span, []).append(_bare(quote[what]))
    wanted, got = [], []
    for number, quote in enumerate(expected["quotes"]):
        for span in _spans(quote):
            wanted.append((number, span[:40], _bare(quote[what])))
            if answers := found.get(span):
                got.append((number, span[:40], answers.pop(0)))
    return wanted, got


def _spans(quote: dict[str, Any]) -> list[str]:
    """Whether a full stop after the attribution makes one quotation of two spans or two is left open."""
    return [folded(span) for span in quote["text"].split(" … ")]


def _bare(text: str | None) -> str:
    return re.sub(r"\A(?:the|a|an|one|der|die|das|ein|eine|le|la|les|un|une|el|los|las|una)\s+", "", folded(text))


def _faq(expected: dict[str, Any], given: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    wanted = [(folded(e["question"]), folded(e["answer"])) for e in expected["faq"]]
    answers = dict(wanted)
    got = []
    for entry in given["faq"]:
        question, answer = folded(entry["question"]), folded(entry["answer"])
        begins = answers.get(question)
        got.append((question, begins if begins and answer.startswith(begins) else answer[:40]))
    return wanted, got


def _marks(expected: dict[str, Any], imported: Imported) -> tuple[list[str], list[str]]:
    said = [finding.sentence for finding in imported.findings if finding.code == "editor-mark"]
    wanted = expected["marks"]
    return [f"m{n}" for n in range(len(wanted))], [
        f"m{n}" for n, mark in enumerate(wanted) if any(mark[:40] in sentence for sentence in said)
    ] + [f"extra{n}" for n in range(max(0, len(said) - len(wanted)))]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("warnings", "quotes", "terms", "guesses"):
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
