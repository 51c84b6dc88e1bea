"""The checks, each a generator of findings in page order. A new check is a function and a line in CHECKS."""

from collections.abc import Callable, Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.content import BriefingContent, QuoteBlock
from briefings.content.quote_location import Folded, NotLocated, fold, locate
from briefings.content.richtext import plain_text
from briefings.content.text import is_blank
from briefings.desk_words import day_in_words
from briefings.readiness import warnings
from briefings.readiness.finding import Finding, Level
from briefings.readiness.links import links_lead_somewhere

Check = Callable[[BriefingContent], Iterator[Finding]]


def findings(content: BriefingContent, *, on: date | None = None) -> tuple[Finding, ...]:
    """Every finding, in page order. `on` is the day on which pictures must be usable (today if not given)."""
    order = {part.key: place for place, part in enumerate((*content.blocks, *content.faq))}
    every_finding = [finding for check in CHECKS for finding in check(content)]
    every_finding += _pictures_may_be_used(content, on or timezone.localdate())
    return tuple(sorted(every_finding, key=lambda finding: order.get(finding.key, -1)))


def blocking(content: BriefingContent, *, on: date | None = None) -> tuple[Finding, ...]:
    """The findings that keep the briefing from readers, on that day."""
    return tuple(finding for finding in findings(content, on=on) if finding.level is Level.BLOCK)


def _has_headline(content: BriefingContent) -> Iterator[Finding]:
    if is_blank(content.headline):
        yield Finding("headline-missing", Level.BLOCK, "", _("Write a headline."))


def _has_lede(content: BriefingContent) -> Iterator[Finding]:
    if is_blank(content.lede):
        yield Finding("lede-missing", Level.BLOCK, "", _("Write a lede: what happened, in a sentence or two."))


def _quotes_have_speakers(content: BriefingContent) -> Iterator[Finding]:
    for quote in content.quotes:
        if quote.person is None or not quote.person.name:
            sentence = _("Name the speaker of “%(words)s”, or say that these words are no quotation.")
            yield Finding("speaker-missing", Level.BLOCK, quote.key, sentence % {"words": quote.words})
        elif not quote.confirmed:
            sentence = _("Confirm that %(speaker)s said “%(words)s”, or name who did.")
            values = {"speaker": quote.person.name, "words": quote.words}
            yield Finding("speaker-unconfirmed", Level.BLOCK, quote.key, sentence % values)


def _quotes_stand_in_their_sections(content: BriefingContent) -> Iterator[Finding]:
    sections = {section.key: section for section in content.sections}
    quoted = {quote.section for quote in content.quotes}
    texts = {key: fold(plain_text(section.body)) for key, section in sections.items() if key in quoted}
    for quote in content.quotes:
        if quote.section is None:
            continue
        if quote.section not in sections:
            sentence = _("“%(words)s” belongs to a section that is gone. Choose another, or set the quotation off.")
            yield Finding("quote-without-section", Level.BLOCK, quote.key, sentence % {"words": quote.words})
            continue
        problem = _misplaced(quote, texts[quote.section])
        if problem:
            values = {"words": quote.words, "heading": sections[quote.section].heading}
            yield Finding("quote-not-in-section", Level.BLOCK, quote.key, problem % values)


def _misplaced(quote: QuoteBlock, text: Folded) -> str:
    try:
        locate([span.text for span in quote.spans], text)
    except NotLocated as refusal:
        if refusal.count == 0:
            return _("“%(words)s” does not stand in the section “%(heading)s” word for word. Correct one or the other.")
        return _("“%(words)s” stands more than once in the section “%(heading)s”. Take in more of its words.")
    return ""


def _figures_are_whole(content: BriefingContent) -> Iterator[Finding]:
    for figure in content.figures:
        if figure.image is None:
            yield Finding("picture-missing", Level.BLOCK, figure.key, _("Choose the picture, or delete this part."))
            continue
        if not figure.alt and not figure.decorative:
            sentence = _("Say what the picture shows, for readers who do not see it, or call it decorative.")
            yield Finding("alt-missing", Level.BLOCK, figure.key, sentence)
        if not figure.image.credit:
            sentence = _("Write the credit line of the picture: who made it, and whose it is.")
            yield Finding("credit-missing", Level.BLOCK, figure.key, sentence)


def _pictures_may_be_used(content: BriefingContent, on: date) -> Iterator[Finding]:
    for figure in content.figures:
        until = figure.image.usable_until if figure.image else None
        if until and until < on.isoformat():
            sentence = _("The picture may be used until %(day)s and no longer. Choose another.")
            values = {"day": day_in_words(date.fromisoformat(until))}
            yield Finding("picture-past-its-day", Level.BLOCK, figure.key, sentence % values)


def _open_questions_are_decided(content: BriefingContent) -> Iterator[Finding]:
    for entry in content.faq:
        if not entry.question:
            yield Finding("question-missing", Level.BLOCK, entry.key, _("Write the question, or delete the answer."))
        if entry.is_open and entry.open == "undecided":
            sentence = _("Answer “%(question)s”, hold it back, or publish it as an open question.")
            yield Finding("question-undecided", Level.BLOCK, entry.key, sentence % {"question": entry.question})


CHECKS: tuple[Check, ...] = (
    _has_headline,
    _has_lede,
    _quotes_have_speakers,
    _quotes_stand_in_their_sections,
    _figures_are_whole,
    _open_questions_are_decided,
    links_lead_somewhere,
    warnings.of_pictures,
    warnings.of_headings,
    warnings.of_marks,
)
