"""Share cards: the picture of a briefing that other sites show beside a link to it.

Words become a `Card`, a card becomes a PNG, and the disk keeps it. Plain Python and Pillow, without Django.
"""

from pathlib import Path
from threading import Lock
from uuid import UUID

from briefings.cards.card import SIZE, Card
from briefings.cards.drawing import draw
from briefings.cards.fonts import sets_every_script
from briefings.cards.storage import discard, keep, kept, sweep

__all__ = ["SIZE", "Card", "discard", "draw", "kept", "png", "sets_every_script", "sweep"]

_DRAWING = Lock()


def png(root: Path, briefing: UUID, card: Card) -> bytes:
    """The card as it is kept, else drawn now and kept. Of a process one thread draws, and those that wait find it."""
    found = kept(root, briefing, card.digest)
    if found is None:
        with _DRAWING:
            found = kept(root, briefing, card.digest)
            if found is None:
                found = draw(card)
                keep(root, briefing, card.digest, found)
    return found
