"""Words of a section become a quote: the desk proposes whose they are. Nothing is kept of what is sent."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from briefings import policy
from briefings.admin.briefings.form_content import spans_of
from briefings.admin.briefings.forms import BETWEEN_SPANS
from briefings.admin.briefings.known_names import known_to, readable
from briefings.admin.desk import answer_json
from briefings.content.quote_location import fold
from briefings.content.richtext import clean_html
from briefings.importing.section_quotations import SectionQuotation, quotations_in, selected
from briefings.models import Person, PublishedQuote, Quote, User

MOST = 300_000
"""Characters of all that is sent. A text of a briefing is a tenth of it; what is larger would not be read in time."""
MOST_SECTIONS = 500


@require_POST
def propose(request: HttpRequest) -> JsonResponse:
    """`{"quotations": [{"section", "words", "speaker", "person", "kind", "role", "is_sure"}]}`.

    Sent are the rich text of each `section` in order, the `language`, and what stands `before` them (headline, lede).
    With `words`, which somebody selected at the offset `start` of the section with the index `at`, the answer is what
    they make; without, every quotation that is not among the words of a `quote` yet. 413 where it is more than `MOST`.
    """
    if not policy.may(request.user, "write"):
        raise PermissionDenied
    data = request.POST
    bodies, before = data.getlist("section")[:MOST_SECTIONS], data.getlist("before")[:2]
    quoted, words = data.getlist("quote"), data.get("words", "")
    if sum(map(len, [*bodies, *before, *quoted, words])) > MOST:
        return answer_json({"most": MOST}, status=413)
    bodies = [clean_html(body) for body in bodies]
    found = quotations_in(bodies, language=data.get("language", ""), before=before)
    if words:
        at, start = (_number(data.get(name, "")) for name in ("at", "start"))
        body = bodies[at] if at < len(bodies) else ""
        one = selected(found, body, section=at, words=words, offset=start)
        found = (one,) if one else ()
    else:
        found = tuple(_not_among(quoted, found))
    return answer_json({"quotations": _described(found, request.user)})


def _not_among(quoted: Iterable[str], found: Iterable[SectionQuotation]) -> Iterable[SectionQuotation]:
    """The quotations whose words no quote has; what lies inside the words of a quote is of that quote."""
    known = [_folded(span) for words in quoted for span in spans_of(words)]
    return (
        one
        for one in found
        if one.is_quotation and not all(any(_folded(span) in has for has in known) for span in one.spans)
    )


def _folded(words: str) -> str:
    return fold(words)[0].strip(" .,")


def _described(found: Sequence[SectionQuotation], user: User) -> list[dict[str, Any]]:
    on_file = _on_file({one.speaker.name for one in found if one.speaker}, user)
    described = []
    for one in found:
        person = on_file.get(one.speaker.name) if one.speaker else None
        described.append(
            {
                "section": one.section,
                "words": f"\n{BETWEEN_SPANS}\n".join(one.spans),
                "speaker": one.speaker.name if one.speaker else "",
                "person": str(person.uuid) if person else "",
                "kind": person.kind if person else one.speaker.kind if one.speaker else "private",
                "role": (person and _role_last_used(person)) or (one.speaker.role if one.speaker else ""),
                "is_sure": one.is_sure,
            }
        )
    return described


def _on_file(names: set[str], user: User) -> dict[str, Person]:
    """By name the people on file who are the only ones of theirs, with the roles that they had last. One query."""
    if not names:
        return {}
    drafted = Quote.objects.filter(person=OuterRef("pk"), parent__in=policy.drafts(user, "read")).exclude(role="")
    published = readable(PublishedQuote).filter(person=OuterRef("uuid")).exclude(role="")
    rows = (
        known_to(user, Person)
        .filter(name__in=names, merged_into=None, trashed_at=None)
        .annotate(
            drafted_role=_first(drafted.order_by("-parent__saved_at", "-ordering"), "role"),
            drafted_at=_first(drafted.order_by("-parent__saved_at", "-ordering"), "parent__saved_at"),
            published_role=_first(published.order_by("-updated", "-position"), "role"),
            published_at=_first(published.order_by("-updated", "-position"), "updated"),
        )
    )
    by_name: dict[str, list[Person]] = {}
    for row in rows.distinct():
        by_name.setdefault(row.name, []).append(row)
    return {name: people[0] for name, people in by_name.items() if len(people) == 1}


def _first(rows: QuerySet, field: str) -> Subquery:
    return Subquery(rows.values(field)[:1])


def _role_last_used(person: Any) -> str:
    """Of the two that are on file the later one; "" where there is none."""
    roles = [(person.drafted_at, person.drafted_role), (person.published_at, person.published_role)]
    known = [(at or timezone.now(), role) for at, role in roles if role]
    return max(known)[1] if known else ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
