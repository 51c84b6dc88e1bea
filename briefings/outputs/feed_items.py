"""What an entry of a feed says, whatever the format. Its id outlives the addresses, `updated` is the date for readers.

Deterministic: the same entries give the same bytes, and no clock is read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from django.utils.html import format_html
from django.utils.translation import gettext, override

from briefings.content import BriefingContent
from briefings.outputs import questions, wording
from briefings.outputs.facts import CorrectionEntry, Site
from briefings.outputs.feed_facts import FeedEntry
from briefings.outputs.fulltext import correction_text, full_text, gone_notice
from briefings.outputs.languages import common
from briefings.outputs.pictures import MEDIA, Rendition, may_be_shown, rendition
from briefings.outputs.questions import QuestionEntry


@dataclass(frozen=True)
class WrittenEntry:
    """An entry as it stands in a feed of one format, with its `updated` and its language."""

    text: str
    updated: datetime
    language: str


Entry = FeedEntry | CorrectionEntry | QuestionEntry | WrittenEntry


@dataclass(frozen=True, kw_only=True)
class ItemPicture:
    """The picture that a reader shows beside the headline: a file of it (its address is absolute), what it shows, and
    its credit line.
    """

    file: Rendition
    alt: str
    credit: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """`title` and `summary` are plain text, `html` is the full text. `id` is `urn:uuid:…`."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    language: str
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    picture: ItemPicture | None = None


def item_of(entry: FeedEntry | CorrectionEntry | QuestionEntry, site: Site, *, page_url: str) -> Item:
    """What the feed of the page at `page_url` says of a briefing, a correction or a question, its labels in the entry's
    language.

    A correction without an address leads to that page.
    """
    if isinstance(entry, FeedEntry):
        return briefing_item(entry)
    with override(wording.furniture_language(entry.language)):
        if isinstance(entry, QuestionEntry):
            return _question_item(entry, site)
        return _correction_item(entry, f"{site.url}{entry.path}" if entry.path else page_url)


def briefing_item(entry: FeedEntry) -> Item:
    """What a briefing says in every feed that holds it."""
    gone, content = entry.gone, entry.content
    with override(wording.furniture_language(content.language)):
        return Item(
            id=entry.id,
            url=entry.url,
            title=wording.gone_headline(gone, entry.headline) if gone else entry.headline,
            summary=gone_notice(entry) if gone else _summary(content),
            html=full_text(entry),
            published=entry.published,
            updated=entry.updated,
            language=content.language,
            authors=() if gone else tuple(author.name for author in content.authors),
            topics=() if gone else tuple(topic.name for topic in content.topics),
            picture=None if gone else _picture(entry),
        )


def _summary(content: BriefingContent) -> str:
    return f"{content.lede} {wording.more_follows()}" if content.more_follows else content.lede


def language_of(entry: Entry) -> str:
    return entry.content.language if isinstance(entry, FeedEntry) else entry.language


def feed_language(site: Site, languages: Iterable[str]) -> str:
    """The language that all entries of a feed are in, "" where they are in several; without any, the site's."""
    spoken = set(languages)
    return common(spoken) if spoken else site.language


def feed_title(site: Site, name: str) -> str:
    """The title of the site's feed, or of a narrower one with that name."""
    return f"{name} · {site.name}" if name else site.name


def feed_description(site: Site) -> str:
    return site.tagline or gettext("Briefings by %(site)s") % {"site": site.name}


def _correction_item(entry: CorrectionEntry, url: str) -> Item:
    words, label = correction_text(entry), wording.label(entry)
    return Item(
        id=entry.id,
        url=url,
        title=f"{wording.led_by(label)} {entry.headline}" if entry.headline else label,
        summary=words,
        html=format_html(
            '<div lang="{}" dir="{}"><p>{}</p></div>', entry.language, wording.direction(entry.language), words
        ),
        published=entry.moment,
        updated=entry.moment,
        language=entry.language,
    )


def _question_item(entry: QuestionEntry, site: Site) -> Item:
    return Item(
        id=entry.id,
        url=f"{site.url}{entry.path}",
        title=questions.title(entry),
        summary=questions.summary(entry),
        html=questions.full_text(entry, site),
        published=entry.published,
        updated=entry.updated,
        language=entry.language,
    )


def _picture(entry: FeedEntry) -> ItemPicture | None:
    """The first picture of the text that may be used on the day of the feed."""
    on = entry.shown_on or entry.updated.date()
    for figure in entry.content.figures:
        if figure.image and may_be_shown(figure.image, on):
            file = rendition(figure.image, media=urljoin(entry.url, MEDIA))
            return ItemPicture(file=file, alt="" if figure.decorative else figure.alt, credit=figure.image.credit)
    return None
