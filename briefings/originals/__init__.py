"""Drafts from other tools: keeping them, understanding them, deciding about them, and making briefings of them."""

from briefings.originals.conversion import Compared, Unseen, begin_update, make_briefing, update_briefing
from briefings.originals.decisions import Change, decide, read_afresh
from briefings.originals.earlier_drafts import first_with_these_words, known_drafts_like, latest_of
from briefings.originals.intake import keep
from briefings.originals.trash import give_up, resume
from briefings.originals.turns import Busy, turn
from briefings.originals.understanding import Understood, encodings_of, understood

__all__ = [
    "Busy",
    "Change",
    "Compared",
    "Understood",
    "Unseen",
    "begin_update",
    "decide",
    "encodings_of",
    "first_with_these_words",
    "give_up",
    "keep",
    "known_drafts_like",
    "latest_of",
    "make_briefing",
    "read_afresh",
    "resume",
    "turn",
    "understood",
    "update_briefing",
]
