"""The lines of a mail, or of a page saved as one: what its head says, its body, and what stands below that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefings.importing.character_filter import clean
from briefings.importing.findings import Finding, named
from briefings.importing.formats.html import sheet_of_html
from briefings.importing.formats.html_styles import Styles
from briefings.importing.formats.letters import below_the_letter, is_forwarded_from
from briefings.importing.formats.mail import Mail, mail_of
from briefings.importing.formats.mail_html import parts_of
from briefings.importing.formats.plain import lines_of_text
from briefings.importing.formats.sheet import Sheet
from briefings.importing.lines import Line
from briefings.messages import Message

_PASSED_ON = re.compile(r"(?:fwd?|wg|tr|rv|vb|переслано)\s?:", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw|vb|відп|переслано)(?:\s?\[\d+\])?\s?:"
    r"|\[(?:external|extern|ext|externe|externo|spam)\])\s*",
    re.IGNORECASE,
)
_WORD = r"(?:(?:first|final|1st)\s)?(?:draft|entwurf|brouillon|borrador|чернетка|مسودة)(?:\s?v?\d{1,2})?"
_SAYS_DRAFT = re.compile(
    rf"\A(?:[\[(]{_WORD}[\])]\s*[:–—-]?|{_WORD}\s*[:–—-])\s*|\s*(?:[:–—-]\s?{_WORD}|[\[(]{_WORD}[\])])\Z", re.IGNORECASE
)


def lines_of_mail(data: bytes, *, encoding: str = "") -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """The lines of a mail in the bytes of its file. Raises Unreadable."""
    mail = mail_of(data, encoding=encoding)
    if mail.is_page:
        lines, findings = _of_page(mail)
        return lines, (*mail.findings, *findings)
    is_forwarded = bool(_PASSED_ON.match(mail.subject))
    bodies = [(_of_html if is_html else _of_text)(text, is_forwarded=is_forwarded) for text, is_html in mail.bodies]
    first, *others = (lines for lines, _ in bodies)
    head, first, marks = _with_subject(mail, first)
    lines = _in_order([head, first, *others])
    findings = [*mail.findings, *marks, *(finding for _, body_findings in bodies for finding in body_findings)]
    if is_forwarded or any(is_forwarded_from(line.text) for line in lines if not line.left_out):
        sentence = Message(
            "The mail passes on somebody else’s. Its words are in the text; take out what is not the draft."
        )
        findings.append(Finding(code="forwarded", sentence=sentence))
    return tuple(lines), tuple(findings)


def _of_page(mail: Mail) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    text = "\n".join(text for text, _ in mail.bodies)
    if mail.subject and "<title" not in text.lower():
        text = f"<title>{mail.subject.replace('<', '&lt;')}</title>{text}"
    return sheet_of_html(text).finished()


def _of_html(text: str, *, is_forwarded: bool) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    sheet = Sheet()
    styles = Styles(text)
    for piece, hiding in parts_of(text, styles, is_forwarded=is_forwarded):
        page = sheet_of_html(piece, styles=styles)
        for entry in page.entries if hiding else ():
            entry.pieces = [(words, look._replace(left_out=look.left_out or hiding)) for words, look in entry.pieces]
        sheet.take_over(page, number=0)
    shown = [entry for entry in sheet.entries if any(look.left_out is None for _, look in entry.pieces)]
    texts = [entry.text for entry in shown]
    below = below_the_letter(texts, [False] * len(texts), is_mail=True, is_forwarded=is_forwarded)
    for entry, hiding in zip(shown, below, strict=True):
        if hiding:
            entry.pieces = [(words, look._replace(left_out=look.left_out or hiding)) for words, look in entry.pieces]
    return sheet.finished()


def _of_text(text: str, *, is_forwarded: bool) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    cleaned, removed = clean(text)
    lines, findings = lines_of_text(cleaned, is_mail=True, is_forwarded=is_forwarded)
    return lines, (*removed.findings(), *findings)


def _with_subject(mail: Mail, body: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...], list[Finding]]:
    """The lines of the head, the body, and the findings. A headline that the body repeats stands only there."""
    headline, taken, marks = _headline_of(mail.subject)
    head = [Line(mail.head, 1, marker="From:", aside="front matter")] if mail.head else []
    if not headline:
        return (*head,), tuple(body), marks
    marker = " ".join(["Subject:", *taken])
    first = next((at for at, line in enumerate(body) if not line.left_out), None)
    if first is not None and _folded(body[first].text) == _folded(headline):
        titled = (*body[:first], replace(body[first], style="title"), *body[first + 1 :])
        return (Line(headline, 1, marker=marker, aside="front matter"), *head), titled, marks
    return (Line(headline, 1, style="title", marker=marker), *head), tuple(body), marks


def _headline_of(subject: str) -> tuple[str, list[str], list[Finding]]:
    """The headline, what was taken off it, and a mark for the editor where it says that it is a draft."""
    taken, marks = [], []
    while match := _BEFORE.match(subject) or _SAYS_DRAFT.search(subject):
        words = match[0].strip()
        taken.append(words)
        subject = (subject[: match.start()] + subject[match.end() :]).strip()
        if not _BEFORE.match(words):
            sentence = Message(
                "The subject of the mail calls it a draft (%(words)s). Ask its writer whether it is final.",
                words=named(words),
            )
            marks.append(Finding(code="editor-mark", sentence=sentence))
    return clean(subject)[0].strip(), taken, marks


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _in_order(parts: Iterable[Sequence[Line]]) -> list[Line]:
    """The lines of several parts, each with an address of its own."""
    ordered: list[Line] = []
    for lines in parts:
        first = len(ordered)
        for line in lines:
            number, colon, offset = line.inside.partition(":")
            inside = f"{int(number) + first}{colon}{offset}" if number else ""
            ordered.append(replace(line, address=str(len(ordered)), inside=inside))
    return ordered
