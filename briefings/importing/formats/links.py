"""Where a link leads, if it leads anywhere that a reader can go."""

import re
from urllib.parse import parse_qs, urlsplit

LONGEST = 2_000
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f<>\"]+", re.IGNORECASE)
_REDIRECTS = {"www.google.com", "google.com"}


def address_of(href: str) -> str:
    """A full web or mail address, Google's redirect taken off it, else an empty text."""
    address = href.strip()
    if len(address) > LONGEST or not _ADDRESS.fullmatch(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if host in _REDIRECTS and parts.path == "/url":
        inner = parse_qs(parts.query, max_num_fields=50) if parts.query.count("&") < 50 else {}
        for target in (*inner.get("q", ()), *inner.get("url", ())):
            if _ADDRESS.fullmatch(target):
                return target
    return address if host or address.lower().startswith("mailto:") else ""
