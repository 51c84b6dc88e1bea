"""What a draft keeps of the line with which a pasted one names its embargo."""

from datetime import date
from typing import Any

from django.utils import timezone

from briefings.importing import read_embargo


def embargo_columns(words: str, *, on: date) -> dict[str, Any]:
    """The words themselves, and the embargo where its moment can be read for certain; `on` is the day they came."""
    read = read_embargo(words, zone=timezone.get_current_timezone(), today=on)
    return {
        "scheduling_note": words,
        "embargo_until": read.until if read else None,
        "embargo_source": read.source if read else "",
    }
