"""The page of open questions: what readers have without an answer, the oldest first."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.desk import show_page
from briefings.content.richtext import plain_text
from briefings.models import User
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
    shown = oldest(request.user, timezone.now(), most=MOST)
    return show_page(request, "draft/open_questions.html", title=_("Open questions"), questions=shown, most=MOST)


def oldest(user: User, at: datetime, *, most: int) -> list[OpenQuestion]:
    """At most so many of those that `user` may read. Three queries: which they are is found by narrow rows."""
    drafts = policy.drafts(user, "read")
    theirs = drafts.filter(briefing=OuterRef("edition__briefing"))
    found = [
        key
        for rows in PublishedQuestion.objects.open().live_apart(at)
        for key in rows.filter(Exists(theirs)).order_by("opened", "pk").values_list("opened", "pk")[:most]
    ]
    rows = _with_place(PublishedQuestion.objects.filter(pk__in=[pk for _opened, pk in sorted(found)[:most]]))
    today = timezone.localdate(at)
    return [_facts(row, today) for row in rows.order_by("opened", "pk")]


def _with_place(rows: QuerySet[PublishedQuestion]) -> QuerySet[PublishedQuestion]:
    """With what the draft has in the place of each."""
    items = FAQItem.objects.filter(parent=OuterRef("edition__briefing__draft"), key=OuterRef("key"))
    place = {"place": Subquery(items.values("ordering")), "drafted": Subquery(items.values("answer"))}
    return rows.select_related("edition__summary").annotate(draft=F("edition__briefing__draft"), **place)


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
