"""A draft in any format becomes lines, or a refusal that an editor understands."""

from dataclasses import dataclass
from typing import Literal

from briefings.importing.cleaning import clean
from briefings.importing.findings import Finding
from briefings.importing.formats.docx import lines_of_docx
from briefings.importing.formats.encoding import MOST_BYTES, decoded
from briefings.importing.formats.html import lines_of_html
from briefings.importing.formats.markdown import lines_of_markdown
from briefings.importing.formats.plain import lines_of_text
from briefings.importing.formats.telling import TextFormat, format_of, is_packed, refuse_what_is_no_draft
from briefings.importing.lines import Line
from briefings.importing.metadata import NO_METADATA, Metadata
from briefings.importing.unreadable import Unreadable

__all__ = ["MOST_BYTES", "Format", "Reading", "Unreadable", "decoded", "read", "read_text"]

Format = Literal["text", "markdown", "html", "docx"]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A draft as it was read: its lines in order, each with an address. `findings`: what was taken out on the way.

    `metadata`: what the draft says about itself.
    """

    lines: tuple[Line, ...]
    format: Format = "text"
    findings: tuple[Finding, ...] = ()
    metadata: Metadata = NO_METADATA


def read(data: bytes, *, name: str = "") -> Reading:
    """The lines of a draft in a file called `name`. At most 5 MB. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable("The file is larger than 5 MB, too large for a draft. Cut it into several briefings.")
    if is_packed(data):
        lines, findings = lines_of_docx(data)
        return Reading(lines=lines, format="docx", findings=findings)
    refuse_what_is_no_draft(data)
    text = decoded(data)
    return read_text(text, format=format_of(text, name=name))


def read_text(text: str, *, format: TextFormat | None = None) -> Reading:  # the name that callers read best
    """The lines of a draft that is text already; without a `format`, it is told from the text. Any text can be read."""
    told = format or format_of(text)
    if told == "html":
        lines, findings = lines_of_html(text)
        return Reading(lines=lines, format="html", findings=findings)
    cleaned, removed = clean(text)
    metadata = NO_METADATA
    if told == "markdown":
        lines, findings, metadata = lines_of_markdown(cleaned)
    else:
        lines, findings = lines_of_text(cleaned)
    return Reading(lines=lines, format=told, findings=(*removed, *findings), metadata=metadata)
