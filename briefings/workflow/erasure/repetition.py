"""Erasing again what an older backup has brought back."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext

from briefings.content import from_canonical
from briefings.gate import Timeline
from briefings.models import Edition
from briefings.workflow.endings import withdraw
from briefings.workflow.erasure.erase import erase_locked
from briefings.workflow.erasure.orders import Order
from briefings.workflow.publishing.call_off import call_off_locked
from briefings.workflow.publishing.editions import history, lock


@transaction.atomic
def erase_again(order: Order) -> str:
    """Carry out an order that was carried out after the backup was made; "" where there is nothing to do, else what was
    done, in a sentence.

    Where readers would get the text by now, the briefing is withdrawn; where it is scheduled, that is called off.
    """
    try:
        edition = Edition.objects.select_related("briefing", "text").get(row_hash=order.edition)
    except Edition.DoesNotExist:
        return ""  # it is younger than the backup
    if edition.text.text is None:
        return ""
    briefing = lock(edition.briefing)
    was = from_canonical(edition.text.text)
    timeline = Timeline.of(history(briefing), timezone.now())
    for scheduled in timeline.scheduled:
        if scheduled.text_id == edition.text_id:
            call_off_locked(scheduled, by=None)
    ending = ""
    if timeline.live and timeline.live.text_id == edition.text_id:
        with translation.override(was.language):
            withdraw(briefing, by=None, notice=gettext("This briefing was withdrawn."))
        ending = " Readers had it, so the briefing is withdrawn."
    done = erase_locked(edition, name="again, after a backup was restored", reason=order.order, by=None)
    return f"Erased again: {done.texts} texts of the briefing “{was.slug or briefing.pk}” ({order.order}).{ending}"
