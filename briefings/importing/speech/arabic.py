"""Who speaks in Arabic where the words behind a verb are not its subject."""

from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.phrases import Subject

_QUOTES = ("نقل", "نقلت", "ينقل", "تنقل", "نقلوا")
_HIS_WORDS = ("قوله", "قولها", "قولهم")
_AS = ("بأنه", "بأنها", "بأنهم")


def quoted_by(sentence: Sentence, cue: Cue) -> int | None:
    """Index of the one whom an agency quotes: “ونقلت وكالة الأنباء عن مصدر أمني قوله”."""
    words = sentence.words
    if words[cue.first].bare.removeprefix("و") not in _QUOTES:
        return None
    following = range(cue.last + 1, min(len(words) - 1, cue.last + 10))
    return next((index + 1 for index in following if words[index].bare == "عن"), None)


def is_described_by(sentence: Sentence, subject: Subject) -> bool:
    """“وصفت التقرير بأنه”: what is called something is no subject of the verb before it."""
    after = next((word for word in sentence.words if word.start >= subject.mention.end), None)
    return subject.mention.kind == "document" and after is not None and after.bare in _AS
