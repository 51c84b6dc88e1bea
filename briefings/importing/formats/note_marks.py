"""The marks of footnotes in a line: never within the words of a quotation, always behind it."""

from collections.abc import Iterator

from briefings.importing.formats.pieces import Look, Pieces
from briefings.importing.lines import NOTE
from briefings.importing.speech.marks import marked_words


def behind_quotations(pieces: Pieces) -> Pieces:
    """The pieces of a line, each mark of a note that stood within a quotation behind the mark that closes it."""
    if not any(look.href.startswith(NOTE) for _, look in pieces):
        return pieces
    shown = "".join(text for text, look in pieces if not look.href.startswith(NOTE) and not look.left_out)
    quoted = [(words.start, words.end) for words in marked_words(shown)[0]]
    return list(_moved(pieces, quoted)) if quoted else pieces


def _moved(pieces: Pieces, quoted: list[tuple[int, int]]) -> Iterator[tuple[str, Look]]:
    at, following = 0, 0
    waiting: Pieces = []
    for text, look in pieces:
        if look.left_out:
            yield text, look
            continue
        while following < len(quoted) and quoted[following][1] < at:
            following += 1
        if look.href.startswith(NOTE):
            is_inside = following < len(quoted) and quoted[following][0] <= at <= quoted[following][1]
            if is_inside:
                waiting.append((text, look))
            else:
                yield text, look
            continue
        end = at + len(text)
        if waiting and quoted[following][1] < end:
            closing = quoted[following][1] + 1 - at
            yield text[:closing], look
            yield from waiting
            waiting = []
            text = text[closing:]
        if text:
            yield text, look
        at = end
    yield from waiting
