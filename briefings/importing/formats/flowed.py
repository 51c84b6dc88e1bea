"""Paragraphs of a mail whose lines were broken on the way (format=flowed, RFC 3676) are one line again."""

from itertools import takewhile

_SIGNATURE = "-- "


def unflowed(text: str, *, drops_space: bool) -> str:
    """`text` with a line for each paragraph. `drops_space`: a space before a break belongs to the break (DelSp=yes)."""
    paragraphs: list[str] = []
    goes_on_at = -1
    for line in text.split("\n"):
        depth = sum(1 for _ in takewhile(">".__eq__, line))
        words = line[depth:].removeprefix(" ")
        is_soft = words.endswith(" ") and words != _SIGNATURE
        if goes_on_at == depth and words != _SIGNATURE:
            paragraphs[-1] += words
        else:
            paragraphs.append(f"{'>' * depth}{' ' if depth else ''}{words}")
        goes_on_at = depth if is_soft else -1
        if is_soft and drops_space:
            paragraphs[-1] = paragraphs[-1][:-1]
    return "\n".join(paragraphs)
