"""Erasing an edition by order: its text goes; the row, its date and the reason remain."""

from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from briefings import cards, working_copy
from briefings.content import BriefingContent, from_canonical
from briefings.content.facts import fact_passages
from briefings.content.text import is_blank
from briefings.gate import Timeline, has_begun
from briefings.log import chain
from briefings.models import Briefing, Edition, Erasure, Revision, StoredText, User
from briefings.models.words_field import forget_deleted_words
from briefings.workflow.erasure import notes_and_comments, orders, original_drafts, picture_files
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.publishing import read_rows
from briefings.workflow.publishing.edition_dates import own_dates
from briefings.workflow.publishing.editions import history, lock
from briefings.workflow.refusals import Refused
from briefings.working_copy import draft_words, edit_buffers


@dataclass(frozen=True)
class Erased:
    """What `erase` did: how many texts, pictures and pasted drafts it erased, and sentences on where words remain."""

    texts: int
    remaining: tuple[str, ...]
    pictures: int = 0
    originals: int = 0


@transaction.atomic
def erase(briefing: Briefing, *, number: int, reason: str, by: User | None) -> Erased:
    """Erase the text of the edition with the public `number`, and of the revisions that led to it.

    A text that another edition has too stays. Raises Refused without a reason, for an unknown number, and for an
    edition whose text is live, is scheduled or was erased before.
    """
    ask("erase", by=by, briefing=briefing)
    briefing = lock(briefing)
    timeline = Timeline.of(history(briefing), timezone.now())
    gone_live = timeline.begun
    if is_blank(reason):
        raise Refused(_("Say by what order or on what ground the text is erased."))
    if not 1 <= number <= len(gone_live):
        raise Refused(
            _("There is no edition %(number)s: this briefing has %(count)s.")
            % {"number": number, "count": len(gone_live)}
        )
    edition = gone_live[number - 1]
    if edition.text.text is None:
        raise Refused(_("Edition %(number)s was erased before.") % {"number": number})
    ahead = [gone_live[-1], *timeline.scheduled]
    if any(other.text_id == edition.text_id for other in ahead):
        raise Refused(
            _(
                "Readers get the text of edition %(number)s, now or at a scheduled time. Withdraw the briefing "
                "or publish another edition, call off what is scheduled, then erase."
            )
            % {"number": number}
        )
    return erase_locked(edition, name=f"edition {number}", reason=reason, by=by)


def erase_locked(edition: Edition, *, name: str, reason: str, by: User | None) -> Erased:
    """`erase` for a caller that holds the briefing's lock and an `edition` that nobody gets; `name` is for the record.

    Raises Refused where it cannot be noted in the file of erasures.
    """
    briefing = edition.briefing
    erased = from_canonical(edition.text.text)
    texts = _texts_to_erase(edition)
    for text in texts:
        erasure = Erasure(text=text, edition=edition, reason=reason)
        chain.append(erasure, by=by)
        read_rows.write_erasure(erasure)
    contents = [from_canonical(text.text) for text in texts]
    StoredText.objects.filter(pk__in=[text.pk for text in texts]).update(text=None)
    Revision.objects.filter(text__in=texts).update(name="")
    # Its words may be those of the erased text, whatever readers get by now.
    transaction.on_commit(partial(cards.discard, settings.MEDIA_ROOT, briefing.uuid))
    gone, staying = picture_files.erase_with(contents)
    originals = original_drafts.erase_until(briefing, edition.recorded_at)
    edit_buffers.forget(briefing.uuid)
    notes_and_comments.forget(briefing)
    for same in Edition.objects.filter(text=edition.text_id):
        read_rows.delete(same)
        same.text.refresh_from_db()
        read_rows.write(same, None, own_dates(same))
    read_rows.refresh(briefing)
    draft_words.index([briefing.draft.pk])
    forget_deleted_words()
    _note(edition, texts, reason=reason)
    record("erased by order", by=by, briefing=briefing, detail=f"{name}: {reason}")
    remaining = (*_remaining(briefing, erased), *original_drafts.remaining(briefing, _passages(erased)), *staying)
    return Erased(len(texts), remaining, pictures=gone, originals=originals)


def _note(edition: Edition, texts: list[StoredText], *, reason: str) -> None:
    """Before the commit: an erasure that no restored backup would hear of is none."""
    order = orders.Order(
        at=timezone.now().isoformat(timespec="seconds"),
        edition=edition.row_hash,
        texts=tuple(text.hash for text in texts),
        order=reason,
    )
    try:
        orders.note(settings.BACKUP_DIR, [order])
    except (OSError, ValueError) as error:
        raise Refused(
            _(
                "Nothing was erased, because it could not be noted for later backups. Tell whoever runs the "
                "site: %(file)s cannot be written (%(error)s)."
            )
            % {"file": settings.BACKUP_DIR / orders.FILE, "error": error}
        ) from error


def _texts_to_erase(edition: Edition) -> list[StoredText]:
    earlier = Revision.objects.filter(briefing=edition.briefing_id, saved_at__lte=edition.recorded_at)
    of_other_editions = Edition.objects.exclude(text=edition.text_id).values("text")
    return list(
        StoredText.objects.filter(pk__in=[edition.text_id, *earlier.values_list("text", flat=True)])
        .filter(text__isnull=False)
        .exclude(pk__in=of_other_editions)
    )


def _remaining(briefing: Briefing, erased: BriefingContent) -> list[str]:
    """Sentences on where passages of the erased text remain word for word: an editor has to decide on those."""
    sentences = []
    now = timezone.now()
    for place, edition in enumerate(history(briefing), start=1):
        if edition.text.text and _shares_passages(from_canonical(edition.text.text), erased):
            sentences.append(
                _("Edition %(number)s still holds passages of the erased text.") % {"number": place}
                if has_begun(edition, now)
                else _("The scheduled edition still holds passages of the erased text.")
            )
    later = briefing.revisions.select_related("text").filter(text__text__isnull=False)
    count = sum(_shares_passages(from_canonical(revision.text.text), erased) for revision in later)
    if count:
        sentences.append(
            ngettext(
                "One revision that was kept still holds passages of the erased text.",
                "%(count)s revisions that were kept still hold passages of the erased text.",
                count,
            )
            % {"count": count}
        )
    if _shares_passages(working_copy.read(briefing.draft), erased):
        sentences.append(_("The draft still holds passages of the erased text. Edit it before it is published again."))
    return sentences


def _shares_passages(content: BriefingContent, erased: BriefingContent) -> bool:
    return bool(_passages(content) & _passages(erased))


def _passages(content: BriefingContent) -> set[str]:
    quotations = [quote.words for quote in content.quotes]
    sections = [words for section in content.sections for words in (section.heading, section.body)]
    questions = [words for entry in content.faq for words in (entry.question, entry.answer)]
    notes = [content.change.note] if content.change else []
    if content.change and (correction := content.change.correction):
        notes += [correction.was_wrong, correction.is_right]
    return {*fact_passages(content), *sections, *quotations, *questions, *notes} - {""}
