"""Bytes of a text file become text, or a refusal that an editor understands."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefings.importing.findings import Finding, named
from briefings.importing.formats import code_pages
from briefings.importing.formats.code_pages import Candidate
from briefings.importing.formats.mojibake import mended
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

MOST_BYTES = 5_000_000

_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LINE_ENDS = re.compile("\r\n?")
_LINE_END = re.compile("\r\n?|\n")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,30})|\A<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{1,30})",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"us-ascii|utf-(?:8|16)|iso-?8859-\d+|latin-?[15]|windows-125\d|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gb2312|gbk"
    r"|gb18030|big5|cp\d{3,5}|mac(?:intosh|[-_]?(?:roman|cyrillic|greek|turkish|latin2|centeuro))"
)
# encoding.spec.whatwg.org: whoever names the first means the second, which has all its characters and more.
_MEANT = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1"), "cp1252") | {"iso-8859-9": "cp1254"}
_MOST_LINES, _LONGEST_LINE, _MOST_NAMED = 3, 70, 3


@dataclass(frozen=True, kw_only=True)
class EncodingReading:
    """A draft read in one encoding: `name` for programs, `label` for editors.

    `preview`: parts of lines that read differently in another encoding; none where nobody has to choose.
    """

    name: str
    label: str
    preview: tuple[str, ...] = ()


class _Decoded(NamedTuple):
    """`others`: what else it may be, the likeliest first."""

    name: str
    text: str
    others: Sequence[Candidate] = ()
    is_guess: bool = False


def readings_of(data: bytes) -> tuple[EncodingReading, ...]:
    """How a file may be read, the likeliest first; only one where it is certain. Raises Unreadable."""
    reading = _decoded(data)
    candidates = [Candidate(reading.name, reading.text, 0), *reading.others]
    previews = _previews([candidate.text for candidate in candidates])
    return tuple(
        EncodingReading(name=one.name, label=label_of(one.name), preview=preview)
        for one, preview in zip(candidates, previews, strict=True)
    )


def decoded(data: bytes, *, encoding: str = "") -> str:
    """The text of a file in that `encoding`, else as `readings_of` takes it to be most likely.

    Line ends come out as LF, a no-break space as a space. At most 5 MB. Raises Unreadable.
    """
    return decoded_with_findings(data, encoding=encoding)[0]


def decoded_with_findings(data: bytes, *, encoding: str = "", declared: str = "") -> tuple[str, tuple[Finding, ...]]:
    """As `decoded`, with findings for the editor. `declared`: what the head of a mail says, which may be wrong."""
    if len(data) > MOST_BYTES:
        raise Unreadable(Message("The file is larger than 5 MB, too large for a draft. Cut it into several briefings."))
    by_name = _Decoded(encoding, decoded_as(data, encoding)) if encoding else _as_declared(data, declared)
    reading = by_name or _decoded(data)
    text, findings = mended(reading.text)
    if reading.is_guess:
        findings = (*findings, _guessed(readings_of(data)))
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) / 100:
        raise Unreadable(
            Message("The file is no plain text: it holds binary data. Save the draft as plain text (.txt).")
        )
    return _LINE_ENDS.sub("\n", text).replace("\xa0", " "), findings


def decoded_as(data: bytes, encoding: str) -> str:
    """The text in one of the encodings that newsrooms have, by any of its names. Raises Unreadable."""
    name = encoding.lower()
    if name not in code_pages.LABELS and not _DECLARED.fullmatch(name.replace("_", "-")):
        places = {"name": named(encoding), "known": ("utf-8", *code_pages.LABELS)}
        raise Unreadable(
            Message("%(name)s is no encoding of text that can be read. Choose one of %(known)s.", **places)
        )
    try:
        return data.decode(name).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        raise Unreadable(
            Message("The file cannot be read as %(name)s. Choose another encoding.", name=label_of(encoding))
        ) from None


def label_of(name: str) -> str:
    """What an editor calls an encoding."""
    try:
        known = codecs.lookup(name).name.replace("-", "_")
    except LookupError:
        known = name
    return (code_pages.LABELS | code_pages.RARER).get(known, name.upper())


def _guessed(readings: Sequence[EncodingReading]) -> Finding:
    likeliest, *others = readings
    sentence = Message(
        "The file does not say which letters its bytes are. It is read as %(name)s. Choose another encoding if that is "
        "wrong.",
        name=likeliest.label,
    )
    if others:
        sentence = Message(
            "The file does not say which letters its bytes are. It is read as %(name)s: %(words)s. %(alternatives)s. "
            "Choose another encoding if that is wrong.",
            name=likeliest.label,
            words=_shown(likeliest),
            alternatives=[
                Message("%(name)s would read %(words)s", name=one.label, words=_shown(one))
                for one in others[:_MOST_NAMED]
            ],
        )
    return Finding(code="encoding-guessed", sentence=sentence)


def _shown(reading: EncodingReading) -> Message:
    return named(next(iter(reading.preview), ""))


def _previews(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """For each text the words around the first difference of a line, of up to three lines.

    In each a byte is one character, so that the same place in all of them holds the same bytes.
    """
    previews: list[list[str]] = [[] for _ in texts]
    for lines in zip(*map(_LINE_END.split, texts), strict=False) if len(texts) > 1 else ():
        at = next((at for at, read in enumerate(zip(*lines, strict=False)) if len(set(read)) > 1), None)
        if at is None:
            continue
        start = lines[0].rfind(" ", 0, max(at - _LONGEST_LINE // 3, 0)) + 1
        for preview, line in zip(previews, lines, strict=True):
            preview.append(line[start : start + _LONGEST_LINE].strip())
        if len(previews[0]) == _MOST_LINES:
            break
    return list(map(tuple, previews))


def _decoded(data: bytes) -> _Decoded:
    if encoding := _UTF16_MARKS.get(data[:2]):
        try:
            return _Decoded("utf-16", data[2:].decode(encoding))
        except UnicodeDecodeError:
            raise Unreadable(Message("The file begins as UTF-16 but is damaged. Save it again as UTF-8.")) from None
    if encoding := _utf_16_by_its_zeros(data):
        try:
            return _Decoded(encoding, data.decode(encoding))
        except UnicodeDecodeError:
            pass
    try:
        return _Decoded("utf-8", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _as_declared(data, _charset_of_page(data)) or _in_a_code_page(data, damaged_at=error.start)


def _utf_16_by_its_zeros(data: bytes) -> str:
    """Every space and line end of UTF-16 has a zero for its other byte, always on the same side."""
    first, second = data[::2].count(0), data[1::2].count(0)
    enough = len(data) / 2 / 20
    if second and second >= enough and not first:
        return "utf-16-le"
    return "utf-16-be" if first and first >= enough and not second else ""


def _charset_of_page(data: bytes) -> str:
    """The encoding that the head of a page names; empty where it names none."""
    match = _CHARSET.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", errors="replace") if match else ""


def _as_declared(data: bytes, name: str) -> _Decoded | None:
    """The text in the encoding that is named, where that is one of those that pages and mails had."""
    if not _DECLARED.fullmatch(name.lower()):
        return None
    name = _MEANT.get(name.lower(), name)
    try:
        return _Decoded(name, data.decode(name))
    except (UnicodeDecodeError, LookupError):
        return None


def _in_a_code_page(data: bytes, *, damaged_at: int) -> _Decoded:
    """Text of an older program: almost any bytes decode in many code pages, so what is implausible is refused."""
    leniently = data.decode("utf-8", errors="replace")
    broken = leniently.count("\ufffd")
    several_bytes_long = sum(character > "\x7f" for character in leniently) - broken
    if several_bytes_long > broken:
        raise Unreadable(
            Message("The file is damaged UTF-8 (at byte %(place)s). Save it again as UTF-8.", place=damaged_at)
        )
    candidates = code_pages.candidates(data)
    if (not candidates or code_pages.fits_badly(candidates[0])) and (rare := code_pages.rarer(data)):
        return _Decoded(rare.name, rare.text, candidates[:_MOST_NAMED], is_guess=True)
    if not candidates or code_pages.is_no_text(candidates[0]):
        raise Unreadable(
            Message("The file is in no encoding that can be told for sure. Save it as plain text in UTF-8.")
        )
    others = [other for other in candidates[1:] if other.cost - candidates[0].cost < code_pages.CERTAIN]
    return _Decoded(candidates[0].name, candidates[0].text, others, is_guess=bool(others))
