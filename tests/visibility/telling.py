"""What the page of a story tells."""

import re
from datetime import datetime

from tests.making import DAY, NOON
from tests.visibility.surfaces import Surfaces

AFTER = NOON + 30 * DAY


def told(surfaces: Surfaces, slug: str, at: datetime = AFTER) -> list[str]:
    """The briefings that the story at `slug` tells of, in its order, by their slugs; the words of the page."""
    page = surfaces[f"/stories/{slug}/"].at(at)
    return re.findall(r'<h2><a href="/briefings/([^"/]*)/">', page)


def where(surfaces: Surfaces, slug: str, at: datetime = AFTER) -> tuple[int, str]:
    answer = surfaces[f"/stories/{slug}/"].answer(at)
    return answer.status, answer["Location"]
