"""HTML as a stream of tags and words, in one pass and without a tree.

It reads as browsers do (html.spec.whatwg.org, 13.2.5) with one difference: what never ends, a comment or a tag, is
words, where a browser would drop the rest of the page.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

MOST_ATTRIBUTES = 500
"""Of one element. Programs that write pages write a dozen."""

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ENDED = re.compile(rf"</({_NAME.pattern})")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?"
)
_TO_ITS_END = re.compile(r"[\s/]*+>")
_HUGE_NUMBER = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")
_NOT_TAGS = {"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"}
_WITH_ENTITIES = {"textarea", "title"}


class Token(NamedTuple):
    """`text`: words, what a comment says, or a tag as it stands. `attributes`: the first of a name counts."""

    kind: Literal["text", "open", "close", "comment"]
    name: str = ""
    text: str = ""
    attributes: dict[str, str] = {}


def ended_in(page: str) -> set[str]:
    """The names of all elements that an end tag names."""
    return {name.lower() for name in _ENDED.findall(page)}


def tokens_of(page: str) -> Iterator[Token]:
    """The tags and words of a page in order; the words of a script or a style as one text. Raises Unreadable."""
    position = 0
    never_ends: set[str] = set()
    while (at := page.find("<", position)) >= 0:
        if at > position:
            yield _words(page[position:at])
        following = page[at + 1 : at + 2]
        if following.isascii() and following.isalpha():
            token, position = _opening(page, at)
            yield token
            if token.kind == "open" and token.name in _NOT_TAGS:
                inside, position = _until_closed(page, position, token.name, never_ends)
                yield _words(inside) if token.name in _WITH_ENTITIES else Token("text", text=inside)
        elif following == "/" and _NAME.match(page, at + 2):
            token, position = _closing(page, at)
            yield token
        elif following and following in "!?/":
            token, position = _comment(page, at, never_ends)
            yield token
        else:
            yield Token("text", text="<")
            position = at + 1
    if position < len(page):
        yield _words(page[position:])


def _words(text: str) -> Token:
    return Token("text", text=unescape(_HUGE_NUMBER.sub("\ufffd", text)) if "&" in text else text)


def _opening(page: str, at: int) -> tuple[Token, int]:
    name = _NAME.match(page, at + 1)
    position = name.end() if name else at + 1
    attributes: dict[str, str] = {}
    while not (end := _TO_ITS_END.match(page, position)):
        attribute = _ATTRIBUTE.match(page, position)
        if not attribute:
            return Token("text", text=page[at:]), len(page)
        value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
        attributes.setdefault(attribute["name"].lower(), _words(value).text)
        if len(attributes) > MOST_ATTRIBUTES:
            raise Unreadable(
                Message(
                    "An element of the page has more than %(count)s attributes, as in no draft. Copy the words of the "
                    "page, and paste them instead.",
                    count=MOST_ATTRIBUTES,
                )
            )
        position = attribute.end()
    return Token("open", name[0].lower() if name else "", page[at : end.end()], attributes), end.end()


def _closing(page: str, at: int) -> tuple[Token, int]:
    end = page.find(">", at)
    if end < 0:
        return Token("text", text=page[at:]), len(page)
    name = _NAME.match(page, at + 2, end)
    return Token("close", name[0].lower() if name else ""), end + 1


def _comment(page: str, at: int, never_ends: set[str]) -> tuple[Token, int]:
    begins, ends = ("<!--", "-->") if page.startswith("<!--", at) else (page[at : at + 2], ">")
    if begins == "<!--" and page.startswith((">", "->"), at + 4):
        return Token("comment"), page.find(">", at) + 1
    end = -1 if ends in never_ends else page.find(ends, at + len(begins))
    if end < 0:
        never_ends.add(ends)
        return Token("text", text=begins), at + len(begins)
    text = page[at + len(begins) : end]
    return Token("comment", name=begins, text=text.removesuffix("?") if begins == "<?" else text), end + len(ends)


def _until_closed(page: str, position: int, name: str, never_ends: set[str]) -> tuple[str, int]:
    """What stands before the end tag of `name`; all the rest where there is none."""
    end_tag = None if name in never_ends else re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(page, position)
    if not end_tag:
        never_ends.add(name)
        return page[position:], len(page)
    return page[position : end_tag.start()], end_tag.start()


def too_many_elements(most: int) -> Message:
    return Message(
        "The page is made of more than %(count)s elements, far more than a draft. Copy its words, and paste them "
        "instead.",
        count=most,
    )
