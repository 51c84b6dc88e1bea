"""The HTML of a mail, cut where mail programs say that its signature or the letter before begins."""

import re
from collections.abc import Iterator

from briefings.importing.lines import Hiding

_REPLY, _SIGNATURE = Hiding("reply"), Hiding("signature", asks=False)
_ELEMENT = re.compile(r"<(div|blockquote|span|table)\b([^>]{1,1000})>", re.IGNORECASE)
_KINDS = {
    "signature": r"(?:class|id)\s*=\s*[\"']?[^\"'>]*(?:gmail_signature|moz-signature|ms-outlook-mobile-signature"
    r"|protonmail_signature_block|\bSignature\b)",
    "reply": r"class\s*=\s*[\"']?[^\"'>]*(?:gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote)"
    r"|type\s*=\s*[\"']?cite",
    "rest": r"id\s*=\s*[\"']?[^\"'>]*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION)"
    r"|style\s*=\s*[\"'][^\"'>]*border-top:\s*solid\s#[0-9A-F]{6}\s1\.0pt",
}
_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.IGNORECASE)
_STYLE = re.compile(r"<style\b.{0,200000}?</style>", re.IGNORECASE | re.DOTALL)


def parts_of(html: str, *, is_forwarded: bool) -> Iterator[tuple[str, Hiding | None]]:
    """Pieces of the page in order, with the reason why one is left out. A letter that is passed on is not."""
    styles = "".join(_STYLE.findall(html))
    position = shown = 0
    while element := _ELEMENT.search(html, position):
        position = element.end()
        kind = said.lastgroup if (said := _KIND.search(element[2])) else None
        if kind is None or (kind != "signature" and is_forwarded):
            continue
        position = len(html) if kind == "rest" else _end(html, element.end(), element[1])
        yield (styles if shown else "") + html[shown : element.start()], None
        yield html[element.start() : position], _SIGNATURE if kind == "signature" else _REPLY
        shown = position
    yield (styles if shown else "") + html[shown:], None


def _end(html: str, position: int, name: str) -> int:
    """Where the element ends whose start tag ends before `position`."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b", re.IGNORECASE).finditer(html, position):
        depth += -1 if tag[1] else 1
        if not depth:
            return html.find(">", tag.end()) + 1 or len(html)
    return len(html)
