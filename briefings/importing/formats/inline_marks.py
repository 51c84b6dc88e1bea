"""Marks inside a paragraph that the parser of Markdown reads otherwise than their writer meant them."""

import re

_UNTOUCHED = r"(?P<untouched>(?<!`)(`+)(?!`)[^`]{1,2000}(?<!`)\2(?!`)|<[a-zA-Z/][^<>]{0,2000}>|\\.)"
# As GitHub, Slack and WhatsApp strike words out; “10~20” is a range, and “/~mina” a part of an address.
_STRUCK = (
    r"(?<![\d~/\\])~(?=[^\s~])(?:(?<=[^\w~]~)|(?=\w))"
    r"(?P<struck>[^~`<>\\]{0,400}[^\s~`<>\\])(?:(?<=\w)~(?!\d)|(?<=[^\w\s])~(?!\w))(?!~)"
)
_MARKS = re.compile(rf"{_UNTOUCHED}|(?<=\d)(?P<times>\*{{1,3}})(?=\d)|{_STRUCK}", re.DOTALL)
_SHORT = re.compile(r"[\w+−-]{1,6}")


def as_meant(content: str) -> str:
    """`~old words~` is struck out as with two tildes, but not H~2~O; stars between digits (2*3*4) are words."""
    return _MARKS.sub(_written_out, content) if "*" in content or "~" in content else content


def _written_out(match: re.Match[str]) -> str:
    if match["times"]:
        return "\\*" * len(match["times"])
    struck = match["struck"]
    before = match.string[: match.start()][-1:]
    is_low = bool(struck and _SHORT.fullmatch(struck)) and (before == ")" or before.isalnum())
    return match[0] if match["untouched"] or is_low else f"~~{struck}~~"
