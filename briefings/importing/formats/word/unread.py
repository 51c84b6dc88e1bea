"""The parts of a Word document that hold words and that nothing here reads."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from briefings.importing.findings import named
from briefings.importing.formats.package import Package, words_in
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

_NO_WORDS = frozenset(
    [
        "styles",
        "stylesWithEffects",
        "settings",
        "webSettings",
        "fontTable",
        "numbering",
        "theme",
        "people",
        "itemProps",
        "printerSettings",
        "vbaData",
        "vbaProject",
        "colors",
        "layout",
        "quickStyle",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
    ]
)
_FILES = frozenset(
    [
        "docx",
        "docm",
        "doc",
        "xlsx",
        "xlsm",
        "xlsb",
        "xls",
        "pptx",
        "ppt",
        "pdf",
        "rtf",
        "txt",
        "html",
        "htm",
        "mht",
        "odt",
        "msg",
        "bin",
    ]
)
_WORD = re.compile(r"\w+")
LARGEST = 200_000
"""Bytes of a part whose words are looked at; a larger one is named."""


def _words_of(package: Package, name: str) -> str:
    """The words of a part; empty where it is too large, or no XML."""
    try:
        return words_in(package.read(name)) or " " if package.size(name) <= LARGEST else ""
    except Unreadable:
        return ""


def sentences(package: Package, texts: Iterable[str]) -> Iterator[str]:
    """A finding for each part that holds words which stand nowhere in `texts`."""
    known = Counter(_WORD.findall(" ".join(texts)))
    for name in package.unread():
        folder, _, file = name.rpartition("/")
        stem, _, ending = file.partition(".")
        if folder.endswith("_rels") or folder in {"docProps", ""} or stem.rstrip("0123456789") in _NO_WORDS:
            continue
        if ending in {"xml", "xhtml"}:
            words = _words_of(package, name) or file
            if any(word not in known for word in _WORD.findall(words)):
                yield Message(
                    "A part of the document that shows on no page is not read: %(words)s.", words=named(words)
                )
        elif ending.lower() in _FILES:
            yield Message(
                "A file is packed into the document and not read: %(file)s. Look whether the draft needs it.",
                file=named(file),
            )
