"""The parts of a packed document. Nothing is unpacked before its size is known to be bearable."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from xml.parsers import expat

from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

MOST_PARTS = 2_000
MOST_UNPACKED = 20_000_000
"""Bytes of XML in all the parts that are read."""
MOST_TIMES = 200
"""How much larger a part may be unpacked than packed; long drafts of repeated words come to about 30."""
SMALL_ENOUGH = 1_000_000
"""A part of this size may be packed as well as it likes."""
DEEPEST = 1_000
"""Elements inside one another. A paragraph in a table in a table has about 30."""
MOST_TAGS = 600_000
"""In all the parts that are read. A book of 300 pages has about 400,000."""
MOST_ATTRIBUTES = 500
"""Of one element."""

_DAMAGED = Message("The Word document is damaged. Open it in Word, save it again as .docx, and try again.")
_TOO_LARGE = Message(
    "The Word document unpacks to far more than a draft holds, and was not opened. Save its text alone."
)
_TOO_MANY = Message(
    "The Word document is made of far more pieces than a draft has, and was not read. Save its text "
    "alone, or cut it into several briefings."
)
_NO_PASSWORDS = Message("The Word document has a password. Take it off, save the document, and try again.")
_REFUSED = {
    "mimetype": Message(
        "The file is an OpenDocument (.odt). Save it as a Word document (.docx) or as plain text (.txt)."
    ),
    "Index/Document.iwa": Message("The file is a Pages document. Export it to Word (.docx) and choose that file."),
    "xl/workbook.xml": Message("The file is a spreadsheet. Copy what belongs to the draft into a text document."),
    "ppt/presentation.xml": Message("The file is a presentation. Copy what belongs to the draft into a text document."),
}


@dataclass
class _Room:
    """What may still be unpacked."""

    size: int
    tags: int


class Package:
    """The parts by name. Raises Unreadable where it is no Word document, or hostile."""

    def __init__(self, data: bytes, room: "_Room | None" = None) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, OSError, struct.error):
            raise Unreadable(_DAMAGED) from None
        infos = self._file.infolist()
        if len(infos) > MOST_PARTS:
            raise Unreadable(_TOO_LARGE)
        self._parts = {info.filename.lstrip("/"): info for info in infos}
        for name, sentence in _REFUSED.items():
            if name in self._parts:
                raise Unreadable(sentence)
        self._room = room or _Room(MOST_UNPACKED, MOST_TAGS)
        self._seen: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def inside(self, data: bytes) -> "Package":
        """A package that is a part of this one: together they may hold no more than one."""
        return Package(data, self._room)

    def seen(self, name: str) -> None:
        """Notes that a part was read, or that a finding names it."""
        self._seen.add(name)

    def unread(self) -> list[str]:
        return [name for name in self._parts if name not in self._seen and not name.endswith("/")]

    def size(self, name: str) -> int:
        return self._parts[name].file_size

    def read(self, name: str) -> bytes:
        """The bytes of a part, empty where there is none. Raises Unreadable."""
        self.seen(name)
        info = self._parts.get(name)
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise Unreadable(_NO_PASSWORDS)
        most = min(self._room.size, max(SMALL_ENOUGH, info.compress_size * MOST_TIMES))
        if info.file_size > most:
            raise Unreadable(_TOO_LARGE)
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Unreadable(_DAMAGED)
        try:
            with self._file.open(info) as part:
                # Without a number it would unpack all there is before it looks at the size that the part claims.
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError):
            raise Unreadable(_DAMAGED) from None
        self._room.size -= len(data)
        self._room.tags -= data.count(b"<")
        if self._room.tags < 0:
            raise Unreadable(_TOO_MANY)
        return data


def walk(
    xml: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] = lambda _: None,
    words: Callable[[str], None] = lambda _: None,
) -> None:
    """Calls back for each element of a part by its name without namespace. No entity is ever resolved.

    A document type is refused: no Word document has one, and every bomb made of entities needs one.
    """
    depth = 0
    local: dict[str, str] = {}

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST or len(attributes) > MOST_ATTRIBUTES:
            raise Unreadable(_DAMAGED)
        if (short := local.get(name)) is None:
            short = local[name] = _local(name)
        start(short, {_local(key): value for key, value in attributes.items()} if attributes else attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(local[name])

    def refuse(*_: object) -> None:
        raise Unreadable(_DAMAGED)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.ParseFile(io.BytesIO(xml))
    except Unreadable:
        raise
    except (expat.ExpatError, ValueError, LookupError):
        raise Unreadable(_DAMAGED) from None


def words_in(xml: bytes, only: Collection[str] = ()) -> str:
    """All words between the elements of a part, or of those with these names, with spaces between."""
    words: list[str] = []
    now = ""

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal now
        now = name
        words.append(" ")

    def end(_: str) -> None:
        nonlocal now
        now = ""

    def add(piece: str) -> None:
        if not only or now in only:
            words.append(piece)

    if xml:
        walk(xml, start, end, add)
    return " ".join("".join(words).split())


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
