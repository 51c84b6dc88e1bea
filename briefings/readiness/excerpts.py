"""Quotations held against the words kept of their source: one that does not stand there is kept from readers.

Somebody with the right to may stand by it, which is on record and holds for those words and that excerpt alone.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256

from django.utils.translation import gettext as _

from briefings.content import BriefingContent, QuoteBlock, SourceNote
from briefings.content.excerpts import by_digest
from briefings.content.quote_location import fold
from briefings.models import AuditEntry, Draft
from briefings.outputs.wording import language_name
from briefings.readiness.finding import Finding, Level

_ELLIPSIS = re.compile(r"\s*[\[(]?\.{3,}[\])]?\s*")
_DASH = re.compile(r"\s*-+\s*")


def of_excerpts(content: BriefingContent, draft: Draft | None) -> tuple[Finding, ...]:
    """The findings on quotations of `content`, the text of `draft`. At most two queries, none without an excerpt."""
    return tuple(_findings(content, draft))


def unfounded(content: BriefingContent, draft: Draft | None) -> list[QuoteBlock]:
    """The quotations that are not in their source's words, and that nobody stands by."""
    found = _unfounded(content, draft)
    vouched = _vouched(found, draft)
    return [quote for quote, source in found if not quote.translated_from and name_of(quote, source) not in vouched]


def name_of(quote: QuoteBlock, source: SourceNote) -> str:
    """What the record calls these words beside this excerpt; changed words or another excerpt have another name."""
    facts = json.dumps([quote.key, [span.text for span in quote.spans], source.excerpt_sha256], ensure_ascii=False)
    return f"quote:{sha256(facts.encode()).hexdigest()[:40]}"


def stands_in(quote: QuoteBlock, excerpt: str) -> bool:
    """Whether the words stand in `excerpt`, whatever their spaces, marks, dashes and capitals.

    An ellipsis stands for words that were left out, so what is before it and behind it may stand apart, in this order.
    """
    text, start = _folded(excerpt), 0
    for run in (run for span in quote.spans for run in _ELLIPSIS.split(_folded(span.text)) if run.strip()):
        place = text.find(run.strip(), start)
        if place < 0:
            return False
        start = place + len(run.strip())
    return True


def _findings(content: BriefingContent, draft: Draft | None) -> Iterator[Finding]:
    found = _unfounded(content, draft)
    vouched = _vouched(found, draft)
    for quote, source in found:
        values = {"words": quote.words, "source": source.title}
        if quote.translated_from:
            language = language_name(quote.translated_from)
            sentence = _(
                "“%(words)s” is translated from %(language)s: nobody but you can hold it against “%(source)s”."
            )
            values |= {"language": language}
            yield Finding("quotation-translated", Level.WARN, quote.key, sentence % values)
        elif name_of(quote, source) in vouched:
            sentence = _("An editor stands by “%(words)s”, though the words kept of “%(source)s” are others.")
            yield Finding("quotation-vouched", Level.WARN, quote.key, sentence % values)
        else:
            sentence = _(
                "“%(words)s” does not stand in the words kept of “%(source)s”. Correct it, or name another source."
            )
            yield Finding("quotation-unfounded", Level.BLOCK, quote.key, sentence % values)


def _unfounded(content: BriefingContent, draft: Draft | None) -> list[tuple[QuoteBlock, SourceNote]]:
    sources = {source.id: source for source in content.sources if source.id and source.excerpt_sha256}
    quotes = [(quote, sources[quote.source]) for quote in content.quotes if quote.source in sources]
    excerpts = by_digest(draft.excerpts()) if quotes and draft else {}
    return [
        (quote, source)
        for quote, source in quotes
        if (words := excerpts.get(source.excerpt_sha256 or ""))
        and (quote.translated_from or not stands_in(quote, words))
    ]


def _vouched(found: list[tuple[QuoteBlock, SourceNote]], draft: Draft | None) -> set[str]:
    names = [name_of(quote, source) for quote, source in found if not quote.translated_from]
    if not names or draft is None:
        return set()
    entries = AuditEntry.objects.filter(briefing=draft.briefing_id, action=AuditEntry.Action.VOUCHED, about__in=names)
    return set(entries.values_list("about", flat=True))


def _folded(text: str) -> str:
    return _DASH.sub("-", fold(text)[0].replace('"', "'")).strip()
