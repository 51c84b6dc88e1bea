"""A request's body is read whole, by the event loop: as much as its address takes, and no slower than a poor line."""

import asyncio
from typing import Any

from briefings.upload_limits import announced_length

PATIENCE = 20
"""Seconds in which a body that brings nothing is given up."""
SLOWEST = 20_000
"""Bytes a second, after that: what arrives buys time, so that a line of 160 kbit/s brings the largest picture."""
MOST_UNREAD = 50_000_000
"""Bytes that are read only to be let go. A browser sends to the end first, and looks for an answer then."""
MOST_HELD = 64_000_000
"""Bytes of unfinished bodies in a process, so that many large ones together do not take all its memory."""


class Refused(Exception):
    """The body is not taken. Its text is fit for whoever sent it."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class Held:
    """How many bytes of unfinished bodies this process holds. Only the event loop counts."""

    bytes = 0


async def read(protocol: Any, headers: Any, *, most: int) -> bytes:
    """The body; empty where none is taken, or it is more than `most`: Django refuses by its length. Raises Refused."""
    length = _length(headers)
    if not most or length == 0:
        return b""
    if length is None:
        raise Refused(411, "Send the length of what you send (Content-Length).")
    chunks: list[bytes] = []
    try:
        await _receive(protocol, chunks if length <= most else None, length)
        return b"".join(chunks)
    finally:
        Held.bytes -= sum(map(len, chunks))


def _length(headers: Any) -> int | None:
    """What the client says of its body; None where it will only show."""
    if "transfer-encoding" in headers:
        return None
    return announced_length(headers.get("content-length", ""))


async def _receive(protocol: Any, chunks: list[bytes] | None, length: int) -> None:
    """Each piece into `chunks`, or nowhere."""
    received = 0
    begun = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(PATIENCE) as clock:
            async for piece in protocol:
                received += len(piece)
                if chunks is None and received > MOST_UNREAD:
                    return
                if chunks is not None:
                    if Held.bytes + len(piece) > MOST_HELD:
                        raise Refused(503, "Too much is being sent at once. Try again in a minute.")
                    Held.bytes += len(piece)
                    chunks.append(piece)
                clock.reschedule(begun + PATIENCE + received / SLOWEST)
    except TimeoutError:
        raise Refused(408, "This came too slowly to be taken. Send it again over a better line.") from None
    if received < length:
        raise Refused(400, "Less arrived than was announced. Send it again.")
