"""The kinds of string that content is made of, each with its validator."""

import re
from datetime import UTC, date, datetime
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from briefings.content import keys
from briefings.content.richtext import clean_html, plain_text
from briefings.content.text import clean_line, clean_text
from briefings.messages import Message

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_ENDLESS_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{10000}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# As browsers have it for an address in a form (HTML Standard, valid e-mail address), with a dot in the host.
_HOST_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
MAIL_ADDRESS = re.compile(rf"[a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_HOST_LABEL}(?:\.{_HOST_LABEL})+")


def _rich(value: str) -> str:
    if _ENDLESS_TAG.search(value):  # the cleaner takes the square of its length; a link of 2,000 characters is long
        raise ValueError(Message("holds a tag of more than 10,000 characters. Paste it as plain text."))
    cleaned = clean_html(value)
    normal = clean_text(cleaned)
    if normal != cleaned:  # NFC may join a tag's ">" and a combining mark after it: then words would be lost
        if plain_text(clean_html(normal)) != clean_text(plain_text(cleaned)):
            raise ValueError(Message("holds a combining mark that belongs to no letter. Delete it."))
        normal = clean_html(normal)
    return normal


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(Message("is no language code. Write it as in “en”, “pt-BR” or “zh-Hant”."))
    return value


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(Message("may hold small letters a to z, digits and single hyphens only."))
    return value


def _uuid(value: str) -> str:
    try:
        return str(UUID(value))
    except ValueError:
        raise ValueError(Message("is no UUID.")) from None


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError(Message("is no day. Write it as 2026-01-31.")) from None


def utc_iso(moment: datetime) -> str:
    """An aware moment as content and the log write it: UTC, always with six digits, ending in Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _moment(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError
        return utc_iso(moment)
    except (ValueError, OverflowError):
        raise ValueError(Message("is no moment. Write it with its zone, as 2026-01-31T12:00:00Z.")) from None


def _web_address(value: str) -> str:
    value = clean_line(value)
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if value and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise ValueError(Message("is no web address. It begins with https:// or http://."))
    return value


def _mail_address(value: str) -> str:
    if value and not MAIL_ADDRESS.fullmatch(value):
        raise ValueError(Message("is no mail address. Write it as in errors@news.example."))
    return value


def _key(letter: str) -> AfterValidator:
    def check(value: str) -> str:
        if not keys.is_key(value, letter):
            raise ValueError(Message("is no part key of the type “%(letter)s”.", letter=letter))
        return value

    return AfterValidator(check)


def _limit(most: int) -> StringConstraints:
    return StringConstraints(max_length=most)


Line = Annotated[str, AfterValidator(clean_line), _limit(300)]
"""One line of at most 300 code points."""
Passage = Annotated[str, AfterValidator(clean_text), _limit(20_000)]
"""Plain text, may run over lines."""
Rich = Annotated[str, AfterValidator(_rich), _limit(400_000)]
"""Cleaned HTML of the allow-list in `richtext`."""
Slug = Annotated[str, AfterValidator(_slug), _limit(120)]
Language = Annotated[str, AfterValidator(_language)]
Id = Annotated[str, AfterValidator(_uuid)]
Day = Annotated[str, AfterValidator(_day)]
Moment = Annotated[str, AfterValidator(_moment)]
"""A moment as `utc_iso` writes it."""
WebAddress = Annotated[str, AfterValidator(_web_address), _limit(2_000)]
MailAddress = Annotated[str, _limit(254), AfterValidator(_mail_address)]
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$")]
"""The random name in a picture's address."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

SectionKey = Annotated[str, _key(keys.SECTION)]
QuoteKey = Annotated[str, _key(keys.QUOTE)]
FigureKey = Annotated[str, _key(keys.FIGURE)]
FAQKey = Annotated[str, _key(keys.FAQ)]
CorrectionKey = Annotated[str, _key(keys.CORRECTION)]
