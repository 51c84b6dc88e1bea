"""Whole files inside a Word document, which Word shows as a part of its text: pages, plain text, other documents."""

from collections.abc import Callable

from briefings.importing.character_filter import clean
from briefings.importing.findings import Finding, named
from briefings.importing.formats.encoding import decoded_with_findings
from briefings.importing.formats.html import lines_of_html
from briefings.importing.formats.letter import lines_of_mail
from briefings.importing.formats.plain import lines_of_text
from briefings.importing.lines import Line
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

Lines = tuple[tuple[Line, ...], tuple[Finding, ...]]


def _of_page(data: bytes) -> Lines:
    text, encoding_findings = decoded_with_findings(data)
    lines, findings = lines_of_html(text)
    return lines, (*encoding_findings, *findings)


def _of_text(data: bytes) -> Lines:
    text, encoding_findings = decoded_with_findings(data)
    cleaned, removed = clean(text)
    lines, findings = lines_of_text(cleaned)
    return lines, (*encoding_findings, *removed.findings(), *findings)


_READERS: dict[str, Callable[[bytes], Lines]] = {
    **dict.fromkeys(("html", "htm", "xhtml"), _of_page),
    **dict.fromkeys(("mht", "mhtml"), lines_of_mail),
    "txt": _of_text,
}


def lines_of_chunk(data: bytes, name: str, documents: Callable[[bytes], Lines] | None) -> Lines:
    """The lines of a file, or a finding that names it. `documents`: reads a document inside the document."""
    ending = name.rpartition(".")[2].lower()
    file = named(name.rpartition("/")[2])
    try:
        if ending == "docx" and documents:
            return documents(data)
        if ending in _READERS:
            return _READERS[ending](data)
    except Unreadable as refusal:
        sentence = Message(
            "The draft has another file inside, %(file)s, which cannot be read. %(refusal)s Open the draft, and paste "
            "what it shows there.",
            file=file,
            refusal=refusal.args[0],
        )
        return (), (Finding(code="packed-file", sentence=sentence),)
    sentence = Message(
        "The draft has another file inside, %(file)s, which is not read. Open the draft, and paste what it shows "
        "there.",
        file=file,
    )
    return (), (Finding(code="packed-file", sentence=sentence),)
