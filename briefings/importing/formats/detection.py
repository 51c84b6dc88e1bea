"""Which format a draft has: by the first bytes of a file, its name, or what its text shows."""

import re
from typing import Literal

from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

TextFormat = Literal["text", "markdown", "html"]

_REFUSED = {
    b"%PDF-": Message(
        "The file is a PDF, which keeps no paragraphs. Open it and save it as a Word document (.docx) or as "
        "plain text (.txt), then try again."
    ),
    b"{\\rtf": Message(
        "The file is rich text (.rtf). Open it and save it as a Word document (.docx) or as "
        "plain text (.txt), then try again."
    ),
    b"\xd0\xcf\x11\xe0": Message(
        "The file is an old Word document (.doc) or one with a password. Open it and save it as a Word document "
        "(.docx) or as plain text (.txt), then try again."
    ),
    b"\x89PNG": Message("The file is a picture. Choose the draft, and add pictures to the briefing later."),
    b"\xff\xd8\xff": Message("The file is a picture. Choose the draft, and add pictures to the briefing later."),
    b"GIF8": Message("The file is a picture. Choose the draft, and add pictures to the briefing later."),
    b"RIFF": Message("The file is a picture or a recording. Choose the draft, and add pictures to the briefing later."),
    b"\x1f\x8b": Message("The file is packed. Unpack it and choose the draft itself."),
    b"7z\xbc\xaf": Message("The file is packed. Unpack it and choose the draft itself."),
    b"Rar!": Message("The file is packed. Unpack it and choose the draft itself."),
}
_BY_NAME: dict[str, TextFormat] = {
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "md": "markdown",
    "markdown": "markdown",
    "mdown": "markdown",
}
_FRONT_TAGS = "html|head|meta|body|title|p|div|h[1-6]|ul|ol|table|article|section|main|b|span"
_TAG_AT_THE_FRONT = re.compile(rf"\s*(?:<!doctype html|<\?xml|<!--|<(?:{_FRONT_TAGS})[\s>])", re.IGNORECASE)
_END_OF_A_BLOCK = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|table|article|section|body|html)>", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"""
    ^\#{2,6}[ ]\S                                  # a heading below the first
    | \A\s*\#[ ]\S                                 # the headline
    | \*\*(?=[^\s*])[^*\n]{0,200}[^\s*]\*\*        # strong
    | (?<!~)~~(?=[^\s~])[^~\n]{0,200}[^\s~]~~(?!~)  # struck out
    | <!--                                         # a comment
    | (?<![\w%])%%(?!%)[^\n]{0,1000}?(?<!%)%%(?![\w%])  # a comment in Obsidian
    | ^%%$                                         # a comment of several lines there
    | ^[ ]{0,8}[-*+][ ]\[[ xX]\][ ]                # a task
    | \[[^\]\[\n]{1,200}\]\((?:https?://|mailto:)  # a link
    | ^\[[^\]\[\n]{1,40}\]:[ ]                     # a footnote, or where a link leads
    | ^(?:```|~~~)\w{0,20}$                        # a fence
    | ^[ ]?\|?[ ]?:?-{3,}:?[ ]?\|[ |:-]*$          # the line under the heads of a table
    """,
    re.MULTILINE | re.VERBOSE,
)
_FRONT_MATTER = re.compile(r"\A\s*(?:---[ ]*\n[A-Za-z][\w -]{0,40}:|\+\+\+[ ]*\n[\w\"-]{1,40}[ ]*=|;;;[ ]*\n)")


def refuse_what_is_no_draft(data: bytes) -> None:
    """Raises Unreadable, with what to do, for the formats that people try and no reader is for."""
    for beginning, sentence in _REFUSED.items():
        if data.startswith(beginning):
            raise Unreadable(sentence)


def is_packed(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def format_of(text: str, *, name: str = "") -> TextFormat:
    """The format of a text by the name of its file, else by what it shows. One star or # in prose is no Markdown."""
    by_name = _BY_NAME.get(name.rpartition(".")[2].lower() if "." in name else "")
    if by_name:
        return by_name
    if _TAG_AT_THE_FRONT.match(text) and _END_OF_A_BLOCK.search(text):
        return "html"
    return "markdown" if _FRONT_MATTER.match(text) or _MARKDOWN.search(text) else "text"
