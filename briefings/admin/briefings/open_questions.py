"""The page of open questions: what readers have without an answer, the oldest first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.desk import show_page
from briefings.content.richtext import plain_text
from faq.models import FAQItem, PublishedQuestion

MOST = 200


@dataclass(frozen=True)
class OpenQuestion:
    """A question that readers have without an answer. `path` leads to its part on the writing page, or where the draft
    has it no more to the page itself.
    """

    question: str
    headline: str
    language: str
    opened: date
    days: int
    path: str
    is_answered: bool
    is_gone: bool


def page(request: HttpRequest) -> HttpResponse:
    """Those of the briefings that the user may read. Two queries, and those of the user."""
    drafts = policy.drafts(request.user, "read")
    found = [
        row for rows in PublishedQuestion.objects.open().live_apart(timezone.now()) for row in _oldest(rows, drafts)
    ]
    oldest = sorted(found, key=lambda row: (row.opened, row.pk))[:MOST]
    today = timezone.localdate()
    shown = [_facts(row, today) for row in oldest]
    return show_page(request, "draft/open_questions.html", title=_("Open questions"), questions=shown, most=MOST)


def _oldest(rows: QuerySet[PublishedQuestion], drafts: QuerySet) -> QuerySet[PublishedQuestion]:
    """With what the draft has in the place of each."""
    items = FAQItem.objects.filter(parent=OuterRef("edition__briefing__draft"), key=OuterRef("key"))
    of_drafts = rows.filter(edition__briefing__draft__in=drafts).select_related("edition__summary")
    place = {"place": Subquery(items.values("ordering")), "drafted": Subquery(items.values("answer"))}
    return of_drafts.annotate(draft=F("edition__briefing__draft"), **place).order_by("opened", "pk")[:MOST]


def _facts(row: PublishedQuestion, today: date) -> OpenQuestion:
    opened = timezone.localdate(row.opened)
    page = reverse("admin:briefings_draft_change", args=[row.draft])
    return OpenQuestion(
        question=row.question,
        headline=row.edition.summary.headline,
        language=row.edition.summary.language,
        opened=opened,
        days=(today - opened).days,
        path=page if row.place is None else f"{page}#question-{row.place}",
        is_answered=bool(plain_text(row.drafted or "").strip()),
        is_gone=row.place is None,
    )
