"""A log with a row of every kind."""

from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from briefings import workflow
from briefings.models import (
    AuditEntry,
    Briefing,
    CallOff,
    Edition,
    Erasure,
    LogHead,
    PublicRecord,
    PublishedCorrection,
    PublishedQuote,
    PublishedTopic,
    Revision,
    StoredText,
)
from faq.models import PublishedQuestion
from tests.workflow.making import DAY, LATER, make_draft, make_edition, save


@dataclass
class Log:
    """A briefing with a past, a live and a scheduled edition; one called off, and a text erased by order."""

    briefing: Briefing
    past: Edition
    live: Edition
    scheduled: Edition

    def row(self, model: type[models.Model]) -> models.Model:
        return model.objects.first()


READERS_ROWS = (PublishedCorrection, PublishedQuote, PublishedTopic, PublishedQuestion)
GUARDED = (Edition, PublicRecord, StoredText, LogHead, CallOff, Erasure, Revision, AuditEntry)


def make_log() -> Log:
    briefing = make_draft().briefing
    now = timezone.now()
    past = make_edition(briefing, live_from=now - 3 * DAY)
    save(briefing, lede="Thirty-four states met.")
    make_edition(briefing, live_from=now - 2 * DAY, kind=Edition.Kind.MAJOR)
    save(briefing, lede="Thirty-three states met.")
    called_off = workflow.publish(briefing, by=None, change="major", note="A vote.", live_from=LATER + DAY)
    workflow.call_off(called_off, by=None)
    save(briefing, lede="Thirty-six states met.")
    live = make_edition(briefing, live_from=now - DAY, kind=Edition.Kind.MINOR)
    workflow.erase(briefing, number=2, reason="Order 7/26.", by=None)
    save(briefing, lede="Thirty-seven states met.")
    scheduled = workflow.publish(briefing, by=None, change="major", note="A vote.", live_from=LATER)
    for edition in (past, live):
        edition.refresh_from_db()
    return Log(briefing, past, live, scheduled)
