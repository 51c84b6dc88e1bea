"""Text that was UTF-8 and was once decoded as something else: “CafÃ©” is “Café” again."""

from ftfy import fix_encoding_and_explain
from ftfy.badness import is_bad

from briefings.importing.findings import Finding, named
from briefings.messages import Message

_ACTIONS = {"encode", "decode"}
_LENGTH = 60


def mended(text: str) -> tuple[str, tuple[Finding, ...]]:
    """`text` with the right characters, where all of it can be put right in one way; else as it is, with a finding."""
    if text.isascii() or not is_bad(text):
        return text, ()
    right, steps = fix_encoding_and_explain(text)
    is_whole = bool(steps) and all(step.action in _ACTIONS or step.parameter == "restore_byte_a0" for step in steps)
    if is_whole and not is_bad(right):
        before, after = _first_difference(text, right)
        sentence = Message(
            "The characters had been decoded wrongly before: %(before)s was put right as %(after)s.",
            before=named(before),
            after=named(after),
        )
        return right, (Finding(code="encoding-mended", sentence=sentence),)
    number, line = next(
        (number, line) for number, line in enumerate(text.split("\n"), 1) if is_bad(line) or line == text
    )
    sentence = Message(
        "Characters seem to have been decoded wrongly before, as in %(words)s. Put them right, or ask "
        "for the draft once more.",
        words=named(line.strip()),
    )
    return text, (Finding(code="encoding-garbled", sentence=sentence, line=number),)


def _first_difference(text: str, right: str) -> tuple[str, str]:
    pairs = zip(text.split("\n"), right.split("\n"), strict=False)
    before, after = next(((before, after) for before, after in pairs if before != after), (text, right))
    at = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    start = before.rfind(" ", 0, max(at - 10, 0)) + 1
    return before[start : start + _LENGTH].strip(), after[start : start + _LENGTH].strip()
