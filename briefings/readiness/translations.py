"""What an editor of a translation should know of its original: that it was corrected since, or that readers lack it.

It warns and keeps nothing from readers. Unlike the checks of a text, it asks what was published.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from briefings.content import BriefingContent
from briefings.gate import NOTICES, has_begun_before
from briefings.models import Edition, PublishedCorrection, PublishedSummary
from briefings.readiness.finding import Finding, Level

CHANGES = (Edition.Kind.CORRECTION, Edition.Kind.MAJOR)


def of_translation(content: BriefingContent, at: datetime) -> tuple[Finding, ...]:
    """The findings on the original of `content` at that moment. Three queries, none where it translates nothing."""
    if not content.translation_of:
        return ()
    begun = PublishedSummary.objects.gone_live(at).order_by("live_from")
    editions = list(begun.filter(briefing_uuid=UUID(content.translation_of)))
    if not editions or editions[-1].kind in NOTICES or not editions[-1].slug:
        sentence = _("Readers do not have the original. They are told that this is a translation once they have it.")
        return (Finding("original-missing", Level.WARN, "", sentence),)
    mine = begun.filter(briefing_uuid=UUID(content.id)).last()
    return (*_of_original(content, editions[-1]), *_changes(editions, since=mine))


def _of_original(content: BriefingContent, original: PublishedSummary) -> Iterator[Finding]:
    if original.translation_of:
        sentence = _("The original is a translation itself. Name the briefing that it translates.")
        yield Finding("original-is-a-translation", Level.WARN, "", sentence)
    if original.language == content.language:
        sentence = _("The original is in the same language. Say in which language this briefing is written.")
        yield Finding("original-in-this-language", Level.WARN, "", sentence)


def _changes(editions: list[PublishedSummary], *, since: PublishedSummary | None) -> Iterator[Finding]:
    """What happened to the original since readers have the translation as it is, newest first."""
    if since is None:
        return
    later = [row for row in editions if row.kind in CHANGES and not has_begun_before(row, since)]
    corrected = dict(
        PublishedCorrection.objects.filter(edition__in=[row.pk for row in later]).values_list("edition", "is_right")
    )
    path = f"{reverse('briefing', args=[editions[-1].slug])}#changes"
    for row in reversed(later):
        sentence = (
            _("The original was corrected on %(day)s: %(words)s")
            if row.kind == Edition.Kind.CORRECTION
            else _("The original was updated on %(day)s: %(words)s")
        )
        day = date_format(timezone.localtime(row.live_from), "j F Y")
        words = corrected.get(row.pk) or row.note or _("the text of that edition was erased.")
        yield Finding("original-changed", Level.WARN, "", sentence % {"day": day, "words": words}, path=path)
