"""Where a link leads, if a reader can go there, without the detours of those who watch where readers go."""

import re
from urllib.parse import urlsplit

from briefings.importing.formats.trackers import target_of, without_tracking

LONGEST = 2_000
_MOST_REDIRECTS = 5
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f<>\"]+", re.IGNORECASE)


def address_of(href: str) -> str:
    """A full web or mail address, redirects and marks of trackers taken off it, else an empty text."""
    address = href.strip()
    for _ in range(_MOST_REDIRECTS):
        target = target_of(address)
        if not _is_address(target):
            break
        address = target
    if len(address) > LONGEST or not _is_address(address):
        return ""
    return without_tracking(address)


def _is_address(address: str) -> bool:
    if not _ADDRESS.fullmatch(address):
        return False
    try:
        return bool(urlsplit(address).hostname) or address[:7].lower() == "mailto:"
    except ValueError:
        return False
