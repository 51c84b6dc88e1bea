"""Bytes of a file become lines, or a refusal that an editor understands."""

import re
from dataclasses import dataclass
from typing import Literal

from briefings.importing.cleaning import clean
from briefings.importing.findings import Finding
from briefings.importing.lines import Line, lines_of

MOST_BYTES = 5_000_000

_BINARY_FORMATS = {
    b"PK\x03\x04": "It seems to be a Word or other packed document. Save it as plain text (.txt) and try again.",
    b"%PDF-": "It seems to be a PDF. Copy its text into a plain text file (.txt) and try again.",
    b"{\\rtf": "It seems to be rich text (.rtf). Save it as plain text (.txt) and try again.",
}
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LINE_ENDS = re.compile("\r\n?")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


class Unreadable(ValueError):
    """The file cannot be read as a draft; the text says why and what to do."""


Format = Literal["text", "markdown", "html", "docx"]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A draft as it was read: its lines in order, each with an address. `findings`: what was taken out on the way."""

    lines: tuple[Line, ...]
    format: Format = "text"
    findings: tuple[Finding, ...] = ()


def read(data: bytes, *, name: str = "") -> Reading:
    """The lines of a draft in a file called `name`. At most 5 MB. Raises Unreadable."""
    return read_text(decoded(data))


def read_text(text: str) -> Reading:
    """The lines of a draft that is text already. Any text can be read."""
    cleaned, removed = clean(text)
    return Reading(lines=lines_of(cleaned), findings=removed)


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1252 where that is plausible.

    Line ends come out as LF, a no-break space as a space. At most 5 MB. Raises Unreadable.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("The file is larger than 5 MB, too large for a draft. Cut it into several briefings.")
    for beginning, sentence in _BINARY_FORMATS.items():
        if data.startswith(beginning):
            raise Unreadable(f"The file is no plain text. {sentence}")
    text = _decoded(data)
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) / 100:
        raise Unreadable("The file is no plain text: it holds binary data. Save the draft as plain text (.txt).")
    return _LINE_ENDS.sub("\n", text).replace("\xa0", " ")


def _decoded(data: bytes) -> str:
    if encoding := _UTF16_MARKS.get(data[:2]):
        try:
            return data[2:].decode(encoding)
        except UnicodeDecodeError:
            raise Unreadable("The file begins as UTF-16 but is damaged. Save it again as UTF-8.") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _as_windows_1252(data, damaged_at=error.start)


def _as_windows_1252(data: bytes, *, damaged_at: int) -> str:
    """Western text of an older program. Almost any bytes decode as this, so what makes it implausible is refused."""
    leniently = data.decode("utf-8", errors="replace")
    broken = leniently.count("\ufffd")
    several_bytes_long = sum(character > "\x7f" for character in leniently) - broken
    if several_bytes_long > broken:
        raise Unreadable(f"The file is damaged UTF-8 (at byte {damaged_at}). Save it again as UTF-8.")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    beyond_ascii = sum(character > "\x7f" for character in text)
    if not text or _CONTROL.search(text) or beyond_ascii > len(text) * 0.3:
        raise Unreadable("The file is in no encoding that can be told for sure. Save it as plain text in UTF-8.")
    return text
