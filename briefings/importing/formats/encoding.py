"""Bytes of a text file become text, or a refusal that an editor understands."""

import re

from briefings.importing.unreadable import Unreadable

MOST_BYTES = 5_000_000

_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LINE_ENDS = re.compile("\r\n?")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,30})", re.IGNORECASE)
_DECLARED = re.compile(
    r"iso-?8859-\d+|windows-125\d|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5|macintosh"
)


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 with or without BOM, UTF-16, what a page declares, or Windows-1252 where plausible.

    Line ends come out as LF, a no-break space as a space. At most 5 MB. Raises Unreadable.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("The file is larger than 5 MB, too large for a draft. Cut it into several briefings.")
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
    if encoding := _utf_16_by_its_zeros(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _as_declared(data) or _as_windows_1252(data, damaged_at=error.start)


def _utf_16_by_its_zeros(data: bytes) -> str:
    """Every space and line end of UTF-16 has a zero for its other byte, always on the same side."""
    first, second = data[::2].count(0), data[1::2].count(0)
    enough = len(data) / 2 / 20
    if second and second >= enough and not first:
        return "utf-16-le"
    return "utf-16-be" if first and first >= enough and not second else ""


def _as_declared(data: bytes) -> str:
    """The text of a page in the encoding that its head names, where that is one of those that pages had."""
    found = _CHARSET.search(data[:4096])
    name = found[1].decode("ascii", errors="replace").lower() if found else ""
    if not _DECLARED.fullmatch(name):
        return ""
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return ""


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
