"""Asking the search."""

import re
from datetime import datetime
from urllib.parse import quote

from django.test import Client

from tests.making import DAY, NOON
from tests.visibility.surfaces import Answer, Surface

AT = NOON + DAY


def found(words: str, at: datetime = AT, **parameters: str) -> tuple[Answer, list[str]]:
    """The answer, and the slugs that it leads to in their order."""
    query = "&".join(f"{name}={quote(value)}" for name, value in {"q": words, **parameters}.items())
    answer = Surface("search", f"/search/?{query}", Client()).answer(at)
    assert answer.status == 200
    return answer, re.findall(r'<h2><a href="/briefings/([^/]+)/"', answer.text)


def slugs(words: str, at: datetime = AT, **parameters: str) -> list[str]:
    return found(words, at, **parameters)[1]
