"""Going on from page to page of a list as readers do: by its links."""

import re
from datetime import datetime
from html import unescape

from django.test import Client

from tests.visibility.surfaces import Surface


def link(text: str, rel: str) -> str:
    """Where “Newer” (`rel` prev) or “Older” (next) leads; "" where it is not there."""
    found = re.search(rf'<a href="([^"]*)" rel="{rel}"', text)
    return unescape(found[1]) if found else ""


def page(path: str, client: Client, at: datetime) -> str:
    """The text of the page, which has to be there."""
    answer = Surface("", path, client).answer(at)
    assert answer.status == 200, (path, answer)
    return answer.text


def walked_from(path: str, client: Client, at: datetime, *, rel: str = "next") -> dict[str, str]:
    """Every page from `path` on, by “Older” (or by “Newer”, where `rel` is prev), with its text."""
    pages: dict[str, str] = {}
    while path:
        assert path not in pages
        pages[path] = page(path, client, at)
        path = link(pages[path], rel)
    return pages


def walked_back(pages: dict[str, str], client: Client, at: datetime) -> list[str]:
    """The texts of every page from the last of `pages` on, by “Newer”, turned round: as they were walked before."""
    return list(walked_from(list(pages)[-1], client, at, rel="prev").values())[::-1]
