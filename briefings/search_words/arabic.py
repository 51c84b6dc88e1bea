"""Stems of Arabic words, after the light stemmer of Larkey, Ballesteros and Connell (light10, 2007): the article with
what is written before it and a few endings are taken off, and no root is looked for.

Snowball's Arabic rules take وزير for “and” with a word behind it, and الوزير for another word.
"""

_ARTICLES = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل")
_ENDINGS = ("هما", "ها", "ان", "ات", "ون", "ين", "هم", "يه", "ه", "ي")
_AND = "و"
_SHORTEST = 2


def stems(word: str) -> tuple[str, ...]:
    """The stems of a word in its one spelling. What may begin with “and” has one with it and one without."""
    bare = _without_article(word)
    found = [bare]
    if bare == word and word.startswith(_AND) and len(word) > _SHORTEST + 1:
        found.append(_without_article(word[1:]))
    return tuple(dict.fromkeys(_without_endings(one) for one in found))


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + _SHORTEST:
            return word.removeprefix(article)
    return word


def _without_endings(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST:
            word = word.removesuffix(ending)
    return word
