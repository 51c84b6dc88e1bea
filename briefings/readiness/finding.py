"""One thing that readiness found."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters: it keeps the briefing from readers, deserves a look, or is good to know."""

    BLOCK = "block"
    WARN = "warn"
    INFORM = "inform"


@dataclass(frozen=True)
class Finding:
    """`key` is the part it is about ("" for the whole briefing); `sentence` says what to do, in an editor's words."""

    code: str
    level: Level
    key: str
    sentence: str
