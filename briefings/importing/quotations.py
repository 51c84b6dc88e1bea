"""The quotations of a paragraph with their speakers, and the names and terms told apart from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.importing.attribution import Sentence, goes_on, is_object, speakers_in
from briefings.importing.cast import Cast, Named
from briefings.importing.marks import Marked, marked_words
from briefings.importing.people import Mention, mentions_in, words_of
from briefings.importing.sentences import masked, sentences
from briefings.importing.terms import is_named_as_term, reads_as_name

# Each quotation looks at its whole sentence, so a paragraph with any number of them would take any time.
MOST_MARKED = 100


@dataclass(frozen=True)
class Quotation:
    """Words of somebody: one span, or several where the attribution splits them. `start` is an offset in the paragraph.

    `is_sure`: the speaker is stated in full beside the words, and nobody else is named in that sentence.
    """

    spans: tuple[str, ...]
    start: int
    speaker: Named | None
    is_sure: bool


@dataclass(frozen=True)
class Passage:
    """What the marks of one paragraph hold. `terms`: words and their offsets. `alone`: offsets of lone marks.

    `is_overfull`: it holds more marks than any briefing does, and nothing was looked for.
    """

    quotations: tuple[Quotation, ...]
    terms: tuple[tuple[str, int], ...]
    alone: tuple[int, ...]
    is_overfull: bool = False


def passage_of(text: str, cast: Cast) -> Passage:
    """Reads one paragraph; whoever it names joins the cast."""
    marks, alone = marked_words(text)
    if len(marks) + len(alone) > MOST_MARKED:
        return Passage((), (), (), is_overfull=True)
    mask = masked(text, marks)
    quotations: list[Quotation] = []
    terms: list[tuple[str, int]] = []
    earlier: Named | None = None
    place = 0
    for start, end in sentences(mask):
        first = place
        while place < len(marks) and marks[place].start < end:
            place += 1
        words = words_of(mask, start, end)
        mentions = mentions_in(mask, words)
        sentence = Sentence(mask, start, end, words, mentions, marks[first:place])
        found, found_terms = _read_sentence(text, sentence, cast, earlier)
        quotations += found
        terms += found_terms
        earlier = found[-1].speaker if found else earlier
        for mention in mentions:
            cast.meet(mention, is_subject=not is_object(sentence, mention))
    return Passage(tuple(quotations), tuple(terms), alone)


def spoken_words(text: str, mark: Marked) -> str:
    """The words in marks without the punctuation that is the sentence's: a last comma, and the full stop of a part."""
    words = text[mark.start : mark.end].strip().removesuffix(",").rstrip()
    if words[:1].islower() and words.endswith(".") and not words.endswith(".."):
        words = words[:-1].rstrip()
    return words


def _read_sentence(
    text: str, sentence: Sentence, cast: Cast, earlier: Named | None
) -> tuple[list[Quotation], list[tuple[str, int]]]:
    """`earlier`: who spoke last in this paragraph; a sentence that is nothing but a quotation goes on with them."""
    quotations: list[Quotation] = []
    terms: list[tuple[str, int]] = []
    hangs_on: list[int | None] = []
    speakers = speakers_in(sentence)
    for index, mark in enumerate(sentence.quotes):
        verb, mention = speakers[index]
        words = spoken_words(text, mark)
        if not any(map(str.isalnum, words)):
            continue
        if (
            reads_as_name(words)
            or is_named_as_term(text, mark.start, words)
            or (len(words.split()) == 1 and not mention)
        ):
            terms.append((words, mark.start))
            continue
        if quotations and verb is not None and hangs_on[-1] == verb and goes_on(sentence, index - 1):
            quotations[-1] = replace(quotations[-1], spans=(*quotations[-1].spans, words))
            continue
        hangs_on.append(verb)
        speaker = _traced(cast, sentence, mention) if mention else None
        if speaker is None and mention is None and not sentence.words:
            speaker = earlier
        sure = mention is not None and _is_stated_alone(sentence.mentions, mention, cast)
        quotations.append(Quotation(spans=(words,), start=mark.start, speaker=speaker, is_sure=sure))
    return quotations, terms


def _traced(cast: Cast, sentence: Sentence, mention: Mention) -> Named | None:
    """Whom a mention means; a pronoun means the one named before it in its own sentence, if there is one."""
    if mention.kind == "pronoun":
        named = [
            other
            for other in sentence.mentions
            if other.end <= mention.start and (other.kind == "full" or cast.knows(other))
        ]
        mention = named[-1] if named else mention
    return cast.trace(mention)


def _is_stated_alone(mentions: Sequence[Mention], speaker: Mention, cast: Cast) -> bool:
    others = (
        mention
        for mention in mentions
        if mention.kind == "full" or (mention.kind == "short" and (mention.role or cast.knows(mention)))
    )
    return speaker.kind in ("full", "body") and all(_same_person(other, speaker) for other in others)


def _same_person(mention: Mention, speaker: Mention) -> bool:
    return mention.name == speaker.name or mention.name == speaker.name.split()[-1]
