"""The HTML of a mail, cut where mail programs say that its signature or the letter before begins."""

import re
from collections.abc import Iterator

from briefings.importing.formats.html_styles import Styles
from briefings.importing.formats.left_open import LeftOpen
from briefings.importing.lines import Hiding

_REPLY, _SIGNATURE = Hiding("reply"), Hiding("signature", asks=False)
_ELEMENT = re.compile(r"<!--|<(div|blockquote|span|table)\b([^>]{1,1000})>", re.IGNORECASE)
_KINDS = {
    "signature": r"(?:class|id)\s*=\s*[\"']?[^\"'>]*(?:gmail_signature|moz-signature|ms-outlook-mobile-signature"
    r"|protonmail_signature_block|\bSignature\b)",
    "reply": r"class\s*=\s*[\"']?[^\"'>]*(?:gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote)"
    r"|type\s*=\s*[\"']?cite",
    "rest": r"id\s*=\s*[\"']?[^\"'>]*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION)"
    r"|style\s*=\s*[\"'][^\"'>]*border-top:\s*solid\s#[0-9A-F]{6}\s1\.0pt",
}
_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.IGNORECASE)


def parts_of(html: str, styles: Styles, *, is_forwarded: bool) -> Iterator[tuple[str, Hiding | None]]:
    """Pieces of the page in order, each with the reason why it is left out. A letter that is passed on is not left out.

    A piece begins with the start tags of open elements that hide words. Read each piece before asking for the next.
    """
    left_open = LeftOpen(styles=styles)
    position = shown = 0
    comments_end = True
    while element := _ELEMENT.search(html, position):
        position = element.end()
        if not element[1]:
            position, comments_end = _behind_comment(html, position, comments_end=comments_end)
            continue
        kind = match.lastgroup if (match := _KIND.search(element[2])) else None
        if kind is None or (kind != "signature" and is_forwarded):
            continue
        position = len(html) if kind == "rest" else _end(html, element.end(), element[1])
        hiding = _SIGNATURE if kind == "signature" else _REPLY
        for piece, reason in ((html[shown : element.start()], None), (html[element.start() : position], hiding)):
            if piece.strip():
                yield left_open.tags + piece, reason
                left_open.read(piece)
        shown = position
    yield left_open.tags + html[shown:], None


def _end(html: str, position: int, name: str) -> int:
    """Where the element ends whose start tag ends before `position`."""
    depth = 1
    comments_end = True
    tags = re.compile(rf"<!--|<(/?){name}\b", re.IGNORECASE)
    while tag := tags.search(html, position):
        position = tag.end()
        if tag[1] is None:
            position, comments_end = _behind_comment(html, position, comments_end=comments_end)
            continue
        depth += -1 if tag[1] else 1
        if not depth:
            return html.find(">", tag.end()) + 1 or len(html)
    return len(html)


def _behind_comment(html: str, position: int, *, comments_end: bool) -> tuple[int, bool]:
    """Where the comment ends that begins before `position`, and whether it ends at all: else it is words."""
    ends = html.find("-->", position) if comments_end else -1
    return (ends + 3, True) if ends >= 0 else (position, False)
