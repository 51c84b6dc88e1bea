"""A draft in any format becomes lines, or a refusal that an editor understands."""

from dataclasses import dataclass
from typing import Literal

from briefings.importing.character_filter import clean
from briefings.importing.findings import Finding
from briefings.importing.formats.detection import format_of, is_packed, refuse_what_is_no_draft
from briefings.importing.formats.docx import lines_of_docx
from briefings.importing.formats.encoding import (
    MOST_BYTES,
    EncodingReading,
    decoded,
    decoded_with_findings,
    readings_of,
)
from briefings.importing.formats.html import lines_of_html
from briefings.importing.formats.letter import lines_of_mail
from briefings.importing.formats.mail import LONGEST_FIELD, is_mail
from briefings.importing.formats.markdown import lines_of_markdown
from briefings.importing.formats.mojibake import mended
from briefings.importing.formats.plain import lines_of_text
from briefings.importing.lines import Line
from briefings.importing.metadata import NO_METADATA, Metadata
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

__all__ = [
    "MOST_BYTES",
    "EncodingReading",
    "Format",
    "Reading",
    "Unreadable",
    "decoded",
    "read",
    "read_text",
    "readings_of",
]

Format = Literal["text", "markdown", "html", "docx", "mail"]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A draft as it was read: its lines in order, each with an address. `findings`: what was taken out on the way.

    `metadata`: what the draft says about itself.
    """

    lines: tuple[Line, ...]
    format: Format = "text"
    findings: tuple[Finding, ...] = ()
    metadata: Metadata = NO_METADATA


def read(data: bytes, *, name: str = "", encoding: str = "") -> Reading:
    """The lines of a draft in a file called `name`, its letters in that `encoding` where it is known.

    At most 5 MB. Raises Unreadable.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(Message("The file is larger than 5 MB, too large for a draft. Cut it into several briefings."))
    if is_packed(data):
        lines, findings = lines_of_docx(data)
        return Reading(lines=lines, format="docx", findings=findings)
    refuse_what_is_no_draft(data)
    if is_mail(data[:LONGEST_FIELD].decode("latin-1"), name=name):
        return _read_mail(data, encoding=encoding)
    text, findings = decoded_with_findings(data, encoding=encoding)
    return _read_text(text, format=format_of(text, name=name), findings=findings)


def read_text(text: str, *, format: Format | None = None) -> Reading:  # the name that callers read best
    """The lines of a draft that is text already; without a `format`, it is told from the text. Any text can be read,
    but a mail without any: then raises Unreadable.
    """
    if format == "mail" or (format is None and is_mail(text)):
        return _read_mail(text.encode("utf-8", "replace"))
    text, findings = mended(text)
    return _read_text(text, format=format or format_of(text), findings=findings)


def _read_text(text: str, *, format: Format, findings: tuple[Finding, ...]) -> Reading:
    if format == "html":
        lines, format_findings = lines_of_html(text)
        return Reading(lines=lines, format="html", findings=(*findings, *format_findings))
    cleaned, removed = clean(text)
    metadata = NO_METADATA
    if format == "markdown":
        lines, format_findings, metadata = lines_of_markdown(cleaned)
    else:
        lines, format_findings = lines_of_text(cleaned)
    return Reading(
        lines=lines,
        format="markdown" if format == "markdown" else "text",
        findings=(*findings, *removed.findings(), *format_findings),
        metadata=metadata,
    )


def _read_mail(data: bytes, *, encoding: str = "") -> Reading:
    lines, findings = lines_of_mail(data, encoding=encoding)
    return Reading(lines=lines, format="mail", findings=findings)
