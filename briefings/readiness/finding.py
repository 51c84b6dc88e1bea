"""A finding of readiness."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How serious a finding is: it keeps the briefing from readers, deserves a look, or is good to know."""

    BLOCK = "block"
    WARN = "warn"
    INFORM = "inform"


@dataclass(frozen=True)
class Finding:
    """`key` is that of the part ("" for the whole briefing); `sentence` tells an editor what to do. `path` is where
    readers have what it is about, "" where that is the text itself. `wrong` and `right`
    are those of a rule of house style.
    """

    code: str
    level: Level
    key: str
    sentence: str
    path: str = ""
    wrong: str = ""
    right: str = ""
