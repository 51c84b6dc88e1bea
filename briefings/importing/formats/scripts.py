"""Characters that a draft sets high or low: 10⁶ is not 106, and 5th is not 5ᵗʰ."""

import re
from typing import Literal

Script = Literal["super", "sub"]

_SIGNS: dict[Script, dict[int, str]] = {
    "super": str.maketrans(
        "0123456789+-−–=()abcdefghijklmnoprstuvwxyzβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿᵠᵡ",
    ),
    "sub": str.maketrans(
        "0123456789+-−–=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
    ),
}
# The ends of ordinals and of short forms, which are only a matter of looks: 5th, 1er, XXe, 3º, Mme, Mgr.
_ENDINGS = {"st", "nd", "rd", "th", "er", "re", "ère", "e", "ème", "ième", "es", "nde", "o", "a", "os", "as"}
_ENDINGS |= {"me", "mes", "lle", "lles", "gr"}
_HAS_AN_ENDING = re.compile(r"[\dIVXLCDMNn.]")
_AS_ONE = {"TM": "™", "SM": "℠"}
# Signs that are high anyway, and marks of notes, which are no numbers.
_STANDS_HIGH = re.compile(r"[º°ª™℠®©*∗†‡§′″'’⁰¹²³⁴⁵⁶⁷⁸⁹\s]+|\[[^\[\]]{1,12}\](?:\s*\[[^\[\]]{1,12}\])*")
_A_WORD = re.compile(r"[^\W\d_]{4,}")
_FROM_TO = re.compile(r"\d\s*[-–]\s*\d")


def in_script(text: str, kind: Script, before: str = "") -> str:
    """`text`, which is set high or low, as characters that say so anywhere: “⁻³”, “₂”, else “^(…)” or “_(…)”.

    The ends of ordinals, the marks of notes, and prose stay plain. Space around the text stays around it. `before`:
    the words before, where they are known; “x” has no ordinal, so an “a” above it is a value.
    """
    core = text.strip()
    if not core or len(_A_WORD.findall(core)) > 1:
        return text
    return text.replace(core, _core_in_script(core, kind, before[-1:]), 1)


def _core_in_script(core: str, kind: Script, before: str) -> str:
    if kind == "super" and core == "o" and before.isdecimal():
        return "º"  # 1º, and the degree of 25ºC
    is_ending = core.lower() in _ENDINGS and (len(core) > 1 or not before or _HAS_AN_ENDING.match(before))
    if kind == "super" and (is_ending or _STANDS_HIGH.fullmatch(core)):
        return core
    if kind == "super" and core in _AS_ONE:
        return _AS_ONE[core]
    if not _A_WORD.search(core) and not _FROM_TO.search(core) and all(_has_sign(one, kind) for one in core):
        return core.translate(_SIGNS[kind])
    return f"{'^' if kind == 'super' else '_'}({core})"


def _has_sign(character: str, kind: Script) -> bool:
    return ord(character) in _SIGNS[kind]
