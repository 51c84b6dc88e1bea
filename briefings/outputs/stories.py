"""A story as readers read it: briefings of which each follows another, told from the first to the newest."""

import re
from dataclasses import dataclass
from datetime import datetime

from briefings.outputs.edition_facts import EditionFacts
from briefings.outputs.overviews import OpenQuestion

# Where a sentence ends: behind these signs and whatever closes with them.
_END = re.compile(r"[.!?؟…][”»’\"')\]]*\s+")
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,2}\.\s+\Z")


@dataclass(frozen=True, kw_only=True)
class StoryBriefing:
    """A briefing of a story. `sentence` is the first of its lede."""

    headline: str
    path: str
    sentence: str
    language: str
    published: datetime


@dataclass(frozen=True, kw_only=True)
class StoryMoment:
    """What happened to the record: a briefing was published, or the `edition` of one told of a change.

    `path` leads to the briefing, or to the change.
    """

    moment: datetime
    headline: str
    path: str
    language: str
    edition: EditionFacts | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    """Everything runs from the oldest to the newest. `is_cut` says that the story is longer than what is shown."""

    path: str
    briefings: tuple[StoryBriefing, ...]
    questions: tuple[OpenQuestion, ...]
    moments: tuple[StoryMoment, ...]
    is_cut: bool = False

    @property
    def newest(self) -> StoryBriefing:
        return self.briefings[-1]


def first_sentence(text: str) -> str:
    """The first sentence of `text`. A stop behind one or two letters (“U.S.”, “Dr.”) ends none, nor one before a small
    letter.
    """
    words = " ".join(text.split())
    for found in _END.finditer(words):
        if not _ABBREVIATED.search(words[: found.end()]) and not words[found.end() :][:1].islower():
            return words[: found.end()].rstrip()
    return words
