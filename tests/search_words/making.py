"""Content without a database."""

from typing import Any

from briefings.content import BriefingContent
from briefings.content.text import clean_line

UUID = "11111111-1111-4111-8111-111111111111"


def content_named(headline: str, **differences: Any) -> BriefingContent:
    """A briefing with this headline, cleaned as the desk cleans it, and nothing else."""
    return BriefingContent.offered(**{"id": UUID, "headline": clean_line(headline)} | differences)
