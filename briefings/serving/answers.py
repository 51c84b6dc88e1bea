"""What the server says by itself, where Django is not asked."""

Answer = tuple[int, list[tuple[str, str]], bytes]
"""Status, headers, body."""


def plain(status: int, sentence: str, more: dict[str, str]) -> Answer:
    body = sentence.encode()
    headers = {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return status, list((headers | more).items()), body


BUSY = plain(503, "Too many ask at once. Try again in a few seconds.", {"Retry-After": "5"})
BUSY_DESK = plain(
    503,
    "Too much is being done at once. Load this page again in a few seconds: your browser then sends once more what you "
    "typed, and what did arrive is not done twice.",
    {"Retry-After": "5"},
)
