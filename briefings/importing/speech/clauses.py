"""To which clause of its sentence a quotation belongs: the one before it, or the one behind it."""

from collections.abc import Iterator, Sequence

from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.marks import Marked
from briefings.importing.speech.words import Word


def is_governed(sentence: Sentence, quote: Marked, behind: Cue) -> bool:
    """Whether the words belong to a verb before them, though the cue `behind` follows.

    They called it “a door,” while Paul said: a conjunction begins a new clause behind the mark. They were “managers”, a
    phrase that a court threw out: nothing parts the words from the clause that they end. A finding that is “odd,” has
    to be confirmed: a passive lets nobody speak.
    """
    words = sentence.words
    earlier = max((other.end for other in sentence.quotes if other.end < quote.start), default=sentence.start)
    verbs = [cue for cue in sentence.cues if words[cue.first].start >= earlier and words[cue.last].end <= quote.start]
    following = next((index for index, word in enumerate(words) if word.start >= quote.end), None)
    if not verbs or following is None:
        return False
    if sentence.tongue.language == "ar" and begins_arabic_clause(sentence, following):
        return True
    if behind.first == following:
        return False
    if words[following].is_in("conjunctions") or words[behind.first - 1].is_in("passives"):
        return True
    return _is_embedded(sentence, quote) and _is_aside(words[following : behind.first])


def _is_aside(words: Sequence[Word]) -> bool:
    """Whether the words only say more about a quotation: “…, a phrase that a court threw out”."""
    if any(word.is_in("relatives") for word in words[1:]):
        return True
    return bool(words) and words[0].is_in("articles") and any(word.is_in("saying_nouns") for word in words[1:2])


def reversed_without_reported(sentence: Sentence, cues: list[Cue]) -> Iterator[Cue]:
    """`cues`, the last first, without those in reported speech: “Rutte said allies had agreed to “step up””."""
    return (cue for cue in reversed(cues) if cue is cues[0] or not _is_reported(sentence, cue))


def _is_reported(sentence: Sentence, cue: Cue) -> bool:
    around = [word.bare for word in sentence.words[cue.first - 1 : cue.first + 2]]
    return sentence.tongue.language == "en" and cue.kind == "verb" and around[::2] == ["had", "to"]


def begins_arabic_clause(sentence: Sentence, index: int) -> bool:
    """Whether “and” with a verb, or a word such as “while”, begins a clause: “… «…»، وطالب”, “… «…»، في حين اكتفت”."""
    bare = [word.bare for word in sentence.words[index : index + 2]]
    is_joined = sentence.words[index].says and bare[0].startswith(("و", "ف")) and len(bare[0]) > 4
    return is_joined or bare[0] in ("فيما", "بينما") or bare == ["في", "حين"]


def _is_embedded(sentence: Sentence, quote: Marked) -> bool:
    """Whether a small letter begins the quotation and no comma or colon stands before its mark."""
    before = sentence.text[max(sentence.start, quote.start - 3) : quote.start - 1]
    return before.endswith(" ") and before.strip()[-1:].isalnum()
