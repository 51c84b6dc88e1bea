"""Part keys: a letter for the part's type and 8 random characters, made once and never changed."""

import re
import secrets
from hashlib import sha256

SECTION, QUOTE, FIGURE, FAQ, CORRECTION = "s", "q", "p", "f", "c"
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # 32 signs, none to be mistaken for another when read aloud
_PATTERN = re.compile(f"[{SECTION}{QUOTE}{FIGURE}{FAQ}{CORRECTION}][{_ALPHABET}]{{8}}")


def new_key(letter: str) -> str:
    """A fresh key for a part of the type `letter` (one of the constants of this module); 40 random bits."""
    return letter + "".join(secrets.choice(_ALPHABET) for _ in range(8))


def is_key(value: str, letter: str | None = None) -> bool:
    """Whether `value` is a well-formed key (of the type `letter`, where given)."""
    return bool(_PATTERN.fullmatch(value)) and (letter is None or value[0] == letter)


def derived_key(letter: str, seed: str) -> str:
    """The key of the type `letter` for `seed`, always the same, so that a form sent twice makes no part twice."""
    digest = sha256(seed.encode()).digest()
    return letter + "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:8])
