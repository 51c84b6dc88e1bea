"""The drawn cards on the disk: one file for each briefing, so that there are never more than briefings.

A card is made of what the site knows anyway, so no file of it is needed: one that is missing, damaged or of an earlier
headline is drawn again. Behind its PNG stands a seal, the hash of the card's digest and of these bytes.
"""

import contextlib
import os
import secrets
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from briefings.pictures import NotDiscarded
from briefings.pictures.storage import EACH

_SEAL = sha256().digest_size


def kept(root: Path, briefing: UUID, digest: str) -> bytes | None:
    """The PNG that was kept under that digest; None where there is none, and where it is not what was kept."""
    try:
        data = _place(root, briefing).read_bytes()
    except OSError:
        return None
    png, seal = data[:-_SEAL], data[-_SEAL:]
    return png if seal == _seal(digest, png) else None


def keep(root: Path, briefing: UUID, digest: str, png: bytes) -> None:
    """Keep it in place of the briefing's former card. Does nothing where the disk is full or takes nothing."""
    place = _place(root, briefing)
    written = place.with_name(secrets.token_hex(16))
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            written.write_bytes(png + _seal(digest, png))
            written.rename(place)
        except OSError:
            written.unlink(missing_ok=True)


def discard(root: Path, briefing: UUID) -> None:
    """Delete what is kept of the briefing. Raises NotDiscarded where it cannot be deleted."""
    place = _place(root, briefing)
    try:
        place.unlink()
        EACH.settle(place.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise NotDiscarded(
            "Tell whoever runs the site that the share card of this briefing could not be taken off its disk."
        ) from error


def sweep(root: Path) -> int:
    """Delete all that is kept. Returns how many. Raises OSError where one cannot be deleted."""
    count = 0
    for folder, _, names in os.walk(root / "cards"):
        for name in names:
            with contextlib.suppress(FileNotFoundError):  # another sweep was faster, or its card is being kept
                Path(folder, name).unlink()
                count += 1
    return count


def _place(root: Path, briefing: UUID) -> Path:
    return root / "cards" / briefing.hex[:2] / f"{briefing.hex}.png"


def _seal(digest: str, png: bytes) -> bytes:
    return sha256(digest.encode() + png).digest()
