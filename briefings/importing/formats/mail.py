"""What a mail consists of (MIME): its head, the body that says most, and what is attached to it."""

import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.message import EmailMessage

from briefings.importing.findings import Finding, named
from briefings.importing.formats.encoding import decoded_with_findings
from briefings.importing.formats.flowed import unflowed
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

MOST_PARTS = 200
LONGEST_FIELD = 20_000
"""Characters in one field of a head. Longer ones are nobody's subject."""

# What the parser of heads raises where an address or a date is cut off; such a field is read as it stands.
_MALFORMED = (HeaderParseError, AttributeError, LookupError, TypeError, ValueError)
_HEAD = re.compile(r"(?:[A-Za-z][\w-]{0,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}")
_SURE = re.compile(r"^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type):", re.IGNORECASE | re.MULTILINE)
_SAYS_MORE = re.compile(
    rb"<(?:h[1-6]|b|strong|i|em|a|ul|ol|table|s|strike|del|sup|sub)\b|<!--|line-through|font-weight|vertical-align"
    rb"|\shidden\b|display\s*:\s*none|visibility\s*:|mso-hide|opacity\s*:|font-size\s*:\s*[01](?:\D|$)"
    rb"|text-indent|clip(?:-path)?\s*:"
    rb"|[\s;\"']color\s*:\s*(?:white|#fff|rgba?\(\s*255|transparent)",
    re.IGNORECASE,
)


@dataclass
class Mail:
    """`head`: who wrote it, to whom and when. `bodies`: texts in order, each with whether it is HTML.

    `is_page`: it is a page that a browser saved with its pictures; its subject is the page's title.
    """

    subject: str
    head: str
    is_page: bool
    bodies: list[tuple[str, bool]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class _Parts:
    """`texts` and the style `sheets` of a page are read; of `pictures` and `attached` files only the names are kept."""

    texts: list[EmailMessage] = field(default_factory=list)
    sheets: list[EmailMessage] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)


def is_mail(text: str, *, name: str = "") -> bool:
    """Whether a text is the source of a mail: the name of its file or a field that only mail programs write says so."""
    head = _HEAD.match(text[:LONGEST_FIELD].lstrip("\ufeff\r\n"))
    if name.rpartition(".")[2].lower() in {"eml", "mht", "mhtml"}:
        return head is not None
    return bool(head and _SURE.search(head[0]))


def mail_of(data: bytes, *, encoding: str = "") -> Mail:
    """`encoding`: what its bodies are in, whatever they say themselves. Raises Unreadable."""
    if data.lower().count(b"boundary") > MOST_PARTS:
        raise Unreadable(Message("The mail has too many parts. Save the one with the draft as a file of its own."))
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
    parts = _Parts()
    _collect(message, parts)
    if not parts.texts:
        sentence = Message("The mail has no text that can be read. Save what is attached and choose that file.")
        if parts.attached:
            sentence = Message(
                "The mail has no text that can be read: %(names)s. Save what is attached and choose that file.",
                names=tuple(map(named, parts.attached)),
            )
        raise Unreadable(sentence)
    fields = {name: _field(message, name) for name in ("From", "To", "Cc", "Date")}
    is_page = _raw(message, "From").lower().startswith(("<saved", "saved by")) or not (fields["To"] or fields["From"])
    head = " · ".join(f"{name}: {value}" for name, value in fields.items() if value).removeprefix("From: ")
    mail = Mail(_field(message, "Subject"), "" if is_page else head, is_page)
    for part in parts.texts:
        text, findings = _text_of(part, encoding)
        if part.get_content_type() == "text/html":
            text = "".join(f"<style>{_text_of(sheet, encoding)[0]}</style>" for sheet in parts.sheets) + text
        mail.bodies.append((text, part.get_content_type() == "text/html"))
        mail.findings += findings
    mail.findings += _of_what_is_not_read(parts)
    return mail


def _collect(part: EmailMessage, parts: _Parts) -> None:
    kind = part.get_content_type()
    is_attached = part.get_content_disposition() == "attachment"
    if part.is_multipart() and kind != "message/rfc822":
        inner = [one for one in part.get_payload() if isinstance(one, EmailMessage)]
        if kind == "multipart/alternative":
            inner = _best_of(inner)
        elif kind == "multipart/related":
            root = next((one for one in inner if _holds(one, "text/html") or _holds(one, "text/plain")), None)
            sheets = [one for one in inner if one.get_content_type() == "text/css"]
            parts.sheets += sheets
            parts.pictures += [_name(one) for one in inner if one is not root and one not in sheets]
            inner = [root] if root else []
        for one in inner:
            _collect(one, parts)
    elif kind in {"text/plain", "text/html"} and not is_attached:
        parts.texts.append(part)
    elif kind.startswith("image/") and not is_attached:
        parts.pictures.append(_name(part))
    else:
        parts.attached.append(_name(part))


def _best_of(alternatives: list[EmailMessage]) -> list[EmailMessage]:
    """The HTML where it says more than the plain text, in which words that are struck out stand like any others."""
    html = next((part for part in alternatives if _holds(part, "text/html")), None)
    plain = next((part for part in alternatives if part.get_content_type() == "text/plain"), None)
    if html is None or plain is None:
        return [part for part in (html or plain,) if part] or alternatives[:1]
    pages = [part.get_payload(decode=True) or b"" for part in html.walk() if part.get_content_type() == "text/html"]
    return [html if _SAYS_MORE.search(pages[0]) else plain]


def _holds(part: EmailMessage, kind: str) -> bool:
    return any(inner.get_content_type() == kind for inner in part.walk())


def _text_of(part: EmailMessage, encoding: str) -> tuple[str, tuple[Finding, ...]]:
    data = part.get_payload(decode=True) or b""
    declared = "" if encoding else part.get_content_charset("")
    text, findings = decoded_with_findings(data, encoding=encoding, declared=declared)
    if part.get_param("format", "") == "flowed":
        text = unflowed(text, drops_space=str(part.get_param("delsp", "")).lower() == "yes")
    return text, findings


def _name(part: EmailMessage) -> str:
    """What an editor calls a part: the name of its file, or the subject of a mail in it."""
    if part.get_content_type() == "message/rfc822":
        inner = next((one for one in part.walk() if one is not part), None)
        return (inner is not None and _field(inner, "Subject")) or "a mail"
    return part.get_filename() or part.get_content_type()


def _field(message: EmailMessage, name: str) -> str:
    """The words of a field of the head, decoded."""
    raw = _raw(message, name)
    if len(raw) > LONGEST_FIELD:
        return ""
    try:
        return " ".join(str(policy.default.header_fetch_parse(name, raw)).split())
    except _MALFORMED:
        return " ".join(raw.split())


def _raw(message: EmailMessage, name: str) -> str:
    return next((str(value).strip() for key, value in message.raw_items() if key.lower() == name.lower()), "")


def _of_what_is_not_read(parts: _Parts) -> list[Finding]:
    findings = []
    for name in parts.attached:
        sentence = Message(
            "%(name)s is attached and was not read. If the draft is in it, save it and choose that file.",
            name=named(name),
        )
        findings.append(Finding(code="attachment", sentence=sentence))
    if parts.pictures:
        names = ", ".join(dict.fromkeys(parts.pictures))
        sentence = Message(
            "Pictures and other files in it are not taken over: %(names)s. Upload them to the briefing.",
            names=named(names),
        )
        findings.append(Finding(code="picture", sentence=sentence))
    return findings
