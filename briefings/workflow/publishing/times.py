"""What speaks against a moment from which something is to be live."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.desk_words import moment_in_words
from briefings.workflow.refusals import Reason


def is_ahead(live_from: datetime | None, *, now: datetime) -> bool:
    return live_from is not None and timezone.is_aware(live_from) and live_from > now


def refusals_of_time(live_from: datetime | None, *, now: datetime) -> list[str]:
    if live_from is None:
        return []
    if timezone.is_naive(live_from):
        return [_("Say in which time zone the moment of publishing is meant.")]
    if live_from <= now + timedelta(seconds=1):
        sentence = _("%(when)s has passed. Choose a later moment, or publish now.")
        return [Reason(sentence % {"when": moment_in_words(live_from)}, field="moment")]
    return []
