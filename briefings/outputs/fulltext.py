"""A briefing's full text as HTML for feeds, beginning with its corrections and its newest major note.

Feed readers bring their own styles, so only plain elements are used. Quotations keep the marks that the text has, with
no `<q>` around them: a feed reader would add a second pair.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from briefings.outputs import wording
from briefings.outputs.attributions import Attribution
from briefings.outputs.facts import CorrectionEntry, EditionFacts, notices
from briefings.outputs.feed_facts import FeedEntry
from briefings.outputs.footnotes import ids_of
from briefings.outputs.page import parts
from briefings.outputs.page_parts import FigurePart, PageParts, SectionPart
from briefings.outputs.pictures import MEDIA
from briefings.outputs.printable import printable


def full_text(entry: FeedEntry) -> SafeString:
    """The entry's HTML: the notice alone where the briefing is gone; else notes, lede, blocks and questions.

    Links are absolute. An element with `lang` and `dir` is around the text, since a feed may hold several languages.
    """
    if entry.gone:
        pieces: Iterable[SafeString] = _lines("p", gone_notice(entry))
    else:
        media = urljoin(entry.url, MEDIA)
        pieces = _pieces(entry, parts(entry.content, as_of=entry.updated, shown_on=entry.shown_on, media=media))
    language = entry.content.language
    return format_html(
        '<div lang="{}" dir="{}">{}</div>',
        language,
        wording.direction(language),
        format_html_join("", "{}", ((piece,) for piece in pieces)),
    )


def gone_notice(entry: FeedEntry) -> str:
    """The notice of a briefing that is gone, in plain text."""
    return entry.notice or wording.gone(entry.gone)


def correction_text(entry: CorrectionEntry) -> str:
    """The words of a correction, or the notice of a briefing that is gone, in plain text."""
    return note_text(entry) or wording.gone(entry.kind)


def note_text(edition: EditionFacts | CorrectionEntry) -> str:
    """The note and the correction of an edition, in plain text, without its label."""
    sentences = [edition.own_note]
    if edition.correction:
        wrong = edition.correction.was_wrong
        before = gettext("It said before: %(words)s") % {"words": wrong} if wrong else ""
        sentences = [edition.correction.is_right, before, *sentences]
    return " ".join(sentence for sentence in sentences if sentence)


def _pieces(entry: FeedEntry, page: PageParts) -> Iterator[SafeString]:
    for edition in notices(entry.editions):
        title = gettext("%(label)s, %(moment)s:") % {
            "label": wording.label(edition),
            "moment": wording.moment(edition.live_from),
        }
        yield format_html("<p><strong>{}</strong> {}</p>", title, note_text(edition))
    if entry.content.dateline:
        yield format_html("<p><em>{}</em></p>", entry.content.dateline)
    for line in page.lede:
        yield format_html("<p>{}</p>", line)
    if entry.content.more_follows:
        yield format_html("<p><strong>{}</strong></p>", wording.more_follows())
    bodies = {section.key: section.body for section in entry.content.sections}
    sources = ids_of(entry.content.sources)
    for block in page.blocks:
        if isinstance(block, SectionPart):
            yield _heading("h2", block.heading)
            yield printable(bodies[block.key], base=entry.url, sources=sources)
        elif isinstance(block, FigurePart):
            yield _figure(block)
        else:
            yield _quote(block.attribution, page.language)
    if page.questions:
        yield _heading("h2", gettext("Questions and answers"))
    answers = {item.key: item.answer for item in entry.content.faq}
    for question in page.questions:
        yield _heading("h3", question.question)
        if question.open_wording:
            yield format_html("<p>{}</p>", question.open_wording)
        else:
            yield printable(answers[question.key], base=entry.url, sources=sources)


def _figure(figure: FigurePart) -> SafeString:
    caption = " ".join(filter(None, [figure.caption, f"({figure.credit})" if figure.credit else ""]))
    return format_html(
        '<figure><img src="{}" alt="{}" width="{}" height="{}"><figcaption>{}</figcaption></figure>',
        figure.picture.src,
        figure.alt,
        figure.picture.width,
        figure.picture.height,
        caption,
    )


def _heading(tag: str, words: str) -> SafeString:
    return format_html("<{0}>{1}</{0}>", tag, words) if words else SafeString()


def _lines(tag: str, words: str) -> Iterator[SafeString]:
    for line in words.split("\n"):
        if line.strip():
            yield format_html("<{0}>{1}</{0}>", tag, line)


def _quote(attribution: Attribution, language: str) -> SafeString:
    speaker = wording.comma().join(filter(None, [attribution.name, attribution.role]))
    return format_html(
        "<blockquote>{}</blockquote>{}",
        format_html_join("", "{}", ((line,) for line in _lines("p", wording.quoted(attribution.words, language)))),
        format_html("<p>— {}</p>", speaker) if speaker else "",
    )
