"""Words that are a noun in one place and a verb of saying in another, and nouns of saying with their speaker."""

from collections.abc import Sequence

from briefings.importing.speech.words import Word

_BEFORE_NOUNS = {
    "fr": ("un", "une", "du", "des", "au", "aux", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"),
    "es": ("un", "una", "unos", "unas", "del", "al", "este", "esta", "ese", "esa", "su", "sus"),
}
_BEFORE_BOTH = {"fr": ("l'", "le", "la", "les"), "es": ("el", "la", "los", "las")}


def is_noun(before: Word, word: Word) -> bool:
    """Whether the word before makes a noun of one that may be a verb: « l’avocat du prévenu », “en un comunicado”.

    In « l’a accusé » and “la denuncia” a pronoun looks like an article: behind those only a known noun is one.
    """
    language, article = word.tongue.language, before.bare.replace("’", "'")
    if article in _BEFORE_NOUNS.get(language, ()):
        return True
    return article in _BEFORE_BOTH.get(language, ()) and word.is_noun


def is_noun_at(words: Sequence[Word], index: int) -> bool:
    """Whether the word at `index` is a noun by its capital in German, else by the word before it."""
    word = words[index]
    if word.tongue.capitalises_nouns:
        return word.is_capitalised and index > 0
    return index > 0 and is_noun(words[index - 1], word)


def says_whose(words: Sequence[Word], index: int) -> bool:
    """Whether somebody stands behind “von” or “de” at `index`: die Forderung von Anna Weber, l’appel du maire."""
    behind = words[index + 1 : index + 4]
    if behind and behind[0].is_in("articles"):
        behind = behind[1:]
    return bool(behind) and (behind[0].may_name or behind[0].is_office or behind[0].is_body)
