"""Phrases that say whose words they are by a pronoun alone: ihm zufolge, d’après elle, a su juicio."""

from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.phrases import Subject

_MEANT = {
    "de": {"ihm": "m", "seiner": "m", "seinen": "m", "seinem": "m", "ihr": "f", "ihrer": "f", "ihren": "f"},
    "fr": {"lui": "m", "elle": "f", "eux": "p", "elles": "p", "son": "", "ses": "", "leur": "p", "leurs": "p"},
    "es": {"él": "m", "ella": "f", "ellos": "p", "ellas": "p", "su": "", "sus": ""},
}


def by_pronoun(sentence: Sentence, cue: Cue) -> Subject | None:
    """Whom a phrase such as „ihm zufolge“ means: the pronoun inside it."""
    genders = _MEANT.get(sentence.tongue.language, {})
    inside = sentence.words[cue.first : cue.last + 1]
    word = next((word for word in inside if word.bare in genders), None)
    if word is None:
        return None
    return Subject(Mention("pronoun", word.text, "", word.start, word.end, word.end, gender=genders[word.bare]))
