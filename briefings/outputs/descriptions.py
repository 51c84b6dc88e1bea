"""What a page is, in 70 to 160 characters of its own words: for lists of what was found, and for cards."""

from collections.abc import Iterable

from django.utils.translation import gettext

SHORTEST, LONGEST = 70, 160
_ENDS = " ,;:،؛–—·…"


def fitted(site_name: str, *words: str) -> str:
    """As many of `words` as it takes, cut at a word; where all of them are too short, what the site is goes on."""
    text = ""
    for piece in (*words, _about(site_name)):
        if len(text) >= SHORTEST:
            break
        end = "." if text and text[-1].isalnum() else ""
        text = f"{text}{end} {' '.join(piece.split())}".strip()
    return _cut(text)


def naming(lead: str, names: Iterable[str]) -> str:
    """`lead` with as many of `names` behind it as find room, whole but for the first."""
    text = lead
    for place, name in enumerate(" ".join(name.split()) for name in names):
        longer = f"{text} · {name}" if place else f"{text} {name}"
        if place and len(longer) > LONGEST:
            break
        text = longer
    return text


def _about(site_name: str) -> str:
    values = {"site": site_name or gettext("This site")}
    about = gettext("%(site)s has short briefings: what happened, what happens next, and what readers ask, answered.")
    return about % values


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    space = text.rfind(" ", SHORTEST + len(_ENDS), LONGEST)
    return text[: space if space > 0 else LONGEST - 1].rstrip(_ENDS) + "…"
