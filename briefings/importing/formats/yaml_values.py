"""The part of YAML that front matter is written in: keys, quoted and plain words, lists, folded and literal texts.

Tags, anchors and types are not followed. What is written otherwise is taken as it stands (yaml.org/spec/1.2.2).
"""

import re
from collections.abc import Sequence

_ESCAPE = re.compile(r'\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(["\\/ntr0abefvNLP_ ]))')
_ESCAPED = {"n": "\n", "t": " ", "r": "\n", "_": "\xa0", "N": "\n", "L": "\n", "P": "\n"} | dict.fromkeys("0abefv", " ")
_BLOCK = re.compile(r"([|>])[-+\d]{0,2}(?:\s+#.*)?")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_ITEM = re.compile(rf"\s*(?:{_DOUBLE.pattern}|{_SINGLE.pattern}|([^,\[\]\"'][^,\[\]]*))\s*(?:,|$)")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40}):(?:\s+(.*)|$)")


def values_of(first: str, below: Sequence[str]) -> tuple[str, ...]:
    """The words of a value that begins as `first` behind its key and goes on in the lines `below`."""
    first = first.strip()
    if block := _BLOCK.fullmatch(first):
        return (_block(below, is_folded=block[1] == ">"),)
    rest = [line.strip() for line in below if line.strip()]
    if not _COMMENT.sub("", first):
        return tuple(filter(None, map(_name_in, _points(below)))) or ((_name_in(rest),) if rest else ())
    whole = " ".join([first, *rest])
    if flow := re.fullmatch(r"\[(.*)\](?:\s+#.*)?", whole):
        return tuple(word for word in map(_scalar, _items(flow[1])) if word)
    return (_scalar(whole),)


def _scalar(words: str) -> str:
    words = words.strip()
    if quoted := _DOUBLE.match(words):
        return _ESCAPE.sub(_character, quoted[1])
    if quoted := _SINGLE.match(words):
        return quoted[1].replace("''", "'")
    return _COMMENT.sub("", words).strip()


def _character(escape: re.Match[str]) -> str:
    if code := escape[1] or escape[2] or escape[3]:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else escape[0]
    return _ESCAPED.get(escape[4], escape[4])


def _items(flow: str) -> list[str]:
    """The words between the commas of a flow list; one that holds other brackets is one item."""
    items, position = [], 0
    while position < len(flow):
        item = _ITEM.match(flow, position)
        if not item:
            return [flow]
        items.append(item[0].strip().removesuffix(","))
        position = item.end()
    return items


def _block(lines: Sequence[str], *, is_folded: bool) -> str:
    paragraphs = "\n".join(line.strip() for line in lines).strip("\n")
    return re.sub(r"(?<!\n)\n(?!\n)", " ", paragraphs) if is_folded else paragraphs


def _points(lines: Sequence[str]) -> list[list[str]]:
    """The lines of each point of a list; none where the lines are no list."""
    points: list[list[str]] = []
    for line in lines:
        words = line.strip()
        if words.startswith("- ") or words == "-":
            points.append([words[1:].strip()])
        elif points and words and not words.startswith("#"):
            points[-1].append(words)
    return points


def _name_in(lines: Sequence[str]) -> str:
    """The words of a point; of keys and values only the name."""
    pairs = {pair[1].lower(): pair[2] or "" for line in lines if (pair := _PAIR.fullmatch(line))}
    if pairs and len(pairs) == len(lines):
        return _scalar(pairs.get("name") or pairs.get("title") or pairs.get("family") or "")
    return _scalar(" ".join(lines))
